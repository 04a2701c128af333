// SPDX-License-Identifier: Apache-2.0
// Jackknife and bootstrap records, and those of the small table with the awkward cities.
#include "peil/estimation/multiplier.h"
#include "record.h"
#include "reference_methods.h"

namespace peil::conformance {
namespace {

using namespace peil::estimation;

void checkJackknife(const Record& record, const Microdata& data, Checker& checker) {
    const bool stratified = record.text("type") == "JKn";
    const auto design = need(data.design(stratified ? "str_clu_wt" : "clu_wt"), checker);
    if (!design) return;
    const auto domain = record.text("domain");
    const auto got = need(jackknife(*design, data.domain(domain), data.columns().numbers("in_care"),
                                    data.benchmark(domain), stratified ? JackknifeKind::JKn : JackknifeKind::JK1),
                          checker);
    if (!got) return;
    checker.near("estimate", record.number("estimate"), got->p, record.tolerance());
    checker.near("se", record.number("se"), got->standardError, record.tolerance());
    checker.near("N", record.number("N"), got->N, record.tolerance());
    checker.near("N_se", record.number("N_se"), got->standardErrorN, record.tolerance());
    if (record.has("replicates"))
        checker.near("replicates", record.number("replicates"), static_cast<double>(got->replicates), {});
}

void checkRaoWu(const Record& record, const Microdata& data, Checker& checker) {
    const auto design = need(data.design(record.text("design")), checker);
    if (!design) return;
    const auto domain = record.text("domain");
    BootstrapOptions options;
    options.replicates = static_cast<std::size_t>(record.number("B"));
    const auto got = need(raoWuBootstrap(*design, data.domain(domain), data.columns().numbers("in_care"),
                                         data.benchmark(domain), options),
                          checker);
    if (!got) return;
    const auto tolerance = record.object("tol");
    checker.near("estimate", record.number("estimate"), got->estimate, {0, 1e-8});
    checker.near("se", record.number("se"), got->standardError, {tolerance.number("se"), 0});
    checker.near("lower_pct", record.number("lower_pct"), got->interval.lower().value_or(kMissing),
                 {tolerance.number("lower"), 0});
    checker.near("upper_pct", record.number("upper_pct"), got->interval.upper().value_or(kMissing),
                 {tolerance.number("upper"), 0});
    checker.near("boot_mean", record.number("boot_mean"), got->mean, {tolerance.number("mean"), 0});
}

void checkPlain(const Record& record, const Microdata& data, Checker& checker) {
    const auto domain = data.domain(record.text("domain"));
    auto inCare = data.columns().numbers("in_care");
    for (std::size_t row = 0; row < inCare.size(); ++row)
        if (!domain.contains(row)) inCare[row] = kMissing;
    BootstrapOptions options;
    options.replicates = static_cast<std::size_t>(record.number("B"));
    const std::vector<std::uint32_t> none;
    const auto& strata = record.flag("stratified_by_city") ? data.city().codes : none;
    const auto got = need(plainBootstrap(inCare, strata, record.number("benchmark"), options), checker);
    if (!got) return;
    const auto value = record.object("value");
    const auto tolerance = record.object("tol");
    const auto check = [&](std::string_view field, double number) {
        checker.near(field, value.number(field), number, {tolerance.number(field), 0});
    };
    checker.near("estimate", record.number("estimate"), got->estimate, {0, 1e-8});
    check("se", got->standardError);
    check("perc_lo", got->percentile.lower);
    check("perc_hi", got->percentile.upper);
    check("basic_lo", got->basic.lower);
    check("basic_hi", got->basic.upper);
    check("norm_lo", got->normal.lower);
    check("norm_hi", got->normal.upper);
    check("bca_lo", got->bca.lower);
    check("bca_hi", got->bca.upper);
}

void checkPlainLimit(const Record& record, const Microdata& data, Checker& checker) {
    const auto got = need(plainBootstrapLimit(record.number("x"), record.number("n"),
                                              data.benchmark(record.text("domain")), record.numberOr("level", 0.95)),
                          checker);
    if (!got) return;
    checker.near("lower", record.number("lower"), got->lower, {0, 1e-9});
    checker.near("upper", record.number("upper"), got->upper, {0, 1e-9});
}

/// A city where the standard error says nothing must get the interval of its number of people, and no upper limit when
/// nobody is in care.
void checkEdgeCity(const Record& record, const Columns& table, const Design& design, Checker& checker) {
    const auto domain = Domain::where(table.factor("city"), record.text("city"));
    const auto y = table.numbers("y");
    constexpr double kBenchmark = 100;
    const auto mean = need(surveyMean(design, domain, y), checker);
    const auto got = need(multiplierEstimate(design, domain, y, kBenchmark), checker);
    if (!mean || !got) return;
    const auto tolerance = record.tolerance();
    checker.near("n", record.number("n"), static_cast<double>(mean->n), {});
    checker.near("x", record.number("x"), mean->sum, {});
    checker.near("estimate", record.number("estimate"), mean->estimate, tolerance);
    checker.near("se_R", record.number("se_R"), mean->standardError, tolerance);
    checker.near("df", record.number("df"), mean->degreesOfFreedom, {});
    const auto exact =
        need(binomialInterval(BinomialMethod::ClopperPearson, mean->sum, static_cast<double>(mean->n), 0.95), checker);
    if (!exact) return;
    checker.near("cp_lower", record.number("cp_lower"), exact->lower, tolerance);
    checker.near("cp_upper", record.number("cp_upper"), exact->upper, tolerance);
    const bool oneSided = mean->sum == 0 || mean->sum == static_cast<double>(mean->n);
    const bool degenerate = oneSided || mean->degreesOfFreedom < 1;
    if ((got->basis == IntervalBasis::Method) == degenerate)
        checker.fail(degenerate ? "an interval in place of the design's" : "the design's interval", "the other");
    if (degenerate) {
        // On the weighted share and Kish's number of people, which with equal weights are x/n and n.
        const double people = oneSided ? static_cast<double>(mean->n) : mean->kishN;
        const bool plain = oneSided || mean->kishDeff < 1 + 1e-12;
        const auto expected =
            need(binomialInterval(BinomialMethod::ClopperPearson, mean->estimate * people, people, 0.95), checker);
        if (!expected) return;
        checker.near("p_lower", plain ? record.number("cp_lower") : expected->lower, got->pInterval.lower, tolerance);
        checker.near("p_upper", plain ? record.number("cp_upper") : expected->upper, got->pInterval.upper, tolerance);
    }
    if (mean->sum == 0 && (got->N || got->upper)) checker.fail("N undefined and unbounded", "a number");
}

} // namespace

bool checkReplicationRecord(const Record& record, const Microdata& data, Checker& checker) {
    const auto kind = record.text("kind");
    if (kind == "jackknife")
        checkJackknife(record, data, checker);
    else if (kind == "rescaled_bootstrap")
        checkRaoWu(record, data, checker);
    else if (kind == "boot_iid")
        checkPlain(record, data, checker);
    else if (kind == "boot_iid_exact_limit")
        checkPlainLimit(record, data, checker);
    else
        return false;
    return true;
}

bool checkEdgeRecord(const Record& record, const std::filesystem::path& folder, Checker& checker) {
    const auto kind = record.text("kind");
    if (kind != "edge_lonely_psu" && kind != "edge_city") return false;
    const auto table = need(Columns::load(folder / "microdata_edge.csv"), checker);
    if (!table) return true;
    DesignColumns columns;
    columns.rows = table->rows();
    columns.stratum = table->factor("city").codes;
    columns.cluster = table->factor("site").codes;
    columns.weight = table->numbers("w");
    const auto option = record.has("option") ? record.text("option") : std::string("adjust");
    columns.singleCluster = policyOf(option).value_or(SingleClusterPolicy::Adjust);
    const auto design = need(Design::create(std::move(columns)), checker);
    if (!design) return true;
    if (kind == "edge_city") {
        checkEdgeCity(record, *table, *design, checker);
        return true;
    }
    const auto all = Domain::all(table->rows());
    const auto y = table->numbers("y");
    const auto mean = need(surveyMean(*design, all, y), checker);
    const auto total = need(surveyTotal(*design, all, y), checker);
    if (!mean || !total) return true;
    checker.near("estimate", record.number("estimate"), mean->estimate, record.tolerance());
    checker.near("se", record.number("se"), mean->standardError, record.tolerance());
    checker.near("df", record.number("df"), mean->degreesOfFreedom, {});
    checker.near("total", record.number("total"), total->estimate, record.tolerance());
    checker.near("total_se", record.number("total_se"), total->standardError, record.tolerance());
    return true;
}

} // namespace peil::conformance
