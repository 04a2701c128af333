// SPDX-License-Identifier: Apache-2.0
#include "services/intake.h"

#include "services/error.h"
#include "services/holdings.h"

#include <set>

namespace peil::server::services {

using repository::Records;

namespace {

repository::EnvelopeRow toRow(const protocol::IntakeRow& in, const DeviceId& device, TimePoint now) {
    repository::EnvelopeRow row;
    row.keys = {in.item.interview, in.item.revision, device, in.item.sequence};
    row.hash = crypto::blake2b(in.item.envelope);
    row.bytes = in.item.envelope;
    row.status = in.status == protocol::ReceiptStatus::Received ? repository::EnvelopeStatus::Received
                                                                : repository::EnvelopeStatus::Quarantined;
    row.quarantineReason = in.quarantineReason;
    row.receipt = in.receipt;
    row.auditHead = in.auditHead;
    row.receivedAt = now;
    // What is in quarantine counts nowhere, so its open answers are not taken out of the envelope.
    if (!in.header || row.status != repository::EnvelopeStatus::Received) return row;
    row.outcome = in.header->outcome;
    row.formHash = in.header->formHash;
    for (const auto& field : in.header->open)
        row.open.push_back({field.name, field.value, field.reason});
    return row;
}

/// What a tablet still sends of an interview that was taken back is receipted, and not kept.
void forget(repository::EnvelopeRow& row) {
    row.status = repository::EnvelopeStatus::Withdrawn;
    row.bytes.clear();
    row.open.clear();
    row.outcome.clear();
    row.quarantineReason.clear();
}

/// Looks up, decides and writes; inside one unit, so that no other batch comes between.
Result<std::vector<repository::EnvelopeRow>> store(Records& records, protocol::IntakeMachine& machine,
                                                   const std::vector<protocol::BatchItem>& items,
                                                   const DeviceId& device, TimePoint now) {
    std::vector<protocol::StoredItem> stored;
    for (const auto& item : items) {
        PEIL_TRY(auto keys, records.storedUnder({item.interview, item.revision, device, item.sequence},
                                                crypto::blake2b(item.envelope)));
        stored.push_back({keys.byInterview, keys.bySequence, std::move(keys.receipt)});
    }
    PEIL_TRY(const auto forms, records.formHashes());
    PEIL_TRY(const auto head, records.auditHead());
    const auto decided = machine.decide(stored, std::set<std::string>(forms.begin(), forms.end()), head, now);
    std::vector<repository::EnvelopeRow> rows;
    for (const auto& row : decided) {
        rows.push_back(toRow(row, device, now));
        PEIL_TRY(const bool withdrawn, records.isWithdrawn(row.item.interview));
        if (withdrawn) forget(rows.back());
        PEIL_CHECK(records.addEnvelope(rows.back()));
    }
    PEIL_CHECK(records.touchDevice(device, now));
    return rows;
}

} // namespace

Result<protocol::BatchReply> Intake::receive(const DeviceId& device, ByteView body) {
    std::optional<repository::DeviceRow> known;
    std::string epoch;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(known, records.device(device));
        PEIL_TRY(epoch, records.epoch());
        return {};
    }));
    if (!known) return fail(ServiceErrc::DeviceUnknown);
    protocol::IntakeMachine machine({device, known->publicKey, known->revokedAt.has_value()}, m_receiptKey.clone(),
                                    epoch);
    const auto items = machine.begin(body);
    if (!items) return fail(ServiceErrc::BadBatch, describe(items.error()));

    std::vector<repository::EnvelopeRow> rows;
    PEIL_CHECK(m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(rows, store(records, machine, *items, device, m_clock.now()));
        return {};
    }));
    for (auto& row : rows) {
        if (row.status != repository::EnvelopeStatus::Received) continue;
        m_table.add({row.keys.interview, row.keys.revision, device, std::move(row.outcome), std::move(row.open),
                     std::move(row.formHash)});
    }
    return machine.committed();
}

Result<protocol::Lacking> Intake::reconcile(const DeviceId& device, const protocol::Reconcile& kept) {
    protocol::Lacking lacking;
    PEIL_CHECK(m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const auto known, records.device(device));
        if (!known) return fail(ServiceErrc::DeviceUnknown);
        if (known->revokedAt) return fail(ServiceErrc::DeviceRevoked);
        PEIL_TRY(lacking, lackingOf(records, device, kept));
        return records.touchDevice(device, m_clock.now());
    }));
    return lacking;
}

} // namespace peil::server::services
