// SPDX-License-Identifier: Apache-2.0
// Whatever the survey and the method: an interval that is given out holds its estimate and does not reach below the
// register's count, or there is none and a reason.
#include "peil/estimation/bayes.h"
#include "peil/estimation/combine.h"
#include "peil/estimation/derived_sizes.h"
#include "peil/estimation/multiplier.h"
#include "peil/estimation/resample.h"
#include "peil/estimation/sensitivity.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <map>

using namespace peil;
using namespace peil::estimation;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::array kDesignMethods{DesignMethod::Logit,    DesignMethod::LogitCapped, DesignMethod::Beta,
                                    DesignMethod::BetaNchs, DesignMethod::Likelihood,  DesignMethod::Arcsine,
                                    DesignMethod::Mean};
constexpr std::array kBinomialMethods{BinomialMethod::Wald,         BinomialMethod::WaldContinuity,
                                      BinomialMethod::Wilson,       BinomialMethod::WilsonContinuity,
                                      BinomialMethod::AgrestiCoull, BinomialMethod::ClopperPearson,
                                      BinomialMethod::JeffreysRaw,  BinomialMethod::Jeffreys,
                                      BinomialMethod::BayesUniform, BinomialMethod::Logit,
                                      BinomialMethod::Arcsine,      BinomialMethod::MidP};
constexpr std::array kErrors{BenchmarkVariance::None, BenchmarkVariance::Binomial, BenchmarkVariance::Poisson,
                             BenchmarkVariance::Cv};
constexpr std::array kPolicies{SingleClusterPolicy::Adjust, SingleClusterPolicy::Average, SingleClusterPolicy::Remove,
                               SingleClusterPolicy::Certainty};

/// A random design out of the kinds that break formulas: one city, one site a city, one person, sites where all are
/// alike, weights of zero and over 24 orders of magnitude, groups that are empty or that one site holds.
struct RandomSurvey {
    DesignColumns columns;
    std::vector<double> inCare, trait;
    std::vector<std::uint8_t> first, second;
    double benchmark = 0, level = 0.95, cv = 0;
    BenchmarkVariance error = BenchmarkVariance::None;

    explicit RandomSurvey(std::uint64_t seed)
        : m_random(seed) {
        const auto cities = pick({1, 1, 2, 5});
        const auto mostSites = pick({1, 2, 4, 8});
        m_weights = m_random.below(4);
        m_firstEverywhere = m_random.below(3) > 0;
        for (std::uint32_t city = 0; city < cities; ++city)
            for (std::uint32_t site = m_random.below(mostSites) + 1; site > 0; --site)
                addSite(city, site);
        columns.rows = inCare.size();
        columns.singleCluster = kPolicies[m_random.below(4)];
        benchmark = std::array{0.0, 1.0, 250.0, 8122.0, 3e6}[m_random.below(5)];
        level = std::array{0.5, 0.8, 0.95, 0.999}[m_random.below(4)];
        error = kErrors[m_random.below(4)];
        cv = std::array{1e-6, 0.05, 0.3, 1.0}[m_random.below(4)];
    }

private:
    std::uint32_t pick(std::array<std::uint32_t, 4> choices) { return choices[m_random.below(4)]; }
    double weight() {
        switch (m_weights) {
        case 0:
            return 1;
        case 1:
            return 1 + m_random.below(3);
        case 2:
            return m_random.below(5) == 0 ? 0 : std::pow(10, 6 * m_random.nextUnit() - 3);
        default:
            return std::pow(10, 24 * m_random.nextUnit() - 12);
        }
    }
    void addSite(std::uint32_t city, std::uint32_t site) {
        const auto kind = m_random.below(5); // 0: nobody in care, 1: everybody, else mixed
        const bool holdsFirst = m_firstEverywhere || (city == 0 && site == 1);
        for (auto people = pick({1, 2, 6, 15}); people > 0; --people) {
            columns.stratum.push_back(city);
            columns.cluster.push_back(site);
            columns.weight.push_back(weight());
            const bool isFirst = holdsFirst && m_random.below(3) > 0;
            first.push_back(isFirst);
            second.push_back(!isFirst && m_random.below(4) > 0);
            inCare.push_back(m_random.below(12) == 0 ? kMissing : kind == 0 ? 0 : kind == 1 ? 1 : m_random.below(2));
            trait.push_back(m_random.below(8) > 0 ? 1 : 0);
        }
    }
    CounterRng m_random;
    std::uint32_t m_weights = 0;
    bool m_firstEverywhere = true;
};

/// What was seen, so that a test which judges nothing fails.
std::map<std::string, int> judged;

/// The rule itself, written a second time and without any tolerance.
void judge(const std::string& method, std::optional<double> estimate, std::optional<double> lower,
           std::optional<double> upper, std::optional<NoInterval> why, double least) {
    if (why) {
        ++judged[method + ": " + std::string(idOf(*why))];
        if (lower || upper) FAIL(method << ": limits beside a reason for none");
        return;
    }
    ++judged[method];
    const double N = estimate.value_or(kInfinity);
    const bool holds = lower && std::isfinite(*lower) && *lower <= N && N <= upper.value_or(kInfinity) &&
                       *lower >= least * (1 - 1e-9) && !(upper && std::isinf(*upper));
    if (!holds)
        FAIL(method << ": " << N << " within " << lower.value_or(kMissing) << " to " << upper.value_or(kInfinity)
                    << ", at least " << least);
}

void judge(const std::string& method, double estimate, const CheckedInterval& interval, double least) {
    if (interval.limits.has_value() == interval.why.has_value()) FAIL(method << ": neither limits nor a reason");
    judge(method, estimate, interval.lower(), interval.upper(), interval.why, least);
}

void judge(const std::string& method, const MultiplierEstimate& got) {
    const double least = leastSize(got.benchmark, got.benchmarkCv, got.level);
    if (!(got.pInterval.lower <= got.p * (1 + 1e-9)) || !(got.pInterval.upper >= got.p * (1 - 1e-9)))
        if (!got.noInterval) FAIL(method << ": the share lies outside its own interval");
    if (got.N && *got.N < got.benchmark) FAIL(method << ": fewer people than the register");
    judge(method, got.N, got.lower, got.upper, got.noInterval, least);
}

std::string named(const char* kind, std::string_view name) {
    return kind + std::string(name);
}

void judgeMultiplier(const RandomSurvey& survey, const Design& design, const Domain& domain) {
    for (const auto method : kDesignMethods) {
        const auto got = multiplierEstimate(
            design, domain, survey.inCare, survey.benchmark,
            {.level = survey.level, .method = method, .benchmarkVariance = survey.error, .benchmarkCv = survey.cv});
        if (!got) {
            if (got.error().code != EstimationErrc::NoRows) FAIL(describe(got.error()));
            return;
        }
        judge(named("design ", idOf(method)), *got);
        if (!got->delta) continue;
        const double least = leastSize(got->benchmark, got->benchmarkCv, got->level);
        for (const auto& limits :
             {got->delta->normal, got->delta->student, got->delta->logNormal, got->delta->logStudent})
            judge("delta", got->delta->N, checked(limits, got->delta->N, least), least);
    }
    const auto plain = multiplierEstimate(design, domain, survey.inCare, survey.benchmark);
    if (!plain) return;
    for (const auto method : kBinomialMethods) {
        const auto got = multiplierFromCounts(plain->x, static_cast<double>(plain->n), survey.benchmark, method,
                                              survey.level, survey.error, survey.cv);
        REQUIRE(got);
        judge(named("binomial ", idOf(method)), *got);
    }
    const auto cv = coefficientOfVariation(survey.error, survey.cv, survey.benchmark, plain->p);
    const auto drawn = raoWuBootstrap(design, domain, survey.inCare, survey.benchmark,
                                      {.replicates = 60, .benchmarkCv = cv, .level = survey.level});
    // Sixty draws of the register have a lower limit of their own.
    if (drawn) judge("bootstrap", drawn->estimate, drawn->interval, cv > 0 ? 0 : survey.benchmark);
    const auto biased = sensitivity({.benchmark = survey.benchmark,
                                     .p = {plain->p, plain->standardError * plain->standardError,
                                           plain->degreesOfFreedom, static_cast<double>(plain->n)},
                                     .benchmarkCv = cv,
                                     .draws = 100,
                                     .most = 100,
                                     .level = survey.level});
    if (biased) judge("sensitivity", biased->median, biased->joint, 0);
    if (plain->N && plain->delta) {
        const std::array<SourceEstimate, 2> sources{
            {{plain->delta->N, plain->delta->standardError, survey.benchmark},
             {plain->delta->N * 1.3, plain->delta->standardError, survey.benchmark / 2}}};
        if (const auto pooled = combine(sources, survey.level)) {
            judge("pooled fixed", pooled->fixed, pooled->fixedInterval, survey.benchmark);
            judge("pooled random", pooled->random, pooled->randomInterval, survey.benchmark);
        }
    }
}

void judgeDerived(const RandomSurvey& survey, const Design& design) {
    const auto got = derivedSizes({.design = design,
                                   .first = Domain::ofMask(survey.first),
                                   .second = Domain::ofMask(survey.second),
                                   .inCare = survey.inCare,
                                   .trait = survey.trait,
                                   .firstBenchmark = survey.benchmark,
                                   .secondBenchmark = survey.benchmark / 2,
                                   .level = survey.level,
                                   .benchmarkVariance = survey.error,
                                   .benchmarkCv = survey.cv});
    if (!got) return;
    const bool sure = survey.error == BenchmarkVariance::None;
    for (std::size_t k = 0; k < kDerivedSizes; ++k) {
        const auto which = static_cast<DerivedSize>(k);
        double least = 0;
        if (which == DerivedSize::First) least = survey.benchmark;
        if (which == DerivedSize::Second || which == DerivedSize::TraitTotal) least = survey.benchmark / 2;
        if (which == DerivedSize::Union) least = survey.benchmark * 1.5;
        judge(named("derived ", idOf(which)), got->sizes[k].N, got->sizes[k].interval, sure ? least : 0);
    }
}

} // namespace

TEST_CASE("over 10,000 random designs every interval of every method holds its estimate, or says why there is none",
          "[estimation][invariant]") {
    judged.clear();
    for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
        const RandomSurvey survey(seed);
        const auto design = Design::create(survey.columns);
        if (!design) continue; // all weights are zero
        INFO("seed " << seed);
        judgeMultiplier(survey, *design, Domain::all(survey.columns.rows));
        judgeMultiplier(survey, *design, Domain::ofMask(survey.first));
        judgeDerived(survey, *design);
        if (seed % 20 != 0) continue;
        const BayesInput posterior{.x = static_cast<double>(seed % 7),
                                   .n = static_cast<double>(seed % 7 + seed % 50),
                                   .benchmark = survey.benchmark,
                                   .benchmarkCv = survey.error == BenchmarkVariance::None ? 0 : survey.cv,
                                   .level = survey.level};
        const auto got = bayesSize(posterior);
        REQUIRE(got);
        judge("bayes", got->median, got->interval,
              leastSize(posterior.benchmark, posterior.benchmarkCv, posterior.level));
    }
    const auto seen = [](const std::string& what, int atLeast) {
        INFO(what << ": " << judged[what]);
        CHECK(judged[what] >= atLeast);
    };
    for (const auto method : kDesignMethods)
        seen(named("design ", idOf(method)), 15'000);
    for (const auto method : kBinomialMethods)
        seen(named("binomial ", idOf(method)), 13'000);
    for (const char* other : {"delta", "bootstrap", "sensitivity", "pooled fixed", "pooled random", "derived union"})
        seen(other, 1'500);
    seen("bayes", 480);
    seen("delta: below_register", 100);
    seen("derived union: no_variance", 100);
    seen("binomial bayes_uniform: excludes_estimate", 100);
}

TEST_CASE("limits that break the rule are not given, and the reason is", "[estimation][invariant]") {
    const auto why = [](Interval limits, double estimate, double least) {
        const auto got = checked(limits, estimate, least);
        CHECK_FALSE(got.limits);
        CHECK_FALSE(got.lower());
        CHECK_FALSE(got.upper());
        CHECK_FALSE(idOf(*got.why).empty());
        return *got.why;
    };
    CHECK(why({11, 20}, 10, 5) == NoInterval::ExcludesEstimate);
    CHECK(why({8, 9}, 10, 5) == NoInterval::ExcludesEstimate);
    CHECK(why({4, 20}, 10, 5) == NoInterval::BelowRegister);
    CHECK(why({kMissing, 20}, 10, 5) == NoInterval::NotANumber);
    CHECK(why({6, kMissing}, 10, 5) == NoInterval::NotANumber);
    CHECK(why({kInfinity, kInfinity}, kInfinity, 5) == NoInterval::NotANumber);
    // Rounding error is mended, not refused.
    const auto mended = checked({10 * (1 + 1e-12), 20}, 10, 10 * (1 - 1e-13));
    REQUIRE(mended.limits);
    CHECK(mended.limits->lower == 10);
    CHECK_FALSE(checked({6, kInfinity}, 10, 5).upper());
    CHECK(CheckedInterval::none(NoInterval::NoVariance).why == NoInterval::NoVariance);
}
