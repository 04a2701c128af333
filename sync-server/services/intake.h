// SPDX-License-Identifier: Apache-2.0
#pragma once

// The way in: batches and reconciliation, driven through protocol::IntakeMachine. Receipts leave only after COMMIT.

#include "peil/protocol/intake_machine.h"
#include "repository/repository.h"
#include "services/open_table.h"

namespace peil::server::services {

/// Threads: any.
class Intake {
public:
    Intake(repository::Repository& repository, OpenTable& table, crypto::SigningKeyPair receiptKey, const Clock& clock)
        : m_repository(repository)
        , m_table(table)
        , m_receiptKey(std::move(receiptKey))
        , m_clock(clock) {}

    /// Stores what is new and answers with a receipt for each item. A revoked tablet may still send (contract P8).
    /// @return DeviceUnknown, BadBatch, or the errors of Repository::write(); then nothing may be said to the tablet.
    [[nodiscard]] Result<protocol::BatchReply> receive(const DeviceId& device, ByteView body);
    /// What of `kept` is not here. @return DeviceUnknown, DeviceRevoked.
    [[nodiscard]] Result<protocol::Lacking> reconcile(const DeviceId& device, const protocol::Reconcile& kept);

private:
    repository::Repository& m_repository;
    OpenTable& m_table;
    crypto::SigningKeyPair m_receiptKey;
    const Clock& m_clock;
};

} // namespace peil::server::services
