// SPDX-License-Identifier: Apache-2.0
// Means, totals, ratios and intervals of the survey reference.
#include "peil/estimation/calibration.h"
#include "peil/estimation/interval.h"
#include "peil/estimation/survey.h"
#include "record.h"
#include "reference_methods.h"

namespace peil::conformance {
namespace {

using namespace peil::estimation;

ProportionStatistics statisticsOf(const MeanEstimate& mean) {
    return {mean.estimate, mean.variance, mean.degreesOfFreedom, static_cast<double>(mean.n)};
}

void checkMean(const Record& record, const MeanEstimate& mean, Checker& checker) {
    const auto tolerance = record.tolerance();
    checker.near("estimate", record.number("estimate"), mean.estimate, tolerance);
    checker.near("se", record.number("se"), mean.standardError, tolerance);
    if (record.has("n")) checker.near("n", record.number("n"), static_cast<double>(mean.n), {});
    if (record.has("df")) checker.near("df", record.number("df"), mean.degreesOfFreedom, {});
    if (record.has("n_psu")) checker.near("n_psu", record.number("n_psu"), static_cast<double>(mean.clusters), {});
    if (record.has("sum_w")) checker.near("sum_w", record.number("sum_w"), mean.sumWeights, tolerance);
    if (record.has("deff")) checker.near("deff", record.number("deff"), mean.deff.value_or(kMissing), tolerance);
    if (record.has("deff_replace"))
        checker.near("deff_replace", record.number("deff_replace"), mean.deffReplace.value_or(kMissing), tolerance);
    if (record.has("n_eff_srs_wr"))
        checker.near("n_eff_srs_wr", record.number("n_eff_srs_wr"), mean.effectiveN.value_or(kMissing), tolerance);
    if (record.has("kish_neff")) checker.near("kish_neff", record.number("kish_neff"), mean.kishN, tolerance);
}

void checkInterval(const Record& record, const MeanEstimate& mean, Checker& checker) {
    const auto tolerance = record.tolerance();
    checkMean(record, mean, checker);
    const auto method = designMethod(record.text("method"));
    if (!method) return checker.fail("a known method", record.text("method"));
    const double level = record.number("level");
    const auto got = need(designInterval(*method, statisticsOf(mean), level), checker);
    if (!got) return;
    const bool profiled = *method == DesignMethod::Likelihood;
    const auto asR = profiled ? need(designInterval(*method, asProfiledByR(statisticsOf(mean)), level), checker) : got;
    if (!asR) return;
    checker.near("lower", record.number("lower"), asR->lower, tolerance);
    checker.near("upper", record.number("upper"), asR->upper, tolerance);
    if (record.has("lower_exact")) {
        const Tolerance exact{record.numberOr("tol_exact", 1e-8), 0};
        checker.near("lower_exact", record.number("lower_exact"), got->lower, exact);
        checker.near("upper_exact", record.number("upper_exact"), got->upper, exact);
    }
    if (record.has("lower_nchs")) {
        const auto nchs = need(designInterval(DesignMethod::BetaNchs, statisticsOf(mean), level), checker);
        if (!nchs) return;
        checker.near("lower_nchs", record.number("lower_nchs"), nchs->lower, tolerance);
        checker.near("upper_nchs", record.number("upper_nchs"), nchs->upper, tolerance);
    }
    if (record.has("n_eff_kg"))
        checker.near("n_eff_kg", record.number("n_eff_kg"), kornGraubardN(statisticsOf(mean), level), {0, 1e-8});
}

void checkTotal(const Record& record, const Result<TotalEstimate>& result, Checker& checker) {
    const auto got = need(result, checker);
    if (!got) return;
    checker.near("estimate", record.number("estimate"), got->estimate, record.tolerance());
    checker.near("se", record.number("se"), got->standardError, record.tolerance());
}

void checkCalibrated(const Record& record, const Microdata& data, Checker& checker) {
    const auto group = record.text("group");
    const auto domain = data.domain(group);
    const auto design = need(data.design(record.text("design")), checker);
    if (!design) return;
    const auto cityTotals = data.cityBenchmarks(group);
    std::vector<double> byCity(cityTotals);
    auto calibrated = Result<Design>(*design);
    if (record.text("kind") == "poststratified") {
        calibrated = postStratify(*design, domain, {data.city(), byCity});
    } else {
        const auto margins = record.object("margins");
        const auto listed = margins.numbers("city");
        const auto order = data.benchmarkCities(group);
        for (std::size_t i = 0; i < order.size() && i < listed.size(); ++i)
            byCity[data.city().code(order[i])] = listed[i];
        const auto born = data.columns().factor("born_nl");
        const auto bornListed = margins.numbers("born_nl");
        std::vector<double> byBorn(born.levels.size(), 0.0);
        for (std::size_t i = 0; i < bornListed.size(); ++i)
            if (const auto code = born.code(std::to_string(i)); code < byBorn.size()) byBorn[code] = bornListed[i];
        const std::vector<MarginTotals> both{{data.city(), byCity}, {born, byBorn}};
        calibrated = rake(*design, domain, both);
    }
    const auto adjusted = need(std::move(calibrated), checker);
    if (!adjusted) return;
    const auto mean = need(surveyMean(*adjusted, domain, data.columns().numbers("in_care")), checker);
    if (!mean) return;
    checkMean(record, *mean, checker);
    double smallest = std::numeric_limits<double>::infinity();
    double largest = 0;
    for (std::size_t row = 0; row < data.rows(); ++row)
        if (domain.contains(row)) {
            smallest = std::min(smallest, adjusted->weight()[row]);
            largest = std::max(largest, adjusted->weight()[row]);
        }
    if (record.has("min_w")) checker.near("min_w", record.number("min_w"), smallest, record.tolerance());
    if (record.has("max_w")) checker.near("max_w", record.number("max_w"), largest, record.tolerance());
}

} // namespace

bool checkSurveyRecord(const Record& record, const Microdata& data, Checker& checker) {
    const auto kind = record.text("kind");
    if (kind == "poststratified" || kind == "raked") {
        checkCalibrated(record, data, checker);
        return true;
    }
    const bool mean = kind == "svymean" || kind == "svymean_narm" || kind == "svymean_city" || kind == "lonely_psu";
    if (!mean && kind != "svyciprop" && kind != "svytotal" && kind != "svyratio") return false;
    const auto policy = policyOf(record.has("option") ? record.text("option") : "adjust");
    const auto design = need(data.design(record.text("design"), policy.value_or(SingleClusterPolicy::Adjust)), checker);
    if (!design) return true;
    const auto domain = kind == "svymean_city" ? data.cityAndGroup(record.text("city"), record.text("group"))
                                               : data.domain(record.text("domain"));
    const auto& columns = data.columns();
    if (kind == "svytotal") {
        checkTotal(record, surveyTotal(*design, domain, columns.numbers(record.text("variable"))), checker);
    } else if (kind == "svyratio") {
        checkTotal(record,
                   surveyRatio(*design, domain, columns.numbers(record.text("numerator")),
                               columns.numbers(record.text("denominator"))),
                   checker);
    } else {
        const auto y = columns.numbers(kind == "svymean_narm" ? "in_care_na" : "in_care");
        const auto got = need(surveyMean(*design, domain, y), checker);
        if (got && kind == "svyciprop")
            checkInterval(record, *got, checker);
        else if (got)
            checkMean(record, *got, checker);
    }
    return true;
}

} // namespace peil::conformance
