// SPDX-License-Identifier: Apache-2.0
#pragma once

// The way in: batches and reconciliation, driven through protocol::IntakeMachine. Receipts leave only after COMMIT.

#include "peil/protocol/intake_machine.h"
#include "repository/repository.h"
#include "services/open_table.h"
#include "services/pack_facts.h"

namespace peil::server::services {

/// Daily limits per tablet (UTC), several times what a tablet can hold. They also apply to revoked tablets.
/// Configurable.
struct DailyBound {
    std::int64_t bytes = std::int64_t{256} << 20U;
    std::int64_t items = 20'000;
};
/// Days since 1970-01-01, UTC.
[[nodiscard]] std::int64_t dayOf(TimePoint time);

/// Threads: any.
class Intake {
public:
    Intake(repository::Repository& repository, OpenTable& table, crypto::SigningKeyPair receiptKey, const Clock& clock,
           DailyBound bound = {})
        : m_bound(bound)
        , m_repository(repository)
        , m_table(table)
        , m_receiptKey(std::move(receiptKey))
        , m_clock(clock) {}

    /// Whether a body of this size is within the tablet's daily limit; checked by its announced length before reading,
    /// and again after. Refusals are counted. @return DailyLimit.
    [[nodiscard]] Result<> checkDay(const DeviceId& device, std::size_t bytes);
    /// Stores what is new and answers with a receipt for each item. A revoked tablet may still send (CONTRACT.md, P8).
    /// @return DeviceUnknown, DeviceBlocked, DailyLimit, BadBatch, or the errors of Repository::write(); then nothing
    /// may be said to the tablet.
    [[nodiscard]] Result<protocol::BatchReply> receive(const DeviceId& device, ByteView body);
    /// What of `kept` is not here. @return DeviceUnknown, DeviceBlocked, DeviceRevoked.
    [[nodiscard]] Result<protocol::Lacking> reconcile(const DeviceId& device, const protocol::Reconcile& kept);
    /// Stores the number of items that the tablet reports as finalised, inside the caller's unit of work. A number
    /// above protocol::highestPlausible() is stored separately and changes no sum.
    [[nodiscard]] static Result<> noteFinalised(repository::Records& records, const repository::DeviceRow& device,
                                                std::int64_t finalised);

private:
    using Rows = std::vector<repository::EnvelopeRow>;
    [[nodiscard]] Result<Rows> store(repository::Records& records, protocol::IntakeMachine& machine,
                                     const std::vector<protocol::BatchItem>& items,
                                     const repository::DeviceRow& device);

    DailyBound m_bound;
    repository::Repository& m_repository;
    OpenTable& m_table;
    crypto::SigningKeyPair m_receiptKey;
    const Clock& m_clock;
    PublishedFacts m_published;
};

/// The row of a tablet that may talk to the server, as it is in this unit of work. @return DeviceUnknown,
/// DeviceBlocked.
[[nodiscard]] Result<repository::DeviceRow> admitted(repository::Records& records, const DeviceId& device);
/// The facts about a device for validation. `row` must be of this unit of work.
[[nodiscard]] Result<protocol::KnownDevice> knownDevice(repository::Records& records, const repository::DeviceRow& row);
[[nodiscard]] Result<protocol::Successions> successionsOf(repository::Records& records);
/// Whose the item is, seen from `device`.
[[nodiscard]] Result<protocol::Ownership> ownership(repository::Records& records,
                                                    const protocol::Successions& successions, const std::string& kind,
                                                    const InterviewId& id, const DeviceId& device);
/// What is held of the tablet under the numbers beside `sequence`.
[[nodiscard]] Result<protocol::Neighbours> neighbours(repository::Records& records, const DeviceId& device,
                                                      std::int64_t sequence);
/// What the server counts with of an envelope that was received.
void addOpenPart(repository::EnvelopeRow& row, const protocol::EnvelopeHeader& header);

} // namespace peil::server::services
