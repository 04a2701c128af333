// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/resample.h"

#include "table.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <numeric>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

struct Sample {
    test::Table table{"estimation/microdata.csv"};
    std::vector<double> inCare = table.numbers("in_care");
    Design design = *Design::create({.rows = table.rows(),
                                     .stratum = table.factor("city").codes,
                                     .cluster = table.factor("site").codes,
                                     .weight = table.numbers("weight")});
    Domain opioid = Domain::where(table.factor("group"), "opioid");
};

} // namespace

TEST_CASE("the generator gives the published Philox 4x32-10 numbers", "[estimation][resample]") {
    // Known answers of Random123 for a counter and a key of zeros.
    CounterRng zeros(0, 0);
    CHECK(zeros.next32() == 0x6627e8d5U);
    CHECK(zeros.next32() == 0xe169c58dU);
    CHECK(zeros.next32() == 0xbc57ac4cU);
    CHECK(zeros.next32() == 0x9b00dbd8U);
}

TEST_CASE("draws are uniform, below their bound and the same for the same seed", "[estimation][resample]") {
    CounterRng random(5, 9);
    CounterRng again(5, 9);
    CounterRng other(5, 10);
    std::vector<int> counts(7, 0);
    bool differs = false;
    for (int i = 0; i < 70000; ++i) {
        const auto draw = random.below(7);
        REQUIRE(draw < 7);
        ++counts[draw];
        CHECK(draw == again.below(7));
        differs = differs || draw != other.below(7);
    }
    CHECK(differs);
    for (const int count : counts)
        CHECK(std::abs(count - 10000) < 500);
    for (int i = 0; i < 1000; ++i) {
        const double unit = random.nextUnit();
        CHECK(unit > 0);
        CHECK(unit < 1);
    }
}

TEST_CASE("sites that are alike and a city with one site add no variance to a Rao-Wu bootstrap",
          "[estimation][resample]") {
    // Five sites with one of two in care, and a city whose only site has three of three.
    DesignColumns columns{.rows = 13};
    std::vector<double> y;
    for (std::uint32_t row = 0; row < 10; ++row) {
        columns.stratum.push_back(0);
        columns.cluster.push_back(row / 2);
        y.push_back(row % 2);
    }
    for (int row = 0; row < 3; ++row) {
        columns.stratum.push_back(1);
        columns.cluster.push_back(0);
        y.push_back(1);
    }
    const auto got = raoWuBootstrap(*Design::create(columns), Domain::all(13), y, 8, {.replicates = 200});
    REQUIRE(got);
    CHECK_THAT(got->mean, WithinRel(13.0, 1e-12));
    CHECK(got->interval.why == NoInterval::NoVariance); // which is no certainty
    const auto unsure =
        raoWuBootstrap(*Design::create(columns), Domain::all(13), y, 8, {.replicates = 200, .benchmarkCv = 0.1});
    REQUIRE(unsure);
    CHECK(unsure->interval.why == NoInterval::NoVariance); // nor is what the register alone adds
    CHECK_THAT(got->standardError, Catch::Matchers::WithinAbs(0, 1e-9));
}

TEST_CASE("the order of the rows changes no bootstrap", "[estimation][resample]") {
    const Sample sample;
    std::vector<std::size_t> order(sample.inCare.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    CounterRng random(11);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
    const auto city = sample.table.text("city"), site = sample.table.text("site"), group = sample.table.text("group");
    std::vector<std::string> cities, sites, groups;
    std::vector<double> inCare;
    for (const auto row : order) {
        cities.push_back(city[row]);
        sites.push_back(site[row]);
        groups.push_back(group[row]);
        inCare.push_back(sample.inCare[row]);
    }
    const auto straight =
        *Design::create({.rows = inCare.size(), .stratum = Factor::of(city).codes, .cluster = Factor::of(site).codes});
    const auto shuffled = *Design::create(
        {.rows = inCare.size(), .stratum = Factor::of(cities).codes, .cluster = Factor::of(sites).codes});
    const auto before = raoWuBootstrap(straight, sample.opioid, sample.inCare, 6630, {.replicates = 500});
    const auto after =
        raoWuBootstrap(shuffled, Domain::where(Factor::of(groups), "opioid"), inCare, 6630, {.replicates = 500});
    REQUIRE(before);
    REQUIRE(after);
    CHECK(before->interval.lower() == after->interval.lower());
    CHECK(before->interval.upper() == after->interval.upper());
    CHECK(before->standardError == after->standardError);
}

TEST_CASE("bootstrap and linearisation agree on the standard error", "[estimation][resample]") {
    const Sample sample;
    const auto linear = surveyMean(sample.design, sample.opioid, sample.inCare);
    const auto boot = raoWuBootstrap(sample.design, sample.opioid, sample.inCare, 6630);
    REQUIRE(linear);
    REQUIRE(boot);
    CHECK_THAT(boot->standardError / boot->estimate, WithinRel(linear->standardError / linear->estimate, 0.08));
    CHECK(*boot->interval.lower() < boot->estimate);
    CHECK(*boot->interval.upper() > boot->estimate);
    CHECK(boot->unbounded == 0);
}

TEST_CASE("a seed repeats a bootstrap to the last bit and another does not", "[estimation][resample]") {
    const Sample sample;
    const auto run = [&](std::uint64_t seed) {
        return raoWuBootstrap(sample.design, sample.opioid, sample.inCare, 6630, {.replicates = 300, .seed = seed});
    };
    CHECK(run(1)->interval.lower() == run(1)->interval.lower());
    CHECK(run(1)->standardError == run(1)->standardError);
    CHECK(run(1)->interval.lower() != run(2)->interval.lower());
    CHECK(run(7)->seed == 7);
}

TEST_CASE("replicates with no one in care stay in the ordering", "[estimation][resample]") {
    // One site of four holds everyone who is in care: a good third of the replicates miss it.
    const std::vector<double> y{1, 1, 0, 0, 0, 0, 0, 0};
    const auto design = *Design::create({.rows = 8, .cluster = {0, 0, 1, 1, 2, 2, 3, 3}});
    const auto got = raoWuBootstrap(design, Domain::all(8), y, 100, {.replicates = 500});
    REQUIRE(got);
    CHECK(got->unbounded > 100);
    CHECK_FALSE(got->interval.upper());
    CHECK(got->interval.lower());
    const auto part = raoWuBootstrap(design, Domain::ofMask({1, 1, 0, 0, 0, 0, 0, 0}), y, 100, {.replicates = 500});
    REQUIRE(part);
    CHECK(part->undefined > 100);
}

TEST_CASE("resampling refuses what it cannot do and can be stopped", "[estimation][resample]") {
    const std::vector<double> y{0, 0, 0};
    const auto design = test::simpleDesign(3);
    const auto all = Domain::all(3);
    CHECK(raoWuBootstrap(design, all, y, -1).error().code == EstimationErrc::BadBenchmark);
    CHECK(raoWuBootstrap(design, Domain::ofMask({0, 0, 0}), y, 10).error().code == EstimationErrc::NoRows);
    CHECK(raoWuBootstrap(design, all, y, 10, {.replicates = 0}).error().code == EstimationErrc::BadParameter);
    CHECK(raoWuBootstrap(design, all, y, 10, {.level = 0}).error().code == EstimationErrc::BadLevel);
    const std::vector<double> some{0, 1, 0};
    CHECK(raoWuBootstrap(design, all, some, 10, {.progress = [](double) { return false; }}).error().code ==
          EstimationErrc::Cancelled);
    CHECK(raoWuBootstrap(design, all, y, 10).error().code == EstimationErrc::NotEstimable);
}
