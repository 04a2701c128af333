// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/combine.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinRel;

TEST_CASE("sources that agree give one size without heterogeneity", "[estimation][combine]") {
    const std::array<SourceEstimate, 2> same{{{10000, 500}, {10000, 500}}};
    const auto got = combine(same, 0.95);
    REQUIRE(got);
    CHECK_THAT(got->fixed, WithinRel(10000.0, 1e-12));
    CHECK(got->tau2 == 0);
    CHECK(got->random == got->fixed);
    CHECK(got->median == 10000);
}

TEST_CASE("sources that disagree widen the random interval", "[estimation][combine]") {
    const std::array<SourceEstimate, 3> apart{{{10000, 200}, {14000, 300}, {20000, 400}}};
    const auto got = combine(apart, 0.95);
    REQUIRE(got);
    CHECK(got->tau2 > 0);
    CHECK(got->I2 > 0.9);
    CHECK(got->randomInterval.limits->upper - got->randomInterval.limits->lower >
          got->fixedInterval.limits->upper - got->fixedInterval.limits->lower);
    CHECK(got->median == 14000);
}

TEST_CASE("nothing, a size of zero and a level of one cannot be combined", "[estimation][combine]") {
    const std::array<SourceEstimate, 1> zero{{{0, 1}}};
    const std::array<SourceEstimate, 1> one{{{10, 1}}};
    CHECK(combine({}, 0.95).error().code == EstimationErrc::NoRows);
    CHECK(combine(zero, 0.95).error().code == EstimationErrc::BadParameter);
    CHECK(combine(one, 1).error().code == EstimationErrc::BadLevel);
    CHECK_THAT(combine(one, 0.95)->fixed, WithinRel(10.0, 1e-12));
}
