// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/intake_machine.h"
#include "peil/protocol/open_item.h"
#include "peil_test/clock.h"
#include "peil_test/interview.h"

#include <algorithm>

using namespace peil;
using namespace peil::protocol;
using peil_test::need;

namespace {

/// A server with a memory: what the machine told it to write.
struct Server {
    peil_test::Tablet tablet;
    peil_test::ManualClock clock;
    crypto::SigningKeyPair receiptKey = crypto::makeSigningKeyPair(tablet.rng);
    crypto::Digest head{};
    std::vector<IntakeRow> stored;
    bool revoked = false;
    std::vector<PackFacts> packs{tablet.pack()};
    std::set<InterviewId> ofOthers;

    [[nodiscard]] StoredItem lookUp(const BatchItem& item) const {
        StoredItem found;
        for (const auto& row : stored) {
            const auto hash = crypto::blake2b(row.item.envelope);
            if (row.item.sequence == item.sequence) found.bySequence = hash;
            const bool isRevision = row.item.kind == item.kind && row.item.interview == item.interview &&
                                    row.item.revision == item.revision;
            if (isRevision && row.item.sequence == item.sequence && row.item.envelope == item.envelope)
                found.receipt = row.receipt;
            if (isRevision) found.byInterview = hash;
            if (isRevision && !row.reason) found.received = {hash, row.receipt};
            if (row.reason && !holdsNumber(*row.reason)) continue;
            if (row.item.sequence == item.sequence - 1) found.beside.before.push_back(hash);
            if (row.item.sequence == item.sequence + 1) found.beside.after.push_back(row.item.previous);
        }
        if (ofOthers.contains(item.interview)) found.ownership = Ownership::Others;
        return found;
    }

    std::vector<Receipt> receive(const std::vector<BatchItem>& items, int version = kBatchVersion) {
        return take(need(encodeBatch({tablet.id, items, version}, tablet.signing)));
    }
    std::vector<Receipt> take(const Bytes& body) {
        auto device = tablet.known();
        device.revoked = revoked;
        IntakeMachine machine(device.id, device.publicKey, receiptKey.clone(), "e1");
        std::vector<StoredItem> known;
        for (const auto& item : need(machine.begin(body)))
            known.push_back(lookUp(item));
        for (auto& row : machine.decide(device, known, packs, head, clock.now())) {
            head = row.auditHead;
            stored.push_back(std::move(row));
        }
        std::vector<Receipt> receipts;
        for (const auto& bytes : machine.committed().receipts)
            receipts.push_back(need(decodeReceipt(bytes, receiptKey.publicKey)));
        return receipts;
    }
    [[nodiscard]] std::vector<std::optional<Quarantine>> reasons() const {
        std::vector<std::optional<Quarantine>> all;
        for (const auto& row : stored)
            all.push_back(row.reason);
        return all;
    }
    /// Items with the numbers 1 to `count`, each of which names the one before.
    std::vector<BatchItem> chain(std::int64_t count) {
        std::vector<BatchItem> items;
        for (std::int64_t number = 1; number <= count; ++number) {
            items.push_back(tablet.item(number));
            if (number > 1) items.back().previous = crypto::blake2b(items[items.size() - 2].envelope);
        }
        return items;
    }
};

using Reasons = std::vector<std::optional<Quarantine>>;

} // namespace

TEST_CASE("a good batch is received, each item with a receipt for its bytes", "[protocol][intake]") {
    Server server;
    const std::vector<BatchItem> items{server.tablet.item(1), server.tablet.item(2)};
    const auto receipts = server.receive(items);
    REQUIRE(receipts.size() == 2);
    REQUIRE(receipts[0].status == ReceiptStatus::Received);
    REQUIRE(receipts[1].envelopeHash == crypto::blake2b(items[1].envelope));
    REQUIRE(server.stored.size() == 2);
}

TEST_CASE("the same bytes again give the same receipt and no second row", "[protocol][intake]") {
    Server server;
    const auto item = server.tablet.item(1);
    const auto first = server.receive({item});
    server.clock.advance(std::chrono::hours{5});
    const auto second = server.receive({item, item});
    REQUIRE(server.stored.size() == 1);
    REQUIRE(second.size() == 2);
    REQUIRE(second[0].at == first[0].at);
    REQUIRE(second[1].auditHead == first[0].auditHead);
}

TEST_CASE("an item twice in one batch is stored once", "[protocol][intake]") {
    Server server;
    const auto item = server.tablet.item(1);
    REQUIRE(server.receive({item, item}).size() == 2);
    REQUIRE(server.stored.size() == 1);
}

TEST_CASE("other bytes under the same interview or sequence are quarantined, the first stay", "[protocol][intake]") {
    Server server;
    const auto first = server.tablet.item(1, "<data>one</data>");
    server.receive({first});
    auto receipts = server.receive({server.tablet.item(1, "<data>other</data>")});
    REQUIRE(receipts[0].status == ReceiptStatus::Quarantined);
    REQUIRE(server.stored[0].item.envelope == first.envelope);
    REQUIRE(server.stored[1].reason == Quarantine::Conflict);
    // both in one batch
    Server fresh;
    receipts = fresh.receive({fresh.tablet.item(1, "a"), fresh.tablet.item(1, "b")});
    REQUIRE(receipts[0].status == ReceiptStatus::Received);
    REQUIRE(receipts[1].status == ReceiptStatus::Quarantined);
}

TEST_CASE("the same bytes under a second number use it up and get the receipt of the first", "[protocol][intake]") {
    Server server;
    const auto item = server.tablet.item(1);
    auto again = item;
    again.sequence = 3;
    auto receipts = server.receive({item, again, again, server.tablet.item(2)});
    REQUIRE(server.reasons() == Reasons{std::nullopt, Quarantine::Conflict, std::nullopt});
    for (const auto& receipt : receipts)
        CHECK(receipt.status == ReceiptStatus::Received);
    CHECK(receipts[1].sequence == 1);
    CHECK(receipts[2].auditHead == receipts[0].auditHead);
    // in a batch of its own
    again.sequence = 4;
    receipts = server.receive({again});
    CHECK(receipts[0].auditHead ==
          need(decodeReceipt(server.stored[0].receipt, server.receiptKey.publicKey)).auditHead);
    CHECK(server.stored.back().reason == Quarantine::Conflict);
}

TEST_CASE("in one batch an item with a bad signature is not taken for the same with a good one", "[protocol][intake]") {
    Server server;
    const auto item = server.tablet.item(1);
    auto body = need(encodeBatch({server.tablet.id, {item, item}}, server.tablet.signing));
    const auto good = Bytes(body.end() - 64, body.end());
    const auto first = std::search(body.begin(), body.end(), good.begin(), good.end());
    *first ^= 1U;
    const auto receipts = server.take(body);
    REQUIRE(server.reasons() == Reasons{Quarantine::BadSignature, std::nullopt});
    CHECK(receipts[1].status == ReceiptStatus::Received);
}

TEST_CASE("what cannot be read never blocks the others", "[protocol][intake]") {
    Server server;
    auto garbage = server.tablet.item(2);
    garbage.envelope = toBytes("not an envelope");
    auto mislabelled = server.tablet.item(3);
    mislabelled.revision = 33;
    auto forged = server.tablet.item(4);
    forged.envelope[forged.envelope.size() - 1] ^= 1U;
    const auto receipts = server.receive({server.tablet.item(1), garbage, mislabelled, forged, server.tablet.item(5)});
    REQUIRE(receipts.size() == 5);
    REQUIRE(server.reasons() == Reasons{std::nullopt, Quarantine::Unreadable, Quarantine::Unreadable,
                                        Quarantine::BadSignature, std::nullopt});
}

TEST_CASE("what cannot be read does not take the number of a good one in the same batch", "[protocol][intake]") {
    Server server;
    auto garbage = server.tablet.item(2);
    garbage.envelope = toBytes("not an envelope");
    const auto receipts = server.receive({garbage, server.tablet.item(2)});
    REQUIRE(receipts[0].status == ReceiptStatus::Quarantined);
    REQUIRE(receipts[1].status == ReceiptStatus::Received);
}

TEST_CASE("a revision of another tablet's interview goes to quarantine, whatever it says", "[protocol][intake]") {
    Server server;
    server.ofOthers = {server.tablet.header(1).interview};
    const auto receipts = server.receive({server.tablet.item(1), server.tablet.item(2)});
    REQUIRE(receipts[0].status == ReceiptStatus::Quarantined);
    REQUIRE(server.stored[0].reason == Quarantine::NotOwner);
    REQUIRE(receipts[1].status == ReceiptStatus::Received);
}

TEST_CASE("a batch that names another tablet than the certificate is rejected as a whole", "[protocol][intake]") {
    peil_test::Tablet tablet;
    IntakeMachine machine(DeviceId("other"), tablet.signing.publicKey, crypto::makeSigningKeyPair(tablet.rng), "e");
    const auto body = need(encodeBatch({tablet.id, {tablet.item(1)}}, tablet.signing));
    REQUIRE(machine.begin(body).error().code == ProtocolErrc::BadBatch);
}

TEST_CASE("the audit chain links every stored envelope", "[protocol][intake]") {
    Server server;
    server.receive({server.tablet.item(1)});
    server.receive({server.tablet.item(2), server.tablet.item(3)});
    crypto::Digest head{};
    for (const auto& row : server.stored) {
        head = nextAuditHead(head, crypto::blake2b(row.item.envelope));
        REQUIRE(row.auditHead == head);
    }
}

TEST_CASE("an item may come under a later number than it was sealed with, never under an earlier one",
          "[protocol][intake]") {
    Server server;
    auto later = server.tablet.item(3);
    later.sequence = 8;
    REQUIRE(server.receive({later})[0].status == ReceiptStatus::Received);
    REQUIRE(server.stored[0].item.sequence == 8);
    auto earlier = server.tablet.item(4);
    earlier.sequence = 2;
    REQUIRE(server.receive({earlier})[0].status == ReceiptStatus::Quarantined);
    REQUIRE(server.stored[1].reason == Quarantine::Unreadable);
}

TEST_CASE("one item whose own signature is wrong is quarantined, and the others are received", "[protocol][intake]") {
    Server server;
    auto body = need(encodeBatch({server.tablet.id, server.chain(3)}, server.tablet.signing));
    body.back() ^= 1U;
    const auto receipts = server.take(body);
    REQUIRE(server.reasons() == Reasons{std::nullopt, std::nullopt, Quarantine::BadSignature});
    REQUIRE(receipts[2].status == ReceiptStatus::Quarantined);
}

TEST_CASE("items that name the ones before them are received, in one batch and one by one, in any order",
          "[protocol][intake][chain]") {
    Server together;
    together.receive(together.chain(4));
    REQUIRE(together.reasons() == Reasons(4));
    Server backwards;
    auto items = backwards.chain(4);
    std::ranges::reverse(items);
    backwards.receive({items[0], items[1]});
    for (const auto& item : {items[2], items[3]})
        backwards.receive({item});
    REQUIRE(backwards.reasons() == Reasons(4));
}

TEST_CASE("an item that names a different previous item than the stored one is quarantined",
          "[protocol][intake][chain]") {
    Server server;
    auto items = server.chain(3);
    items[1].previous = crypto::blake2b(bytesOf("what was never sent"));
    server.receive({items[0]});
    REQUIRE(server.receive({items[1]})[0].status == ReceiptStatus::Quarantined);
    server.receive({items[2]}); // names what is in quarantine, which is here all the same
    REQUIRE(server.reasons() == Reasons{std::nullopt, Quarantine::BrokenChain, std::nullopt});
    Server oneBatch;
    oneBatch.receive(items);
    REQUIRE(oneBatch.reasons().at(1) == Quarantine::BrokenChain);
}

TEST_CASE("an item is quarantined if a later item names a different previous item", "[protocol][intake][chain]") {
    Server server;
    const auto items = server.chain(3);
    server.receive({items[0], items[2]});
    REQUIRE(server.receive({server.tablet.item(2, "<data>other</data>")})[0].status == ReceiptStatus::Quarantined);
    REQUIRE(server.stored.back().reason == Quarantine::BrokenChain);
    Server sound;
    const auto same = sound.chain(3);
    sound.receive({same[0], same[2]});
    REQUIRE(sound.receive({same[1]}, 1)[0].status == ReceiptStatus::Received); // by an app of before
}

TEST_CASE("after items of version 1 the chain continues with their hashes", "[protocol][intake][chain]") {
    Server server;
    const auto items = server.chain(4);
    server.receive({items[0], items[1]}, 1);
    server.receive({items[2], items[3]});
    REQUIRE(server.reasons() == Reasons(4));
    REQUIRE_FALSE(server.stored[1].item.previous);
    REQUIRE(server.stored[2].item.previous == crypto::blake2b(items[1].envelope));
}

TEST_CASE("what cannot be read is nothing that an item could follow", "[protocol][intake][chain]") {
    Server server;
    auto items = server.chain(2);
    auto garbage = items[0];
    garbage.envelope = toBytes("not an envelope");
    server.receive({garbage, items[1]});
    REQUIRE(server.reasons() == Reasons{Quarantine::Unreadable, std::nullopt});
}

TEST_CASE("an item that comes again and names another one before it gets its first receipt",
          "[protocol][intake][chain]") {
    Server server;
    auto items = server.chain(2);
    const auto first = server.receive(items);
    items[1].previous = crypto::blake2b(bytesOf("other"));
    const auto again = server.receive({items[1]});
    REQUIRE(server.stored.size() == 2);
    REQUIRE(again[0].auditHead == first[1].auditHead);
}

TEST_CASE("an item of a kind that is not known holds its number and its place in the chain",
          "[protocol][intake][chain]") {
    Server server;
    auto items = server.chain(3);
    items[1].kind = "alert_reading";
    const auto receipts = server.receive(items);
    REQUIRE(server.reasons() == Reasons{std::nullopt, Quarantine::UnknownKind, std::nullopt});
    REQUIRE(receipts[1].status == ReceiptStatus::Quarantined);
    REQUIRE(server.stored[1].item.kind == "alert_reading");
    REQUIRE(server.stored[1].item.signature);
}

TEST_CASE("items of every kind are received once in one chain, and their ids are apart", "[protocol][intake][items]") {
    Server server;
    auto items = server.chain(1);
    const auto add = [&](ItemKind kind, const InterviewId& id,
                         std::vector<std::pair<std::string, std::string>> fields) {
        const auto payload = need(encodeOpenItem({kind, id, StudyId("opaak-2023"), std::move(fields)}));
        BatchItem item{id, 1, static_cast<std::int64_t>(items.size()) + 1, payload, std::string(idOf(kind))};
        item.previous = crypto::blake2b(items.back().envelope);
        items.push_back(item);
    };
    const auto interview = items[0].interview;
    add(ItemKind::Contact, interview,
        {{"site", "HRL-01"}, {"date", "2030-01-08"}, {"slot", "night"}, {"outcome", "refused"}});
    add(ItemKind::Discard, interview, {{"date", "2030-01-08"}, {"reason", "mistake"}});
    for (const auto& receipt : server.receive(items))
        CHECK(receipt.status == ReceiptStatus::Received);
    for (const auto& receipt : server.receive(items)) // the answer was lost
        CHECK(receipt.status == ReceiptStatus::Received);
    CHECK(server.stored.size() == 3);
    add(ItemKind::Contact, interview,
        {{"site", "HRL-01"}, {"date", "2030-01-08"}, {"slot", "night"}, {"outcome", "approached"}});
    CHECK(server.receive({items.back()})[0].status == ReceiptStatus::Quarantined);
    CHECK(server.reasons().back() == Quarantine::Conflict);
    auto unknown = items.back();
    unknown.kind = "referral";
    unknown.sequence = 5;
    unknown.previous = crypto::blake2b(items.back().envelope);
    CHECK(server.receive({unknown})[0].status == ReceiptStatus::Quarantined);
    CHECK(server.reasons().back() == Quarantine::UnknownKind);
}
