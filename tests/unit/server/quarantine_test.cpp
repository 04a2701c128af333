// SPDX-License-Identifier: Apache-2.0
// The way out of quarantine: by itself when what was unknown becomes known, or by an act of a person.
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
using services::Authority;
using services::ServiceErrc;

namespace {

const Authority kOffice{"token: anna", "the tablet was found again"};

/// A server that has the first edition of the form; `early` fills in the second one, which is not published yet.
struct Office : ServerFixture {
    TestStudy study{1}, later{2};
    TestTablet tablet{study, 1}, early{later, 2};

    Office() {
        publish(study);
        enrol(tablet, "AMS");
        enrol(early, "AMS");
    }
    void enrol(TestTablet& one, const std::string& city) {
        one.adopt(need(enrolment.enrol(one.request(need(enrolment.invite(city, "root")).code))));
    }
    protocol::Receipt send(TestTablet& one, const protocol::BatchItem& item) {
        const auto reply = need(intake.receive(one.id(), bytesOf(one.batch({item}).body)));
        return read(reply.receipts.at(0));
    }
    [[nodiscard]] protocol::Receipt read(const Bytes& receipt) const {
        return need(protocol::decodeReceipt(receipt, keys.receiptKey.publicKey));
    }
    std::vector<std::string> reasons() {
        std::vector<std::string> all;
        for (const auto& row : need(quarantine.list(0)))
            all.push_back(row.envelope.quarantineReason);
        return all;
    }
    Result<> accept(std::size_t index, const Authority& authority = kOffice) {
        return quarantine.accept(need(quarantine.list(0)).at(index).envelope.number, authority);
    }
    std::string refusal(std::size_t index, const Authority& authority = kOffice) {
        const auto accepted = accept(index, authority);
        REQUIRE_FALSE(accepted);
        CHECK(accepted.error().code == ServiceErrc::BadAct);
        return accepted.error().context;
    }
};

} // namespace

TEST_CASE("items that waited for a form are received once it is published, and their tablet learns it",
          "[server][quarantine]") {
    Office office;
    const auto first = office.early.interview("Amsterdam", "opioid", "1");
    const auto second = office.early.interview("Heerlen", "opioid", "1");
    CHECK(office.send(office.early, first).status == ReceiptStatus::Quarantined);
    CHECK(office.send(office.early, second).status == ReceiptStatus::Quarantined);
    CHECK(need(office.quarantine.judgeAgain()) == 0); // nothing is known that was not
    CHECK(office.reasons() == std::vector<std::string>{"unknown_form", "unknown_form"});
    CHECK(need(office.quarantine.newReceipts(office.early.id(), 0)).receipts.empty());

    office.publish(office.later);
    office.clock.advance(std::chrono::hours{1});
    CHECK(need(office.quarantine.judgeAgain()) == 1);
    CHECK(office.reasons() ==
          std::vector<std::string>{"other_city"}); // the form is known, the city is not the tablet's
    CHECK(office.openTable.size() == 1);
    CHECK(office.monitoring.quotas()[0].achieved == 1);

    const auto fresh = need(office.quarantine.newReceipts(office.early.id(), 0));
    REQUIRE(fresh.receipts.size() == 1);
    const auto receipt = office.read(fresh.receipts[0]);
    CHECK(receipt.status == ReceiptStatus::Received);
    CHECK(receipt.envelopeHash == crypto::blake2b(first.envelope));
    CHECK(receipt.at == formatUtc(office.clock.now()));
    CHECK(need(office.quarantine.newReceipts(office.early.id(), fresh.upTo)).receipts.empty());
    CHECK(need(office.quarantine.newReceipts(office.tablet.id(), 0)).receipts.empty());
    CHECK(office.send(office.early, first).at == receipt.at); // the same bytes again give the newest receipt

    const auto audit = need(services::readAudit(*office.repository, office.keys.receiptKey.publicKey));
    CHECK(audit.intact);
    CHECK(audit.acts.back().what == "judged_again");
    CHECK(audit.acts.back().head == receipt.auditHead);
    CHECK_THAT(audit.acts.back().detail, ContainsSubstring("unknown_form"));
    CHECK(need(office.quarantine.judgeAgain()) == 0);
}

TEST_CASE("the order of revisions is kept when many are re-validated", "[server][quarantine]") {
    Office office;
    const auto first = office.early.interview("Amsterdam", "opioid", "1");
    auto header = need(protocol::Envelope::parse(first.envelope)).header();
    header.revision = 2;
    header.sequence = 2;
    header.open.at(2).value = "crack_only";
    office.send(office.early, first);
    office.send(office.early, office.early.revision(header));
    for (int i = 0; i < 70; ++i) { // more than a page
        header.sequence = 3 + i;
        header.interview = InterviewId(makeUuid(office.rng));
        office.send(office.early, office.early.revision(header));
    }
    office.publish(office.later);
    CHECK(need(office.quarantine.judgeAgain()) == 72);
    CHECK(office.openTable.size() == 71);
    CHECK(need(office.review.interviews()).size() == 71);
    CHECK(office.monitoring.quotas()[0].achieved == 0); // the second revision took the place of the first
    const auto told = need(office.quarantine.newReceipts(office.early.id(), 0));
    CHECK(told.receipts.size() == 72);
    CHECK(office.read(told.receipts[0]).sequence == 1);
}

TEST_CASE("a revision that another tablet sent waits for that tablet to be named", "[server][quarantine]") {
    Office office;
    TestTablet second{office.study, 3};
    office.enrol(second, "AMS");
    const auto item = office.tablet.interview("Amsterdam", "opioid", "1");
    office.send(office.tablet, item);
    auto header = need(protocol::Envelope::parse(item.envelope)).header();
    header.device = second.id();
    header.revision = 2;
    CHECK(office.send(second, second.revision(header)).status == ReceiptStatus::Quarantined);
    CHECK_THAT(office.refusal(0), ContainsSubstring("peil device succeed"));
    need(office.deviceActs.nameSuccessor(office.tablet.id(), second.id(), kOffice));
    CHECK(need(office.quarantine.judgeAgain()) == 1);
    CHECK(need(office.review.interviews()).at(0).revision == 2);
}

TEST_CASE("a person can accept items of a revoked tablet, with a name and a reason", "[server][quarantine]") {
    Office office;
    need(office.enrolment.revoke(office.tablet.id(), "anna"));
    office.send(office.tablet, office.tablet.interview("Amsterdam", "opioid", "1"));
    CHECK(need(office.quarantine.judgeAgain()) == 0);
    const auto waiting = need(office.quarantine.list(0));
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].acceptable);
    CHECK(waiting[0].size > 1000);
    CHECK(waiting[0].envelope.bytes.empty());
    office.refusal(0, {"anna", ""});
    office.refusal(0, {"", "found"});
    need(office.accept(0));
    CHECK(office.reasons().empty());
    CHECK(office.openTable.size() == 1);
    CHECK(need(office.quarantine.newReceipts(office.tablet.id(), 0)).receipts.size() == 1);
    const auto audit = need(services::readAudit(*office.repository, office.keys.receiptKey.publicKey));
    CHECK(audit.intact);
    CHECK(audit.acts.back().what == "quarantine_accept");
    CHECK(audit.acts.back().by == "token: anna");
    CHECK_THAT(audit.acts.back().detail, ContainsSubstring("found again") && ContainsSubstring("revoked"));
    CHECK(office.quarantine.accept(waiting[0].envelope.number, kOffice).error().code == ServiceErrc::BadAct);
    CHECK(need(services::readLedger(*office.repository, office.clock.now()))[0].received == 1);
}

TEST_CASE("two interviews under one number can both be received, two of one revision cannot", "[server][quarantine]") {
    Office office;
    const auto item = office.tablet.interview("Amsterdam", "opioid", "1");
    office.send(office.tablet, item);
    office.send(office.tablet, office.tablet.otherBytes(item));
    auto header = need(protocol::Envelope::parse(item.envelope)).header();
    header.interview = InterviewId(makeUuid(office.rng));
    office.send(office.tablet, office.tablet.revision(header)); // a tablet that was put back from a copy
    CHECK(office.reasons() == std::vector<std::string>{"conflict", "conflict"});
    CHECK_THAT(office.refusal(0), ContainsSubstring("there can be only one"));
    need(office.accept(1));
    CHECK(office.openTable.size() == 2);
    const auto row = need(services::readLedger(*office.repository, office.clock.now()))[0];
    CHECK(row.received == 2);
    CHECK(row.quarantined == 1);
    CHECK(row.missingCount == 0);
}

TEST_CASE("no one can accept an item of unknown owner", "[server][quarantine]") {
    Office office;
    auto garbage = office.tablet.interview("Amsterdam", "opioid", "1");
    garbage.envelope = toBytes("not an envelope");
    office.send(office.tablet, garbage);
    auto header =
        need(protocol::Envelope::parse(office.tablet.interview("Amsterdam", "opioid", "1").envelope)).header();
    header.sequence = 1'000'000;
    office.send(office.tablet, office.tablet.revision(header));
    CHECK_THAT(office.refusal(0), ContainsSubstring("stays in quarantine"));
    CHECK_THAT(office.refusal(1), ContainsSubstring("peil device reset"));
    need(office.deviceActs.resetSequence(office.tablet.id(), 999'999, kOffice));
    CHECK(need(office.quarantine.judgeAgain()) == 1);
    CHECK(office.reasons() == std::vector<std::string>{"unreadable"});
}
