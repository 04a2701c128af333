// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/multiplier.h"

#include "peil/estimation/derived_sizes.h"
#include "table.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <set>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinRel;

namespace {

std::vector<double> inCare(std::size_t x, std::size_t n) {
    std::vector<double> y(n, 0.0);
    std::fill_n(y.begin(), x, 1.0);
    return y;
}

bool warned(const MultiplierEstimate& estimate, WarningKind kind) {
    return std::any_of(estimate.warnings.begin(), estimate.warnings.end(),
                       [kind](const Warning& warning) { return warning.kind == kind; });
}

} // namespace

TEST_CASE("a design without a variance falls back to the effective number of people", "[estimation][multiplier]") {
    // One site: df = 0.
    const auto design = *Design::create({.rows = 8, .cluster = std::vector<std::uint32_t>(8, 3)});
    const auto got = multiplierEstimate(design, Domain::all(8), inCare(4, 8), 100);
    REQUIRE(got);
    CHECK(got->basis == IntervalBasis::EffectiveSample);
    CHECK(got->degreesOfFreedom == 0);
    CHECK(got->peopleUsed == 8);
    CHECK_THAT(*got->upper, WithinRel(100 / 0.157012770487058, 1e-9));
    CHECK(warned(*got, WarningKind::ExactIntervalOnly));
    CHECK(warned(*got, WarningKind::SingleCluster));
    // Three sites with the same share each: the estimated variance is zero, which is no certainty.
    const auto even = *Design::create({.rows = 6, .cluster = {0, 0, 1, 1, 2, 2}});
    const auto same = multiplierEstimate(even, Domain::all(6), std::vector<double>{1, 0, 1, 0, 1, 0}, 100);
    REQUIRE(same);
    CHECK(same->basis == IntervalBasis::EffectiveSample);
    CHECK_THAT(same->peopleUsed, WithinRel(6 * std::pow(2.5705818356363146 / 4.302652729696142, 2), 1e-9));
}

TEST_CASE("a Wald interval that reaches zero has no upper limit for N", "[estimation][multiplier]") {
    const auto design = test::simpleDesign(12);
    const auto got = multiplierEstimate(design, Domain::all(12), inCare(1, 12), 50, {.method = DesignMethod::Mean});
    REQUIRE(got);
    CHECK_FALSE(got->upper);
    CHECK(got->N);
}

TEST_CASE("a design effect below 1 is not treated as precision by the capped logit", "[estimation][multiplier]") {
    // Four sites with nearly the same share: less variance than a simple random sample has.
    DesignColumns columns{.rows = 80};
    std::vector<double> y;
    for (std::uint32_t row = 0; row < 80; ++row) {
        columns.cluster.push_back(row / 20);
        y.push_back(row % 20 < 10 + row / 60 ? 1 : 0);
    }
    const auto design = *Design::create(columns);
    const auto plain = multiplierEstimate(design, Domain::all(80), y, 100);
    const auto capped = multiplierEstimate(design, Domain::all(80), y, 100, {.method = DesignMethod::LogitCapped});
    REQUIRE(plain);
    REQUIRE(capped);
    CHECK(*plain->deff < 0.1);
    CHECK(plain->deffUsed == plain->deff);
    CHECK(capped->deff == plain->deff);
    CHECK(*capped->deffUsed == 1);
    CHECK(capped->N == plain->N);
    CHECK(*capped->lower < *plain->lower);
    CHECK(*capped->upper > *plain->upper);
    // Sites that differ: nothing to cap.
    for (std::uint32_t row = 0; row < 80; ++row)
        y[row] = row % 20 < 4 * (1 + row / 20) ? 1 : 0;
    const auto wide = multiplierEstimate(design, Domain::all(80), y, 100, {.method = DesignMethod::LogitCapped});
    REQUIRE(wide);
    CHECK(*wide->deff > 1);
    CHECK(wide->deffUsed == wide->deff);
    CHECK(wide->lower == multiplierEstimate(design, Domain::all(80), y, 100)->lower);
}

TEST_CASE("the automatic checks are raised by counts that fail them", "[estimation][multiplier]") {
    auto weights = std::vector<double>(40, 1.0);
    weights[0] = 30;
    auto y = inCare(5, 40);
    y[39] = y[38] = y[37] = kMissing;
    const auto design = *Design::create({.rows = 40, .weight = weights});
    const auto got = multiplierEstimate(design, Domain::all(40), y, 100, {.registerCompleteness = 0.9});
    REQUIRE(got);
    CHECK(warned(*got, WarningKind::FewCases));
    CHECK(warned(*got, WarningKind::WeightRatio));
    CHECK(warned(*got, WarningKind::ItemMissing));
    CHECK(warned(*got, WarningKind::RegisterIncomplete));
    CHECK_FALSE(warned(*got, WarningKind::FewDegreesOfFreedom));
    CHECK(got->missing == 3);
    CHECK(got->pAllMissingIn > got->p);
    CHECK(got->pAllMissingOut < got->p);
    DesignColumns clustered{.rows = 100};
    for (std::uint32_t row = 0; row < 100; ++row)
        clustered.cluster.push_back(row / 25);
    const auto few = multiplierEstimate(*Design::create(clustered), Domain::all(100), inCare(60, 100), 100);
    REQUIRE(few);
    CHECK(warned(*few, WarningKind::FewDegreesOfFreedom));
    CHECK(warned(*few, WarningKind::OddDesignEffect));
}

TEST_CASE("a register smaller than the number of interviewed people who say they are in it is reported",
          "[estimation][multiplier]") {
    const auto design = *Design::create({.rows = 40});
    const auto from = [&](double benchmark) {
        return *multiplierEstimate(design, Domain::all(40), inCare(20, 40), benchmark);
    };
    CHECK(warned(from(19), WarningKind::BenchmarkBelowCases));
    CHECK_FALSE(warned(from(20), WarningKind::BenchmarkBelowCases));
    const auto counts = [](double benchmark) {
        return *multiplierFromCounts(20, 40, benchmark, BinomialMethod::Wilson, 0.95);
    };
    CHECK(warned(counts(19), WarningKind::BenchmarkBelowCases));
    CHECK_FALSE(warned(counts(20), WarningKind::BenchmarkBelowCases));
}

TEST_CASE("each warning has its own id", "[estimation][multiplier]") {
    std::set<std::string_view> ids;
    for (int kind = 0; kind <= static_cast<int>(WarningKind::IntervalWithheld); ++kind)
        ids.insert(idOf(static_cast<WarningKind>(kind)));
    CHECK(ids.size() == static_cast<std::size_t>(WarningKind::IntervalWithheld) + 1);
}

TEST_CASE("inputs that mean nothing are refused", "[estimation][multiplier]") {
    const auto design = test::simpleDesign(4);
    const auto all = Domain::all(4);
    const auto y = inCare(2, 4);
    const auto code = [&](std::span<const double> column, double B, const MultiplierOptions& options) {
        return multiplierEstimate(design, all, column, B, options).error().code;
    };
    CHECK(code(std::vector<double>{1, 2, 0, 0}, 10, {}) == EstimationErrc::BadIndicator);
    CHECK(code(y, -1, {}) == EstimationErrc::BadBenchmark);
    CHECK(code(y, 10, {.level = 1.5}) == EstimationErrc::BadLevel);
    CHECK(code(y, 10, {.benchmarkCv = -0.1}) == EstimationErrc::BadParameter);
    CHECK(code(y, 10, {.registerCompleteness = 1.2}) == EstimationErrc::BadParameter);
    CHECK(code(std::vector<double>{1, 0}, 10, {}) == EstimationErrc::SizeMismatch);
    CHECK(multiplierFromCounts(1, 2, -5, BinomialMethod::Wald, 0.95).error().code == EstimationErrc::BadBenchmark);
    CHECK(multiplierDelta({0, 0, 5, 9}, 10, BenchmarkVariance::None, 0, 0.95).error().code ==
          EstimationErrc::NotEstimable);
}

TEST_CASE("an uncertain benchmark widens the delta interval", "[estimation][multiplier]") {
    const ProportionStatistics s{0.4, 0.002, 20, 200};
    double last = 0;
    for (const auto kind : {BenchmarkVariance::None, BenchmarkVariance::Binomial, BenchmarkVariance::Poisson}) {
        const auto got = multiplierDelta(s, 1000, kind, 0, 0.95);
        REQUIRE(got);
        CHECK(got->standardError > last);
        last = got->standardError;
    }
    const auto judged = multiplierDelta(s, 1000, BenchmarkVariance::Cv, 0.05, 0.95);
    REQUIRE(judged);
    CHECK_THAT(judged->cv * judged->cv, WithinRel(0.05 * 0.05 + 0.002 / 0.16, 1e-12));
    const auto design = test::simpleDesign(50);
    const auto plain = multiplierEstimate(design, Domain::all(50), inCare(20, 50), 100);
    const auto poisson = multiplierEstimate(design, Domain::all(50), inCare(20, 50), 100,
                                            {.benchmarkVariance = BenchmarkVariance::Poisson});
    CHECK(poisson->delta->standardError > plain->delta->standardError);
    CHECK_FALSE(multiplierEstimate(design, Domain::all(50), inCare(50, 50), 100)->delta);
}

TEST_CASE("a city without anyone in care makes the separate sum undefined, not smaller", "[estimation][multiplier]") {
    const std::vector<std::string> column{"a", "a", "a", "a", "b", "b"};
    const auto city = Factor::of(column);
    const std::vector<double> y{1, 0, 1, 0, 0, 0};
    const auto design = test::simpleDesign(6);
    const std::vector<double> B{100, 40};
    const auto got = separateEstimate(design, Domain::all(6), y, city, B);
    REQUIRE(got);
    CHECK_FALSE(got->N);
    CHECK(got->undefinedAreas == std::vector<std::uint32_t>{1});
    CHECK(got->partialN == 200);
    CHECK_THAT(got->nearUnbiasedN, WithinRel(100 * 5.0 / 3 + 40 * 3.0, 1e-12));
    CHECK(separateEstimate(design, Domain::all(6), y, city, {}).error().code == EstimationErrc::SizeMismatch);
}

TEST_CASE("leaving out a site shows what hangs on it", "[estimation][multiplier]") {
    const std::vector<std::string> column{"a", "a", "b", "b", "c", "c"};
    const auto site = Factor::of(column);
    const std::vector<double> y{1, 1, 0, 1, 0, 0};
    const auto got = leaveOneOut(test::simpleDesign(6), Domain::all(6), y, 30, site);
    REQUIRE(got);
    REQUIRE(got->size() == 3);
    CHECK_THAT(*got->at(0).N, WithinRel(120.0, 1e-12));
    CHECK_THAT(got->at(0).relativeChange, WithinRel(1.0, 1e-12));
    CHECK_THAT(*got->at(2).N, WithinRel(40.0, 1e-12));
}

TEST_CASE("derived sizes refuse groups that overlap and groups without care", "[estimation][multiplier]") {
    const auto design = test::simpleDesign(4);
    const auto first = Domain::ofMask({1, 1, 0, 0});
    const auto second = Domain::ofMask({0, 0, 1, 1});
    const std::vector<double> y{1, 0, 0, 0};
    const std::vector<double> trait{1, 1, kMissing, kMissing};
    CHECK(derivedSizes({design, first, first, y, trait, 10, 10}).error().code == EstimationErrc::BadParameter);
    CHECK(derivedSizes({design, first, second, y, trait, 10, 10}).error().code == EstimationErrc::NotEstimable);
    const auto nobody = Domain::ofMask({0, 0, 0, 0});
    CHECK(derivedSizes({design, first, nobody, y, trait, 10, 10}).error().code == EstimationErrc::NoRows);
}
