// SPDX-License-Identifier: Apache-2.0
// What the server says that it holds of a tablet, when items come under other numbers than before, or are not proven to
// be the tablet's own.
#include "server_fixture.h"
#include "services/audit_log.h"
#include "services/holdings.h"

#include <catch2/catch_test_macros.hpp>

using namespace server_test;
using integration::TestStudy;
using integration::TestTablet;
using protocol::BatchItem;
using protocol::ReceiptStatus;
using repository::Records;

namespace {

using Statuses = std::vector<ReceiptStatus>;
const services::Authority kOffice{"token: anna", "somebody has looked at it"};

struct Office : ServerFixture {
    TestStudy study;
    TestTablet tablet{study, 1};

    Office() {
        publish(study);
        tablet.adopt(need(enrolment.enrol(tablet.request(need(enrolment.invite("AMS", "root")).code))));
    }
    std::vector<BatchItem> interviews(int count) {
        std::vector<BatchItem> items;
        for (int i = 0; i < count; ++i)
            items.push_back(tablet.interview("Amsterdam", "opioid", "1"));
        return items;
    }
    /// @return what the receipts say.
    Statuses take(std::string_view body) {
        Statuses all;
        for (const auto& bytes : need(intake.receive(tablet.id(), bytesOf(body))).receipts)
            all.push_back(need(protocol::decodeReceipt(bytes, keys.receiptKey.publicKey)).status);
        return all;
    }
    Statuses send(const std::vector<BatchItem>& items) { return take(tablet.batch(items).body); }
    std::vector<std::string> reasons() {
        std::vector<std::string> all;
        for (const auto& row : need(quarantine.list(0)))
            all.push_back(row.envelope.quarantineReason);
        return all;
    }
    /// The same interview, sealed under another number.
    BatchItem resealed(const BatchItem& item, std::int64_t sequence) {
        auto header = need(protocol::Envelope::parse(item.envelope)).header();
        header.sequence = sequence;
        return tablet.revision(header);
    }
    Result<> accept(std::size_t index) {
        return quarantine.accept(need(quarantine.list(0)).at(index).envelope.number, kOffice);
    }
    services::LedgerRow ledger() { return need(services::readLedger(*repository, clock.now())).at(0); }
    bool isIntact() { return need(services::readAudit(*repository, keys.receiptKey.publicKey)).intact; }
};

BatchItem under(BatchItem item, std::int64_t sequence) {
    item.sequence = sequence;
    return item;
}

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
