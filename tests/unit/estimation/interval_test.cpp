// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/interval.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinAbs;

TEST_CASE("the exact interval of no one, everyone and one person is that of the tables", "[estimation][interval]") {
    const auto none = binomialInterval(BinomialMethod::ClopperPearson, 0, 10, 0.95);
    REQUIRE(none);
    CHECK(none->lower == 0);
    CHECK_THAT(none->upper, WithinAbs(0.308, 5e-4));
    const auto all = binomialInterval(BinomialMethod::ClopperPearson, 10, 10, 0.95);
    REQUIRE(all);
    CHECK_THAT(all->lower, WithinAbs(0.692, 5e-4));
    CHECK(all->upper == 1);
    const auto one = binomialInterval(BinomialMethod::ClopperPearson, 1, 1, 0.95);
    REQUIRE(one);
    CHECK_THAT(one->lower, WithinAbs(0.025, 1e-12));
    CHECK(one->upper == 1);
}

TEST_CASE("every binomial method knows its own name", "[estimation][interval]") {
    for (const auto name : {"wald", "wald_cc", "wilson", "wilson_cc", "agresti_coull", "clopper_pearson",
                            "jeffreys_raw", "jeffreys", "bayes_uniform", "logit", "arcsine", "mid_p"}) {
        const auto method = binomialMethod(name);
        REQUIRE(method);
        CHECK(idOf(*method) == name);
    }
    CHECK_FALSE(binomialMethod("waldo"));
}

TEST_CASE("every binomial interval holds the share and is wider at a higher level", "[estimation][interval]") {
    for (const auto method : {BinomialMethod::Wald, BinomialMethod::WaldContinuity, BinomialMethod::Wilson,
                              BinomialMethod::WilsonContinuity, BinomialMethod::AgrestiCoull,
                              BinomialMethod::ClopperPearson, BinomialMethod::Jeffreys, BinomialMethod::BayesUniform,
                              BinomialMethod::Logit, BinomialMethod::Arcsine, BinomialMethod::MidP})
        for (int x = 1; x < 20; ++x) {
            const auto narrow = binomialInterval(method, x, 20, 0.8);
            const auto wide = binomialInterval(method, x, 20, 0.99);
            REQUIRE(narrow);
            REQUIRE(wide);
            CHECK(narrow->lower < x / 20.0);
            CHECK(narrow->upper > x / 20.0);
            CHECK(wide->lower < narrow->lower);
            CHECK(wide->upper > narrow->upper);
        }
}

TEST_CASE("an interval for x is the mirror of that for n - x", "[estimation][interval]") {
    for (const auto method : {BinomialMethod::Wilson, BinomialMethod::WilsonContinuity, BinomialMethod::ClopperPearson,
                              BinomialMethod::Jeffreys, BinomialMethod::Arcsine, BinomialMethod::MidP})
        for (int x = 0; x <= 13; ++x) {
            const auto left = binomialInterval(method, x, 13, 0.95);
            const auto right = binomialInterval(method, 13 - x, 13, 0.95);
            REQUIRE(left);
            REQUIRE(right);
            CHECK_THAT(left->lower, WithinAbs(1 - right->upper, 1e-12));
        }
}

TEST_CASE("a level outside 0 to 1, more cases than people and an undefined logit are refused",
          "[estimation][interval]") {
    CHECK(binomialInterval(BinomialMethod::Wald, 1, 2, 1.0).error().code == EstimationErrc::BadLevel);
    CHECK(binomialInterval(BinomialMethod::Wald, 3, 2, 0.95).error().code == EstimationErrc::BadParameter);
    CHECK(binomialInterval(BinomialMethod::Wald, 0, 0, 0.95).error().code == EstimationErrc::BadParameter);
    CHECK(binomialInterval(BinomialMethod::Logit, 0, 2, 0.95).error().code == EstimationErrc::NotEstimable);
    CHECK(designInterval(DesignMethod::Logit, {.p = 0.5, .variance = 0.01, .degreesOfFreedom = 0, .n = 10}, 0.95)
              .error()
              .code == EstimationErrc::NotEstimable);
    CHECK(designInterval(DesignMethod::Logit, {.p = 0.5, .variance = 0.01, .degreesOfFreedom = 9, .n = 10}, 0)
              .error()
              .code == EstimationErrc::BadLevel);
}

TEST_CASE("the capped logit counts with no less than a simple random sample of its size", "[estimation][interval]") {
    // Two deviations by hand: logit 0.4 -+ t sqrt(v)/(0.4 0.6), t = 2.0859634 (df 20).
    const auto limits = [](DesignMethod method, double variance) {
        return *designInterval(method, {.p = 0.4, .variance = variance, .degreesOfFreedom = 20, .n = 100}, 0.95);
    };
    const double simple = 0.4 * 0.6 / 100;
    const auto lucky = limits(DesignMethod::LogitCapped, simple / 2);
    CHECK_THAT(lucky.lower, WithinAbs(1 / (1 + std::exp(std::log(1.5) + 2.0859634472658364 / std::sqrt(24.0))), 1e-12));
    CHECK(lucky.lower == limits(DesignMethod::Logit, simple).lower);
    CHECK(lucky.upper == limits(DesignMethod::Logit, simple).upper);
    CHECK(limits(DesignMethod::LogitCapped, 2 * simple).upper == limits(DesignMethod::Logit, 2 * simple).upper);
    CHECK(varianceUsed(DesignMethod::Logit, {0.4, simple / 2, 20, 100}) == simple / 2);
    CHECK(designMethod("logit_capped") == DesignMethod::LogitCapped);
    CHECK(idOf(DesignMethod::LogitCapped) == "logit_capped");
}

TEST_CASE("with many degrees of freedom and a binomial variance the design-based logit is the binomial one",
          "[estimation][interval]") {
    const double p = 240.0 / 393;
    const auto design = designInterval(
        DesignMethod::Logit, {.p = p, .variance = p * (1 - p) / 393, .degreesOfFreedom = 1e9, .n = 393}, 0.95);
    const auto binomial = binomialInterval(BinomialMethod::Logit, 240, 393, 0.95);
    REQUIRE(design);
    REQUIRE(binomial);
    CHECK_THAT(design->lower, WithinAbs(binomial->lower, 1e-12));
    CHECK_THAT(design->upper, WithinAbs(binomial->upper, 1e-12));
}

TEST_CASE("the likelihood limits are where the profile crosses t squared", "[estimation][interval]") {
    const ProportionStatistics s{.p = 0.3, .variance = 0.002, .degreesOfFreedom = 1e9, .n = 100};
    const auto limits = designInterval(DesignMethod::Likelihood, s, 0.95);
    REQUIRE(limits);
    const double n = 0.21 / 0.002;
    for (const double P : {limits->lower, limits->upper}) {
        const double profile = 2 * n * (0.3 * std::log(0.3 / P) + 0.7 * std::log(0.7 / (1 - P)));
        CHECK_THAT(profile, WithinAbs(1.959963984540054 * 1.959963984540054, 1e-9));
    }
    CHECK(limits->lower < 0.3);
    CHECK(limits->upper > 0.3);
}

TEST_CASE("the NCHS variant never uses a larger sample than there was", "[estimation][interval]") {
    const ProportionStatistics s{.p = 0.4, .variance = 0.0005, .degreesOfFreedom = 30, .n = 200};
    REQUIRE(kornGraubardN(s, 0.95) > 200);
    const auto truncated = designInterval(DesignMethod::BetaNchs, s, 0.95);
    const auto raw = designInterval(DesignMethod::Beta, s, 0.95);
    const auto exact = binomialInterval(BinomialMethod::ClopperPearson, 80, 200, 0.95);
    REQUIRE(truncated);
    REQUIRE(raw);
    REQUIRE(exact);
    CHECK_THAT(truncated->lower, WithinAbs(exact->lower, 1e-12));
    CHECK(raw->lower > truncated->lower);
    CHECK(designMethod("beta_nchs") == DesignMethod::BetaNchs);
    CHECK(idOf(DesignMethod::Logit) == "logit");
}
