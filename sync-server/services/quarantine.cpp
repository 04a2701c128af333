// SPDX-License-Identifier: Apache-2.0
#include "services/quarantine.h"

#include "peil/protocol/open_item.h"
#include "services/audit_log.h"
#include "services/error.h"

namespace peil::server::services {

using protocol::Quarantine;
using repository::EnvelopeRow;
using repository::EnvelopeStatus;
using repository::Records;

namespace {

constexpr std::int64_t kPageRows = 64;
constexpr std::size_t kPageBytes = std::size_t{4} << 20U;
constexpr std::string_view kByItself = "server";

/// Whether something that the server may learn can change the verdict.
bool waits(Quarantine reason) {
    using enum Quarantine;
    switch (reason) {
    case SequenceJump:
    case UnknownKind: // to another version of the server
    case BadContent:
    case OtherStudy:
    case UnknownForm:
    case OtherRecipients:
    case UnknownField:
    case BadValue:
    case OtherCity:
    case NotOwner:
        return true;
    case Unreadable:
    case NotMine:
    case BadSignature:
    case BadId:
    case Revoked:
    case BadOutcome:
    case Conflict:
    case BrokenChain:
    case Count_:
        break;
    }
    return false;
}

protocol::BatchItem itemOf(const EnvelopeRow& row) {
    return {row.keys.interview, row.keys.revision, row.keys.sequence, row.bytes,
            row.kind,           row.previous,      row.itemSignature};
}

/// As at intake, but for a stored item. Items received before the tablet was revoked are not affected by that.
Result<protocol::Judgement> judgeStored(Records& records, const EnvelopeRow& row,
                                        std::span<const protocol::PackFacts> packs) {
    PEIL_TRY(const auto device, records.device(row.keys.device));
    if (!device) return fail(ServiceErrc::DeviceUnknown);
    PEIL_TRY(auto known, knownDevice(records, *device));
    known.revoked = device->revokedAt && row.receivedAt >= *device->revokedAt;
    auto judged = protocol::judgeItem(itemOf(row), known, packs);
    PEIL_TRY(const auto successions, successionsOf(records));
    PEIL_TRY(const auto owned, ownership(records, successions, row.kind, row.keys.interview, row.keys.device));
    PEIL_TRY(const auto received, records.receivedAs(row.kind, row.keys.interview, row.keys.revision));
    if (!judged.reason && owned == protocol::Ownership::Others) judged.reason = Quarantine::NotOwner;
    if (!judged.reason && received) judged.reason = Quarantine::Conflict;
    PEIL_TRY(const auto beside, neighbours(records, row.keys.device, row.keys.sequence));
    if (!judged.reason && !protocol::fitsChain(row.previous, row.hash, beside)) judged.reason = Quarantine::BrokenChain;
    return judged;
}

tl::unexpected<Error> cannotAccept(const char* why) {
    return fail(ServiceErrc::BadAct, why);
}

/// Why a person may not accept it; nullopt if they may.
Result<> checkAcceptable(Records& records, const std::optional<EnvelopeRow>& row) {
    if (!row || row->status != EnvelopeStatus::Quarantined)
        return cannotAccept("There is no item with this number in quarantine; see peil quarantine list.");
    const auto reason = protocol::quarantineOf(row->quarantineReason);
    if (reason == Quarantine::NotOwner)
        return cannotAccept("It revises an interview of another tablet; if this tablet replaces the other one, record "
                            "that with peil device succeed.");
    if (reason == Quarantine::SequenceJump)
        return cannotAccept(
            "Its number is far above the last known number of the tablet; correct that with peil device reset.");
    if (reason == Quarantine::UnknownKind)
        return cannotAccept("This version of the server does not support its kind; upgrade the server, which then "
                            "accepts it automatically.");
    if (!row->isInterview() && !protocol::openItemOf(itemOf(*row)))
        return cannotAccept("Its content does not fit its kind; if the tablet has a newer version of Peil, upgrade the "
                            "server, which then accepts it automatically.");
    if (!reason || !protocol::mayBeAccepted(*reason))
        return cannotAccept("The owner or the study of this interview cannot be determined; it stays in quarantine.");
    PEIL_TRY(const auto received, records.receivedAs(row->kind, row->keys.interview, row->keys.revision));
    if (received)
        return cannotAccept(
            "Another envelope was already received as this revision of the interview; there can be only one.");
    PEIL_TRY(const auto successions, successionsOf(records));
    PEIL_TRY(const auto owned, ownership(records, successions, row->kind, row->keys.interview, row->keys.device));
    if (owned == protocol::Ownership::Others)
        return cannotAccept("The interview was received from another tablet; first name this tablet as its successor "
                            "with peil device succeed.");
    return {};
}

} // namespace

Result<std::vector<WaitingRow>> QuarantineDesk::list(std::int64_t after) const {
    std::vector<WaitingRow> rows;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(auto page, records.quarantined(after, kPageRows, kPageBytes));
        for (auto& row : page) {
            WaitingRow waiting;
            waiting.size = row.bytes.size();
            row.bytes.clear();
            const auto reason = protocol::quarantineOf(row.quarantineReason);
            waiting.acceptable = reason && protocol::mayBeAccepted(*reason);
            waiting.envelope = std::move(row);
            rows.push_back(std::move(waiting));
        }
        return {};
    }));
    return rows;
}

/// The row becomes a received one: an act in the chain, then a receipt whose head has that act.
Result<> QuarantineDesk::release(Records& records, EnvelopeRow& row, const std::string& by, const std::string& what,
                                 const std::string& why) {
    if (row.isInterview()) {
        PEIL_TRY(const auto envelope, protocol::Envelope::parse(row.bytes));
        addOpenPart(row, envelope.header());
    }
    const auto now = m_clock.now();
    boost::json::object detail{{"envelope", row.number},
                               {"interview", row.keys.interview.text()},
                               {"revision", row.keys.revision},
                               {"device", row.keys.device.text()},
                               {"hash", toHex(row.hash)},
                               {"was", row.quarantineReason},
                               {"now", "received"}};
    if (!why.empty()) detail["why"] = why;
    PEIL_CHECK(appendAct(records, now, by, what, detail));
    protocol::Receipt receipt{row.keys.interview,
                              row.keys.revision,
                              row.keys.device,
                              row.keys.sequence,
                              row.hash,
                              protocol::ReceiptStatus::Received,
                              {},
                              {},
                              formatUtc(now)};
    PEIL_TRY(receipt.epoch, records.epoch());
    PEIL_TRY(receipt.auditHead, records.auditHead());
    row.status = EnvelopeStatus::Received;
    row.quarantineReason.clear();
    row.holdsKeys = true;
    row.receipt = protocol::encodeReceipt(receipt, m_receiptKey);
    return records.judgeAgain(row);
}

/// What counts follows, as after a batch.
void QuarantineDesk::publish(std::vector<EnvelopeRow> rows) {
    for (auto& row : rows)
        if (row.isInterview())
            m_table.add({row.keys.interview, row.keys.revision, row.keys.device, std::move(row.outcome),
                         std::move(row.open), std::move(row.formHash)});
}

Result<> QuarantineDesk::accept(std::int64_t number, const Authority& authority) {
    PEIL_CHECK(check(authority));
    std::vector<EnvelopeRow> accepted;
    auto done = m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(auto row, records.envelope(number));
        PEIL_CHECK(checkAcceptable(records, row));
        PEIL_CHECK(release(records, *row, authority.by, "quarantine_accept", authority.why));
        accepted = {std::move(*row)};
        return {};
    });
    if (done) publish(std::move(accepted));
    return done;
}

Result<QuarantineDesk::Page> QuarantineDesk::judgePage(Records& records, std::int64_t after) {
    Page page;
    PEIL_TRY(const auto packs, m_published.all(records));
    PEIL_TRY(auto rows, records.quarantined(after, kPageRows, kPageBytes));
    for (auto& row : rows) {
        page.last = row.number;
        const auto before = protocol::quarantineOf(row.quarantineReason);
        if (!before || !waits(*before)) continue;
        PEIL_TRY(const auto judged, judgeStored(records, row, packs));
        if (judged.reason == before) continue;
        if (judged.reason) {
            row.quarantineReason = protocol::idOf(*judged.reason);
            row.holdsKeys = protocol::holdsNumber(*judged.reason);
            PEIL_CHECK(records.judgeAgain(row));
            continue;
        }
        PEIL_CHECK(release(records, row, std::string(kByItself), "judged_again", {}));
        page.received.push_back(std::move(row));
    }
    return page;
}

Result<std::size_t> QuarantineDesk::judgeAgain() {
    std::size_t received = 0;
    for (std::int64_t after = 0;;) {
        Page page;
        PEIL_CHECK(m_repository.write([&](Records& records) -> Result<> {
            PEIL_TRY(page, judgePage(records, after));
            return {};
        }));
        if (page.last == 0) return received;
        after = page.last;
        received += page.received.size();
        publish(std::move(page.received));
    }
}

Result<NewReceipts> QuarantineDesk::newReceipts(const DeviceId& device, std::int64_t after) const {
    NewReceipts fresh{{}, after};
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(auto rows, records.newReceipts(device, after, kMostReceipts));
        for (auto& row : rows) {
            fresh.upTo = row.turn;
            fresh.receipts.push_back(std::move(row.receipt));
        }
        return {};
    }));
    return fresh;
}

} // namespace peil::server::services
