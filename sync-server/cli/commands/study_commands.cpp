// SPDX-License-Identifier: Apache-2.0
#include "cli/client/server_client.h"
#include "cli/command.h"
#include "cli/form_changes.h"
#include "cli/key_text.h"
#include "cli/study_folder.h"
#include "new_study.h"
#include "peil/analysis/tables.h"
#include "peil/base/file.h"
#include "peil/dataset/export_remarks.h"
#include "peil/words/words.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>

namespace peil::cli {
namespace {

constexpr std::uintmax_t kMaxPackBytes = std::uintmax_t{128} << 20U;

struct StudyOptions {
    std::vector<std::filesystem::path> against;
    std::filesystem::path folder, pack, output, key, passphraseFile, benchmark;
    std::vector<std::string> recipients;
    std::string signer, area, registerName, year;
    ServerPlace place;
};

void report(const std::filesystem::path& path, const StudyFolder& folder) {
    for (const auto* remarks : {&folder.form.remarks, &folder.remarks})
        for (const auto& remark : *remarks)
            std::cerr << lineOf(remark, path.string()) << '\n';
}

std::string counted(std::size_t count, const char* one, const char* more) {
    return std::to_string(count) + " " + (count == 1 ? one : more);
}

Result<int> create(const StudyOptions& options) {
    PEIL_CHECK(writeNewStudy(options.folder));
    std::cout << "A starter study is in " << options.folder.string() << "; edit it, then run peil study check.\n";
    return kDone;
}

/// What the new form changes against that of a pack, or of another folder.
Result<std::vector<dataset::FormChange>> changesAgainst(const std::filesystem::path& earlierForm,
                                                        const std::string& key, const StudyFolder& folder) {
    const ComparedForm now{*folder.form.form, folder.form.xform};
    std::error_code ignored;
    if (std::filesystem::is_directory(earlierForm, ignored)) {
        PEIL_TRY(const auto earlier, readStudyFolder(earlierForm));
        if (earlier.form.sound()) return changesBetween({*earlier.form.form, earlier.form.xform}, now);
        return fail(CliErrc::BadInput,
                    "The form of " + earlierForm.string() + " has errors; run peil study check on it.");
    }
    if (key.empty())
        return fail(CliErrc::BadInput,
                    "Comparing with a pack needs the key that it was signed with; add --signer KEY.");
    PEIL_TRY(const auto signer, publicKeyFrom(key, crypto::KeyPurpose::Signing));
    PEIL_TRY(const auto bytes, readFile(earlierForm, kMaxPackBytes));
    PEIL_TRY(const auto pack, study::StudyPack::open(bytes, signer));
    const auto parsed =
        forms::FormDefinition::parse(pack.form(), [&pack](std::string_view uri) { return pack.resource(uri); });
    if (!parsed.form) return fail(CliErrc::BadInput, "The form of " + earlierForm.string() + " has errors.");
    return changesBetween({*parsed.form, pack.form()}, now);
}

Result<int> check(const StudyOptions& options) {
    PEIL_TRY(auto folder, readStudyFolder(options.folder));
    if (folder.sound())
        std::ranges::move(dataset::exportRemarks(*folder.form.form), std::back_inserter(folder.form.remarks));
    report(options.folder, folder);
    if (!folder.sound()) return kUsersFault;
    bool breaks = false;
    for (const auto& earlier : options.against) {
        PEIL_TRY(const auto changes, changesAgainst(earlier, options.signer, folder));
        if (options.against.size() > 1) std::cout << "Compared with " << earlier.string() << ":\n";
        printChanges(changes);
        breaks = breaks || anyBreaks(changes);
    }
    if (breaks) return kUsersFault;
    std::size_t sites = 0;
    int planned = 0;
    for (const auto& city : folder.study.cities)
        sites += city.sites.size();
    for (const auto& quota : folder.study.quotas)
        planned += quota.target;
    std::cout << "The study " << folder.study.id.text()
              << " is valid: " << counted(folder.study.cities.size(), "city", "cities") << ", "
              << counted(sites, "site", "sites") << ", " << counted(folder.study.groups.size(), "group", "groups")
              << ", " << counted(static_cast<std::size_t>(planned), "interview", "interviews") << " planned, "
              << counted(folder.form.form->fields().size(), "field", "fields") << ".\n";
    return kDone;
}

Result<std::vector<study::Recipient>> recipientsOf(const std::vector<std::string>& given) {
    std::vector<study::Recipient> recipients;
    for (const auto& text : given) {
        const auto equals = text.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(CliErrc::BadInput,
                        "--recipient " + text +
                            " must be NAME=KEY, with a key file or 64 hexadecimal characters as KEY.");
        PEIL_TRY(const auto key, publicKeyFrom(text.substr(equals + 1), crypto::KeyPurpose::Sealing));
        recipients.push_back({text.substr(0, equals), toHex(key)});
    }
    return recipients;
}

Result<int> sign(const StudyOptions& options) {
    PEIL_TRY(auto folder, readStudyFolder(options.folder));
    if (!folder.sound()) {
        report(options.folder, folder);
        return kUsersFault;
    }
    PEIL_TRY(const auto recipients, recipientsOf(options.recipients));
    if (recipients.empty() && folder.study.recipients.empty())
        return fail(
            CliErrc::BadInput,
            "No one could open the interviews of this study; give the researchers' key with --recipient NAME=KEY.");
    PEIL_TRY(const auto passphrase, passphraseFrom(options.passphraseFile, AskPassphrase::Once));
    PEIL_TRY(const auto key, openSigningKey(options.key, passphrase));
    auto files = std::move(folder.media);
    files["study.toml"] = toBytes(study::withRecipients(folder.toml, recipients));
    files[folder.study.formFile] = toBytes(folder.form.xform);
    if (!folder.form.itemsetsCsv.empty()) files["itemsets.csv"] = toBytes(folder.form.itemsetsCsv);
    PEIL_TRY(const auto bytes, study::StudyPack::build(files, key));
    PEIL_CHECK(writeFileDurably(options.output, bytes));
    report(options.folder, folder);
    std::cout << options.output.string() << ": study pack " << toHex(crypto::sha256(bytes)) << ", version "
              << folder.study.version << ", signed by " << toHex(key.publicKey) << ".\n";
    if (folder.study.version == 0)
        std::cerr << "warning: " << (options.folder / "study.toml").string()
                  << " has no version. Add version = 1, and a higher number each time you change the study: then "
                     "tablets reject older packs.\n";
    return kDone;
}

std::string unusedLine(const boost::json::value& row) {
    return "Not used for sizes, " + std::to_string(numberOf(row, "rows")) + ": " +
           words::rowText(words::Kind::RegisterRow, textOf(row, "reason"), textOf(row, "value"),
                          textOf(row, "probably")) +
           ".\n";
}

/// What the server says of the table that it took: register, area and year; groups without a count; rows that are not
/// used.
std::string publishedRegister(const boost::json::value& answer) {
    auto text = std::to_string(numberOf(answer, "rows")) +
                " rows of the register are published. Register: " + words::stated(textOf(answer, "register")) +
                "; area: " + words::stated(textOf(answer, "area")) +
                "; year: " + words::stated(textOf(answer, "year")) + ".\n";
    for (const auto& group : listOf(answer, "groupsWithoutCount"))
        if (const auto* name = group.if_string())
            text += "The group " + std::string(*name) + " has no count in the register, so it gets no estimate.\n";
    for (const auto& row : listOf(answer, "notUsed"))
        text += unusedLine(row);
    if (const auto notice = textOf(answer, "notice"); !notice.empty()) text += "Register: " + notice + "\n";
    return text;
}

Result<int> publish(const StudyOptions& options) {
    auto bytes = readFile(options.pack, kMaxPackBytes);
    if (!bytes)
        return fail(bytes.error().code,
                    "The study pack " + options.pack.string() + " cannot be read; create it with peil study sign.");
    PEIL_TRY(const auto signer, publicKeyFrom(options.signer, crypto::KeyPurpose::Signing));
    PEIL_TRY(const auto pack, study::StudyPack::open(*bytes, signer));
    std::string benchmark;
    if (!options.benchmark.empty()) {
        PEIL_TRY(benchmark, readTextFile(options.benchmark, analysis::kMaxTableBytes));
    }
    PEIL_TRY(auto client, ServerClient::open(options.place));
    PEIL_CHECK(client.post("/admin/pack", "application/octet-stream", *bytes, {{"X-Peil-Signer", toHex(signer)}}));
    std::cout << "The study " << pack.study().id.text() << ", version " << pack.study().version
              << ", is published; tablets fetch it at their next sync.\n";
    if (benchmark.empty()) return kDone;
    std::string query;
    for (const auto& [name, value] :
         {std::pair{"area", &options.area}, {"register", &options.registerName}, {"year", &options.year}})
        if (!value->empty()) query += (query.empty() ? "?" : "&") + std::string(name) + "=" + percentEncoded(*value);
    const auto answer = client.post("/admin/benchmark" + query, "text/csv", bytesOf(benchmark));
    if (!answer)
        return fail(answer.error().code,
                    "The study was published, but the register was not: " + describe(answer.error()) +
                        " Correct it and publish again; the same pack may be published twice.");
    std::cout << publishedRegister(*answer);
    return kDone;
}

} // namespace

void addStudyCommands(CLI::App& app, Task& task) {
    auto* study = app.add_subcommand("study", "Check, sign and publish studies");
    study->require_subcommand(1);
    const auto options = std::make_shared<StudyOptions>();
    const auto add = [&](const char* name, const char* words, Result<int> (*run)(const StudyOptions&)) {
        auto* command = study->add_subcommand(name, words);
        command->callback([options, run, &task] { task = [options, run] { return run(*options); }; });
        return command;
    };
    add("new", "Write a small starter study", create)
        ->add_option("DIR", options->folder, "Folder to create")
        ->required();
    auto* checking = add("check", "Check study.toml, the questionnaire, and their consistency", check);
    checking->add_option("DIR", options->folder, "Folder of the study")->required();
    checking
        ->add_option("--against", options->against,
                     "A published pack, or a folder of an earlier study: also report what the new form changes for "
                     "existing interviews. Repeatable: an export contains all versions")
        ->allow_extra_args(false);
    checking->add_option("--signer", options->signer, "With a pack: key file of the study office, or its public key");
    auto* signing = add("sign", "Create the signed pack for the tablets", sign);
    signing->add_option("DIR", options->folder, "Folder of the study")->required();
    signing->add_option("--key", options->key, "Key file of the study office (kind signing)")->required();
    signing->add_option("--passphrase-file", options->passphraseFile,
                        "File whose first line is the passphrase (default: ask)");
    signing->add_option(
        "--recipient", options->recipients,
        "Recipient who may open interviews, as NAME=KEY; KEY is a key file or 64 hexadecimal characters");
    signing->add_option("-o,--out", options->output, "Output file of the pack")->required();
    auto* publishing = add("publish", "Publish a pack, and optionally the register table, on the server", publish);
    publishing->add_option("PACK", options->pack, "The signed pack")->required();
    publishing->add_option("--signer", options->signer, "Key file of the study office, or its public key")->required();
    publishing->add_option("--benchmark", options->benchmark,
                           "CSV file with people in the register: columns group, area, count");
    publishing->add_option("--area", options->area, "Area of the register to estimate");
    publishing->add_option("--register", options->registerName, "Register to use if the table has several");
    publishing->add_option("--year", options->year, "Year of the register if the table has several");
    addServerOptions(*publishing, options->place);
}

} // namespace peil::cli
