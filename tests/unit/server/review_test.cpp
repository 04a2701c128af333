// SPDX-License-Identifier: Apache-2.0
// Reviews, withdrawals, and what the audit chain remembers of them.
#include "peil/protocol/intake_machine.h"
#include "repository/sqlcipher/schema.h"
#include "server_fixture.h"
#include "services/audit_log.h"
#include "services/error.h"
#include "services/release_log.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace server_test;
using integration::TestStudy;
using repository::ReviewState;
using services::ServiceErrc;

namespace {

/// A server with one tablet in AMS and `count` received interviews of it.
struct Reviewed : ServerFixture {
    TestStudy study;
    integration::TestTablet tablet{study, 3};
    std::vector<protocol::BatchItem> items;

    explicit Reviewed(int count) {
        publish(study);
        tablet.adopt(need(enrolment.enrol(tablet.request(need(enrolment.invite("AMS", "root")).code))));
        for (int i = 0; i < count; ++i)
            items.push_back(tablet.interview("Amsterdam", "opioid", "1"));
        send(items);
    }
    protocol::BatchReply send(const std::vector<protocol::BatchItem>& some) {
        return need(intake.receive(tablet.id(), bytesOf(tablet.batch(some).body)));
    }
    [[nodiscard]] std::vector<repository::ReviewedInterview> list() const { return need(review.interviews()); }
    [[nodiscard]] services::AuditView audit() const {
        return need(services::readAudit(*repository, keys.receiptKey.publicKey));
    }
    [[nodiscard]] services::ExportAct act() const {
        return {"token: anna", "report of 2030", "wave-1", std::string(64, 'a'), {{"interviews", 3}}};
    }
};

} // namespace

TEST_CASE("an interview is in the state received until it is reviewed, and again after a new revision",
          "[server][review]") {
    Reviewed server(2);
    CHECK(server.list()[0].review.state == ReviewState::Received);
    need(server.review.judge({server.items[0].interview}, {ReviewState::Approved, "", ""}, "anna"));
    CHECK(server.list()[0].review.state == ReviewState::Approved);
    CHECK(server.list()[0].review.by == "anna");
    CHECK(server.list()[1].review.state == ReviewState::Received);

    auto header = need(protocol::Envelope::parse(server.items[0].envelope)).header();
    header.revision = 2;
    header.sequence = 3;
    server.send({server.tablet.revision(header)});
    const auto rows = server.list();
    REQUIRE(rows.size() == 2);
    CHECK(rows[1].revision == 2); // in the order received
    CHECK(rows[1].review.state == ReviewState::Received);
}

TEST_CASE("a review names interviews that are there, all or none", "[server][review]") {
    Reviewed server(2);
    const auto first = server.items[0].interview, second = server.items[1].interview;
    const auto judge = [&](std::vector<InterviewId> which, services::Judgement how, const std::string& by = "anna") {
        return server.review.judge(which, how, by);
    };
    CHECK(judge({first, InterviewId("nobody")}, {}).error().code == ServiceErrc::UnknownInterview);
    CHECK(server.list()[0].review.state == ReviewState::Received);
    CHECK(judge({}, {}).error().code == ServiceErrc::BadReview);
    CHECK(judge(std::vector<InterviewId>(1001, first), {}).error().code == ServiceErrc::BadReview);
    CHECK(judge({first}, {ReviewState::Rejected, std::string(1001, 'x'), ""}).error().code == ServiceErrc::BadReview);
    CHECK(judge({first}, {}, "").error().code == ServiceErrc::BadReview);
    CHECK(judge({first}, {ReviewState::Rejected, "", "nobody"}).error().code == ServiceErrc::UnknownInterview);
    CHECK(judge({first}, {ReviewState::Rejected, "", first.text()}).error().code == ServiceErrc::BadReview);
    need(judge({first}, {ReviewState::Rejected, "", second.text()}));
    CHECK(server.list()[0].review.duplicateOf == second.text());
    CHECK(judge({second}, {ReviewState::Rejected, "", first.text()}).error().code == ServiceErrc::BadReview);
    CHECK(server.review.judge({first}, {}, "anna", "HRL").error().code == ServiceErrc::UnknownInterview);
    CHECK(need(server.review.interviews("HRL")).empty());
    CHECK(need(server.review.interviews("AMS")).size() == 2);
}

TEST_CASE("a withdrawn interview is gone from store, lists and counts, and does not come back", "[server][review]") {
    Reviewed server(2);
    const auto id = server.items[0].interview;
    need(server.review.judge({id}, {}, "anna"));
    need(server.review.withdraw(id, "asked for it", "bea"));
    need(server.review.withdraw(id, "asked for it", "bea")); // the same again is no error
    CHECK(server.list().size() == 1);
    CHECK(server.openTable.size() == 1);
    CHECK(server.send({server.items[0]}).receipts.size() == 1); // the same bytes: the receipt that it had
    auto header = need(protocol::Envelope::parse(server.items[0].envelope)).header();
    header.revision = 2;
    header.sequence = 3;
    CHECK(server.send({server.tablet.revision(header)}).receipts.size() == 1);
    CHECK(server.list().size() == 1);
    CHECK(server.openTable.size() == 1);
    std::vector<repository::EnvelopeRow> rows;
    need(server.repository->read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(rows, records.envelopes(0, 100, 1U << 20U));
        return {};
    }));
    REQUIRE(rows.size() == 3);
    for (const auto& row : rows) {
        const bool gone = row.keys.interview == id;
        CHECK(row.bytes.empty() == gone);
        CHECK((row.status == repository::EnvelopeStatus::Withdrawn) == gone);
    }
    const auto ledger = need(services::readLedger(*server.repository, server.clock.now()));
    CHECK(ledger[0].received == 3);
    CHECK(ledger[0].missingCount == 0);
    CHECK(server.audit().intact);
    CHECK(server.review.withdraw(InterviewId("nobody"), "", "bea").error().code == ServiceErrc::UnknownInterview);
    CHECK(server.review.withdraw(id, "", "").error().code == ServiceErrc::BadReview);
    CHECK(server.review.withdraw(id, std::string(1001, 'x'), "bea").error().code == ServiceErrc::BadReview);
}

TEST_CASE("an interview can be withdrawn before its tablet sends it, and is then not stored", "[server][review]") {
    Reviewed server(1);
    const auto coming = server.tablet.interview("Amsterdam", "opioid", "1");
    CHECK(server.review.withdraw(coming.interview, "", "bea").error().code == ServiceErrc::UnknownInterview);
    need(server.review.withdraw(coming.interview, "", "bea", services::Ahead::Yes));
    CHECK(server.send({coming}).receipts.size() == 1);
    CHECK(server.list().size() == 1);
    CHECK(server.openTable.size() == 1);
    CHECK(server.audit().intact);
    // A slip in an id is not remembered as a wish.
    CHECK(server.review.withdraw(InterviewId("nobody"), "", "bea", services::Ahead::Yes).error().code ==
          ServiceErrc::UnknownInterview);
}

TEST_CASE("quotas follow a review and a withdrawal at once, and a recount gives the same", "[server][review]") {
    Reviewed server(4);
    const auto achieved = [&] { return server.monitoring.quotas()[0].achieved; };
    const auto id = [&](std::size_t i) { return server.items[i].interview; };
    CHECK(achieved() == 4);
    need(server.review.judge({id(0)}, {ReviewState::Rejected, "", ""}, "anna"));
    CHECK(achieved() == 3);
    need(server.review.judge({id(1)}, {ReviewState::Rejected, "", id(2).text()}, "anna"));
    CHECK(achieved() == 2);
    need(server.review.judge({id(2)}, {ReviewState::HasIssues, "", ""}, "anna"));
    CHECK(achieved() == 2);
    need(server.review.withdraw(id(3), "", "bea"));
    CHECK(achieved() == 1);
    need(server.review.judge({id(0)}, {ReviewState::Received, "", ""}, "anna")); // taken back
    CHECK(achieved() == 2);
    services::OpenTable recount;
    need(server.repository->read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(auto interviews, records.openInterviews());
        PEIL_TRY(const auto withdrawals, records.withdrawals());
        recount.load(std::move(interviews), withdrawals);
        return {};
    }));
    const services::Monitoring again(recount, *server.studies);
    CHECK(services::cellsOf(again.progress()) == services::cellsOf(server.monitoring.progress()));
    CHECK(services::notCountedOf(again.progress()) == services::notCountedOf(server.monitoring.progress()));
    CHECK(recount.withdrawn() == std::map<std::string, std::size_t>{{"AMS", 1}});
}

TEST_CASE("an interview that is withdrawn while it is on its way to the table does not count", "[server][review]") {
    services::OpenTable table;
    table.remove(InterviewId("a"));
    table.add({InterviewId("a"), 1, DeviceId("d"), "complete", {}});
    CHECK(table.size() == 0);
}

TEST_CASE("acts and envelopes are one chain, and a changed act breaks it", "[server][audit]") {
    Reviewed server(2);
    CHECK(server.audit().intact);
    need(server.review.judge({server.items[0].interview}, {}, "anna"));
    server.send({server.tablet.interview("Amsterdam", "opioid", "0")});
    need(server.review.withdraw(server.items[1].interview, "", "bea"));
    need(services::logExport(*server.repository, server.clock.now(), server.act()));
    const auto view = server.audit();
    std::vector<std::string> kinds;
    for (const auto& one : view.acts)
        kinds.push_back(one.what);
    REQUIRE(kinds == std::vector<std::string>{"study_published", "device_invited", "device_enrolled", "review",
                                              "withdrawal", "export"});
    CHECK(view.intact);
    CHECK(view.acts.back().by == "token: anna");
    const auto detail = boost::json::parse(view.acts.back().detail).as_object();
    CHECK(detail.at("purpose") == "report of 2030");
    CHECK(detail.at("interviews") == 3);
    need(server.repository->write([&](repository::Records& records) {
        auto forged = view.acts.back(); // an act that was put in beside the chain
        forged.by = "nobody";
        return records.addAudit(forged);
    }));
    CHECK_FALSE(server.audit().intact);
}

TEST_CASE("an export needs purpose, name and checksum, and a frozen name keeps its data", "[server][audit]") {
    Reviewed server(1);
    const auto log = [&](services::ExportAct act) {
        return services::logExport(*server.repository, server.clock.now(), act);
    };
    auto act = server.act();
    act.purpose = "  ";
    CHECK(log(act).error().code == ServiceErrc::BadExport);
    act = server.act();
    act.by.clear();
    CHECK(log(act).error().code == ServiceErrc::BadExport);
    act = server.act();
    act.checksum = "12";
    CHECK(log(act).error().code == ServiceErrc::BadExport);
    act = server.act();
    act.frozenName = "../wave";
    CHECK(log(act).error().code == ServiceErrc::BadExport);
    const auto before = server.audit().acts.size();
    need(log(server.act()));
    need(log(server.act())); // reproduced
    act = server.act();
    act.checksum = std::string(64, 'b');
    CHECK(log(act).error().code == ServiceErrc::FrozenOtherwise);
    act.frozenName = "wave-2";
    need(log(act));
    CHECK(server.audit().acts.size() == before + 3);
}

TEST_CASE("a release is checked beside the newest one, and recalled once", "[server][audit][release]") {
    Reviewed server(1);
    const auto log = [&](const boost::json::value& release) {
        auto act = server.act();
        act.frozenName.clear();
        act.detail["release"] = release;
        return services::logExport(*server.repository, server.clock.now(), act);
    };
    const auto release = [](std::int64_t after, const std::string& members = "AAAAAAAAAAAAAAAAAAAAAA==") {
        return boost::json::object{
            {"rungs", 1}, {"policy", std::string(64, 'a')}, {"members", members}, {"after", after}};
    };
    const auto known = [&] {
        std::vector<services::ReleaseRow> rows;
        need(server.repository->read([&](repository::Records& records) -> Result<> {
            PEIL_TRY(rows, services::releases(records));
            return {};
        }));
        return rows;
    };
    for (const auto& odd :
         {boost::json::value("none"), boost::json::value(release(0, "")), boost::json::value(release(0, "AAAA")),
          boost::json::value(release(-1)), boost::json::value(boost::json::object{{"after", 0}})})
        CHECK(log(odd).error().code == ServiceErrc::BadExport);
    CHECK(known().empty());
    const auto before = server.audit().acts.size();
    need(log(release(0)));
    REQUIRE(known().size() == 1);
    const auto number = known()[0].number;
    CHECK(log(release(0)).error().code == ServiceErrc::ReleaseMeanwhile);
    need(log(release(number)));
    const auto recall = [&](std::int64_t which, const std::string& by, const std::string& note) {
        return services::recallRelease(*server.repository, server.clock.now(), which, by, note);
    };
    CHECK(recall(number, "anna", "  ").error().code == ServiceErrc::BadExport);
    CHECK(recall(number, "", "deleted").error().code == ServiceErrc::BadExport);
    CHECK(recall(99, "anna", "deleted").error().code == ServiceErrc::UnknownRelease);
    need(recall(number, "anna", "deleted"));
    need(recall(number, "anna", "deleted"));
    CHECK(known()[0].recalled);
    CHECK_FALSE(known()[1].recalled);
    CHECK(server.audit().acts.size() == before + 3);
    CHECK(server.audit().intact);
}

TEST_CASE("a store of the first version is taken over with its interviews", "[server][repository][migration]") {
    ServerFixture fixture;
    fixture.startFromVersion(
        1, {"INSERT INTO house VALUES(1, '00000000-0000-4000-8000-000000000000', zeroblob(32), 0)",
            "INSERT INTO device VALUES('d', 'AMS', zeroblob(32), 0, NULL, NULL)",
            "INSERT INTO envelope VALUES(1, 'i', 1, 'd', 1, zeroblob(32), x'01', 1, '', 'complete', x'', "
            "zeroblob(32), 0, 1)"});
    services::Review review(*fixture.repository, fixture.openTable, fixture.tombstones, fixture.clock);
    REQUIRE(need(review.interviews()).size() == 1);
    need(review.judge({InterviewId("i")}, {}, "anna"));
    CHECK(need(review.interviews())[0].review.state == ReviewState::Approved);
}

TEST_CASE("a register that was published before its source was kept stays, with nothing stated",
          "[server][repository][migration]") {
    ServerFixture fixture;
    fixture.startFromVersion(3, {"INSERT INTO house VALUES(1, '00000000-0000-4000-8000-000000000000', zeroblob(32), 0)",
                                 "INSERT INTO benchmark VALUES('opioid', 'Netherlands', 800, 1, 1300, NULL, NULL)"});
    need(fixture.repository->read([](repository::Records& records) -> Result<> {
        PEIL_TRY(const auto rows, records.benchmarks());
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].count == 800);
        CHECK(rows[0].whole);
        CHECK(rows[0].registerName.empty());
        CHECK(rows[0].year.empty());
        CHECK(rows[0].definition.empty());
        return {};
    }));
    const std::vector<repository::BenchmarkRow> rows{
        {"opioid", "Netherlands", 900, true, {}, {}, {}, "LADIS", "2023", "weekly", "yes"}};
    need(fixture.repository->write([&](repository::Records& records) { return records.setBenchmarks(rows); }));
    need(fixture.repository->read([](repository::Records& records) -> Result<> {
        PEIL_TRY(const auto kept, records.benchmarks());
        REQUIRE(kept.size() == 1);
        CHECK(kept[0].registerName == "LADIS");
        CHECK(kept[0].year == "2023");
        CHECK(kept[0].definition == "weekly");
        CHECK(kept[0].deduplicated == "yes");
        return {};
    }));
}

TEST_CASE("a store of version 12 keeps the head of its audit chain", "[server][repository][migration]") {
    constexpr std::string_view kHead = "0123456789abcdef0123456789abcdef";
    ServerFixture fixture;
    fixture.startFromVersion(12, {"INSERT INTO house VALUES(1, '00000000-0000-4000-8000-000000000000', "
                                  "CAST('0123456789abcdef0123456789abcdef' AS BLOB), 5)"});
    need(fixture.repository->read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(const auto head, records.auditHead());
        CHECK(std::ranges::equal(head, bytesOf(kHead)));
        return {};
    }));
}
