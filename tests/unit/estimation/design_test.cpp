// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/design.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::estimation;

TEST_CASE("the same site code in two cities is two clusters", "[estimation][design]") {
    const auto design = Design::create({.rows = 6, .stratum = {5, 5, 5, 9, 9, 9}, .cluster = {1, 2, 1, 1, 2, 3}});
    REQUIRE(design);
    CHECK(design->strata() == 2);
    CHECK(design->clusters() == 5);
    CHECK(design->clustersInStratum()[0] == 2);
    CHECK(design->clustersInStratum()[1] == 3);
    CHECK(design->clusterOfRow()[0] == design->clusterOfRow()[2]);
    CHECK(design->clusterOfRow()[0] != design->clusterOfRow()[3]);
}

TEST_CASE("codes of any size are taken", "[estimation][design]") {
    const auto design =
        Design::create({.rows = 3, .stratum = {4'000'000'000U, 4'000'000'000U, 7}, .cluster = {4'100'000'000U, 1, 1}});
    REQUIRE(design);
    CHECK(design->strata() == 2);
    CHECK(design->clusters() == 3);
}

TEST_CASE("a design that cannot be is refused with the reason", "[estimation][design]") {
    CHECK(Design::create({}).error().code == EstimationErrc::NoRows);
    CHECK(Design::create({.rows = 2, .stratum = {1}}).error().code == EstimationErrc::SizeMismatch);
    CHECK(Design::create({.rows = 2, .weight = {1, -1}}).error().code == EstimationErrc::BadWeight);
    CHECK(Design::create({.rows = 2, .weight = {0, 0}}).error().code == EstimationErrc::BadWeight);
    CHECK(Design::create({.rows = 2, .weight = {1, kMissing}}).error().code == EstimationErrc::BadWeight);
    CHECK(Design::create({.rows = 2, .frameSize = {1, 1}}).error().code == EstimationErrc::BadFrameSize);
    CHECK(Design::create({.rows = 2, .frameSize = {4, 5}}).error().code == EstimationErrc::BadFrameSize);
    const auto error = Design::create({.rows = 2, .weight = {1, -1}}).error();
    CHECK(error.context.find("data row 2") != std::string::npos);
}

TEST_CASE("a frame of sites shrinks the variance factor of its stratum", "[estimation][design]") {
    const auto design =
        Design::create({.rows = 4, .stratum = {0, 0, 1, 1}, .cluster = {0, 1, 0, 1}, .frameSize = {8, 8, 2, 2}});
    REQUIRE(design);
    CHECK(design->finiteCorrection()[0] == 0.75);
    CHECK(design->finiteCorrection()[1] == 0);
}

TEST_CASE("domains are rows, and can be crossed", "[estimation][design]") {
    const std::vector<std::string> column{"a", "b", "a", "c"};
    const auto factor = Factor::of(column);
    CHECK(factor.levels.size() == 3);
    CHECK(Domain::where(factor, "a").count() == 2);
    CHECK(Domain::where(factor, "nowhere").count() == 0);
    const auto odd = Domain::select(4, [](std::size_t row) { return row % 2 == 0; });
    CHECK((odd & Domain::where(factor, "a")).count() == 2);
    CHECK((odd & Domain::where(factor, "b")).count() == 0);
}

TEST_CASE("new weights keep the clusters and are checked", "[estimation][design]") {
    const auto design = *Design::create({.rows = 3, .cluster = {0, 0, 1}});
    const auto changed = design.withWeights({1, 2, 3}, nullptr);
    REQUIRE(changed);
    CHECK(changed->clusters() == 2);
    CHECK(changed->weight()[2] == 3);
    CHECK(design.withWeights({1}, nullptr).error().code == EstimationErrc::SizeMismatch);
    CHECK(design.withWeights({1, 2, -3}, nullptr).error().code == EstimationErrc::BadWeight);
}
