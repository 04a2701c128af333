// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/bayes.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinRel;

TEST_CASE("an exact benchmark with Jeffreys' prior is the Jeffreys interval turned over", "[estimation][bayes]") {
    const auto got = bayesSize({.x = 39, .n = 127, .benchmark = 4913});
    const auto jeffreys = binomialInterval(BinomialMethod::Jeffreys, 39, 127, 0.95);
    REQUIRE(got);
    REQUIRE(jeffreys);
    CHECK_THAT(got->interval.lower, WithinRel(4913 / jeffreys->upper, 1e-12));
    CHECK_THAT(got->interval.upper, WithinRel(4913 / jeffreys->lower, 1e-12));
    CHECK(got->median > got->interval.lower);
    CHECK(got->median < got->interval.upper);
}

TEST_CASE("an uncertain benchmark widens the interval and a seed repeats it", "[estimation][bayes]") {
    const BayesInput exact{.x = 39, .n = 127, .benchmark = 4913};
    auto uncertain = exact;
    uncertain.benchmarkCv = 0.2;
    uncertain.draws = 4000;
    const auto narrow = bayesSize(exact);
    const auto wide = bayesSize(uncertain);
    REQUIRE(narrow);
    REQUIRE(wide);
    CHECK(wide->interval.lower < narrow->interval.lower);
    CHECK(wide->interval.upper > narrow->interval.upper);
    CHECK_THAT(wide->median, WithinRel(narrow->median, 0.02));
    CHECK(bayesSize(uncertain)->interval.upper == wide->interval.upper);
    uncertain.seed = 2;
    CHECK(bayesSize(uncertain)->interval.upper != wide->interval.upper);
}

TEST_CASE("the Bayesian size refuses what has no meaning and can be stopped", "[estimation][bayes]") {
    CHECK(bayesSize({.x = 5, .n = 3, .benchmark = 10}).error().code == EstimationErrc::BadParameter);
    CHECK(bayesSize({.x = 1, .n = 3, .benchmark = 10, .priorA = 0}).error().code == EstimationErrc::BadParameter);
    CHECK(bayesSize({.x = 1, .n = 3, .benchmark = -10}).error().code == EstimationErrc::BadBenchmark);
    CHECK(bayesSize({.x = 1, .n = 3, .benchmark = 10, .level = 1}).error().code == EstimationErrc::BadLevel);
    CHECK(bayesSize({.x = 1, .n = 3, .benchmark = 10, .benchmarkCv = .1, .progress = [](double) { return false; }})
              .error()
              .code == EstimationErrc::Cancelled);
}
