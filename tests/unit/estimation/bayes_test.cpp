// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/bayes.h"
#include "peil/estimation/interval.h"

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
    CHECK_THAT(*got->interval.lower(), WithinRel(4913 / jeffreys->upper, 1e-12));
    CHECK_THAT(*got->interval.upper(), WithinRel(4913 / jeffreys->lower, 1e-12));
    CHECK(got->median > *got->interval.lower());
    CHECK(got->median < *got->interval.upper());
}

TEST_CASE("an uncertain benchmark widens the interval as drawing it does", "[estimation][bayes]") {
    BayesInput input{.x = 39, .n = 127, .benchmark = 4913};
    const auto narrow = bayesSize(input);
    input.benchmarkCv = 0.2;
    const auto wide = bayesSize(input);
    REQUIRE(narrow);
    REQUIRE(wide);
    CHECK(*wide->interval.lower() < *narrow->interval.lower());
    CHECK(*wide->interval.upper() > *narrow->interval.upper());
    // Quantiles of 20 million draws in R: 10,107.6, 16,033.2 and 25,775.3.
    CHECK_THAT(*wide->interval.lower(), WithinRel(10107.6, 1e-3));
    CHECK_THAT(wide->median, WithinRel(16033.2, 1e-3));
    CHECK_THAT(*wide->interval.upper(), WithinRel(25775.3, 1e-3));
    // An ever smaller error tends to the exact benchmark without a jump.
    for (const double cv : {1e-2, 3e-3, 1e-3, 3e-4, 1e-5}) {
        input.benchmarkCv = cv;
        CHECK_THAT(*bayesSize(input)->interval.lower(), WithinRel(*narrow->interval.lower(), cv * cv * 10 + 1e-7));
    }
    input = {.x = 0, .n = 1, .benchmark = 1, .benchmarkCv = 1};
    CHECK(bayesSize(input)->interval.limits);
}

TEST_CASE("the Bayesian size refuses what has no meaning", "[estimation][bayes]") {
    CHECK(bayesSize({.x = 5, .n = 3, .benchmark = 10}).error().code == EstimationErrc::BadParameter);
    CHECK(bayesSize({.x = 1, .n = 3, .benchmark = 10, .priorA = 0}).error().code == EstimationErrc::BadParameter);
    CHECK(bayesSize({.x = 1, .n = 3, .benchmark = 10, .benchmarkCv = 2}).error().code == EstimationErrc::BadParameter);
    CHECK(bayesSize({.x = 1, .n = 3, .benchmark = -10}).error().code == EstimationErrc::BadBenchmark);
    CHECK(bayesSize({.x = 1, .n = 3, .benchmark = 10, .level = 1}).error().code == EstimationErrc::BadLevel);
}
