// SPDX-License-Identifier: Apache-2.0
// Items with kinds and signatures of their own, and the chain of each tablet, as the server stores and checks them.
#include "peil/storage/database.h"
#include "repository/sqlcipher/schema.h"
#include "services/audit_log.h"
#include "tablet_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace server_test;
using Catch::Matchers::ContainsSubstring;
using integration::chained;
using protocol::BatchItem;
using protocol::ReceiptStatus;
using repository::EnvelopeRow;
using repository::Records;

namespace {

constexpr const char* kNobody = "what no tablet ever sent";

struct Office : TabletFixture {
    std::vector<BatchItem> interviews(int count) { return chained(TabletFixture::interviews(count)); }
    std::vector<EnvelopeRow> rows() {
        std::vector<EnvelopeRow> all;
        need(repository->read([&](Records& records) -> Result<> {
            PEIL_TRY(all, records.envelopes(0, 100, 1U << 24U));
            return {};
        }));
        return all;
    }
    std::string fault() { return need(services::readAudit(*repository, keys.receiptKey.publicKey)).fault; }
    /// Somebody with the database key and no other, while the server is down.
    void tamper(const char* sql) {
        repository.reset();
        auto database = need(storage::Database::open(folder.path() / "server.db", keys.databaseKey,
                                                     storage::Profile::Server, repository::serverMigrations()));
        need(need(database.prepare(sql)).run());
    }
    void reopen() { repository = opened(repository::OpenOptions::Restored::No); }
    /// Puts an item in quarantine without judging it, as a server would that judges otherwise.
    void setAside(const BatchItem& item, const std::string& reason) {
        const auto sent = need(protocol::decodeBatch(bytesOf(tablet.batch({item}).body), {})).items.at(0);
        need(repository->write([&](Records& records) -> Result<> {
            EnvelopeRow row;
            row.keys = {item.interview, item.revision, tablet.id(), item.sequence};
            row.hash = crypto::blake2b(item.envelope);
            row.bytes = item.envelope;
            row.status = repository::EnvelopeStatus::Quarantined;
            row.quarantineReason = reason;
            row.holdsKeys = protocol::holdsNumber(protocol::quarantineOf(reason).value());
            row.kind = item.kind;
            row.previous = sent.previous;
            row.itemSignature = sent.signature;
            row.receivedAt = clock.now();
            PEIL_TRY(const auto head, records.auditHead());
            row.auditHead = protocol::nextAuditHead(head, row.hash);
            PEIL_TRY(const auto epoch, records.epoch());
            row.receipt = protocol::encodeReceipt({item.interview, item.revision, tablet.id(), item.sequence, row.hash,
                                                   ReceiptStatus::Quarantined, epoch, row.auditHead, "now"},
                                                  keys.receiptKey);
            return records.addEnvelope(row);
        }));
    }
};

const std::vector kAllReceived(3, ReceiptStatus::Received);

} // namespace

TEST_CASE("kind, previous item and signature are stored, and enough to check the signature again", "[server][chain]") {
    Office office;
    const auto items = office.interviews(2);
    office.send({items[0]}, 1);
    office.send({items[1]});
    const auto rows = office.rows();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].kind == "interview");
    CHECK_FALSE(rows[0].previous);
    CHECK_FALSE(rows[0].itemSignature);
    CHECK(rows[1].previous == rows[0].hash);
    REQUIRE(rows[1].itemSignature);
    std::optional<repository::DeviceRow> device;
    need(office.repository->read([&](Records& records) -> Result<> {
        PEIL_TRY(device, records.device(office.tablet.id()));
        return {};
    }));
    const auto& row = rows[1];
    CHECK(protocol::isSignedBy(
        {row.keys.device, row.kind, row.keys.interview, row.keys.revision, row.keys.sequence, row.previous, row.hash},
        *row.itemSignature, device->publicKey));
    CHECK(office.fault().empty());
}

TEST_CASE("an item with a broken chain holds its number, blocks no other and may be accepted by a person",
          "[server][chain][quarantine]") {
    Office office;
    auto items = office.interviews(4);
    items[2].previous = crypto::blake2b(bytesOf(kNobody));
    CHECK(office.send(items) == std::vector{ReceiptStatus::Received, ReceiptStatus::Received,
                                            ReceiptStatus::Quarantined, ReceiptStatus::Received});
    CHECK(office.reasons() == std::vector<std::string>{"broken_chain"});
    CHECK(need(office.quarantine.list(0)).at(0).acceptable);
    CHECK(need(services::readLedger(*office.repository, office.clock.now())).at(0).missingCount == 0);
    CHECK(need(office.quarantine.judgeAgain()) == 0); // nothing that becomes known by itself mends it
    CHECK(office.fault().empty());
    need(office.accept(0));
    CHECK(office.reasons().empty());
    CHECK(office.fault().empty()); // the act says why it is here
}

TEST_CASE("an item is checked against the one before it when that comes later", "[server][chain]") {
    Office office;
    const auto items = office.interviews(3);
    CHECK(office.send({items[2]}) == std::vector{ReceiptStatus::Received});
    const auto other = office.tablet.otherBytes(items[1]);
    CHECK(office.send({other}) == std::vector{ReceiptStatus::Quarantined});
    CHECK(office.reasons() == std::vector<std::string>{"broken_chain"});
    CHECK(office.fault().empty());
    Office sound;
    const auto same = sound.interviews(3);
    CHECK(sound.send({same[2], same[1], same[0]}) == kAllReceived);
    CHECK(sound.fault().empty());
}

TEST_CASE("re-validation also checks the chain", "[server][chain][quarantine]") {
    Office office;
    auto items = office.interviews(2);
    items[1].previous = crypto::blake2b(bytesOf(kNobody));
    office.send({items[0]});
    office.setAside(items[1], "unknown_kind");
    CHECK(need(office.quarantine.judgeAgain()) == 0);
    CHECK(office.reasons() == std::vector<std::string>{"broken_chain"});
}

TEST_CASE("an unknown kind waits in quarantine, and cannot be accepted manually", "[server][kind]") {
    Office office;
    auto items = office.interviews(3);
    items[1].kind = "alert_reading";
    CHECK(office.send(items) ==
          std::vector{ReceiptStatus::Received, ReceiptStatus::Quarantined, ReceiptStatus::Received});
    CHECK(office.reasons() == std::vector<std::string>{"unknown_kind"});
    CHECK(office.rows().at(1).kind == "alert_reading");
    const auto accepted = office.accept(0);
    REQUIRE_FALSE(accepted);
    CHECK_THAT(accepted.error().context, ContainsSubstring("upgrade the server"));
    CHECK(need(office.quarantine.judgeAgain()) == 0);
    CHECK(need(services::readLedger(*office.repository, office.clock.now())).at(0).missingCount == 0);
    CHECK(office.fault().empty());
}

TEST_CASE("a newer server automatically accepts items that an earlier version did not know",
          "[server][kind][quarantine]") {
    Office office;
    const auto items = office.interviews(1);
    office.setAside(items[0], "unknown_kind"); // to this version it is an interview
    CHECK(office.fault().empty());
    CHECK(need(office.quarantine.judgeAgain()) == 1);
    CHECK(office.reasons().empty());
    CHECK(office.monitoring.quotas()[0].achieved == 1);
    CHECK(office.fault().empty());
}

TEST_CASE("bytes whose own signature was spoilt on the way are received when they come again with a good one",
          "[server][intake]") {
    Office office;
    const auto items = office.interviews(2);
    auto body = office.tablet.batch(items).body;
    body.back() = static_cast<char>(body.back() ^ 1);
    CHECK(office.take(body) == std::vector{ReceiptStatus::Received, ReceiptStatus::Quarantined});
    CHECK(office.take(body) == std::vector{ReceiptStatus::Received, ReceiptStatus::Quarantined});
    CHECK(office.rows().size() == 2);
    CHECK(office.send(items) == std::vector{ReceiptStatus::Received, ReceiptStatus::Received});
    CHECK(office.rows().size() == 3);
    CHECK(office.fault().empty());
}

TEST_CASE("the server names the newest item of a tablet, and none when two were received under its number",
          "[server][chain][held]") {
    Office office;
    CHECK_FALSE(office.held().head);
    const auto items = office.interviews(2);
    office.send(items);
    const protocol::SealedItem second{2, crypto::blake2b(items[1].envelope)};
    CHECK(office.held().head == second);
    const auto other = office.tablet.otherBytes(items[1]);
    office.send({other});
    CHECK(office.reasons() == std::vector<std::string>{"conflict"});
    CHECK(office.held().head == second); // the one that was received
    need(office.repository->write([&](Records& records) { return records.noteFinalised(office.tablet.id(), 9); }));
    CHECK(office.held().highest == 9);
    CHECK(office.held().head == second);
    need(office.review.withdraw(items[1].interview, "", "bea"));
    CHECK_FALSE(office.held().head); // both are of that interview, and neither is set aside any more
}

TEST_CASE("the audit names an item that is not what its tablet signed", "[server][chain][audit]") {
    struct Change {
        const char *sql, *named;
    };
    for (const auto& [sql, named] :
         {Change{"UPDATE envelope SET previous = zeroblob(32) WHERE number = 2",
                 "(envelope number 2) does not match the signature"},
          Change{"UPDATE envelope SET item_signature = zeroblob(64) WHERE number = 3",
                 "(envelope number 3) does not match the signature"},
          Change{"UPDATE envelope SET kind = 'contact' WHERE number = 3",
                 "(envelope number 3) does not match the signature"},
          Change{"UPDATE envelope SET previous = hash WHERE number = 1",
                 "(envelope number 1) has a kind or a previous item"},
          Change{"UPDATE envelope SET kind = 'contact' WHERE number = 1",
                 "(envelope number 1) has a kind or a previous item"},
          Change{"UPDATE envelope SET item_signature = NULL, previous = NULL WHERE number = 3",
                 "of its newest checkpoint"}}) {
        INFO(sql);
        Office office;
        const auto items = office.interviews(3);
        office.send({items[0]}, 1);
        office.send({items[1], items[2]});
        CHECK(office.fault().empty());
        office.tamper(sql);
        office.reopen();
        CHECK_THAT(office.fault(), ContainsSubstring(named));
    }
}

TEST_CASE("the audit names the first item that does not follow from the one before it", "[server][chain][audit]") {
    Office office;
    auto items = office.interviews(3);
    items[1].previous = crypto::blake2b(bytesOf(kNobody));
    office.send({items[0], items[1], items[2]});
    // A server that somebody made to take it in, without an act.
    need(office.repository->write([&](Records& records) -> Result<> {
        PEIL_TRY(auto row, records.envelope(2));
        row->status = repository::EnvelopeStatus::Received;
        row->quarantineReason.clear();
        PEIL_TRY(const auto epoch, records.epoch());
        row->receipt = protocol::encodeReceipt({row->keys.interview, 1, row->keys.device, 2, row->hash,
                                                ReceiptStatus::Received, epoch, row->auditHead, "now"},
                                               office.keys.receiptKey);
        services::addOpenPart(*row, need(protocol::Envelope::parse(row->bytes)).header());
        return records.judgeAgain(*row);
    }));
    CHECK_THAT(office.fault(),
               ContainsSubstring("Envelope number 2 names a different previous item than number 1 of the tablet " +
                                 office.tablet.id().text()));
}

TEST_CASE("the chain goes through what was withdrawn", "[server][chain][audit]") {
    Office office;
    auto items = office.interviews(3);
    office.send({items[0], items[1]});
    need(office.review.withdraw(items[1].interview, "", "bea"));
    CHECK(office.send({items[2]}) == std::vector{ReceiptStatus::Received});
    CHECK(office.fault().empty());
    auto next = office.interviews(1);
    next[0].previous = crypto::blake2b(bytesOf(kNobody));
    need(office.review.withdraw(items[2].interview, "", "bea"));
    office.send(next);
    CHECK(office.reasons() == std::vector<std::string>{"broken_chain"});
}

TEST_CASE("a store of the version before is taken over, and its interviews have no signature of their own",
          "[server][repository][migration]") {
    ServerFixture fixture;
    fixture.startFromVersion(
        10, {"INSERT INTO house VALUES(1, '00000000-0000-4000-8000-000000000000', zeroblob(32), 0)",
             "INSERT INTO device(id, city_code, public_key, enrolled_at) VALUES('d', 'AMS', zeroblob(32), 0)",
             "INSERT INTO envelope(interview, revision, device, sequence, hash, bytes, status, reason, outcome, "
             "receipt, audit_head, received_at, holds_keys) VALUES('i', 1, 'd', 1, zeroblob(32), x'01', 1, '', "
             "'complete', x'', zeroblob(32), 0, 1)"});
    need(fixture.repository->read([](Records& records) -> Result<> {
        PEIL_TRY(const auto rows, records.envelopes(0, 10, 1000));
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].kind == "interview");
        CHECK_FALSE(rows[0].previous);
        CHECK_FALSE(rows[0].itemSignature);
        PEIL_TRY(const auto held, records.heldUnder(DeviceId("d"), 1));
        REQUIRE(held.size() == 1);
        CHECK(held[0].hash == crypto::Digest{});
        CHECK_FALSE(held[0].previous);
        return {};
    }));
}
