// SPDX-License-Identifier: Apache-2.0
// Golden numbers: what follows from the published counts of OPAAK, and what the estimator gives on the synthetic
// interviews. The published intervals of 2012 and 2023 are not reproduced by any standard method and are not aimed at.
#include "peil/estimation/derived_sizes.h"
#include "table.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinAbs;

namespace {

struct Golden {
    double x, n, benchmark;
    BinomialMethod method;
    double lower, upper;
};

void checkGolden(const Golden& golden) {
    const auto got = multiplierFromCounts(golden.x, golden.n, golden.benchmark, golden.method, 0.95);
    REQUIRE(got);
    REQUIRE(got->upper);
    CHECK_THAT(*got->lower, WithinAbs(golden.lower, 1));
    CHECK_THAT(*got->upper, WithinAbs(golden.upper, 1));
}

/// n rows of which x are in care, a simple random sample.
MultiplierEstimate simple(std::size_t x, std::size_t n, double benchmark) {
    std::vector<double> inCare(n, 0.0);
    for (std::size_t row = 0; row < x; ++row)
        inCare[row] = 1;
    auto got = multiplierEstimate(test::simpleDesign(n), Domain::all(n), inCare, benchmark);
    REQUIRE(got);
    return *got;
}

} // namespace

TEST_CASE("the published sizes of OPAAK follow from its counts", "[estimation][opaak]") {
    CHECK(*simple(1, 2, 100).N == 200);
    CHECK_THAT(*simple(240, 393, 8122).N, WithinAbs(13299.8, 0.05));
    CHECK(roundTo(*simple(240, 393, 8122).N, 100) == 13300);
    CHECK_THAT(*simple(39, 127, 4913).N, WithinAbs(15998.7, 0.05));
    CHECK(roundTo(*simple(39, 127, 4913).N, 100) == 16000);
    CHECK(roundTo(*simple(55, 134, 5090).N, 100) == 12400);
}

TEST_CASE("the crack figure of 2008 is a Wald interval turned over", "[estimation][opaak]") {
    const auto got = multiplierFromCounts(55, 134, 5090, BinomialMethod::Wald, 0.95);
    REQUIRE(got);
    CHECK(roundTo(*got->lower, 100) == 10300);
    CHECK(roundTo(*got->upper, 100) == 15600);
    CHECK_THAT(*got->lower, WithinAbs(10309, 1));
    CHECK_THAT(*got->upper, WithinAbs(15558, 1.5));
}

TEST_CASE("opioid users 2023: each binomial interval, turned over", "[estimation][opaak]") {
    constexpr double B = 8122.14;
    checkGolden({240, 393, B, BinomialMethod::Wald, 12327, 14440});
    checkGolden({240, 393, B, BinomialMethod::Wilson, 12351, 14462});
    checkGolden({240, 393, B, BinomialMethod::ClopperPearson, 12322, 14490});
    checkGolden({240, 393, B, BinomialMethod::Jeffreys, 12345, 14457});
    checkGolden({240, 393, B, BinomialMethod::Logit, 12350, 14464});
    const double p = 240.0 / 393;
    const auto delta = multiplierDelta({p, p * (1 - p) / 393, 392, 393}, B, BenchmarkVariance::None, 0, 0.95);
    REQUIRE(delta);
    CHECK_THAT(delta->normal.lower, WithinAbs(12250, 1));
    CHECK_THAT(delta->normal.upper, WithinAbs(14350, 1));
    CHECK_THAT(delta->logNormal.lower, WithinAbs(12290, 1));
    CHECK_THAT(delta->logNormal.upper, WithinAbs(14392, 1));
}

TEST_CASE("crack users 2023: each binomial interval, turned over", "[estimation][opaak]") {
    constexpr double B = 4913.39;
    checkGolden({39, 127, B, BinomialMethod::Wald, 12686, 21658});
    checkGolden({39, 127, B, BinomialMethod::Wilson, 12534, 21042});
    checkGolden({39, 127, B, BinomialMethod::ClopperPearson, 12436, 21520});
    checkGolden({39, 127, B, BinomialMethod::Jeffreys, 12567, 21189});
    checkGolden({39, 127, B, BinomialMethod::Logit, 12518, 21077});
    const double p = 39.0 / 127;
    const auto delta = multiplierDelta({p, p * (1 - p) / 127, 126, 127}, B, BenchmarkVariance::None, 0, 0.95);
    REQUIRE(delta);
    CHECK_THAT(delta->normal.lower, WithinAbs(11820, 1));
    CHECK_THAT(delta->normal.upper, WithinAbs(20180, 1));
    CHECK_THAT(delta->logNormal.lower, WithinAbs(12321, 1));
    CHECK_THAT(delta->logNormal.upper, WithinAbs(20777, 1));
}

TEST_CASE("no one and everyone in care give an open and a closed end", "[estimation][opaak]") {
    const auto none = simple(0, 10, 100);
    CHECK_FALSE(none.N);
    CHECK_FALSE(none.upper);
    CHECK(none.basis == IntervalBasis::Exact);
    CHECK_THAT(*none.lower, WithinAbs(100 / 0.308497, 0.01));
    CHECK(none.warnings.front() == Warning{WarningKind::NotEstimable, ""});
    const auto all = simple(10, 10, 100);
    CHECK(*all.N == 100);
    CHECK(all.lower == 100);
    CHECK_THAT(*all.upper, WithinAbs(100 / 0.691503, 0.01));
    const auto one = simple(1, 1, 100);
    CHECK(*one.N == 100);
    CHECK_THAT(*one.upper, WithinAbs(4000, 1e-6));
}

TEST_CASE("on the synthetic interviews the estimator gives the reference figures", "[estimation][opaak]") {
    const test::Table table("opaak/synthetic.csv");
    const auto group = table.factor("group");
    const auto inCare = table.numbers("in_care");
    const auto simpleSample = test::simpleDesign(table.rows());
    const auto clustered = *Design::create(
        {.rows = table.rows(), .stratum = table.factor("city").codes, .cluster = table.factor("site").codes});
    const auto check = [&](const Design& design, const char* name, double B, double N, double lower, double upper) {
        const auto got = multiplierEstimate(design, Domain::where(group, name), inCare, B);
        REQUIRE(got);
        CHECK_THAT(*got->N, WithinAbs(N, 1));
        CHECK_THAT(*got->lower, WithinAbs(lower, 1));
        CHECK_THAT(*got->upper, WithinAbs(upper, 1));
    };
    check(simpleSample, "opioid", 8122, 13299.8, 12346, 14469);
    check(simpleSample, "crack_only", 4913, 15998.7, 12486, 21141);
    check(clustered, "opioid", 8122, 13299.8, 12438, 14333);
    check(clustered, "crack_only", 4913, 15998.7, 12764, 20567);
}

TEST_CASE("derived sizes of OPAAK come from one linearisation", "[estimation][opaak]") {
    const test::Table table("opaak/synthetic.csv");
    const auto group = table.factor("group");
    const auto inCare = table.numbers("in_care");
    const auto crack = table.numbers("crack_use");
    const auto design = test::simpleDesign(table.rows());
    const auto opioid = Domain::where(group, "opioid");
    const auto crackOnly = Domain::where(group, "crack_only");
    const auto got = derivedSizes({.design = design,
                                   .first = opioid,
                                   .second = crackOnly,
                                   .inCare = inCare,
                                   .trait = crack,
                                   .firstBenchmark = 8122,
                                   .secondBenchmark = 4913});
    REQUIRE(got);
    const auto check = [&](DerivedSize size, double N, double lower, double upper, double printed) {
        const auto& one = (*got)[size];
        CHECK_THAT(one.N, WithinAbs(N, 1));
        CHECK_THAT(one.logNormal.lower, WithinAbs(lower, 1.5));
        CHECK_THAT(one.logNormal.upper, WithinAbs(upper, 1.5));
        CHECK(roundTo(one.N, 100) == printed);
    };
    check(DerivedSize::FirstAndTrait, 11878, 10874, 12976, 11900);
    check(DerivedSize::FirstOnly, 1421, 1062, 1902, 1400);
    check(DerivedSize::TraitTotal, 27877, 23881, 32542, 27900);
    check(DerivedSize::Union, 29299, 25287, 33946, 29300);
    CHECK(idOf(DerivedSize::TraitTotal) == "trait_total");
}
