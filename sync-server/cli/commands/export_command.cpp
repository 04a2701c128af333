// SPDX-License-Identifier: Apache-2.0
#include "cli/client/earlier_forms.h"
#include "cli/command.h"
#include "cli/interruption.h"
#include "cli/key_text.h"
#include "export_options.h"
#include "peil/base/file.h"
#include "peil/base/rng.h"
#include "peil/base/terminal.h"
#include "peil/base/text.h"
#include "peil/dataset/known_release.h"
#include "peil/dataset/manifest.h"
#include "peil/dataset/release.h"
#include "peil/dataset/release_seed.h"
#include "peil/dataset/tables.h"
#include "peil/export/codebook.h"
#include "peil/export/csv_export.h"
#include "peil/export/stat_export.h"
#include "peil/study/vocabulary.h"
#include "peil/words/words.h"

#include <algorithm>
#include <boost/json.hpp>
#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

using namespace dataset;
using records::Cleaning;
using records::CleanRecord;
using records::CleanRecords;
using records::DevicePins;
using records::Judge;
using records::kLeftOut;
using records::LeftOut;
using records::OddRecord;
using records::PackForm;

constexpr std::uintmax_t kMaxPackBytes = std::uintmax_t{128} << 20U;

Result<PackForm> openPack(const ExportOptions& options, const crypto::PublicKey& signer) {
    const auto bytes = readFile(options.pack, kMaxPackBytes);
    if (!bytes)
        return fail(bytes.error().code, "The study pack " + options.pack.string() +
                                            " cannot be read; give the file that peil study sign created.");
    PEIL_TRY(auto pack, study::StudyPack::open(*bytes, signer));
    return records::readPackForm(std::move(pack));
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

/// "520 (Not reviewed yet)", "3 (Without consent)"
std::vector<std::string> reasonsOf(const Cleaning& cleaning) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < kLeftOut; ++i)
        if (const auto count = cleaning.leftOut[i]; count > 0)
            out.push_back(std::to_string(count) + " (" + words::lossText(idOf(static_cast<LeftOut>(i))) + ")");
    return out;
}

Result<> refuseEmpty(const CleanRecords& clean, DataClass dataClass) {
    if (!clean.records.empty()) return {};
    const auto reasons = join(reasonsOf(clean.cleaning), ", ");
    return fail(CliErrc::BadInput, "None of the " + std::to_string(clean.cleaning.received) +
                                       " envelopes of the server can be exported" +
                                       (reasons.empty() ? "" : ": " + reasons) + "; see peil review list" +
                                       (isForOthers(dataClass) ? "." : ", or give --include."));
}

/// The first of CSV, .sav and .dta that was requested and has its main table.
std::optional<exports::LoadFrom> loadable(const ExportSettings& settings, const exports::Dataset& dataset,
                                          const std::vector<exports::NotWritten>& notWritten) {
    const auto stem = exports::fileStem(dataset, dataset.tables.front()->table());
    using enum exports::LoadFrom;
    for (const auto& [format, from] : {std::pair("csv", Csv), std::pair("sav", Sav), std::pair("dta", Dta)})
        if (settings.wants(format) &&
            std::ranges::find(notWritten, stem + "." + format, &exports::NotWritten::file) == notWritten.end())
            return from;
    return std::nullopt;
}

/// @return what a format could not hold; an error when nothing is left to load.
Result<std::vector<exports::NotWritten>> writeRows(const ExportSettings& settings, const study::OpenFields& fields,
                                                   const exports::Dataset& dataset, exports::ExportFolder& folder,
                                                   Interruption& watch) {
    if (settings.wants("csv")) PEIL_CHECK(exports::writeCsv(dataset, folder, watch.progress("CSV")));
    exports::StatOptions stat{{}, settings.language};
    if (settings.wants("sav")) stat.formats.push_back(exports::StatFormat::Sav);
    if (settings.wants("dta")) stat.formats.push_back(exports::StatFormat::Dta);
    std::vector<exports::NotWritten> notWritten;
    if (!stat.formats.empty()) {
        PEIL_TRY(notWritten, exports::writeStatFiles(dataset, folder, stat, watch.progress("SPSS and Stata")));
    }
    PEIL_CHECK(exports::writeCodebook(dataset, folder, settings.language, watch.progress("Codebook")));
    const auto from = loadable(settings, dataset, notWritten);
    if (!from) return tl::unexpected<Error>(notWritten.front().error);
    exports::LoadOptions load{
        *from, settings.language, designOf(dataset.tables.front()->table(), fields, settings.dataClass), {}};
    for (const auto& one : notWritten)
        load.notWritten.push_back(one.file);
    PEIL_CHECK(folder.write("load.R", exports::loadScript(dataset, load)));
    return notWritten;
}

/// Prints what was written, and remarks.
struct Written {
    ReleaseOutcome release;
    std::vector<std::string> differences; ///< between versions of the form
    std::vector<std::string> remarks;
    std::vector<exports::NotWritten> notWritten;
};

/// Releases that a new one is checked against.
struct Beside {
    std::vector<KnownRelease> known;
    std::int64_t newest = 0; ///< number of the server's newest, also of one that was recalled
};

/// Those of the server that were not recalled, and those in the folders of --earlier. To make a frozen dataset again:
/// those that it was checked against.
Result<Beside> knownReleases(const ExportOptions& options, const std::optional<FrozenDataset>& frozen,
                             ServerClient& client) {
    Beside beside;
    if (!isForOthers(options.settings.dataClass)) return beside;
    PEIL_TRY(const auto answer, client.get("/admin/releases"));
    auto& known = beside.known;
    PEIL_TRY(known, releasesOf(answer));
    if (!known.empty()) beside.newest = known.back().number;
    std::erase_if(known, [&](const KnownRelease& one) {
        return frozen ? !frozen->comparedWith.contains(one.number) : one.recalled;
    });
    dropRepeats(known);
    for (const auto& folder : options.earlier) {
        PEIL_TRY(auto one, readRelease(folder));
        known.push_back(std::move(one));
    }
    return beside;
}

Result<Written> writeData(const ExportOptions& options, const ExportSubject& subject, const CleanRecords& clean,
                          const std::vector<KnownRelease>& known, const ReleaseSeed& seed,
                          exports::ExportFolder& folder, Interruption& watch) {
    const auto& settings = options.settings;
    PEIL_TRY(const auto tables, makeTables(subject, clean.records));
    Written written{{}, tables->differences, tables->remarks, {}};
    const auto earlier = besideRecords(known, clean.records);
    ReleaseSeed::Stream chance(seed);
    const ReleaseInput input{subject, settings.onUnsafe, known, earlier, chance};
    if (settings.dataClass == DataClass::Counts) {
        PEIL_TRY(written.release, writeCounts(*tables, input, folder, watch.progress("Counts")));
        return written;
    }
    const auto progress = watch.progress("Disclosure check");
    if (settings.dataClass == DataClass::Release) {
        PEIL_TRY(written.release, makeRelease(*tables, input, folder, progress));
    } else {
        PEIL_TRY(written.release, reportOnly(*tables, *subject.study, folder, progress));
    }
    PEIL_TRY(written.notWritten, writeRows(settings, subject.study->fields, tables->dataset, folder, watch));
    return written;
}

/// What the server lets the export be based on: it refuses if an exported interview was changed since it was listed.
boost::json::object basisJson(const FetchedEnvelopes& fetched, const CleanRecords& clean,
                              const ExportOptions& options) {
    return {{"firstAct", fetched.firstAct},
            {"lastAct", fetched.lastAct},
            {"byReview", options.reproduce.empty()},
            {"members", membersText(clean.records)}};
}

/// Logs the export in the audit chain before its files appear; reserves a frozen name.
Result<> logOnServer(ServerClient& client, const ExportOptions& options, const std::string& frozenName,
                     const std::string& checksum, const CleanRecords& clean, const ReleaseOutcome& outcome,
                     std::int64_t newestRelease, boost::json::object basis) {
    boost::json::object detail{{"class", idOf(options.settings.dataClass)},
                               {"interviews", clean.records.size()},
                               {"envelopes", clean.cleaning.received},
                               {"formats", boost::json::value_from(options.settings.formats)},
                               {"include", boost::json::value_from(options.settings.include)},
                               {"reproduced", !options.reproduce.empty()},
                               {"disclosure", outcome.summary}};
    if (isForOthers(options.settings.dataClass) && options.reproduce.empty())
        detail["release"] = releaseJson(clean.records, outcome.rungs, outcome.policy, newestRelease);
    const boost::json::object act{{"purpose", options.purpose},
                                  {"frozen", frozenName},
                                  {"checksum", checksum},
                                  {"detail", detail},
                                  {"basis", std::move(basis)}};
    PEIL_CHECK(client.post("/admin/exports", act));
    return {};
}

constexpr std::size_t kMostNamed = 20;

/// Names those that are left out and should not exist.
void reportOdd(const std::vector<OddRecord>& odd) {
    for (std::size_t i = 0; i < std::min(odd.size(), kMostNamed); ++i)
        std::cout << "    interview " << forTerminal(odd[i].interview) << " of tablet " << forTerminal(odd[i].device)
                  << ": " << idOf(odd[i].reason) << '\n';
    if (odd.size() > kMostNamed) std::cout << "    all " << odd.size() << " are in manifest.json under look_into\n";
}

void report(const ExportOptions& options, const CleanRecords& clean, const Written& written, const DevicePins& pins) {
    const auto& cleaning = clean.cleaning;
    std::cout << clean.records.size() << " interviews of " << cleaning.received << " envelopes are in "
              << options.out.string() << ".\n";
    for (const auto& reason : reasonsOf(cleaning))
        std::cout << "  excluded: " << reason << '\n';
    reportOdd(cleaning.odd);
    for (const auto& rule : cleaning.rules)
        std::cout << "  rule " << forTerminal(rule.id) << " (" << forTerminal(rule.label) << "): violated by "
                  << rule.broken << (rule.leavesOut ? ", excluded\n" : ", kept\n");
    if (cleaning.withoutWeight > 0)
        std::cout << "  " << cleaning.withoutWeight << " of them have no weight; exclude them from weighted figures\n";
    if (pins.added() > 0)
        std::cout << "  " << pins.added() << " tablets are new; their keys are stored in " << pins.file().string()
                  << " and trusted from now on (trust on first use)\n";
    for (const auto* remarks : {&written.differences, &written.remarks})
        for (const auto& remark : *remarks)
            std::cout << "  " << forTerminal(remark) << '\n';
    for (const auto& sentence : written.release.sentences)
        std::cout << "  " << sentence << '\n';
    for (const auto& one : written.notWritten)
        std::cerr << "peil: " << one.file << " was not written; the other files were. " << one.error.context << '\n';
}

/// The settings of a frozen dataset take the place of those on the command line.
Result<std::optional<FrozenDataset>> takeFrozen(ExportOptions& options, const study::StudyPack& pack) {
    if (options.reproduce.empty()) return std::optional<FrozenDataset>();
    PEIL_TRY(auto frozen, readFrozen(options.reproduce));
    if (frozen.packHash != pack.hash())
        return fail(CliErrc::BadInput, "The frozen dataset \"" + frozen.name +
                                           "\" was made with a different study pack; give the pack with the checksum " +
                                           frozen.packHash + ".");
    options.settings = frozen.settings;
    return std::optional(std::move(frozen));
}

/// That of the frozen dataset, or a new one.
Result<ReleaseSeed> seedFor(const std::optional<FrozenDataset>& frozen, const crypto::BoxKeyPair& key, Rng& rng) {
    if (!frozen || frozen->settings.dataClass != DataClass::Release) return ReleaseSeed::draw(rng);
    return ReleaseSeed::open(frozen->seed, key);
}

/// What the server listed, judged by the packs of their time.
Result<CleanRecords> cleanRecords(const ExportOptions& options, const PackForm& newest, const crypto::BoxKeyPair& key,
                                  const std::optional<FrozenDataset>& frozen, records::Listing listing,
                                  EarlierForms& earlier, DevicePins& pins, std::function<bool(double)> progress) {
    const auto& settings = options.settings;
    const auto judgeOf = [&](const std::string& formHash) -> Result<std::optional<Judge>> {
        PEIL_TRY(const auto* version, earlier.of(formHash));
        return version == nullptr ? std::nullopt : std::optional(version->judge());
    };
    return records::judgeEnvelopes(
        std::move(listing),
        {.researcher = key,
         .formHash = newest.pack.formHash(),
         .judge = newest.judge(),
         .pins = &pins,
         .earlier = settings.versions == Versions::All ? judgeOf : decltype(records::CleaningPlan::earlier)(),
         .include = {settings.include.begin(), settings.include.end()},
         .only = frozen ? &frozen->envelopes : nullptr,
         .progress = std::move(progress)});
}

/// Others get only approved interviews. A frozen dataset has its own settings.
Result<> settle(ExportOptions& options) {
    auto& settings = options.settings;
    if (settings.dataClass == DataClass::Release && settings.onUnsafe == exports::OnUnsafe::Report)
        settings.dataClass = DataClass::Internal; // what --disclosure report requested before there was a class for it
    if (!options.reproduce.empty() || !isForOthers(settings.dataClass)) return {};
    for (const auto state : {study::ReviewState::Received, study::ReviewState::HasIssues})
        if (std::ranges::find(settings.include, idOf(state)) != settings.include.end())
            return fail(CliErrc::BadInput,
                        "--include " + std::string(idOf(state)) +
                            " adds interviews that no one has approved and that must not be given to others; "
                            "approve them with peil review, or give --class internal.");
    return {};
}

Result<int> exportAll(ExportOptions options, Rng& rng) {
    PEIL_CHECK(settle(options));
    auto& settings = options.settings;
    PEIL_TRY(const auto signer, publicKeyFrom(options.signer, crypto::KeyPurpose::Signing));
    PEIL_TRY(const auto newest, openPack(options, signer));
    const auto& pack = newest.pack;
    PEIL_TRY(const auto frozen, takeFrozen(options, pack));
    PEIL_TRY(const auto passphrase, passphraseFrom(options.passphraseFile, AskPassphrase::Once));
    PEIL_TRY(const auto key, openSealingKey(options.key, passphrase));
    PEIL_TRY(const auto seed, seedFor(frozen, key, rng));
    Interruption watch;
    PEIL_TRY(auto folder, exports::ExportFolder::create(options.out));
    PEIL_TRY(auto client, ServerClient::open(options.place));
    client.stopWhen(Interruption::requested);
    const std::filesystem::path besideKey = options.key.string() + ".tablets";
    PEIL_TRY(auto pins, DevicePins::open(options.tablets.empty() ? besideKey : options.tablets));
    const AskServer ask = [&client](const std::string& path) { return client.get(path); };
    EarlierForms earlier(ask, signer, pack);
    const auto progress = watch.progress("Decrypting and checking");
    PEIL_TRY(auto fetched, fetchEnvelopes(ask, [&] { return progress(0); }));
    PEIL_TRY(const auto clean,
             cleanRecords(options, newest, key, frozen, std::move(fetched.listing), earlier, pins, progress));
    PEIL_CHECK(refuseEmpty(clean, settings.dataClass));
    const ExportSubject subject{*newest.form,
                                pack.form(),
                                versionOf(clean.records),
                                dateOf(clean.records),
                                pack.study().title,
                                options.settings.dataClass == DataClass::Estimation ? Fields::Open : Fields::All,
                                &pack.study(),
                                pack.formHash(),
                                earlier.usedBy(clean.records)};
    PEIL_TRY(const auto beside, knownReleases(options, frozen, client));
    PEIL_TRY(const auto written, writeData(options, subject, clean, beside.known, seed, folder, watch));
    PEIL_TRY(const auto files, filesOf(folder));
    if (frozen) PEIL_CHECK(checkReproduced(*frozen, files));
    const ExportFacts facts{settings,
                            PEIL_VERSION,
                            options.freeze,
                            options.purpose,
                            pack,
                            clean,
                            subject.version,
                            subject.date,
                            crypto::fingerprint(key.publicKey),
                            settings.dataClass == DataClass::Release ? seed.sealedFor(key.publicKey) : std::string(),
                            written.release.summary,
                            numbersOf(beside.known),
                            written.differences,
                            written.notWritten};
    PEIL_CHECK(folder.write("manifest.json", frozen ? frozen->text : manifestText(facts, files)));
    PEIL_CHECK(pins.save());
    PEIL_CHECK(logOnServer(client, options, frozen ? frozen->name : options.freeze, checksumOf(files), clean,
                           written.release, beside.newest, basisJson(fetched, clean, options)));
    PEIL_CHECK(folder.commit());
    report(options, clean, written, pins);
    return written.notWritten.empty() ? kDone : kUsersFault;
}

} // namespace

void addExportCommand(CLI::App& app, Task& task) {
    const auto options = std::make_shared<ExportOptions>();
    auto* command = app.add_subcommand("export", "Decrypt, clean and write the interviews with the researcher's key");
    addExportOptions(*command, *options);
    command->callback([options, &task] {
        task = [options] {
            SystemRng rng;
            return exportAll(*options, rng);
        };
    });
}

} // namespace peil::cli
