// SPDX-License-Identifier: Apache-2.0
#include "server_fixture.h"

#include <catch2/catch_test_macros.hpp>

using namespace server_test;
using integration::TestStudy;

namespace {

repository::OpenInterview interview(std::string id, int revision, std::string city, std::string group,
                                    std::string outcome = "complete") {
    return {InterviewId(std::move(id)),
            revision,
            DeviceId("d"),
            std::move(outcome),
            {{"city", std::move(city), ""}, {"group", std::move(group), ""}, {"week", "7", ""}}};
}

} // namespace

TEST_CASE("quotas count complete interviews of the study's cities and groups", "[server][monitoring]") {
    ServerFixture fixture;
    const TestStudy study;
    CHECK(fixture.monitoring.quotas().empty());
    fixture.publish(study);
    fixture.openTable.add(interview("a", 1, "Amsterdam", "opioid"));
    fixture.openTable.add(interview("b", 1, "Amsterdam", "opioid", "broken_off"));
    fixture.openTable.add(interview("c", 1, "Paris", "opioid"));
    fixture.openTable.add(interview("d", 1, "Heerlen", "crack_only"));
    fixture.openTable.add(interview("e", 1, "Heerlen", "tea"));
    const auto rows = fixture.monitoring.quotas();
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].achieved == 1);
    CHECK(rows[0].target == 5);
    CHECK(rows[0].weeks.at("7") == 1);
    CHECK(rows[1].achieved == 0);
    CHECK(rows[3].achieved == 1);
    CHECK(fixture.monitoring.quotas("HRL").size() == 2);
    CHECK(fixture.monitoring.cells("HRL").at(1) == protocol::QuotaCell{"HRL", "crack_only", 4, 1});
}

TEST_CASE("a later revision takes the place of an earlier one, in whatever order they come", "[server][monitoring]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    fixture.openTable.add(interview("a", 2, "Heerlen", "crack_only"));
    fixture.openTable.add(interview("a", 1, "Amsterdam", "opioid"));
    CHECK(fixture.openTable.size() == 1);
    CHECK(fixture.monitoring.quotas()[0].achieved == 0);
    CHECK(fixture.monitoring.quotas()[3].achieved == 1);
}

TEST_CASE("what is counted while running equals a recount from the store", "[server][monitoring]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    integration::TestTablet tablet(study, 3);
    const auto invitation = need(fixture.enrolment.invite("AMS"));
    tablet.adopt(need(fixture.enrolment.enrol(tablet.request(invitation.code))));
    for (int i = 0; i < 5; ++i) {
        const auto call = tablet.batch(
            {tablet.interview("Amsterdam", "opioid", "1"), tablet.interview("Heerlen", "crack_only", "0")});
        need(fixture.intake.receive(tablet.id(), bytesOf(call.body)));
    }
    services::OpenTable recount;
    need(fixture.repository->read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(auto interviews, records.openInterviews());
        recount.load(std::move(interviews));
        return {};
    }));
    const services::Monitoring again(recount, *fixture.studies);
    for (const auto* city : {"AMS", "HRL"})
        CHECK(again.cells(city) == fixture.monitoring.cells(city));
    CHECK(again.quotas()[0].achieved == 5);
}
