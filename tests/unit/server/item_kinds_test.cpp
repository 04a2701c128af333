// SPDX-License-Identifier: Apache-2.0
// Items that are not interviews: what the server receives, counts and never mixes with interviews.
#include "services/audit_log.h"
#include "tablet_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace server_test;
using Catch::Matchers::ContainsSubstring;
using protocol::BatchItem;
using protocol::ItemKind;
using protocol::ReceiptStatus;
using repository::Records;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;
using Counts = std::map<std::string, std::int64_t>;

Fields contactAt(const std::string& site) {
    return {{"site", site}, {"date", "2030-01-08"}, {"slot", "evening"}, {"outcome", "refused"}};
}
const Fields kMistake{{"site", "AMS-01"}, {"date", "2030-01-08"}, {"reason", "mistake"}};

struct Office : TabletFixture {
    std::string fault() { return need(services::readAudit(*repository, keys.receiptKey.publicKey)).fault; }
    services::LedgerRow ledger() { return need(services::readLedger(*repository, clock.now())).at(0); }
    template <class Read>
    auto look(Read read) {
        std::invoke_result_t<Read, Records&> found;
        need(repository->read([&](Records& records) -> Result<> {
            found = read(records);
            return {};
        }));
        return need(found);
    }
    std::size_t openParts(const std::string& kind) {
        return look([&](Records& records) { return records.openParts(kind); }).size();
    }
};

} // namespace

TEST_CASE("contacts and discards are received in one chain with the interviews, and counted apart", "[server][items]") {
    Office office;
    auto items = office.interviews(1);
    items.push_back(office.tablet.openItem(ItemKind::Contact, contactAt("AMS-01")));
    items.push_back(office.tablet.openItem(ItemKind::Discard, kMistake));
    items = integration::chained(items);
    const std::vector all(3, ReceiptStatus::Received);
    CHECK(office.send(items) == all);
    CHECK(office.send(items) == all); // the answer was lost
    CHECK(office.ledger().received == 3);
    CHECK(office.ledger().receivedBy == Counts{{"contact", 1}, {"discard", 1}, {"interview", 1}});
    CHECK(office.ledger().missingCount == 0);
    CHECK(office.held().head == protocol::SealedItem{3, crypto::blake2b(items[2].envelope)});
    CHECK(office.openParts("contact") == 1);
    CHECK(office.openParts("discard") == 1);
    CHECK(office.monitoring.progress().interviews == 1);
    CHECK(office.look([](Records& records) { return records.openInterviews(); }).size() == 1);
    CHECK(office.look([](Records& records) { return records.reviewedInterviews(); }).size() == 1);
    CHECK(office.look([](Records& records) { return records.envelopes(0, 9, 1000000, "contact"); }).size() == 1);
    CHECK(office.fault().empty());
}

TEST_CASE("ids of one kind are apart from those of another: neither takes nor withdraws an interview",
          "[server][items]") {
    Office office;
    const auto interview = office.interviews(1)[0];
    const auto discard = office.tablet.openItem(ItemKind::Discard, kMistake, interview.interview);
    CHECK(office.send({discard, interview}) == std::vector{ReceiptStatus::Received, ReceiptStatus::Received});
    need(office.review.withdraw(interview.interview, "", "bea"));
    CHECK(office.openParts("discard") == 1);
    const auto again = office.tablet.openItem(ItemKind::Contact, contactAt("AMS-01"), interview.interview);
    CHECK(office.send({again}) == std::vector{ReceiptStatus::Received}); // only interviews are withdrawn
    CHECK(office.openParts("contact") == 1);
    CHECK(office.fault().empty());
    // the same draft, discarded again on a tablet that was restored from a copy
    auto twice =
        office.tablet.openItem(ItemKind::Discard, {{"date", "2030-01-09"}, {"reason", "other"}}, interview.interview);
    CHECK(office.send({twice}) == std::vector{ReceiptStatus::Quarantined});
    CHECK(office.reasons() == std::vector<std::string>{"conflict"});
    CHECK(office.openParts("discard") == 1);
}

TEST_CASE("content that does not fit its kind waits for a newer server, and no person can accept it",
          "[server][items][quarantine]") {
    Office office;
    auto strange = office.tablet.openItem(ItemKind::Contact, contactAt("AMS-01"));
    strange.envelope = toBytes(R"({"kind":"contact","mood":"rainy"})");
    CHECK(office.send({strange}) == std::vector{ReceiptStatus::Quarantined});
    CHECK(office.reasons() == std::vector<std::string>{"bad_content"});
    CHECK(office.ledger().quarantinedBy == Counts{{"bad_content", 1}});
    CHECK(office.ledger().missingCount == 0);
    const auto accepted = office.accept(0);
    REQUIRE_FALSE(accepted);
    CHECK_THAT(accepted.error().context, ContainsSubstring("upgrade the server"));
    CHECK(need(office.quarantine.judgeAgain()) == 0);
    CHECK(office.fault().empty());
    // nor where another reason comes first
    need(office.enrolment.revoke(office.tablet.id(), "anna"));
    strange.sequence = 2;
    strange.interview = InterviewId("5f7d0c1e-0000-4000-8000-000000000009");
    CHECK(office.send({strange}) == std::vector{ReceiptStatus::Quarantined});
    CHECK(office.reasons() == std::vector<std::string>{"bad_content", "revoked"});
    CHECK_FALSE(office.accept(1));
    CHECK(office.fault().empty());
}

TEST_CASE("a contact at a place that is published later is received then, with a new receipt",
          "[server][items][quarantine]") {
    Office office;
    const auto early = office.tablet.openItem(ItemKind::Contact, contactAt("AMS-09"));
    CHECK(office.send({early}) == std::vector{ReceiptStatus::Quarantined});
    CHECK(office.reasons() == std::vector<std::string>{"other_city"});
    auto toml = integration::harbourStudy();
    const std::string known = "AMS-01";
    for (auto at = toml.find(known); at != std::string::npos; at = toml.find(known, at))
        toml.replace(at, known.size(), "AMS-09");
    office.publish(integration::TestStudy(toml, 2));
    CHECK(need(office.quarantine.judgeAgain()) == 1);
    CHECK(office.openParts("contact") == 1);
    const auto fresh = need(office.quarantine.newReceipts(office.tablet.id(), 0));
    REQUIRE(fresh.receipts.size() == 1);
    CHECK(need(protocol::decodeReceipt(fresh.receipts[0], office.keys.receiptKey.publicKey)).status ==
          ReceiptStatus::Received);
    CHECK(office.fault().empty());
}

TEST_CASE("a store of the version before holds one received item for each kind, id and revision from now on",
          "[server][repository][migration]") {
    ServerFixture fixture;
    fixture.startFromVersion(
        14, {"INSERT INTO server_state VALUES(1, '00000000-0000-4000-8000-000000000000', zeroblob(32), 0)",
             "INSERT INTO device(id, city_code, public_key, enrolled_at) VALUES('d', 'AMS', zeroblob(32), 0)",
             "INSERT INTO envelope(interview, revision, device, sequence, hash, bytes, status, reason, outcome, "
             "receipt, audit_head, received_at, holds_keys) VALUES('i', 1, 'd', 1, zeroblob(32), x'01', 1, '', "
             "'complete', x'', zeroblob(32), 0, 1)"});
    repository::EnvelopeRow row;
    row.keys = {InterviewId("i"), 1, DeviceId("d"), 2};
    const auto add = [&] {
        return fixture.repository->write([&](Records& records) { return records.addEnvelope(row); });
    };
    CHECK_FALSE(add());
    row.kind = "contact";
    CHECK(add());
    CHECK_FALSE(add());
    need(fixture.repository->read([](Records& records) -> Result<> {
        PEIL_TRY(const auto contact, records.receivedAs("contact", InterviewId("i"), 1));
        PEIL_TRY(const auto interview, records.receivedAs("interview", InterviewId("i"), 1));
        PEIL_TRY(const auto discard, records.receivedAs("discard", InterviewId("i"), 1));
        CHECK(contact);
        CHECK(interview);
        CHECK_FALSE(discard);
        return {};
    }));
}
