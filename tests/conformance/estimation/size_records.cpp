// SPDX-License-Identifier: Apache-2.0
// Population sizes of the survey reference.
#include "peil/base/text.h"
#include "peil/estimation/derived_sizes.h"
#include "record.h"

#include <algorithm>

namespace peil::conformance {
namespace {

using namespace peil::estimation;

/// R's profile counts fewer people (`asProfiledByR`); our own limits are records of their own (svyciprop, lower_exact).
void checkProfile(const Record& record, const MultiplierEstimate& got, Checker& checker) {
    const double B = record.number("benchmark");
    const ProportionStatistics statistics{got.p, got.standardError * got.standardError, got.degreesOfFreedom,
                                          static_cast<double>(got.n)};
    const auto asR = need(designInterval(got.method, asProfiledByR(statistics), got.level), checker);
    if (!asR) return;
    checker.near("lower", record.number("lower"), B / asR->upper, record.tolerance());
    checker.near("upper", record.number("upper"), B / asR->lower, record.tolerance());
    checker.near("B/p_upper", B / got.pInterval.upper, got.lower.value_or(kMissing), {0, 1e-12});
    checker.near("B/p_lower", B / got.pInterval.lower, got.upper.value_or(kMissing), {0, 1e-12});
}

void checkInverted(const Record& record, const Microdata& data, const Design& design, Checker& checker) {
    const auto method = designMethod(record.text("method"));
    if (!method) return checker.fail("a known method", record.text("method"));
    MultiplierOptions options;
    options.level = record.number("level");
    options.method = *method;
    const auto got = need(multiplierEstimate(design, data.domain(record.text("domain")),
                                             data.columns().numbers("in_care"), record.number("benchmark"), options),
                          checker);
    if (!got) return;
    checker.near("estimate", record.number("estimate"), got->N.value_or(kMissing), record.tolerance());
    if (*method == DesignMethod::Likelihood) return checkProfile(record, *got, checker);
    checker.near("lower", record.number("lower"), got->lower.value_or(kMissing), record.tolerance());
    checker.near("upper", record.number("upper"), got->upper.value_or(kMissing), record.tolerance());
}

void checkDelta(const Record& record, const Microdata& data, const Design& design, Checker& checker) {
    const auto name = record.text("benchmark_variance");
    auto kind = BenchmarkVariance::None;
    double cv = 0;
    if (name == "binomial")
        kind = BenchmarkVariance::Binomial;
    else if (name == "poisson")
        kind = BenchmarkVariance::Poisson;
    else if (name.starts_with("cv")) {
        kind = BenchmarkVariance::Cv;
        cv = parseNumber(name.substr(2)).value_or(kMissing) / 100;
    }
    const auto mean =
        need(surveyMean(design, data.domain(record.text("domain")), data.columns().numbers("in_care")), checker);
    if (!mean) return;
    const ProportionStatistics statistics{mean->estimate, mean->variance, mean->degreesOfFreedom,
                                          static_cast<double>(mean->n)};
    const auto got = need(multiplierDelta(statistics, record.number("benchmark"), kind, cv, 0.95), checker);
    if (!got) return;
    const auto check = [&](std::string_view field, double value) {
        if (record.has(field)) checker.near(field, record.number(field), value, record.tolerance());
    };
    check("estimate", got->N);
    check("se", got->standardError);
    check("cv", got->cv);
    check("lower_z", got->normal.lower);
    check("upper_z", got->normal.upper);
    check("lower_t", got->student.lower);
    check("upper_t", got->student.upper);
    check("lower_log_z", got->logNormal.lower);
    check("upper_log_z", got->logNormal.upper);
    check("lower_log_t", got->logStudent.lower);
    check("upper_log_t", got->logStudent.upper);
    check("df", mean->degreesOfFreedom);
}

void checkAreas(const Record& record, const Microdata& data, const SeparateEstimate& got, Checker& checker) {
    const auto* cities = record.raw().if_contains("city");
    if (cities == nullptr || !cities->is_array()) return;
    for (const auto& value : cities->get_array()) {
        const Record city(value.get_object());
        const auto code = data.city().code(city.text("city"));
        const auto area = std::find_if(got.areas.begin(), got.areas.end(),
                                       [code](const AreaEstimate& one) { return one.area == code; });
        if (area == got.areas.end()) {
            checker.fail("an estimate for " + city.text("city"), "none");
            continue;
        }
        const auto name = [&](std::string_view field) { return city.text("city") + "." + std::string(field); };
        checker.near(name("n"), city.number("n"), static_cast<double>(area->n), {});
        checker.near(name("p"), city.number("p"), area->p, record.tolerance());
        checker.near(name("var"), city.number("var"), area->variance, {1e-15, record.tolerance().relative});
        checker.near(name("benchmark"), city.number("benchmark"), area->benchmark, {});
        if (area->N || city.has("N")) {
            const auto* reference = city.raw().if_contains("N");
            const bool finite = reference != nullptr && reference->is_number();
            checker.near(name("N"), finite ? city.number("N") : kMissing, area->N.value_or(kMissing),
                         record.tolerance());
        }
    }
}

void checkStrata(const Record& record, const Microdata& data, const Design& design, Checker& checker) {
    const auto group = record.text("group");
    const auto domain = data.domain(group);
    const auto inCare = data.columns().numbers("in_care");
    const auto benchmarks = data.cityBenchmarks(group);
    const auto got = need(separateEstimate(design, domain, inCare, data.city(), benchmarks), checker);
    if (!got) return;
    checker.near("separate_N", record.number("separate_N"), got->partialN, record.tolerance());
    checker.near("separate_se", record.number("separate_se"), got->partialStandardError, record.tolerance());
    checker.near("separate_cities_used", record.number("separate_cities_used"),
                 static_cast<double>(got->areas.size() - got->undefinedAreas.size()), {});
    if (const auto* undefined = record.raw().if_contains("separate_undefined");
        undefined != nullptr && undefined->is_array()) {
        checker.near("separate_undefined", static_cast<double>(undefined->get_array().size()),
                     static_cast<double>(got->undefinedAreas.size()), {});
        if (!undefined->get_array().empty() && got->N) checker.fail("no separate sum", formatNumber(*got->N));
    }
    checkAreas(record, data, *got, checker);
    const auto mean = need(surveyMean(design, domain, inCare), checker);
    if (!mean) return;
    const auto delta =
        need(multiplierDelta({mean->estimate, mean->variance, mean->degreesOfFreedom, static_cast<double>(mean->n)},
                             data.benchmark(group), BenchmarkVariance::None, 0, 0.95),
             checker);
    if (!delta) return;
    checker.near("combined_N", record.number("combined_N"), delta->N, record.tolerance());
    checker.near("combined_se", record.number("combined_se"), delta->standardError, record.tolerance());
}

constexpr std::array<std::string_view, kDerivedSizes> kQuantities{
    "N_opioid", "N_crack_only", "N_opioid_and_crack", "N_opioid_only", "N_crack_total", "N_union"};

void checkDerived(const Record& record, const Microdata& data, const Design& design, Checker& checker) {
    const auto first = data.domain("opioid");
    const auto second = data.domain("crack_only");
    const auto inCare = data.columns().numbers("in_care");
    const auto trait = data.columns().numbers("crack_use");
    const auto got = need(
        derivedSizes({design, first, second, inCare, trait, data.benchmark("opioid"), data.benchmark("crack_only")}),
        checker);
    if (!got) return;
    const auto indexOf = [](std::string_view name) {
        return static_cast<std::size_t>(std::find(kQuantities.begin(), kQuantities.end(), name) - kQuantities.begin());
    };
    if (record.text("kind") == "derived_sizes") {
        const auto index = indexOf(record.text("quantity"));
        if (index == kDerivedSizes) return checker.fail("a known quantity", record.text("quantity"));
        const auto& size = got->sizes[index];
        checker.near("estimate", record.number("estimate"), size.N, record.tolerance());
        checker.near("se", record.number("se"), size.standardError, record.tolerance());
        checker.near("cv", record.number("cv"), size.cv, record.tolerance());
        checker.near("lower_log_z", record.number("lower_log_z"), size.logNormal.lower, record.tolerance());
        checker.near("upper_log_z", record.number("upper_log_z"), size.logNormal.upper, record.tolerance());
        return;
    }
    const auto& names = record.raw().at("names").get_array();
    const auto& matrix = record.raw().at("vcov").get_array();
    for (std::size_t a = 0; a < names.size(); ++a)
        for (std::size_t b = 0; b < names.size(); ++b) {
            const auto i = indexOf(std::string_view(names[a].get_string()));
            const auto j = indexOf(std::string_view(names[b].get_string()));
            const double expected = matrix[a].get_array()[b].to_number<double>();
            // What is zero but for rounding is measured against the two variances.
            const double scale = std::sqrt(got->covariance.at(i, i) * got->covariance.at(j, j));
            checker.near("vcov", expected, got->covariance.at(i, j),
                         {record.tolerance().relative * scale, record.tolerance().relative});
        }
}

} // namespace

bool checkSizeRecord(const Record& record, const Microdata& data, Checker& checker) {
    const auto kind = record.text("kind");
    const bool derived = kind == "derived_sizes" || kind == "derived_sizes_vcov";
    if (kind != "multiplier_invert" && kind != "multiplier_delta" && kind != "multiplier_strata" && !derived)
        return false;
    const auto design = need(data.design(record.text("design")), checker);
    if (!design) return true;
    if (kind == "multiplier_invert")
        checkInverted(record, data, *design, checker);
    else if (kind == "multiplier_delta")
        checkDelta(record, data, *design, checker);
    else if (kind == "multiplier_strata")
        checkStrata(record, data, *design, checker);
    else
        checkDerived(record, data, *design, checker);
    return true;
}

} // namespace peil::conformance
