// SPDX-License-Identifier: Apache-2.0
// What comes in is judged before it counts: whose it is, where it is from, and how far its number may be.
#include "server_fixture.h"
#include "services/audit_log.h"
#include "services/error.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace server_test;
using Catch::Matchers::ContainsSubstring;
using integration::TestStudy;
using integration::TestTablet;
using protocol::ReceiptStatus;
using services::ServiceErrc;

namespace {

const services::Authority kOffice{"token: anna", "the tablet fell into the canal"};

struct Office : ServerFixture {
    TestStudy study;
    TestTablet one{study, 1}, two{study, 2}, heerlen{study, 3};

    Office() {
        publish(study);
        enrol(one, "AMS");
        enrol(two, "AMS");
        enrol(heerlen, "HRL");
    }
    void enrol(TestTablet& tablet, const std::string& city) {
        tablet.adopt(need(enrolment.enrol(tablet.request(need(enrolment.invite(city, "root")).code))));
    }
    ReceiptStatus send(TestTablet& tablet, const protocol::BatchItem& item) {
        const auto reply = need(intake.receive(tablet.id(), bytesOf(tablet.batch({item}).body)));
        return need(protocol::decodeReceipt(reply.receipts.at(0), keys.receiptKey.publicKey)).status;
    }
    services::LedgerRow ledgerOf(const TestTablet& tablet) {
        for (auto& row : need(services::readLedger(*repository, clock.now())))
            if (row.device.id == tablet.id()) return row;
        FAIL("no such tablet");
        return {};
    }
    /// A revision of `item` by `tablet`, with another group.
    protocol::BatchItem revised(TestTablet& tablet, const protocol::BatchItem& item, int revision,
                                std::int64_t sequence) {
        auto header = need(protocol::Envelope::parse(item.envelope)).header();
        header.device = tablet.id();
        header.revision = revision;
        header.sequence = sequence;
        header.open.at(2).value = "crack_only";
        return tablet.revision(header);
    }
    void told(const TestTablet& tablet, std::int64_t finalised) {
        need(repository->write([&](repository::Records& records) -> Result<> {
            PEIL_TRY(const auto row, records.device(tablet.id()));
            return services::Intake::noteFinalised(records, *row, finalised);
        }));
    }
};

} // namespace

TEST_CASE("another tablet's revision leaves an interview and its review as they are", "[server][intake]") {
    Office office;
    const auto item = office.one.interview("Amsterdam", "opioid", "1");
    REQUIRE(office.send(office.one, item) == ReceiptStatus::Received);
    need(office.review.judge({item.interview}, {repository::ReviewState::Approved, "", ""}, "anna"));
    CHECK(office.send(office.two, office.revised(office.two, item, 2, 1)) == ReceiptStatus::Quarantined);
    CHECK(office.send(office.heerlen, office.revised(office.heerlen, item, 1, 1)) == ReceiptStatus::Quarantined);
    const auto rows = need(office.review.interviews());
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].device == office.one.id());
    CHECK(rows[0].review.state == repository::ReviewState::Approved);
    CHECK(office.monitoring.quotas()[0].achieved == 1);
    CHECK(office.ledgerOf(office.two).quarantinedBy.at("not_owner") == 1);
    CHECK(office.ledgerOf(office.heerlen).quarantinedBy.at("other_city") == 1);
    // nor do they take the place of the true second revision
    CHECK(office.send(office.one, office.revised(office.one, item, 2, 2)) == ReceiptStatus::Received);
    CHECK(office.monitoring.quotas()[0].achieved == 0);
}

TEST_CASE("a tablet that was named in the place of another revises its interviews, and the act is in the chain",
          "[server][intake]") {
    Office office;
    const auto item = office.one.interview("Amsterdam", "opioid", "1");
    REQUIRE(office.send(office.one, item) == ReceiptStatus::Received);
    need(office.deviceActs.nameSuccessor(office.one.id(), office.two.id(), kOffice));
    CHECK(office.send(office.two, office.revised(office.two, item, 2, 1)) == ReceiptStatus::Received);
    CHECK(need(office.review.interviews())[0].revision == 2);
    const auto audit = need(services::readAudit(*office.repository, office.keys.receiptKey.publicKey));
    CHECK(audit.intact);
    CHECK(audit.acts.back().what == "succession");
    CHECK_THAT(audit.acts.back().detail, ContainsSubstring(office.two.id().text()) && ContainsSubstring("canal"));
}

TEST_CASE("only a tablet of the same city takes another's place, and only with name and reason", "[server][intake]") {
    Office office;
    const auto refusal = [&](const DeviceId& device, const DeviceId& successor, const services::Authority& authority) {
        const auto named = office.deviceActs.nameSuccessor(device, successor, authority);
        REQUIRE_FALSE(named);
        return named.error().code;
    };
    const auto &one = office.one.id(), &two = office.two.id();
    CHECK(refusal(one, one, kOffice) == ServiceErrc::BadAct);
    CHECK(refusal(one, office.heerlen.id(), kOffice) == ServiceErrc::BadAct);
    CHECK(refusal(one, DeviceId("nobody"), kOffice) == ServiceErrc::DeviceUnknown);
    CHECK(refusal(DeviceId("nobody"), two, kOffice) == ServiceErrc::DeviceUnknown);
    CHECK(refusal(one, two, {"", "lost"}) == ServiceErrc::BadAct);
    CHECK(refusal(one, two, {"anna", " "}) == ServiceErrc::BadAct);
    CHECK(refusal(one, two, {"anna", std::string(1001, 'x')}) == ServiceErrc::BadAct);
    need(office.enrolment.revoke(two, "anna"));
    CHECK(refusal(one, two, kOffice) == ServiceErrc::BadAct);
    CHECK(need(services::readAudit(*office.repository, office.keys.receiptKey.publicKey)).acts.back().what ==
          "device_revoked"); // and no succession
}

TEST_CASE("an implausible number changes no sum until it is corrected", "[server][intake]") {
    constexpr auto kHighest = std::numeric_limits<std::int64_t>::max();
    Office office;
    REQUIRE(office.send(office.one, office.one.interview("Amsterdam", "opioid", "1")) == ReceiptStatus::Received);
    office.told(office.one, 3);
    office.told(office.one, kHighest);
    auto header = need(protocol::Envelope::parse(office.one.interview("Amsterdam", "opioid", "1").envelope)).header();
    header.sequence = kHighest;
    CHECK(office.send(office.one, office.one.revision(header)) == ReceiptStatus::Quarantined);
    auto row = office.ledgerOf(office.one);
    CHECK(row.finalised == 3);
    CHECK(row.missing == std::vector<std::int64_t>{2, 3});
    CHECK(row.device.doubted == kHighest);
    CHECK(row.quarantinedBy.at("sequence_jump") == 1);

    const auto reset = [&](std::int64_t finalised) {
        return office.deviceActs.resetSequence(office.one.id(), finalised, kOffice);
    };
    CHECK(reset(0).error().code == ServiceErrc::BadAct);
    CHECK(reset(kHighest).error().code == ServiceErrc::BadAct);
    CHECK(office.deviceActs.resetSequence(DeviceId("nobody"), 2, kOffice).error().code == ServiceErrc::DeviceUnknown);
    need(reset(2));
    row = office.ledgerOf(office.one);
    CHECK(row.finalised == 2);
    CHECK(row.device.doubted == 0);
    CHECK(need(services::readAudit(*office.repository, office.keys.receiptKey.publicKey)).acts.back().what ==
          "sequence_reset");
    need(reset(20'000)); // a tablet that really worked so long without a network
    header.sequence = 30'000;
    CHECK(office.send(office.one, office.one.revision(header)) == ReceiptStatus::Received);
}

TEST_CASE("a tablet may have an earlier pack than the server", "[server][intake]") {
    Office office;
    const TestStudy later(2);
    office.publish(later);
    CHECK(office.send(office.one, office.one.interview("Amsterdam", "opioid", "1")) == ReceiptStatus::Received);
}

TEST_CASE("open answers that the form keeps sealed, or that fill the server, count nowhere", "[server][intake]") {
    Office office;
    CHECK(office.send(office.one, office.one.interview({{"city", "Amsterdam", ""}, {"story", "x", ""}})) ==
          ReceiptStatus::Quarantined);
    CHECK(office.send(office.one, office.one.interview({{"week", std::string(200'000, '1'), ""}})) ==
          ReceiptStatus::Quarantined);
    CHECK(office.openTable.size() == 0);
    const auto row = office.ledgerOf(office.one);
    CHECK(row.quarantinedBy == std::map<std::string, std::int64_t>{{"bad_value", 1}, {"unknown_field", 1}});
    CHECK(row.quarantined == 2);
}

TEST_CASE("tablets, also revoked ones, send up to their daily limit, and refusals are counted", "[server][intake]") {
    Office office;
    const auto item = office.one.interview("Amsterdam", "opioid", "1");
    const auto body = office.one.batch({item}).body;
    services::Intake narrow(*office.repository, office.openTable, office.keys.receiptKey.clone(), office.clock,
                            {static_cast<std::int64_t>(body.size()) * 2, 10});
    need(office.enrolment.revoke(office.one.id(), "anna"));
    const auto send = [&] { return narrow.receive(office.one.id(), bytesOf(body)); };
    CHECK(send());
    CHECK(send());
    CHECK(send().error().code == ServiceErrc::DailyLimit);
    CHECK(narrow.receive(office.two.id(), bytesOf(office.two.batch({office.two.interview("Amsterdam", "opioid", "1")})
                                                      .body))); // another one has its own share
    auto row = office.ledgerOf(office.one);
    CHECK(row.today.bytes == static_cast<std::int64_t>(body.size()) * 2);
    CHECK(row.today.items == 2);
    CHECK(row.today.refused == 1);
    CHECK(row.quarantinedBy.at("revoked") == 1);
    office.clock.advance(std::chrono::hours{24});
    CHECK(office.ledgerOf(office.one).today.refused == 0);
    CHECK(send());

    services::Intake few(*office.repository, office.openTable, office.keys.receiptKey.clone(), office.clock,
                         {1'000'000, 1});
    CHECK(few.receive(office.one.id(), bytesOf(body)).error().code == ServiceErrc::DailyLimit);
}

TEST_CASE("a blocked tablet is rejected until it is unblocked, and both are logged actions", "[server][intake]") {
    Office office;
    const auto body = office.one.batch({office.one.interview("Amsterdam", "opioid", "1")}).body;
    need(office.deviceActs.block(office.one.id(), kOffice));
    CHECK(office.intake.receive(office.one.id(), bytesOf(body)).error().code == ServiceErrc::DeviceBlocked);
    CHECK(office.ledgerOf(office.one).device.blockedAt == office.clock.now());
    need(office.deviceActs.unblock(office.one.id(), kOffice));
    CHECK(office.intake.receive(office.one.id(), bytesOf(body)));
    const auto audit = need(services::readAudit(*office.repository, office.keys.receiptKey.publicKey));
    REQUIRE(audit.acts.size() > 2); // after the enrolments
    CHECK(audit.acts[audit.acts.size() - 2].what == "block");
    CHECK(audit.acts.back().what == "unblock");
    CHECK(office.deviceActs.block(DeviceId("nobody"), kOffice).error().code == ServiceErrc::DeviceUnknown);
    CHECK(office.deviceActs.unblock(DeviceId("nobody"), kOffice).error().code == ServiceErrc::DeviceUnknown);
    CHECK(office.deviceActs.block(office.one.id(), {"anna", ""}).error().code == ServiceErrc::BadAct);
}
