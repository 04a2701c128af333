// SPDX-License-Identifier: Apache-2.0
#include "server_fixture.h"

#include "peil/base/text.h"

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
    const auto heerlen = services::cellsOf(fixture.monitoring.progress("HRL"));
    CHECK(heerlen.at(1) == protocol::QuotaCell{"HRL", "crack_only", 4, 1});
}

TEST_CASE("interviews that do not count are reported by reason, and the numbers add up", "[server][monitoring]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    for (const auto* id : {"a", "b", "c", "d"})
        fixture.openTable.add(interview(id, 1, "Amsterdam", "opioid"));
    fixture.openTable.add(interview("e", 1, "Amsterdam", "opioid", "broken_off"));
    fixture.openTable.add(interview("f", 1, "HRL", "not_eligible", "not_eligible"));
    fixture.openTable.add(interview("g", 1, "Paris", "opioid"));
    fixture.openTable.add(interview("h", 1, "Heerlen", "tea"));
    fixture.openTable.judge(InterviewId("b"), {1, repository::ReviewState::Rejected});
    fixture.openTable.judge(InterviewId("c"), {1, repository::ReviewState::Approved, true});
    fixture.openTable.judge(InterviewId("d"), {1, repository::ReviewState::HasIssues}); // still counts
    fixture.openTable.add(interview("i", 1, "Amsterdam", "opioid"));
    fixture.openTable.remove(InterviewId("i"), "AMS");
    const auto progress = fixture.monitoring.progress();
    CHECK(progress.interviews == 9);
    CHECK(progress.counted == 2);
    CHECK(progress.cells[0].achieved == 2);
    std::map<std::string, std::size_t> told;
    std::size_t sum = progress.counted;
    for (const auto& row : progress.notCounted) {
        told[row.cityCode + " " + std::string(study::idOf(row.reason))] += row.count;
        sum += row.count;
    }
    CHECK(sum == progress.interviews);
    CHECK(told == std::map<std::string, std::size_t>{{"AMS rejected", 1},
                                                     {"AMS duplicate", 1},
                                                     {"AMS broken_off", 1},
                                                     {"AMS withdrawn", 1},
                                                     {"HRL not_eligible", 1},
                                                     {"HRL unknown_group", 1},
                                                     {" unknown_city", 1}});
    CHECK(services::notCountedOf(fixture.monitoring.progress("HRL")) ==
          std::vector<protocol::NotCountedCell>{{"HRL", "not_eligible", 1}, {"HRL", "unknown_group", 1}});
    CHECK(fixture.monitoring.reasons().at(InterviewId("b")) == study::NotCounted::Rejected);
    CHECK_FALSE(fixture.monitoring.reasons().contains(InterviewId("a")));
}

TEST_CASE("a review that is quicker than its interview's way to the table still counts", "[server][monitoring]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    fixture.openTable.judge(InterviewId("a"), {1, repository::ReviewState::Rejected});
    fixture.openTable.add(interview("a", 1, "Amsterdam", "opioid"));
    CHECK(fixture.monitoring.quotas()[0].achieved == 0);
    fixture.openTable.add(interview("a", 2, "Amsterdam", "opioid")); // a new revision is not judged yet
    CHECK(fixture.monitoring.quotas()[0].achieved == 1);
    fixture.openTable.judge(InterviewId("a"), {1, repository::ReviewState::Rejected}); // of the revision before
    CHECK(fixture.monitoring.quotas()[0].achieved == 1);
}

TEST_CASE("interviews are re-evaluated when another study is published", "[server][monitoring]") {
    ServerFixture fixture;
    const TestStudy study;
    fixture.publish(study);
    fixture.openTable.add(interview("a", 1, "Amsterdam", "tea"));
    CHECK(fixture.monitoring.progress().counted == 0);
    auto toml = std::string(
        peil::textOf(need(study::StudyPack::open(study.pack, study.signer.publicKey)).files().at("study.toml")));
    toml = replaceAll(toml, "id = \"opioid\"", "id = \"tea\"");
    toml = replaceAll(toml, "group = \"opioid\"", "group = \"tea\"");
    fixture.publish(TestStudy(toml.substr(0, toml.find("[[recipient]]"))));
    CHECK(fixture.monitoring.progress().counted == 1);
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
    const auto invitation = need(fixture.enrolment.invite("AMS", "root"));
    tablet.adopt(need(fixture.enrolment.enrol(tablet.request(invitation.code))));
    for (int i = 0; i < 5; ++i) {
        const auto call = tablet.batch(
            {tablet.interview("Amsterdam", "opioid", "1"), tablet.interview("Amsterdam", "crack_only", "0")});
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
        CHECK(services::cellsOf(again.progress(city)) == services::cellsOf(fixture.monitoring.progress(city)));
    CHECK(again.quotas()[0].achieved == 5);
}
