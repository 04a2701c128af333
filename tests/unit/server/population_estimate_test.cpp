// SPDX-License-Identifier: Apache-2.0
#include "services/population_estimate.h"

#include "server_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace server_test;

namespace {

/// Received interviews of one city and group with the weight given; every second one is in care.
void fill(ServerFixture& fixture, const std::vector<std::string>& weights) {
    need(fixture.studies->setBenchmark(integration::kBenchmark, ""));
    for (std::size_t i = 0; i < weights.size(); ++i)
        fixture.openTable.add({InterviewId("i" + std::to_string(i)),
                               1,
                               DeviceId("d"),
                               "complete",
                               {{"city", "Amsterdam", ""},
                                {"site", "AMS-0" + std::to_string(i % 3), ""},
                                {"group", "opioid", ""},
                                {"in_care", i % 2 == 0 ? "1" : "0", ""},
                                {"weight", weights[i], ""}}});
}

services::PopulationEstimate estimateOf(const std::vector<std::string>& weights) {
    ServerFixture fixture;
    const integration::TestStudy study;
    fixture.publish(study);
    fill(fixture, weights);
    return need(services::estimatePopulation(fixture.openTable, *fixture.studies, *fixture.repository));
}

} // namespace

TEST_CASE("an interview without a weight has no part in the weighted estimate", "[server][estimate]") {
    // In care: rows 0, 2, 4. Weighted share 2 + 1 of 2 + 1 + 1 + 1, without row 4, which has no weight.
    const auto estimate = estimateOf({"2", "1", "1", "1", "", "heavy"});
    CHECK(estimate.interviews == 6);
    CHECK(estimate.withoutWeight == 2);
    REQUIRE(estimate.groups.size() == 1);
    CHECK(estimate.groups[0].design.n == 6);
    REQUIRE(estimate.groups[0].weighted);
    CHECK(estimate.groups[0].weighted->n == 4);
    CHECK(estimate.groups[0].weighted->p == 0.6);
}

TEST_CASE("the running estimate takes a design effect below 1 as 1 and keeps the interval of the design beside it",
          "[server][estimate]") {
    // In care are 2 of 4, 1 of 3 and 2 of 3: the sites differ less than by chance.
    const auto estimate = estimateOf(std::vector<std::string>(10, ""));
    REQUIRE(estimate.groups.size() == 1);
    const auto& group = estimate.groups[0];
    CHECK(group.design.method == estimation::DesignMethod::LogitCapped);
    CHECK(*group.design.deff < 1);
    CHECK(*group.design.deffUsed == 1);
    REQUIRE(group.uncapped);
    CHECK(group.uncapped->method == estimation::DesignMethod::Logit);
    CHECK(group.uncapped->lower > group.design.lower);
    CHECK(*group.uncapped->upper < *group.design.upper);
}

TEST_CASE("equal weights, and none at all, give no weighted estimate", "[server][estimate]") {
    for (const auto* weight : {"", "2"}) {
        const auto estimate = estimateOf(std::vector<std::string>(6, weight));
        CHECK_FALSE(estimate.groups[0].weighted);
        CHECK(estimate.withoutWeight == 0);
    }
}
