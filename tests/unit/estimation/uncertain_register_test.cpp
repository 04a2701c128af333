// SPDX-License-Identifier: Apache-2.0
// The error of the register's count enters every interval of a size. Figures without a comment are from base R.
#include "peil/estimation/derived_sizes.h"
#include "peil/estimation/resample.h"
#include "peil/estimation/sensitivity.h"
#include "table.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

std::vector<double> inCare(std::size_t x, std::size_t n) {
    std::vector<double> y(n, 0.0);
    std::fill_n(y.begin(), x, 1.0);
    return y;
}

MultiplierEstimate opioid(BenchmarkVariance error, double cv, DesignMethod method = DesignMethod::Logit) {
    auto got = multiplierEstimate(test::simpleDesign(393), Domain::all(393), inCare(240, 393), 8122,
                                  {.method = method, .benchmarkVariance = error, .benchmarkCv = cv});
    REQUIRE(got);
    return *got;
}

double widthOf(const MultiplierEstimate& estimate) {
    return std::log(*estimate.upper / *estimate.lower);
}

struct OpaakSample {
    test::Table table{"opaak/synthetic.csv"};
    Design design = *Design::create(
        {.rows = table.rows(), .stratum = table.factor("city").codes, .cluster = table.factor("site").codes});
    std::vector<double> inCare = table.numbers("in_care"), crack = table.numbers("crack_use");
    Domain first = Domain::where(table.factor("group"), "opioid");
    Domain second = Domain::where(table.factor("group"), "crack_only");

    [[nodiscard]] DerivedSizes derived(BenchmarkVariance error, double cv) const {
        auto got = derivedSizes({.design = design,
                                 .first = first,
                                 .second = second,
                                 .inCare = inCare,
                                 .trait = crack,
                                 .firstBenchmark = 8122,
                                 .secondBenchmark = 4913,
                                 .benchmarkVariance = error,
                                 .benchmarkCv = cv});
        REQUIRE(got);
        return *got;
    }
};

} // namespace

TEST_CASE("the headline's interval counts with the register's error", "[estimation][register]") {
    const auto judged = opioid(BenchmarkVariance::Cv, 0.1);
    CHECK_THAT(*judged.lower, WithinAbs(10789.2221656, 1e-4));
    CHECK_THAT(*judged.upper, WithinAbs(16455.3190191, 1e-4));
    CHECK(judged.benchmarkCv == 0.1);
    const auto poisson = opioid(BenchmarkVariance::Poisson, 0);
    CHECK_THAT(*poisson.lower, WithinAbs(12307.3912861, 1e-4));
    CHECK_THAT(*poisson.upper, WithinAbs(14509.2862483, 1e-4));
    for (const auto method :
         {DesignMethod::Logit, DesignMethod::LogitCapped, DesignMethod::Beta, DesignMethod::BetaNchs,
          DesignMethod::Likelihood, DesignMethod::Arcsine, DesignMethod::Mean}) {
        INFO(idOf(method));
        const auto none = widthOf(opioid(BenchmarkVariance::None, 0, method));
        CHECK(widthOf(opioid(BenchmarkVariance::Binomial, 0, method)) > none);
        CHECK(widthOf(opioid(BenchmarkVariance::Cv, 0.05, method)) >
              widthOf(opioid(BenchmarkVariance::Poisson, 0, method)));
        // An error too small to see changes nothing to see: no jump between the two formulas.
        CHECK_THAT(widthOf(opioid(BenchmarkVariance::Cv, 1e-9, method)), WithinRel(none, 1e-6));
    }
    const auto counts = [](double cv) {
        return *multiplierFromCounts(240, 393, 8122, BinomialMethod::Wilson, 0.95, BenchmarkVariance::Cv, cv);
    };
    CHECK(*counts(0.1).lower < *counts(0).lower);
    CHECK(*counts(0.1).upper > *counts(0).upper);
    CHECK(multiplierFromCounts(1, 2, 5, BinomialMethod::Wilson, 0.95, BenchmarkVariance::Cv, 1.1).error().code ==
          EstimationErrc::BadParameter);
}

TEST_CASE("an uncertain register may be smaller than counted, and no smaller than its own limit",
          "[estimation][register]") {
    const auto all = multiplierEstimate(test::simpleDesign(20), Domain::all(20), inCare(20, 20), 100,
                                        {.benchmarkVariance = BenchmarkVariance::Cv, .benchmarkCv = 0.1});
    REQUIRE(all);
    CHECK(*all->N == 100);
    CHECK_THAT(*all->lower, WithinRel(100 * std::exp(-1.959963984540054 * std::sqrt(std::log(1.01))), 1e-12));
    CHECK(*all->lower == leastSize(100, 0.1, 0.95));
    const auto nobody = multiplierEstimate(test::simpleDesign(20), Domain::all(20), inCare(0, 20), 100,
                                           {.benchmarkVariance = BenchmarkVariance::Cv, .benchmarkCv = 0.1});
    REQUIRE(nobody);
    CHECK_FALSE(nobody->N);
    CHECK_THAT(*nobody->lower, WithinRel(leastSize(100, 0.1, 0.95) / nobody->pInterval.upper, 1e-12));
}

TEST_CASE("with a register that errs by a tenth the interval still holds the truth in 95% of samples",
          "[estimation][register]") {
    constexpr int kSurveys = 2000;
    constexpr double kTruth = 13300, kShare = 0.611, kCv = 0.1;
    const auto design = test::simpleDesign(100);
    const double sigma = std::sqrt(std::log1p(kCv * kCv));
    int covered = 0;
    for (std::uint64_t survey = 0; survey < kSurveys; ++survey) {
        CounterRng random(7, survey);
        std::vector<double> y(100);
        for (auto& one : y)
            one = random.nextUnit() < kShare ? 1 : 0;
        // Box and Muller.
        const double normal =
            std::sqrt(-2 * std::log(random.nextUnit())) * std::cos(6.283185307179586 * random.nextUnit());
        const auto got = multiplierEstimate(design, Domain::all(100), y, kTruth * kShare * std::exp(sigma * normal),
                                            {.benchmarkVariance = BenchmarkVariance::Cv, .benchmarkCv = kCv});
        REQUIRE(got);
        if (*got->lower <= kTruth && *got->upper >= kTruth) ++covered;
    }
    CHECK(covered >= 0.93 * kSurveys);
    CHECK(covered <= 0.97 * kSurveys);
}

TEST_CASE("each replicate of the bootstrap draws its own register", "[estimation][register]") {
    const OpaakSample sample;
    const auto drawn = [&](double cv) {
        return *raoWuBootstrap(sample.design, sample.first, sample.inCare, 8122,
                               {.replicates = 4000, .benchmarkCv = cv});
    };
    const auto sure = drawn(0), unsure = drawn(0.1);
    CHECK_THAT(std::pow(unsure.standardError / unsure.estimate, 2) - std::pow(sure.standardError / sure.estimate, 2),
               WithinRel(0.01, 0.1));
    CHECK(*unsure.interval.lower() < *sure.interval.lower());
    CHECK(raoWuBootstrap(sample.design, sample.first, sample.inCare, 8122, {.benchmarkCv = 2}).error().code ==
          EstimationErrc::BadParameter);
}

TEST_CASE("a bootstrap is drawn until chance in it no longer reaches the printed hundreds", "[estimation][register]") {
    const OpaakSample sample;
    const auto run = [&](std::size_t most, std::uint64_t seed) {
        return *raoWuBootstrap(sample.design, sample.second, sample.inCare, 4913,
                               {.replicates = 500, .most = most, .seed = seed});
    };
    const auto few = run(0, 1);
    CHECK(few.replicates == 500);
    CHECK(few.monteCarloError > 50);
    const auto enough = run(1'000'000, 1), again = run(1'000'000, 1), other = run(1'000'000, 2);
    CHECK(enough.replicates > 500);
    CHECK(enough.monteCarloError <= 50);
    CHECK(enough.interval.upper() == again.interval.upper());
    // Two seeds differ by no more than a few of the errors that they state.
    CHECK_THAT(*enough.interval.upper(), WithinAbs(*other.interval.upper(), 4 * 50 * std::sqrt(2)));
    CHECK(run(1'000, 1).replicates == 1'000); // the cap
}

TEST_CASE("derived sizes carry the register's error and the headline's distribution", "[estimation][register]") {
    const OpaakSample sample;
    const auto sure = sample.derived(BenchmarkVariance::None, 0);
    const auto& both = sure[DerivedSize::FirstAndTrait];
    // t(0.975; 29) of 37 sites in 8 cities.
    CHECK(sure.degreesOfFreedom == 29);
    CHECK_THAT(*both.interval.upper(), WithinRel(both.N * std::exp(2.045229642132703 * both.cv), 1e-12));
    CHECK(*both.interval.upper() > both.logNormal.upper);
    const auto own = sample.derived(BenchmarkVariance::Poisson, 0), common = sample.derived(BenchmarkVariance::Cv, 0.1);
    const auto added = [&](const DerivedSizes& with, DerivedSize which) {
        return std::pow(with[which].standardError, 2) - std::pow(sure[which].standardError, 2);
    };
    for (const auto which : {DerivedSize::First, DerivedSize::FirstAndTrait, DerivedSize::FirstOnly}) {
        CHECK_THAT(added(own, which), WithinRel(sure[which].N * sure[which].N / 8122, 1e-6));
        CHECK_THAT(added(common, which), WithinRel(0.01 * sure[which].N * sure[which].N, 1e-6));
    }
    // Poisson counts err each by itself; a judged error is of the one register and adds up.
    const double first = sure[DerivedSize::First].N, second = sure[DerivedSize::Second].N;
    CHECK_THAT(added(own, DerivedSize::Union), WithinRel(first * first / 8122 + second * second / 4913, 1e-6));
    CHECK_THAT(added(common, DerivedSize::Union), WithinRel(0.01 * (first + second) * (first + second), 1e-6));
    const double trait = sure[DerivedSize::FirstAndTrait].N;
    CHECK_THAT(added(common, DerivedSize::TraitTotal), WithinRel(0.01 * (trait + second) * (trait + second), 1e-6));
}

TEST_CASE("derived sizes without a variance have no interval", "[estimation][register]") {
    const auto design =
        *Design::create({.rows = 8, .stratum = {0, 0, 0, 0, 1, 1, 1, 1}, .cluster = {0, 0, 0, 0, 0, 0, 0, 0}});
    const auto first = Domain::ofMask({1, 1, 0, 0, 1, 1, 0, 0}), second = Domain::ofMask({0, 0, 1, 1, 0, 0, 1, 1});
    const std::vector<double> y{1, 0, 1, 0, 1, 0, 0, 1}, trait{1, 1, 1, 1, 1, 1, 1, 1};
    for (const auto error : {BenchmarkVariance::None, BenchmarkVariance::Cv}) {
        const auto got = derivedSizes({design, first, second, y, trait, 100, 50, 0.95, error, 0.1});
        REQUIRE(got);
        for (const auto& size : got->sizes)
            CHECK(size.interval.why == NoInterval::NoVariance);
        CHECK((*got)[DerivedSize::FirstOnly].N == 0);
    }
}

TEST_CASE("with every factor fixed the joint interval is the headline's, register and all", "[estimation][register]") {
    for (const double cv : {0.0, 0.1}) {
        const auto main = *multiplierEstimate(test::simpleDesign(30), Domain::all(30), inCare(12, 30), 1000,
                                              {.benchmarkVariance = BenchmarkVariance::Cv, .benchmarkCv = cv});
        const auto got = sensitivity(
            {.benchmark = 1000, .p = {main.p, main.varianceUsed, main.degreesOfFreedom, 30}, .benchmarkCv = cv});
        REQUIRE(got);
        CHECK(got->monteCarloError <= 50);
        CHECK_THAT(*got->joint.lower(), WithinRel(*main.lower, 0.02));
        CHECK_THAT(*got->joint.upper(), WithinRel(*main.upper, 0.02));
    }
}

TEST_CASE("a design without a variance keeps its weights: the three cases of the field", "[estimation][register]") {
    // Two cities of one site each; everybody in care has the weight 3, everybody else 1.
    DesignColumns columns{.rows = 100};
    std::vector<double> y;
    for (std::uint32_t row = 0; row < 100; ++row) {
        columns.stratum.push_back(row % 2);
        columns.cluster.push_back(0);
        columns.weight.push_back(row < 40 ? 3 : 1);
        y.push_back(row < 40 ? 1 : 0);
    }
    const auto got = multiplierEstimate(*Design::create(columns), Domain::all(100), y, 5000);
    REQUIRE(got);
    CHECK(got->basis == IntervalBasis::EffectiveSample);
    CHECK_THAT(*got->N, WithinRel(7500.0, 1e-12));
    CHECK_THAT(got->peopleUsed, WithinRel(77.1428571428571, 1e-12));
    CHECK_THAT(*got->lower, WithinAbs(6493.829857, 1e-5));
    CHECK_THAT(*got->upper, WithinAbs(9088.615755, 1e-5));
}
