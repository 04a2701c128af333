// SPDX-License-Identifier: Apache-2.0
// capture: the size of a population from overlap - two lists, repeated contacts, three lists and more.

#include "capture_input.h"
#include "command.h"
#include "peil/base/text.h"
#include "peil/estimation/rounding.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <memory>
#include <sstream>

namespace peil::cli {
namespace {

using namespace estimation;
namespace json = boost::json;

struct CaptureRow {
    std::string estimator;
    double N = kMissing;
    double standardError = kMissing;
    Interval interval{kMissing, kMissing};
    std::string words;
};
struct CaptureResult {
    std::string heading; ///< what was counted
    json::object counts;
    std::vector<CaptureRow> rows;
    std::vector<std::string> notes;
};

/// "-" for what an estimator does not give, "unbounded" for a limit that is not there.
std::string people(double value, std::optional<double> printed, int decimals) {
    return printed ? groupedText(*printed, decimals) : std::isnan(value) ? "-" : "unbounded";
}

/// Chapman when the linkage misses true matches: R/(1-share), at most the smaller list.
Result<> addMissedLinks(CaptureResult& result, const TwoLists& lists, const CaptureOptions& options) {
    if (options.missedLinks.empty()) return {};
    const double low = options.missedLinks[0], high = options.missedLinks[1];
    if (!(low >= 0 && low <= high && high < 1))
        return fail(CliErrc::BadInput, "--missed-links needs two shares, lowest and highest, from 0 and below 1.");
    for (const double share : {low, high}) {
        const double both = std::min({lists.both / (1 - share), lists.first, lists.second});
        PEIL_TRY(const auto linked, twoSource(lists.first, lists.second, both, options.level));
        result.rows.push_back({"chapman", linked.chapman.N, linked.chapman.standardError, linked.chapmanLog,
                               "if the linkage misses " + formatNumber(100 * share) + "% of true matches"});
    }
    return {};
}

Result<CaptureResult> twoLists(const TwoLists& lists, const CaptureOptions& options) {
    PEIL_TRY(const auto got, twoSource(lists.first, lists.second, lists.both, options.level));
    CaptureResult result;
    result.heading = formatNumber(lists.first) + " on the first list, " + formatNumber(lists.second) +
                     " on the second, " + formatNumber(lists.both) + " on both; " + formatNumber(got.seen) + " seen";
    result.counts = {{"first", lists.first}, {"second", lists.second}, {"both", lists.both}, {"seen", got.seen}};
    if (got.lincolnPetersen) {
        const auto& lp = *got.lincolnPetersen;
        result.rows.push_back({"lincoln_petersen", lp.N, lp.standardError, lp.normal, "normal interval"});
        result.rows.push_back({"lincoln_petersen", lp.N, kMissing, got.krebs, "interval of R/C turned over (Krebs)"});
    } else {
        result.notes.push_back("There is no overlap: Lincoln-Petersen has no size, and that of Chapman is only a low "
                               "number.");
    }
    result.rows.push_back({"chapman", got.chapman.N, got.chapman.standardError, got.chapman.normal, "normal interval"});
    result.rows.push_back(
        {"chapman", got.chapman.N, got.chapman.standardError, got.chapmanLog, "log interval (Chao), never below seen"});
    result.rows.push_back({"chapman", got.chapman.N, kMissing, got.sadinle, "transformed logit (Sadinle)"});
    result.rows.push_back({"bailey", got.bailey, got.baileySe, {kMissing, kMissing}, "second list with replacement"});
    PEIL_CHECK(addMissedLinks(result, lists, options));
    return result;
}

Result<CaptureResult> meetings(const Meetings& met, const CaptureOptions& options) {
    PEIL_TRY(const auto got, chao(met.frequency, options.level));
    CaptureResult result;
    result.heading =
        formatNumber(got.n) + " people met, " + formatNumber(got.f1) + " once, " + formatNumber(got.f2) + " twice";
    result.counts = {{"seen", got.n}, {"f1", got.f1}, {"f2", got.f2}};
    result.rows.push_back({"chao", got.chao.N, got.chao.standardError, got.chaoLog, "lower bound, log interval"});
    result.rows.push_back({"chao", got.chao.N, got.chao.standardError, got.chao.normal, "lower bound, normal"});
    result.rows.push_back(
        {"chao_bias_corrected", got.biasCorrected, got.biasCorrectedSe, {kMissing, kMissing}, "lower bound"});
    if (got.zelterman) result.rows.push_back({"zelterman", *got.zelterman, got.zeltermanSe, {kMissing, kMissing}, ""});
    if (got.oneInflation)
        result.rows.push_back(
            {"one_inflation", *got.oneInflation, kMissing, {kMissing, kMissing}, "those met once left aside"});
    if (got.f2 == 0) result.notes.push_back("Nobody was met twice: the size is hardly more than a guess.");
    return result;
}

Result<CaptureResult> manyLists(const ListOverlap& lists, const CaptureOptions& options) {
    PEIL_TRY(const auto models, logLinearModels(lists.counts, options.level));
    if (models.empty())
        return fail(CliErrc::BadInput, "The lists overlap too little for any log-linear model; join some of them.");
    CaptureResult result;
    result.heading = formatNumber(models.front().observed) + " people on " + std::to_string(lists.counts.lists) +
                     " lists: " + join(lists.names, ", ");
    result.counts = {{"seen", models.front().observed}, {"lists", lists.counts.lists}};
    const auto best =
        std::min_element(models.begin(), models.end(), [](const auto& a, const auto& b) { return a.aic < b.aic; });
    for (const auto& model : models)
        result.rows.push_back({model.model,
                               model.N,
                               model.standardError,
                               {model.observed + model.f0Interval.lower, model.observed + model.f0Interval.upper},
                               "AIC " + formatFixed(model.aic, 1) + ", BIC " + formatFixed(model.bic, 1)});
    result.notes.push_back("Smallest AIC: " + best->model +
                           ". Report all models: the choice between them moves the size more than chance does.");
    return result;
}

Result<CaptureResult> resultOf(const Overlap& overlap, const CaptureOptions& options) {
    if (const auto* lists = std::get_if<TwoLists>(&overlap)) return twoLists(*lists, options);
    if (!options.missedLinks.empty())
        return fail(CliErrc::BadInput, "--missed-links is for two lists; leave it out here.");
    if (const auto* met = std::get_if<Meetings>(&overlap)) return meetings(*met, options);
    return manyLists(std::get<ListOverlap>(overlap), options);
}

std::string tableOf(const CaptureResult& result, double level) {
    std::ostringstream stream;
    stream.imbue(std::locale::classic());
    const auto line = [&](const std::string& name, const std::string& size, const std::string& error,
                          const std::string& interval, const std::string& words) {
        stream << std::left << std::setw(24) << name << std::right << std::setw(12) << size << std::setw(14) << error
               << "   " << std::left << std::setw(26) << interval << words << '\n';
    };
    stream << result.heading << '\n';
    line("estimator", "people", "std. error", formatNumber(100 * level) + "% interval", "");
    for (const auto& row : result.rows) {
        const auto size = printedSize(row.N, row.interval.lower, row.interval.upper);
        const auto limits = people(row.interval.lower, size.lower, size.decimals) + " to " +
                            people(row.interval.upper, size.upper, size.decimals);
        line(row.estimator, people(row.N, size.N, size.decimals),
             people(row.standardError, printedSize(row.standardError).N, 0),
             std::isnan(row.interval.lower) ? "-" : limits, row.words);
    }
    for (const auto& note : result.notes)
        stream << "note: " << note << '\n';
    return stream.str();
}

json::value number(double value) {
    return std::isfinite(value) ? json::value(value) : json::value(nullptr);
}

std::string jsonOf(const CaptureResult& result, double level) {
    json::array rows, notes;
    for (const auto& row : result.rows)
        rows.push_back({{"estimator", row.estimator},
                        {"N", number(row.N)},
                        {"standard_error", number(row.standardError)},
                        {"lower", number(row.interval.lower)},
                        {"upper", number(row.interval.upper)},
                        {"words", row.words}});
    for (const auto& note : result.notes)
        notes.push_back(json::value(note));
    return json::serialize(json::object{{"level", level},
                                        {"counts", result.counts},
                                        {"estimates", std::move(rows)},
                                        {"notes", std::move(notes)}}) +
           "\n";
}

Result<int> capture(const CaptureOptions& options) {
    PEIL_TRY(const auto overlap, overlapOf(options));
    PEIL_TRY(const auto result, resultOf(overlap, options));
    std::cout << (options.json ? jsonOf(result, options.level) : tableOf(result, options.level));
    return kDone;
}

} // namespace

void addCaptureCommand(CLI::App& app, Task& task) {
    const auto options = std::make_shared<CaptureOptions>();
    auto* command = app.add_subcommand("capture", "Size of a population from overlap: lists, waves, repeated contacts");
    command->add_option("--lists", options->lists, "Two lists: M,C,R (on the first, on the second, on both)")
        ->delimiter(',')
        ->expected(3);
    command->add_option("--met", options->met, "Repeated contacts: people met once, twice, and so on")->delimiter(',');
    command->add_option("--counts", options->counts,
                        "Two to six lists in CSV: columns key (such as 101: on the first and third) and count");
    command->add_option("--data", options->data, "Interviews in CSV");
    command->add_option("--code", options->code, "Column with the code that people make themselves");
    command->add_option("--wave", options->wave, "Column of the waves, with --code: each is a list");
    command->add_option("--earlier", options->earlier, "Column that says who was interviewed before (1, 0 or empty)");
    command->add_option("--first", options->first, "Different people interviewed before, with --earlier");
    command->add_option("--group", options->group, "Only this group of the interviews");
    command
        ->add_option("--missed-links", options->missedLinks,
                     "Share of true matches that the linkage misses: lowest,highest")
        ->delimiter(',')
        ->expected(2);
    command->add_option("--level", options->level, "Confidence level")
        ->check(CLI::Range(0.5, 0.9999))
        ->capture_default_str();
    command->add_flag("--json", options->json, "As JSON, unrounded");
    command->callback([options, &task] { task = [options] { return capture(*options); }; });
}

} // namespace peil::cli
