// SPDX-License-Identifier: Apache-2.0
// capture: the size of a population from overlap - two lists, repeated contacts, three lists and more.

#include "cli/command.h"
#include "peil/analysis/overlap.h"
#include "peil/base/text.h"
#include "peil/estimation/rounding.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <limits>
#include <memory>
#include <sstream>

namespace peil::cli {
namespace {

using namespace estimation;
using analysis::ListOverlap;
using analysis::Meetings;
using analysis::Overlap;
using analysis::TwoLists;
namespace json = boost::json;

struct CaptureOptions {
    analysis::OverlapOptions overlap;
    std::vector<double> missedLinks; ///< lowest and highest share of true matches that the linkage misses
    double level = 0.95;
    bool json = false;
};

struct CaptureRow {
    std::string estimator;
    double N = kMissing;
    double standardError = kMissing;
    CheckedInterval interval;
    std::string words;
    json::object more;  ///< of the JSON
    bool listed = true; ///< in the table
};
struct CaptureResult {
    std::string heading; ///< what was counted
    json::object counts;
    std::vector<CaptureRow> rows;
    std::optional<std::string> noSize; ///< why the data give no size; there are no rows then
    std::vector<LogLinearModels::NotEstimable> notEstimable;
    json::object best; ///< models by criterion
    std::vector<std::string> notes;
};

constexpr std::size_t kModelsInTable = 10;

/// A size with the interval that its formula gives, as far as it may be given out: it holds the size and everyone seen.
CaptureRow rowOf(std::string estimator, double N, double standardError, const Interval& limits, double seen,
                 std::string words) {
    CaptureRow row{std::move(estimator), N, standardError, checked(limits, N, seen), std::move(words), {}};
    if (row.interval.why == NoInterval::BelowRegister) {
        row.words += "; not shown: it would extend below the number of people seen";
    } else if (row.interval.why) {
        row.words += "; not shown: it would not contain its own estimate";
    }
    return row;
}

/// A size whose formula has no interval.
CaptureRow rowOf(std::string estimator, double N, double standardError, std::string words) {
    return {std::move(estimator), N, standardError, CheckedInterval::none(NoInterval::NoVariance),
            std::move(words),     {}};
}

/// "-" for what an estimator does not give, "unbounded" for a limit that is not there.
std::string people(double value, std::optional<double> printed, int decimals) {
    return printed ? groupedText(*printed, decimals) : std::isnan(value) ? "-" : "unbounded";
}

/// Chapman when the linkage misses true matches: R/(1-share), at most the smaller list.
Result<> addMissedLinks(CaptureResult& result, const TwoLists& lists, const CaptureOptions& options) {
    if (options.missedLinks.empty()) return {};
    const double low = options.missedLinks[0], high = options.missedLinks[1];
    if (!(low >= 0 && low <= high && high < 1))
        return fail(CliErrc::BadInput, "--missed-links needs two proportions, lowest and highest, from 0 to below 1.");
    for (const double share : {low, high}) {
        const double both = std::min({lists.both / (1 - share), lists.first, lists.second});
        PEIL_TRY(const auto linked, twoSource(lists.first, lists.second, both, options.level));
        result.rows.push_back(rowOf("chapman", linked.chapman.N, linked.chapman.standardError, linked.chapmanLog,
                                    linked.seen,
                                    "if the linkage misses " + formatNumber(100 * share) + "% of true matches"));
    }
    return {};
}

Result<CaptureResult> twoLists(const TwoLists& lists, const CaptureOptions& options) {
    PEIL_TRY(const auto got, twoSource(lists.first, lists.second, lists.both, options.level));
    CaptureResult result;
    result.heading = formatNumber(lists.first) + " on the first list, " + formatNumber(lists.second) +
                     " on the second, " + formatNumber(lists.both) + " on both; " + formatNumber(got.seen) + " seen";
    result.counts = {{"first", lists.first}, {"second", lists.second}, {"both", lists.both}, {"seen", got.seen}};
    if (!got.estimable) {
        result.noSize = "No one is on both lists: without overlap, any large population size fits.";
        return result;
    }
    const auto& lp = *got.lincolnPetersen;
    const auto& chapman = got.chapman;
    const auto add = [&](const char* name, double N, double error, const Interval& limits, const char* words) {
        result.rows.push_back(rowOf(name, N, error, limits, got.seen, words));
    };
    add("lincoln_petersen", lp.N, lp.standardError, lp.normal, "normal interval");
    add("lincoln_petersen", lp.N, kMissing, got.krebs, "inverted interval of R/C (Krebs)");
    add("chapman", chapman.N, chapman.standardError, chapman.normal, "normal interval");
    add("chapman", chapman.N, chapman.standardError, got.chapmanLog,
        "log interval (Chao), never below the number seen");
    add("chapman", chapman.N, kMissing, got.sadinle, "transformed logit (Sadinle)");
    result.rows.push_back(rowOf("bailey", got.bailey, got.baileySe, "second list drawn with replacement"));
    PEIL_CHECK(addMissedLinks(result, lists, options));
    return result;
}

Result<CaptureResult> meetings(const Meetings& met, const CaptureOptions& options) {
    PEIL_TRY(const auto got, chao(met.frequency, options.level));
    CaptureResult result;
    result.heading =
        formatNumber(got.n) + " people observed, " + formatNumber(got.f1) + " once, " + formatNumber(got.f2) + " twice";
    result.counts = {{"seen", got.n}, {"f1", got.f1}, {"f2", got.f2}};
    if (!got.estimable) {
        result.noSize = "No one was observed exactly twice, so not even a lower bound can be given.";
        return result;
    }
    const auto& lowest = got.chao;
    result.rows.push_back(
        rowOf("chao", lowest.N, lowest.standardError, got.chaoLog, got.n, "lower bound, log interval"));
    result.rows.push_back(rowOf("chao", lowest.N, lowest.standardError, lowest.normal, got.n, "lower bound, normal"));
    result.rows.push_back(rowOf("chao_bias_corrected", got.biasCorrected, got.biasCorrectedSe, "lower bound"));
    if (got.zelterman) result.rows.push_back(rowOf("zelterman", *got.zelterman, got.zeltermanSe, ""));
    if (got.oneInflation)
        result.rows.push_back(rowOf("one_inflation", *got.oneInflation, kMissing, "excluding those observed once"));
    return result;
}

CaptureRow modelRow(const LogLinearEstimate& model) {
    auto row = rowOf(model.model, model.N, model.standardError,
                     {model.observed + model.f0Interval.lower, model.observed + model.f0Interval.upper}, model.observed,
                     "AIC " + formatFixed(model.aic, 1) + ", BIC " + formatFixed(model.bic, 1) +
                         (model.saturated ? ", saturated: fits any counts"
                                          : ", deviance " + formatFixed(model.deviance, 1) + " on " +
                                                formatNumber(model.degreesOfFreedom)));
    row.more = {{"aic", model.aic},
                {"bic", model.bic},
                {"deviance", model.deviance},
                {"df", model.degreesOfFreedom},
                {"saturated", model.saturated}};
    return row;
}

/// The choice among models that the counts can contradict, and what a saturated one would have said.
void addChoice(CaptureResult& result, const LogLinearModels& models) {
    if (!models.bestAic) {
        result.notes.push_back("Only a saturated model can be fitted. It fits any counts, so these counts neither "
                               "support nor contradict it.");
        return;
    }
    const auto& aic = models.fitted[*models.bestAic];
    const auto& bic = models.fitted[*models.bestBic];
    result.best = {{"aic", aic.model}, {"bic", bic.model}};
    result.notes.push_back(
        "Smallest AIC: " + aic.model + "; smallest BIC: " + bic.model +
        ". Report all models: the choice between them changes the size more than sampling error does.");
    for (const auto& model : models.fitted)
        if (model.saturated && model.aic < aic.aic)
            result.notes.push_back("The saturated model, " + model.model +
                                   ", has an even smaller AIC, but no degrees of freedom. It is not chosen, because no "
                                   "counts could contradict it.");
}

/// More models than a screen holds: those with the smallest AIC.
void listBest(CaptureResult& result, const LogLinearModels& models) {
    if (models.fitted.size() <= kModelsInTable) return;
    std::vector<double> criteria;
    for (const auto& model : models.fitted)
        criteria.push_back(model.aic);
    std::sort(criteria.begin(), criteria.end());
    for (std::size_t i = 0; i < models.fitted.size(); ++i)
        result.rows[i].listed = models.fitted[i].aic <= criteria[kModelsInTable - 1];
    result.notes.push_back("The table shows the " + std::to_string(kModelsInTable) +
                           " models with the smallest AIC of " + std::to_string(models.fitted.size()) +
                           "; --json shows all of them.");
}

Result<CaptureResult> manyLists(const ListOverlap& lists, const CaptureOptions& options) {
    PEIL_TRY(auto models, logLinearModels(lists.counts, options.level));
    double seen = 0;
    for (std::size_t cell = 1; cell < lists.counts.counts.size(); ++cell)
        seen += lists.counts.counts[cell];
    CaptureResult result;
    result.heading =
        formatNumber(seen) + " people on " + std::to_string(lists.counts.lists) + " lists: " + join(lists.names, ", ");
    result.counts = {{"seen", seen}, {"lists", lists.counts.lists}};
    if (models.fitted.empty()) {
        result.noSize = "The lists overlap too little for a log-linear model; merge some of them.";
        return result;
    }
    for (const auto& model : models.fitted)
        result.rows.push_back(modelRow(model));
    addChoice(result, models);
    listBest(result, models);
    result.notEstimable = std::move(models.notEstimable);
    return result;
}

Result<CaptureResult> resultOf(const Overlap& overlap, const CaptureOptions& options) {
    if (const auto* lists = std::get_if<TwoLists>(&overlap)) return twoLists(*lists, options);
    if (!options.missedLinks.empty()) return fail(CliErrc::BadInput, "--missed-links is only for two lists; omit it.");
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
    if (result.noSize) {
        stream << "no size: " << *result.noSize << '\n';
        return stream.str();
    }
    line("estimator", "people", "std. error", formatNumber(100 * level) + "% interval", "");
    for (const auto& row : result.rows) {
        if (!row.listed) continue;
        const auto size = printedSize(row.N, row.interval.lower(), row.interval.upper());
        const auto limits = people(row.interval.lower().value_or(kMissing), size.lower, size.decimals) + " to " +
                            people(std::numeric_limits<double>::infinity(), size.upper, size.decimals);
        line(row.estimator, people(row.N, size.N, size.decimals),
             people(row.standardError, printedSize(row.standardError).N, 0), row.interval.limits ? limits : "-",
             row.words);
    }
    if (result.notEstimable.size() <= kModelsInTable)
        for (const auto& model : result.notEstimable)
            line(model.model, "-", "-", "-", "not estimable: " + model.why);
    else
        stream << "note: " << result.notEstimable.size() << " more models are not estimable.\n";
    for (const auto& note : result.notes)
        stream << "note: " << note << '\n';
    return stream.str();
}

json::value number(double value) {
    return std::isfinite(value) ? json::value(value) : json::value(nullptr);
}

std::string jsonOf(const CaptureResult& result, double level) {
    json::array rows, notes, notEstimable;
    for (const auto& row : result.rows) {
        json::object one{{"estimator", row.estimator},
                         {"N", number(row.N)},
                         {"standard_error", number(row.standardError)},
                         {"lower", number(row.interval.lower().value_or(kMissing))},
                         {"upper", number(row.interval.upper().value_or(kMissing))},
                         {"words", row.words}};
        one.insert(row.more.begin(), row.more.end());
        rows.push_back(std::move(one));
    }
    for (const auto& model : result.notEstimable)
        notEstimable.push_back({{"model", model.model}, {"why", model.why}});
    for (const auto& note : result.notes)
        notes.push_back(json::value(note));
    return json::serialize(json::object{{"level", level},
                                        {"counts", result.counts},
                                        {"estimates", std::move(rows)},
                                        {"no_size", result.noSize ? json::value(*result.noSize) : json::value(nullptr)},
                                        {"not_estimable", std::move(notEstimable)},
                                        {"best", result.best},
                                        {"notes", std::move(notes)}}) +
           "\n";
}

Result<int> capture(const CaptureOptions& options) {
    std::string notice;
    PEIL_TRY(const auto overlap, overlapOf(options.overlap, notice));
    if (!notice.empty()) std::cerr << "note: " << notice << '\n';
    PEIL_TRY(const auto result, resultOf(overlap, options));
    std::cout << (options.json ? jsonOf(result, options.level) : tableOf(result, options.level));
    return kDone;
}

} // namespace

void addCaptureCommand(CLI::App& app, Task& task) {
    const auto options = std::make_shared<CaptureOptions>();
    auto& overlap = options->overlap;
    auto* command = app.add_subcommand(
        "capture", "Estimate a population size by capture-recapture: lists, waves or repeated contacts");
    command->add_option("--lists", overlap.lists, "Two lists: M,C,R (on the first, on the second, on both)")
        ->delimiter(',')
        ->expected(3);
    command->add_option("--met", overlap.met, "Repeated contacts: people observed once, twice, and so on")
        ->delimiter(',');
    command->add_option("--counts", overlap.counts,
                        "CSV file with two to six lists: columns key (such as 101: on the first and third) and count");
    command->add_option("--data", overlap.data, "CSV file with the interviews");
    command->add_option("--code", overlap.code, "Column of the self-generated code");
    command->add_option("--wave", overlap.wave, "Column of the wave, with --code: each wave is a list");
    command->add_option("--before", overlap.before, "Column that shows who was interviewed before (1, 0 or empty)");
    command->add_option("--first", overlap.first, "Number of different people interviewed before, with --before");
    command->add_option("--group", overlap.group, "Use only the interviews of this group");
    command
        ->add_option("--missed-links", options->missedLinks,
                     "Proportion of true matches that the linkage misses: lowest,highest")
        ->delimiter(',')
        ->expected(2);
    command->add_option("--level", options->level, "Confidence level")
        ->check(CLI::Range(0.5, 0.9999))
        ->capture_default_str();
    command->add_flag("--json", options->json, "Print JSON with unrounded figures");
    command->callback([options, &task] { task = [options] { return capture(*options); }; });
}

} // namespace peil::cli
