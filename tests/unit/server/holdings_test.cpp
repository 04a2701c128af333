// SPDX-License-Identifier: Apache-2.0
// What the server says that it holds of a tablet, when items come under other numbers than before, or are not proven to
// be the tablet's own.
#include "services/audit_log.h"
#include "services/error.h"
#include "tablet_fixture.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace server_test;
using protocol::BatchItem;
using protocol::ReceiptStatus;
using repository::Records;

namespace {

using Statuses = std::vector<ReceiptStatus>;
using Numbers = std::vector<std::int64_t>;
constexpr std::int64_t kFar = 900'000'000;

struct Office : TabletFixture {
    /// The same interview, sealed under another number.
    BatchItem resealed(const BatchItem& item, std::int64_t sequence) {
        auto header = need(protocol::Envelope::parse(item.envelope)).header();
        header.sequence = sequence;
        return tablet.revision(header);
    }
    /// The same with a signature that is not the tablet's: all that can be made with its certificate alone.
    Statuses sendForged(const BatchItem& item) {
        auto body = tablet.batch({item}).body;
        body.back() = static_cast<char>(body.back() ^ 1);
        return take(body);
    }
    Numbers lacking(const std::vector<BatchItem>& kept) {
        protocol::Reconcile message;
        for (const auto& item : kept)
            message.items.push_back({item.sequence, crypto::blake2b(item.envelope)});
        return need(intake.reconcile(tablet.id(), message)).sequences;
    }
    /// What the next manifest says, if it names at most `limit`.
    Numbers withdrawn(std::size_t limit = 100) {
        Numbers numbers;
        need(repository->write([&](Records& records) -> Result<> {
            PEIL_TRY(numbers, records.nameWithdrawn(tablet.id(), limit));
            return {};
        }));
        return numbers;
    }
    services::LedgerRow ledger() { return need(services::readLedger(*repository, clock.now())).at(0); }
    bool isIntact() { return need(services::readAudit(*repository, keys.receiptKey.publicKey)).intact; }
};

BatchItem under(BatchItem item, std::int64_t sequence) {
    item.sequence = sequence;
    return item;
}

/// Lets something happen before the next unit that writes.
class Between : public repository::Repository {
public:
    Between(repository::Repository& inner, std::function<void()> act)
        : m_inner(inner)
        , m_act(std::move(act)) {}
    Result<> write(const repository::Work& work) override {
        if (const auto act = std::exchange(m_act, {})) act();
        return m_inner.write(work);
    }
    Result<> read(const repository::Work& work) override { return m_inner.read(work); }

private:
    repository::Repository& m_inner;
    std::function<void()> m_act;
};

} // namespace

TEST_CASE("an interview that comes again under a second number is received once, and fails no batch",
          "[server][intake]") {
    Office office;
    const auto items = office.interviews(3);
    CHECK(office.send({items[0]}) == Statuses{ReceiptStatus::Received});
    // A tablet that was restored from a copy found its number taken, and the copy found that of the copy taken.
    const std::vector again{under(items[0], 2), items[2]};
    const Statuses bothReceived(2, ReceiptStatus::Received);
    CHECK(office.send(again) == bothReceived);
    CHECK(office.reasons() == std::vector<std::string>{"conflict"}); // the number is used up
    CHECK(office.openTable.size() == 2);
    CHECK(office.ledger().missingCount == 0);
    CHECK(office.send(again) == bothReceived); // the reply was lost
    CHECK(office.reasons().size() == 1);
    CHECK(office.isIntact());
}

TEST_CASE("an interview that was accepted before it comes under its new number is received once", "[server][intake]") {
    Office office;
    const auto items = office.interviews(2);
    const auto sealed = office.resealed(items[1], 1); // by a tablet that was restored from a copy
    CHECK(office.send({items[0], sealed}) == Statuses{ReceiptStatus::Received, ReceiptStatus::Quarantined});
    need(office.accept(0));
    CHECK(office.send({under(sealed, 2)}) == Statuses{ReceiptStatus::Received});
    CHECK(office.openTable.size() == 2);
    CHECK(office.ledger().missingCount == 0);
    CHECK(office.isIntact());
}

TEST_CASE("a revision of which other bytes were accepted is a conflict under every number", "[server][intake]") {
    Office office;
    const auto items = office.interviews(2);
    const auto first = office.resealed(items[1], 1), second = office.resealed(items[1], 1);
    office.send({items[0], first, second});
    need(office.accept(1));
    CHECK(office.send({under(first, 2)}) == Statuses{ReceiptStatus::Quarantined});
    CHECK(office.openTable.size() == 2);
    CHECK(office.ledger().missingCount == 0);
}

TEST_CASE("what is not proven to be the tablet's own uses up no number, also of a withdrawn interview",
          "[server][intake][withdrawal]") {
    Office office;
    const auto items = office.interviews(2);
    office.send({items[0]});
    office.sendForged(under(items[0], kFar));
    CHECK(office.held().highest == 1);

    need(office.review.withdraw(items[0].interview, "", "bea"));
    office.sendForged(under(items[0], kFar));
    office.sendForged(under(items[0], 2)); // the number of another interview
    auto garbage = under(items[0], kFar);
    garbage.envelope = toBytes("not an envelope");
    auto header = need(protocol::Envelope::parse(items[0].envelope)).header();
    header.device = DeviceId("another");
    office.send({garbage, under(office.tablet.revision(header), kFar), under(items[0], kFar)});
    CHECK(office.held().highest == 1);
    CHECK(office.ledger().missingCount == 0);
    CHECK(office.withdrawn() == Numbers{1});
    CHECK(office.deviceActs.resetSequence(office.tablet.id(), 1, kOffice));
    CHECK(office.isIntact());
}

TEST_CASE("an implausible number stays one when its interview is withdrawn", "[server][intake][withdrawal]") {
    Office office;
    const auto items = office.interviews(1);
    CHECK(office.send({items[0], under(office.tablet.otherBytes(items[0]), kFar)}) ==
          Statuses{ReceiptStatus::Received, ReceiptStatus::Quarantined});
    need(office.review.withdraw(items[0].interview, "", "bea"));
    CHECK(office.held().highest == 1);
    CHECK(office.ledger().missingCount == 0);
}

TEST_CASE("a number is lacking while only unproven bytes are stored under it", "[server][intake][epoch]") {
    Office office;
    const auto items = office.interviews(3);
    office.send({items[0]});
    CHECK(office.sendForged(items[1]) == Statuses{ReceiptStatus::Quarantined});
    // A server that was restored from before the good one came.
    CHECK(office.held().lacks(2));
    CHECK(office.lacking({items[0], items[1]}) == Numbers{2});
    auto garbage = under(items[2], 2);
    garbage.envelope = toBytes("not an envelope");
    office.send({garbage});
    CHECK(office.lacking({items[0], items[1]}) == Numbers{2});
    CHECK(office.lacking({under(items[2], 2)}) == Numbers{2});

    CHECK(office.send({items[1]}) == Statuses{ReceiptStatus::Received});
    CHECK_FALSE(office.held().lacks(2));
    CHECK(office.lacking({items[0], items[1]}).empty());
    CHECK(office.ledger().missingCount == 0);
}

TEST_CASE("bytes that no other signature can prove are not asked for again", "[server][intake][epoch]") {
    Office office;
    auto garbage = office.interviews(1).at(0), spoilt = office.interviews(1).at(0);
    garbage.envelope = toBytes("not an envelope");
    spoilt.envelope.back() ^= 1U;
    CHECK(office.send({garbage, spoilt}) == Statuses(2, ReceiptStatus::Quarantined));
    CHECK(office.lacking({garbage, spoilt}).empty());
}

TEST_CASE("a withdrawn interview of which only unproven bytes are stored is asked for, and fills its number",
          "[server][intake][withdrawal]") {
    Office office;
    const auto items = office.interviews(1);
    office.sendForged(items[0]);
    need(office.review.withdraw(items[0].interview, "", "bea", services::Ahead::Yes));
    CHECK(office.lacking(items) == Numbers{1});
    office.send(items);
    CHECK(office.lacking(items).empty());
    CHECK(office.withdrawn() == Numbers{1});
    CHECK(office.openTable.size() == 0);
}

TEST_CASE("a tablet that is revoked or blocked while its batch arrives is judged as what it is then",
          "[server][intake]") {
    Office office;
    const auto items = office.interviews(2);
    const auto receive = [&](const BatchItem& item, std::function<void()> act) {
        Between between(*office.repository, std::move(act));
        services::Intake intake(between, office.openTable, office.keys.receiptKey.clone(), office.clock);
        return intake.receive(office.tablet.id(), bytesOf(office.tablet.batch({item}).body));
    };
    CHECK(receive(items[0], [&] { need(office.enrolment.revoke(office.tablet.id(), "anna")); }));
    CHECK(office.reasons() == std::vector<std::string>{"revoked"});
    CHECK(office.openTable.size() == 0);
    const auto blocked = receive(items[1], [&] { need(office.deviceActs.block(office.tablet.id(), kOffice)); });
    REQUIRE_FALSE(blocked);
    CHECK(blocked.error().code == services::ServiceErrc::DeviceBlocked);
    CHECK(office.reasons().size() == 1);
}

TEST_CASE("a tablet learns of every withdrawal, of new ones first, however many there are", "[server][withdrawal]") {
    Office office;
    const auto items = office.interviews(6);
    office.send(items);
    const auto withdraw = [&](std::size_t index) {
        need(office.review.withdraw(items.at(index).interview, "", "bea"));
    };
    for (std::size_t i = 0; i < 5; ++i)
        withdraw(i);
    std::set<std::int64_t> told;
    for (int manifests = 0; manifests < 3; ++manifests)
        for (const auto number : office.withdrawn(2))
            told.insert(number);
    CHECK(told == std::set<std::int64_t>{1, 2, 3, 4, 5});
    withdraw(5);
    const auto next = office.withdrawn(2);
    CHECK(std::ranges::find(next, 6) != next.end());
    CHECK(office.withdrawn().size() == 6); // where all of them fit
}
