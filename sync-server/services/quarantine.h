// SPDX-License-Identifier: Apache-2.0
#pragma once

// Release from quarantine. Items that waited for a study pack, a successor or a number are re-validated automatically;
// a person may accept other items, with a name and a reason. Each is an action in the audit chain, and the tablet gets
// a new receipt.

#include "services/device_acts.h"
#include "services/intake.h"

namespace peil::server::services {

struct WaitingRow {
    repository::EnvelopeRow envelope; ///< without its bytes
    std::size_t size = 0;             ///< of them
    bool acceptable = false;          ///< see protocol::mayBeAccepted()
};

/// Receipts that a tablet has not seen yet, the oldest ones first.
struct NewReceipts {
    std::vector<Bytes> receipts;
    std::int64_t upTo = 0; ///< to ask from the next time
};

/// Threads: any.
class QuarantineDesk {
public:
    QuarantineDesk(repository::Repository& repository, OpenTable& table, crypto::SigningKeyPair receiptKey,
                   const Clock& clock)
        : m_repository(repository)
        , m_table(table)
        , m_receiptKey(std::move(receiptKey))
        , m_clock(clock) {}

    /// What is in quarantine, in the order received, after the number `after`; an empty list is the end.
    [[nodiscard]] Result<std::vector<WaitingRow>> list(std::int64_t after) const;
    /// Takes one in nevertheless. @return BadAct with the reason when it is not in quarantine, may not be accepted, or
    /// another envelope was received as this revision.
    [[nodiscard]] Result<> accept(std::int64_t number, const Authority& authority);
    /// Re-validates all items that wait for missing information. Call it after each action that provides some, and at
    /// the start. @return how many were received.
    [[nodiscard]] Result<std::size_t> judgeAgain();
    /// Of the tablet's envelopes that left quarantine after the turn `after`; at most kMostReceipts.
    [[nodiscard]] Result<NewReceipts> newReceipts(const DeviceId& device, std::int64_t after) const;

    static constexpr std::int64_t kMostReceipts = protocol::kMaxNewReceipts;

private:
    struct Page {
        std::int64_t last = 0; ///< 0 = there was none
        std::vector<repository::EnvelopeRow> received;
    };
    [[nodiscard]] Result<Page> judgePage(repository::Records& records, std::int64_t after);
    [[nodiscard]] Result<> release(repository::Records& records, repository::EnvelopeRow& row, const std::string& by,
                                   const std::string& what, const std::string& why);
    void publish(std::vector<repository::EnvelopeRow> rows);

    repository::Repository& m_repository;
    OpenTable& m_table;
    crypto::SigningKeyPair m_receiptKey;
    const Clock& m_clock;
    PublishedFacts m_published;
};

} // namespace peil::server::services
