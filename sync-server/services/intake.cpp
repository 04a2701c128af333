// SPDX-License-Identifier: Apache-2.0
#include "services/intake.h"

#include "services/error.h"
#include "services/holdings.h"

#include <algorithm>
#include <limits>

namespace peil::server::services {

using repository::Records;

namespace {

repository::EnvelopeRow toRow(const protocol::IntakeRow& in, const DeviceId& device, TimePoint now) {
    repository::EnvelopeRow row;
    row.keys = {in.item.interview, in.item.revision, device, in.item.sequence};
    row.hash = crypto::blake2b(in.item.envelope);
    row.bytes = in.item.envelope;
    row.receipt = in.receipt;
    row.auditHead = in.auditHead;
    row.receivedAt = now;
    row.kind = in.item.kind;
    row.previous = in.item.previous;
    row.itemSignature = in.item.signature;
    // Quarantined items are not counted, so their open answers are not extracted.
    if (in.reason) {
        row.status = repository::EnvelopeStatus::Quarantined;
        row.quarantineReason = protocol::idOf(*in.reason);
        row.holdsKeys = protocol::holdsNumber(*in.reason);
    } else if (in.header) {
        addOpenPart(row, *in.header);
    }
    return row;
}

/// Revisions of a withdrawn interview are receipted but not stored; their number is used up as the verdict says.
void forget(repository::EnvelopeRow& row) {
    row.status = repository::EnvelopeStatus::Withdrawn;
    row.bytes.clear();
    row.open.clear();
    row.outcome.clear();
    row.quarantineReason.clear();
}

} // namespace

Result<repository::DeviceRow> admitted(Records& records, const DeviceId& device) {
    PEIL_TRY(auto row, records.device(device));
    if (!row) return fail(ServiceErrc::DeviceUnknown);
    if (row->blockedAt) return fail(ServiceErrc::DeviceBlocked);
    return std::move(*row);
}

Result<protocol::KnownDevice> knownDevice(Records& records, const repository::DeviceRow& row) {
    PEIL_TRY(const auto highest, records.highestSequence(row.id));
    return protocol::KnownDevice{row.id, row.publicKey, row.revokedAt.has_value(), row.cityCode,
                                 std::max(highest, row.sequenceBase)};
}

Result<protocol::Successions> successionsOf(Records& records) {
    PEIL_TRY(const auto rows, records.successions());
    protocol::Successions successions;
    for (const auto& row : rows)
        successions.add(row.device, row.successor);
    return successions;
}

Result<protocol::Ownership> ownership(Records& records, const protocol::Successions& successions,
                                      const std::string& kind, const InterviewId& id, const DeviceId& device) {
    PEIL_TRY(const auto owner, records.ownerOf(kind, id));
    if (!owner) return protocol::Ownership::New;
    return successions.mayRevise(*owner, device) ? protocol::Ownership::Mine : protocol::Ownership::Others;
}

Result<protocol::Neighbours> neighbours(Records& records, const DeviceId& device, std::int64_t sequence) {
    protocol::Neighbours beside;
    PEIL_TRY(const auto before, records.heldUnder(device, sequence - 1));
    for (const auto& row : before)
        beside.before.push_back(row.hash);
    if (sequence == std::numeric_limits<std::int64_t>::max()) return beside;
    PEIL_TRY(const auto after, records.heldUnder(device, sequence + 1));
    for (const auto& row : after)
        beside.after.push_back(row.previous);
    return beside;
}

void addOpenPart(repository::EnvelopeRow& row, const protocol::EnvelopeHeader& header) {
    row.outcome = header.outcome;
    row.formHash = header.formHash;
    for (const auto& field : header.open)
        row.open.push_back({field.name, field.value, field.reason});
}

/// Looks up, decides and writes; inside one unit, so that no other batch comes between.
Result<Intake::Rows> Intake::store(Records& records, protocol::IntakeMachine& machine,
                                   const std::vector<protocol::BatchItem>& items, const repository::DeviceRow& row) {
    const auto& device = row.id;
    PEIL_TRY(const auto known, knownDevice(records, row));
    PEIL_TRY(const auto successions, successionsOf(records));
    std::vector<protocol::StoredItem> stored;
    for (const auto& item : items) {
        PEIL_TRY(auto keys, records.storedUnder(item.kind, {item.interview, item.revision, device, item.sequence},
                                                crypto::blake2b(item.envelope), item.signature));
        PEIL_TRY(const auto owned, ownership(records, successions, item.kind, item.interview, device));
        PEIL_TRY(auto beside, neighbours(records, device, item.sequence));
        PEIL_TRY(auto received, records.receivedAs(item.kind, item.interview, item.revision));
        stored.push_back({keys.byInterview, keys.bySequence, std::move(keys.receipt), {}, owned, std::move(beside)});
        if (received) stored.back().received = {received->hash, std::move(received->receipt)};
    }
    PEIL_TRY(const auto packs, m_published.all(records));
    PEIL_TRY(const auto head, records.auditHead());
    const auto now = m_clock.now();
    Rows rows;
    for (const auto& in : machine.decide(known, stored, packs, head, now)) {
        rows.push_back(toRow(in, device, now));
        PEIL_TRY(const bool withdrawn, records.isWithdrawn(in.item.interview));
        if (withdrawn && rows.back().isInterview()) forget(rows.back());
        PEIL_CHECK(records.addEnvelope(rows.back()));
    }
    PEIL_CHECK(records.touchDevice(device, now));
    return rows;
}

Result<protocol::BatchReply> Intake::receive(const DeviceId& device, ByteView body) {
    crypto::PublicKey deviceKey{};
    std::string epoch;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(const auto row, admitted(records, device));
        deviceKey = row.publicKey;
        PEIL_TRY(epoch, records.epoch());
        return {};
    }));
    PEIL_CHECK(checkDay(device, body.size()));
    protocol::IntakeMachine machine(device, deviceKey, m_receiptKey.clone(), epoch);
    const auto items = machine.begin(body);
    if (!items) return fail(ServiceErrc::BadBatch, describe(items.error()));

    Rows rows;
    PEIL_CHECK(m_repository.write([&](Records& records) -> Result<> {
        // Again: it may have been revoked or blocked since.
        PEIL_TRY(const auto row, admitted(records, device));
        PEIL_TRY(rows, store(records, machine, *items, row));
        const auto bytes = static_cast<std::int64_t>(body.size()), count = static_cast<std::int64_t>(items->size());
        return records.addToDay(device, dayOf(m_clock.now()), {bytes, count, 0});
    }));
    for (auto& row : rows) {
        if (row.status != repository::EnvelopeStatus::Received || !row.isInterview()) continue;
        m_table.add({row.keys.interview, row.keys.revision, device, std::move(row.outcome), std::move(row.open),
                     std::move(row.formHash)});
    }
    return machine.committed();
}

Result<protocol::Lacking> Intake::reconcile(const DeviceId& device, const protocol::Reconcile& kept) {
    protocol::Lacking lacking;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(const auto known, admitted(records, device));
        if (known.revokedAt) return fail(ServiceErrc::DeviceRevoked);
        PEIL_TRY(lacking, lackingOf(records, device, kept));
        return {};
    }));
    PEIL_CHECK(m_repository.write([&](Records& records) { return records.touchDevice(device, m_clock.now()); }));
    return lacking;
}

std::int64_t dayOf(TimePoint time) {
    return std::chrono::floor<std::chrono::days>(time).time_since_epoch().count();
}

Result<> Intake::checkDay(const DeviceId& device, std::size_t bytes) {
    const auto day = dayOf(m_clock.now());
    repository::DeviceDay today;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(today, records.dayOf(device, day));
        return {};
    }));
    const auto room = m_bound.bytes - today.bytes;
    if (static_cast<std::int64_t>(bytes) <= room && today.items < m_bound.items) return {};
    PEIL_CHECK(m_repository.write([&](Records& records) { return records.addToDay(device, day, {0, 0, 1}); }));
    return fail(ServiceErrc::DailyLimit);
}

Result<> Intake::noteFinalised(Records& records, const repository::DeviceRow& device, std::int64_t finalised) {
    PEIL_TRY(const auto known, knownDevice(records, device));
    if (finalised > protocol::highestPlausible(known.highestSeen)) return records.doubtFinalised(device.id, finalised);
    return records.noteFinalised(device.id, finalised);
}

} // namespace peil::server::services
