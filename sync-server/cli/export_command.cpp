// SPDX-License-Identifier: Apache-2.0
#include "command.h"
#include "export_dataset.h"
#include "export_records.h"
#include "key_text.h"
#include "peil/base/file.h"
#include "peil/export/codebook.h"
#include "peil/export/csv_export.h"
#include "peil/export/stat_export.h"
#include "peil/study/pack.h"
#include "server_client.h"

#include <algorithm>
#include <boost/json.hpp>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

constexpr std::uintmax_t kMaxPackBytes = std::uintmax_t{128} << 20U;

struct ExportOptions {
    ServerPlace place;
    std::filesystem::path pack, key, passphraseFile, out;
    std::string signer, purpose, language = "en";
    std::vector<std::string> formats{"csv"};
};

bool wants(const ExportOptions& options, std::string_view format) {
    return std::find(options.formats.begin(), options.formats.end(), format) != options.formats.end();
}

Result<study::StudyPack> openPack(const ExportOptions& options) {
    const auto bytes = readFile(options.pack, kMaxPackBytes);
    if (!bytes)
        return fail(bytes.error().code, "The study pack " + options.pack.string() +
                                            " cannot be read; give the file that peil study sign made.");
    PEIL_TRY(const auto signer, publicKeyFrom(options.signer, crypto::KeyPurpose::Signing));
    return study::StudyPack::open(*bytes, signer);
}

Result<forms::FormPointer> openForm(const study::StudyPack& pack) {
    auto parsed = forms::FormDefinition::parse(pack.form(), [&](std::string_view uri) -> std::optional<std::string> {
        const auto name = std::string(uri.substr(uri.rfind('/') + 1));
        for (const auto& place : {name, "media/" + name})
            if (pack.files().contains(place)) return std::string(pack.file(place));
        return std::nullopt;
    });
    if (parsed.form) return parsed.form;
    return fail(CliErrc::BadInput, "The form in the study pack is faulty; run peil form check on its sheets.");
}

/// A name for this very set of records: the same records give the same version.
std::string versionOf(const std::vector<CleanRecord>& records) {
    std::string text;
    for (const auto& record : records)
        text += record.interview.text() + " " + std::to_string(record.revision) + " " + record.envelopeHash + "\n";
    return toHex(crypto::sha256(bytesOf(text))).substr(0, 16);
}

/// The day of the newest interview: it belongs to the data, not to the moment of the export.
std::string dateOf(const std::vector<CleanRecord>& records) {
    std::string latest;
    for (const auto& record : records)
        latest = std::max(latest, record.finalisedAt.substr(0, 10));
    return latest;
}

boost::json::object jsonOf(const Cleaning& cleaning) {
    return {{"envelopes", cleaning.received},         {"quarantined", cleaning.quarantined},
            {"bad_signature", cleaning.badSignature}, {"sealed_for_others", cleaning.otherKey},
            {"other_form", cleaning.otherForm},       {"inconsistent", cleaning.inconsistent},
            {"superseded", cleaning.superseded},      {"not_complete", cleaning.incomplete},
            {"no_consent", cleaning.noConsent}};
}

Result<std::string> manifest(const ExportOptions& options, const study::StudyPack& pack, const CleanRecords& clean,
                             const std::string& fingerprint, const exports::ExportFolder& folder) {
    boost::json::array files;
    for (const auto& name : folder.files()) {
        PEIL_TRY(const auto content, readFile(folder.path() / name, kMaxTableBytes));
        files.push_back({{"name", name}, {"size", content.size()}, {"sha256", toHex(crypto::sha256(content))}});
    }
    return boost::json::serialize(boost::json::object{{"study", pack.study().id.text()},
                                                      {"pack", pack.hash()},
                                                      {"form", pack.formHash()},
                                                      {"version", versionOf(clean.records)},
                                                      {"date", dateOf(clean.records)},
                                                      {"interviews", clean.records.size()},
                                                      {"left_out", jsonOf(clean.cleaning)},
                                                      {"key", fingerprint},
                                                      {"purpose", options.purpose},
                                                      {"peil", PEIL_VERSION},
                                                      {"files", std::move(files)}}) +
           "\n";
}

void report(const ExportOptions& options, const CleanRecords& clean) {
    std::cout << clean.records.size() << " interviews of " << clean.cleaning.received << " envelopes are in "
              << options.out.string() << ".\n";
    const auto& c = clean.cleaning;
    const std::pair<std::size_t, const char*> reasons[] = {
        {c.quarantined, "are in quarantine on the server"},
        {c.badSignature, "are not signed by their tablet"},
        {c.otherKey, "are sealed for other researchers"},
        {c.otherForm, "were made with another version of the form"},
        {c.inconsistent, "do not agree with their open answers: look into these"},
        {c.superseded, "have a newer revision"},
        {c.incomplete, "are broken off or not eligible"},
        {c.noConsent, "lack consent"}};
    for (const auto& [count, words] : reasons)
        if (count > 0) std::cout << "  left out: " << count << " " << words << '\n';
}

Result<int> exportAll(const ExportOptions& options) {
    PEIL_TRY(const auto pack, openPack(options));
    PEIL_TRY(const auto form, openForm(pack));
    PEIL_TRY(const auto passphrase, passphraseFrom(options.passphraseFile, AskPassphrase::Once));
    PEIL_TRY(const auto key, openSealingKey(options.key, passphrase));
    PEIL_TRY(auto folder, exports::ExportFolder::create(options.out));
    PEIL_TRY(auto client, ServerClient::open(options.place));
    PEIL_TRY(const auto clean,
             fetchRecords([&](const std::string& path) { return client.get(path); }, {key, pack.formHash()}));
    if (clean.records.empty())
        return fail(CliErrc::BadInput, "The server holds no complete interview that can be exported; see peil ledger.");
    const ExportSubject subject{*form, pack.form(), versionOf(clean.records), dateOf(clean.records),
                                pack.study().title.in("en")};
    PEIL_TRY(const auto tables, makeTables(subject, clean.records));
    if (wants(options, "csv")) PEIL_CHECK(exports::writeCsv(tables->dataset, folder));
    exports::StatOptions stat{{}, options.language};
    if (wants(options, "sav")) stat.formats.push_back(exports::StatFormat::Sav);
    if (wants(options, "dta")) stat.formats.push_back(exports::StatFormat::Dta);
    if (!stat.formats.empty()) PEIL_CHECK(exports::writeStatFiles(tables->dataset, folder, stat));
    PEIL_CHECK(exports::writeCodebook(tables->dataset, folder, {.language = options.language}));
    PEIL_TRY(const auto text, manifest(options, pack, clean, crypto::fingerprint(key.publicKey), folder));
    PEIL_CHECK(folder.write("manifest.json", text));
    PEIL_CHECK(folder.commit());
    report(options, clean);
    return kDone;
}

} // namespace

void addExportCommand(CLI::App& app, Task& task) {
    const auto options = std::make_shared<ExportOptions>();
    auto* command = app.add_subcommand(
        "export", "Decrypt, clean and write the interviews; only here, with the researcher's own key");
    command->add_option("--key", options->key, "Key file of the researchers (purpose sealing)")->required();
    command->add_option("--passphrase-file", options->passphraseFile,
                        "File whose first line is its passphrase; else you are asked");
    command->add_option("--pack", options->pack, "The signed study pack")->required();
    command->add_option("--signer", options->signer, "Key file of the study office, or its public key")->required();
    command->add_option("--format", options->formats, "Formats of the data")
        ->delimiter(',')
        ->check(CLI::IsMember({"csv", "sav", "dta"}))
        ->capture_default_str();
    command->add_option("--out", options->out, "Folder to make; it must not be there, or be empty")->required();
    command->add_option("--purpose", options->purpose, "What the data are for; kept in manifest.json");
    command->add_option("--language", options->language, "Language of the codebook and the labels, such as nl")
        ->capture_default_str();
    addServerOptions(*command, options->place);
    command->callback([options, &task] { task = [options] { return exportAll(*options); }; });
}

} // namespace peil::cli
