// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/intake_machine.h"
#include "peil_test/clock.h"
#include "peil_test/interview.h"

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
            if (row.item.interview == item.interview && row.item.revision == item.revision) found.byInterview = hash;
            if (row.item.sequence == item.sequence) found.bySequence = hash;
            if (row.item.envelope == item.envelope) found.receipt = row.receipt;
        }
        if (ofOthers.contains(item.interview)) found.ownership = Ownership::Others;
        return found;
    }

    std::vector<Receipt> receive(const std::vector<BatchItem>& items) {
        auto device = tablet.known();
        device.revoked = revoked;
        IntakeMachine machine(device, receiptKey.clone(), "e1");
        const auto body = need(encodeBatch({tablet.id, items}, tablet.signing));
        std::vector<StoredItem> known;
        for (const auto& item : need(machine.begin(body)))
            known.push_back(lookUp(item));
        for (auto& row : machine.decide(known, packs, head, clock.now())) {
            head = row.auditHead;
            stored.push_back(std::move(row));
        }
        std::vector<Receipt> receipts;
        for (const auto& bytes : machine.committed().receipts)
            receipts.push_back(need(decodeReceipt(bytes, receiptKey.publicKey)));
        return receipts;
    }
};

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
    std::vector<std::optional<Quarantine>> reasons;
    for (const auto& row : server.stored)
        reasons.push_back(row.reason);
    REQUIRE(reasons == std::vector<std::optional<Quarantine>>{std::nullopt, Quarantine::Unreadable,
                                                              Quarantine::Unreadable, Quarantine::BadSignature,
                                                              std::nullopt});
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

TEST_CASE("a batch that names another tablet than the certificate is refused whole", "[protocol][intake]") {
    peil_test::Tablet tablet;
    IntakeMachine machine({DeviceId("other"), tablet.signing.publicKey}, crypto::makeSigningKeyPair(tablet.rng), "e");
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
