// SPDX-License-Identifier: Apache-2.0
#include "demo.h"

#include "aggregates.h"
#include "fleet.h"
#include "golden.h"
#include "markers.h"
#include "summary.h"
#include "terminal.h"

#include "peil/base/file.h"
#include "peil/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

namespace demo {
namespace {

using namespace peil;
namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFile = std::uintmax_t{256} << 20U;
/// With --kill-server: the server goes when this many interviews are received.
constexpr std::size_t kKillAfter = 60;
/// Sums over rows in another order differ by less.
constexpr double kSameFigure = 1e-9;

bool hasDisplay() {
    return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
}

Result<> makeStudy(const Workshop& shop) {
    const auto& places = shop.places();
    for (const auto& [purpose, file] :
         {std::pair{"signing", places.signingKey}, std::pair{"sealing", places.sealingKey}})
        PEIL_CHECK(shop.run("peil", {"keys", "new", "--kind", purpose, file.string(), "--passphrase-file",
                                     places.passphrase.string()}));
    PEIL_CHECK(shop.run("peil", {"study", "sign", shop.options().study.string(), "--key", places.signingKey.string(),
                                 "--passphrase-file", places.passphrase.string(), "--recipient",
                                 "researchers=" + places.sealingKey.string(), "--out", places.pack.string()}));
    return {};
}

Result<> publishStudy(const Workshop& shop) {
    PEIL_CHECK(shop.makePeople());
    PEIL_CHECK(shop.as("national_coordinator",
                       {"study", "publish", shop.places().pack.string(), "--signer", shop.places().signingKey.string(),
                        "--benchmark", (shop.options().study / "benchmark.csv").string()}));
    return {};
}

/// City codes of the answer files, in order.
std::vector<std::string> citiesOf(const fs::path& answers) {
    std::vector<std::string> cities;
    for (const auto& entry : fs::directory_iterator(answers))
        cities.push_back(entry.path().stem().string());
    std::sort(cities.begin(), cities.end());
    return cities;
}

/// @return how many interviews the tablets say they have finalised.
Result<std::int64_t> interview(Workshop& shop, Terminal& terminal, const std::vector<std::string>& cities,
                               std::size_t total) {
    std::vector<std::vector<std::string>> commands;
    for (const auto& city : cities)
        commands.push_back(
            shop.command("peil-tablet",
                         {"--store", shop.tablet(city).string(), "--passphrase-file", shop.places().passphrase.string(),
                          "--rehearse", (shop.places().answers / (city + ".jsonl")).string(), "--sync", "--progress"}));
    Fleet fleet(commands);
    bool killed = !shop.options().killServer;
    Result<> restarted;
    std::size_t finalised = 0;
    const auto failed = fleet.run([&](const FleetProgress& progress) {
        finalised = progress.finalised;
        terminal.progress(progress.finalised, total, "answered, " + std::to_string(progress.received) + " received");
        if (killed || progress.received < kKillAfter) return;
        killed = true;
        shop.killServer();
        restarted = shop.startServer();
    });
    PEIL_CHECK(std::move(restarted));
    if (!killed) return failure("The sync ended before the server could be killed.");
    if (!failed.empty()) return failure(std::string(trim(failed)));
    return static_cast<std::int64_t>(finalised);
}

Result<> readLedger(const Workshop& shop, Summary& summary) {
    PEIL_TRY(const auto text, shop.as("national_coordinator", {"ledger", "--json"}));
    PEIL_TRY(const auto ledger, parseObject(text));
    const auto count = [&](const char* name) {
        const auto* value = ledger.if_contains(name);
        return value != nullptr && value->is_int64() ? value->as_int64() : std::int64_t{-1};
    };
    summary.received = count("received");
    summary.duplicates = count("quarantined");
    // What the tablets finalised, not what the server has heard of: a last interview that never came leaves no gap.
    summary.missing = summary.finalised - summary.received - summary.duplicates;
    return {};
}

/// An export with the researchers' key, in all formats.
Result<> exportTo(const Workshop& shop, const fs::path& folder, std::vector<std::string> further) {
    std::vector<std::string> arguments{"export",
                                       "--key",
                                       shop.places().sealingKey.string(),
                                       "--passphrase-file",
                                       shop.places().passphrase.string(),
                                       "--pack",
                                       shop.places().pack.string(),
                                       "--signer",
                                       shop.places().signingKey.string(),
                                       "--format",
                                       "csv,sav,dta",
                                       "--out",
                                       folder.string(),
                                       "--purpose",
                                       "demo"};
    arguments.insert(arguments.end(), further.begin(), further.end());
    PEIL_CHECK(shop.as("researcher", std::move(arguments)));
    return {};
}

/// The dataset as the researchers get it: approved by the coordinators, decrypted with their key, cleaned, written.
Result<fs::path> exportData(const Workshop& shop, Summary& summary) {
    PEIL_CHECK(shop.as("national_coordinator", {"review", "approve", "--all"}));
    PEIL_CHECK(exportTo(shop, shop.places().exports, {"--class", "internal"}));
    fs::path data;
    for (const auto& entry : fs::recursive_directory_iterator(shop.places().exports)) {
        if (!entry.is_regular_file()) continue;
        summary.exports.push_back(entry.path().string());
        const auto name = entry.path().filename().string();
        if (name == "interviews.csv" ||
            (data.empty() && name.ends_with(".csv") && name.find("codebook") == std::string::npos))
            data = entry.path();
    }
    std::sort(summary.exports.begin(), summary.exports.end());
    if (data.empty()) return failure("peil export wrote no table of interviews.");
    return data;
}

/// Counts interviews twice in the export, recomputes the published figures from it, and counts its markers.
Result<> checkExport(const Workshop& shop, const fs::path& data, Summary& summary) {
    PEIL_TRY(const auto text, readTextFile(data, kMaxFile));
    PEIL_TRY(const auto table, parseCsv(text));
    PEIL_TRY(const auto key, table.requireColumn("KEY", data.filename().string()));
    std::set<std::string_view> keys;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        keys.insert(table.cell(row, key));
        const auto& cells = table.rows[row];
        if (std::any_of(cells.begin(), cells.end(),
                        [](const auto& cell) { return cell.find(kMarker) != std::string::npos; }))
            ++summary.markersInExport;
    }
    summary.duplicates += static_cast<std::int64_t>(table.rows.size() - keys.size());
    PEIL_TRY(const auto benchmarkText, readTextFile(shop.options().data / "benchmark.csv", kMaxFile));
    PEIL_TRY(const auto benchmark, parseCsv(benchmarkText));
    PEIL_TRY(const auto checks, readTextFile(shop.options().data / "synthetic_check.json", kMaxFile));
    PEIL_TRY(const auto aggregates, peil_demo::checkAggregates(table, benchmark, checks));
    for (const auto& aggregate : aggregates) {
        ++summary.aggregatesChecked;
        if (aggregate.ok)
            ++summary.aggregatesMatching;
        else
            summary.aggregatesOff.push_back(aggregate.figure);
    }
    return {};
}

Result<> estimate(const Workshop& shop, const fs::path& data, Summary& summary) {
    PEIL_TRY(const auto text,
             shop.run("peil", {"estimate", "--data", data.string(), "--benchmark",
                               (shop.options().data / "benchmark.csv").string(), "--study",
                               shop.options().study.string(), "--strata", "city", "--cluster", "site", "--trait",
                               "crack_use", "--method", "logit_capped,logit,wilson", "--json"}));
    PEIL_TRY(summary.estimate, parseObject(text));
    summary.estimateFile = shop.places().estimate.string();
    PEIL_CHECK(writeFileDurably(shop.places().estimate, bytesOf(text)));
    PEIL_TRY(summary.published, readPublished(shop.options().data / "figures.json"));
    return {};
}

/// What others get, and whether the estimate can be made again from it.
Result<> releaseData(const Workshop& shop, Summary& summary) {
    const auto& folder = shop.places().release;
    PEIL_CHECK(exportTo(shop, folder, {}));
    summary.markersInRelease = filesWithMarker(folder);
    fs::path data;
    for (const auto& entry : fs::directory_iterator(folder))
        if (const auto name = entry.path().filename().string();
            name.ends_with(".csv") && fs::exists(folder / (name.substr(0, name.size() - 3) + "sav")))
            data = entry.path();
    PEIL_TRY(const auto text,
             shop.run("peil", {"estimate", "--data", data.string(), "--benchmark",
                               (shop.options().data / "benchmark.csv").string(), "--strata", "stratum", "--cluster",
                               "psu", "--trait", "crack_use", "--method", "logit_capped,logit,wilson", "--json"}));
    PEIL_TRY(const auto outside, parseObject(text));
    // The rows of a release are in an order of their own, so its groups are, too.
    std::map<std::string, const boost::json::value*> theirs;
    for (const auto& one : outside.at("estimates").as_array())
        theirs.emplace(one.at("group").as_string(), &one);
    for (const auto& ours : summary.estimate.at("estimates").as_array()) {
        const std::string group(ours.at("group").as_string());
        const auto found = theirs.find(group);
        for (const auto* figure : {"n", "x", "N", "lower", "upper", "standard_error"}) {
            const auto here = ours.at(figure).to_number<double>();
            if (found == theirs.end() ||
                std::abs(here - found->second->at(figure).to_number<double>()) > kSameFigure * std::abs(here))
                summary.releaseOff.push_back(std::string(figure) + " of group " + group);
        }
    }
    return {};
}

/// Asks the installed program for the golden numbers of the method, on the export.
Result<> checkGoldenNumbers(const Workshop& shop, const fs::path& data, Summary& summary) {
    const auto counts = shop.options().work / "register.csv";
    PEIL_TRY(const auto checks,
             peil_demo::checkGolden([&](const peil_demo::GoldenQuestion& question) -> Result<boost::json::object> {
                 PEIL_CHECK(writeFileDurably(counts, bytesOf(question.benchmark)));
                 std::vector<std::string> arguments{"estimate",    "--data",        data.string(),
                                                    "--benchmark", counts.string(), "--json"};
                 arguments.insert(arguments.end(), question.options.begin(), question.options.end());
                 PEIL_TRY(const auto text, shop.run("peil", std::move(arguments)));
                 return parseObject(text);
             }));
    for (const auto& check : checks) {
        ++summary.goldenChecked;
        if (check.ok())
            ++summary.goldenMatching;
        else
            summary.goldenOff.push_back(check.figure + ": " + check.got + ", not " + check.printed);
    }
    return {};
}

/// The page that a researcher hands on, in each language.
Result<> writeReports(const Workshop& shop, const fs::path& data, Summary& summary) {
    using Labels = std::array<const char*, 3>;
    for (const auto& [language, labels] :
         {std::pair("en", Labels{"opioid=opioids", "crack_only=crack, no opioids", "crack_use=crack"}),
          std::pair("nl", Labels{"opioid=opioïden", "crack_only=crack, geen opioïden", "crack_use=crack"})}) {
        const auto folder = shop.places().reports / language;
        PEIL_CHECK(shop.run("peil", {"report",
                                     "--data",
                                     data.string(),
                                     "--benchmark",
                                     (shop.options().data / "benchmark.csv").string(),
                                     "--study",
                                     shop.options().study.string(),
                                     "--strata",
                                     "city",
                                     "--cluster",
                                     "site",
                                     "--trait",
                                     "crack_use",
                                     "--manifest",
                                     (shop.places().exports / "manifest.json").string(),
                                     "--language",
                                     language,
                                     "--label",
                                     labels[0],
                                     "--label",
                                     labels[1],
                                     "--label",
                                     labels[2],
                                     "--out",
                                     folder.string()}));
        summary.reports.push_back((folder / "report.html").string());
    }
    return {};
}

Result<> takePictures(const Workshop& shop, Terminal& terminal) {
    const auto& folder = shop.options().screenshots;
    terminal.step("Screenshots of every page");
    PEIL_CHECK(shop.run("peil-tablet", {"--screenshots", (folder / "tablet").string()}));
    PEIL_TRY(const auto password, readTextFile(shop.places().password, kMaxFile));
    const auto browser =
        peil_test::runProgram({"node", PEIL_SOURCE_DIR "/tests/browser/screenshots.mjs", "https://" + shop.dashboard(),
                               "researcher", std::string(trim(password)), (folder / "dashboard").string()});
    if (browser.status != 0) return failure("The screenshots of the dashboard failed: " + browser.errors);
    terminal.done("written to " + folder.string());
    return {};
}

/// Steps 1 to 4: everything up to the first question.
Result<std::vector<std::string>> prepareField(Workshop& shop, Terminal& terminal) {
    terminal.step("Creating keys, compiling the questionnaire, signing the study");
    PEIL_CHECK(shop.prepare());
    PEIL_CHECK(makeStudy(shop));
    terminal.done("pack of " + std::to_string(fs::file_size(shop.places().pack) / 1024) + " KiB");
    terminal.step("Starting the server with an empty encrypted store");
    PEIL_CHECK(shop.startServer());
    PEIL_CHECK(publishStudy(shop));
    terminal.done("dashboard https://" + shop.dashboard());
    terminal.step("Preparing the interviews, one file per city");
    PEIL_CHECK(shop.run("peil-demo-answers",
                        {(shop.options().data / "synthetic.csv").string(), shop.places().answers.string()}));
    auto cities = citiesOf(shop.places().answers);
    terminal.done(std::to_string(cities.size()) + " cities");
    terminal.step("Enrolling tablets with one-time codes over TLS 1.3");
    for (const auto& city : cities)
        PEIL_CHECK(shop.enrolTablet(city, city));
    terminal.done(std::to_string(cities.size()) + " tablets");
    return cities;
}

Result<> openWindow(Workshop& shop, Terminal& terminal) {
    PEIL_CHECK(shop.enrolTablet("HEE", "yours"));
    PEIL_TRY(const auto passphrase, readTextFile(shop.places().passphrase, kMaxFile));
    terminal.line("Your own tablet opens; its passphrase is: " + std::string(trim(passphrase)));
    PEIL_CHECK(shop.run("peil-tablet", {"--store", shop.tablet("yours").string()}));
    return {};
}

/// Whether the run ends with a tablet in a window. The server runs until that is closed.
bool endsInWindow(const Options& options) {
    return !options.headless && options.screenshots.empty() && hasDisplay();
}

void printOutcome(const Summary& summary, Terminal& terminal, const Workshop& shop) {
    terminal.line();
    for (const auto& line : tableOf(summary))
        terminal.line(line);
    terminal.line();
    terminal.line("interviews: " + std::to_string(summary.finalised) + " finalised, " +
                  std::to_string(summary.received) + " received, " + std::to_string(summary.missing) + " missing, " +
                  std::to_string(summary.duplicates) + " duplicates");
    terminal.line("published figures recomputed from the export: " + std::to_string(summary.aggregatesMatching) +
                  " of " + std::to_string(summary.aggregatesChecked) + " equal");
    terminal.line("reference estimates recomputed from the export: " + std::to_string(summary.goldenMatching) + " of " +
                  std::to_string(summary.goldenChecked) + " equal");
    for (const auto& off : summary.goldenOff)
        terminal.line("  " + off);
    terminal.line("server and tablet files that reveal a sealed answer: " + std::to_string(summary.markersInStores));
    terminal.line("dataset and codebook: " + shop.places().exports.string());
    terminal.line("release for others, with " +
                  std::string(summary.releaseOff.empty() ? "the same estimate: " : "a different estimate: ") +
                  shop.places().release.string());
    terminal.line("report in English and in Dutch: " + join(summary.reports, ", "));
    if (endsInWindow(shop.options()))
        terminal.line("dashboard: https://" + summary.dashboard +
                      " (while this program runs; log in as national_coordinator or researcher, password in " +
                      shop.places().password.string() + ")");
}

} // namespace

Result<> runStudy(const Options& options) {
    const auto began = std::chrono::steady_clock::now();
    Workshop shop(options);
    Terminal terminal;
    Summary summary;
    PEIL_TRY(const auto cities, prepareField(shop, terminal));
    PEIL_TRY(const auto rows, readTextFile(options.data / "synthetic.csv", kMaxFile));
    PEIL_TRY(const auto table, parseCsv(rows));
    const auto total = table.rows.size();
    terminal.step("Answering the interviews question by question, sealing and sending them");
    PEIL_TRY(summary.finalised, interview(shop, terminal, cities, total));
    PEIL_CHECK(readLedger(shop, summary));
    terminal.done(std::to_string(summary.received) + " of " + std::to_string(total) + " interviews received");
    terminal.step("Quotas on the server");
    PEIL_TRY(const auto quotas, shop.as("national_coordinator", {"quotas"}));
    terminal.line(quotas);
    terminal.step("Approving the interviews, exporting the dataset with the researchers' key, estimating");
    PEIL_TRY(const auto data, exportData(shop, summary));
    PEIL_CHECK(checkExport(shop, data, summary));
    PEIL_CHECK(estimate(shop, data, summary));
    PEIL_CHECK(releaseData(shop, summary));
    PEIL_CHECK(checkGoldenNumbers(shop, data, summary));
    PEIL_CHECK(writeReports(shop, data, summary));
    summary.markersInStores = filesWithMarker(shop.places().server) + filesWithMarker(shop.places().tablets);
    terminal.done(std::to_string(summary.exports.size()) + " files");
    summary.tablets = static_cast<std::int64_t>(cities.size());
    summary.dashboard = shop.dashboard();
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    printOutcome(summary, terminal, shop);
    if (!options.json.empty()) PEIL_CHECK(writeFileDurably(options.json, bytesOf(toJson(summary) + "\n")));
    if (!isSound(summary, static_cast<std::int64_t>(total)))
        return failure("The results do not match the expected figures; see the lines above.");
    if (!options.screenshots.empty()) PEIL_CHECK(takePictures(shop, terminal));
    if (endsInWindow(options)) PEIL_CHECK(openWindow(shop, terminal));
    shop.stopServer();
    return {};
}

Result<> openApp(const Options& options) {
    if (!hasDisplay()) return failure("There is no display for the tablet app; run this in a graphical session.");
    Workshop shop(options);
    Terminal terminal;
    PEIL_CHECK(prepareField(shop, terminal));
    PEIL_CHECK(openWindow(shop, terminal));
    shop.stopServer();
    return {};
}

} // namespace demo
