// SPDX-License-Identifier: Apache-2.0
#include "services/audit_proof.h"

#include "peil/protocol/intake_machine.h"
#include "peil/protocol/open_item.h"
#include "repository/log_entry.h"
#include "services/acts_say.h"
#include "services/device_chains.h"

#include <algorithm>

namespace peil::server::services {

using repository::EnvelopeRow;
using repository::EnvelopeStatus;
using repository::Records;

namespace {

constexpr std::int64_t kPageRows = 200;
constexpr std::size_t kPageBytes = std::size_t{4} << 20U;
constexpr int kTries = 3; ///< for writes during the verification

using Fault = std::optional<std::string>;

/// What the walk compares with, all of one moment.
struct Snapshot {
    std::vector<repository::AuditRow> acts;
    std::vector<repository::ReviewRow> reviews;
    std::vector<repository::WithdrawalRow> withdrawals;
    std::vector<repository::DeviceRow> devices;
    std::vector<repository::SuccessionRow> successions;
    std::vector<repository::UserRow> users;
    std::optional<repository::CheckpointRow> checkpoint;
    crypto::Digest head{};
    std::int64_t lastEnvelope = 0, logSize = 0;
};

Result<Snapshot> take(repository::Repository& repository) {
    Snapshot now;
    PEIL_CHECK(repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(now.acts, records.auditRows());
        PEIL_TRY(now.reviews, records.reviews());
        PEIL_TRY(now.withdrawals, records.withdrawals());
        PEIL_TRY(now.devices, records.devices());
        PEIL_TRY(now.successions, records.successions());
        PEIL_TRY(now.users, records.users());
        PEIL_TRY(now.checkpoint, records.checkpoint());
        PEIL_TRY(now.head, records.auditHead());
        PEIL_TRY(now.lastEnvelope, records.lastEnvelope());
        PEIL_TRY(now.logSize, records.logSize());
        return {};
    }));
    return now;
}

std::string describe(const EnvelopeRow& row) {
    return (row.isInterview() ? "Interview " : "Item ") + row.keys.interview.text() + ", revision " +
           std::to_string(row.keys.revision) + " (envelope number " + std::to_string(row.number) + ")";
}

bool isSame(const std::vector<repository::OpenAnswer>& answers, const std::vector<protocol::OpenField>& fields) {
    return std::ranges::equal(answers, fields, [](const auto& answer, const auto& field) {
        return answer.name == field.name && answer.value == field.value && answer.reason == field.reason;
    });
}

class Walk {
public:
    Walk(const Snapshot& snapshot, const crypto::PublicKey& key)
        : m_snapshot(snapshot)
        , m_key(key)
        , m_chains(snapshot.devices, snapshot.acts) {
        for (const auto& act : snapshot.acts)
            m_say.take(act);
    }

    /// Acts that came before the first envelope after `envelope`.
    Fault acts(std::int64_t envelope) {
        for (; m_act < m_snapshot.acts.size() && m_snapshot.acts[m_act].afterEnvelope <= envelope; ++m_act) {
            const auto& act = m_snapshot.acts[m_act];
            const auto entry = repository::logEntryOf(act);
            m_log.add(protocol::merkle::leafHash(entry));
            m_head = protocol::nextAuditHead(m_head, crypto::blake2b(entry));
            if (m_head != act.head)
                return "Act number " + std::to_string(act.number) + " (" + act.what +
                       ") does not link to the one before it: it was changed, or an earlier one is missing.";
        }
        return std::nullopt;
    }

    Fault envelope(const EnvelopeRow& row) {
        m_log.add(protocol::merkle::leafHash(repository::logEntryOf(row)));
        m_head = protocol::nextAuditHead(m_head, row.hash);
        if (m_head != row.auditHead)
            return describe(row) +
                   " does not link to the entry before it: it was changed, or an earlier one is missing.";
        const auto receipt = protocol::decodeReceipt(row.receipt, m_key);
        if (row.status == EnvelopeStatus::Withdrawn || (row.isInterview() && m_say.isWithdrawn(row.keys.interview))) {
            if (const auto fault = withdrawn(row)) return fault;
            return signedItem(row, receipt);
        }
        if (crypto::blake2b(row.bytes) != row.hash)
            return describe(row) + " does not have the bytes that were received.";
        if (const auto fault = state(row, receipt)) return fault;
        if (const auto fault = signedItem(row, receipt)) return fault;
        return openPart(row);
    }

    Fault end() {
        const auto checkpoint = m_snapshot.checkpoint
                                    ? protocol::decodeCheckpoint(m_snapshot.checkpoint->bytes, m_key)
                                    : Result<protocol::Checkpoint>(fail(protocol::ProtocolErrc::BadCheckpoint));
        if (!checkpoint && m_log.size() > 0)
            return "The newest checkpoint is missing, or is not signed by this server.";
        if (m_head != m_snapshot.head) return "The last entries of the log are missing.";
        if (checkpoint && (checkpoint->size != m_log.size() || checkpoint->root != m_log.root()))
            return "The log has " + std::to_string(m_log.size()) + " entries, which do not match the " +
                   std::to_string(checkpoint->size) +
                   " of its newest checkpoint: entries were removed, added or changed.";
        for (const auto& fault : {m_say.faultOf(m_snapshot.reviews), m_say.faultOf(m_snapshot.withdrawals),
                                  m_say.faultOf(m_snapshot.devices), m_say.faultOf(m_snapshot.successions),
                                  m_say.faultOf(m_snapshot.users)})
            if (fault) return fault;
        if (const auto broken = m_chains.brokenLink())
            return "Envelope number " + std::to_string(broken->first) + broken->second;
        return std::nullopt;
    }

private:
    Fault withdrawn(const EnvelopeRow& row) const {
        const bool erased = row.status == EnvelopeStatus::Withdrawn && row.bytes.empty() && row.open.empty();
        if (!m_say.isWithdrawn(row.keys.interview))
            return describe(row) + " is erased, but no signed action records this.";
        if (!erased) return describe(row) + " was withdrawn, but is still there.";
        return std::nullopt;
    }

    Fault signedItem(const EnvelopeRow& row, const Result<protocol::Receipt>& receipt) {
        const bool isReceived = receipt && receipt->status == protocol::ReceiptStatus::Received;
        const auto fault = m_chains.add(row, isReceived ? Standing::Received : Standing::Quarantined);
        if (!fault) return std::nullopt;
        // The key of the tablet may be what was changed.
        if (auto tablet = m_say.faultOf(m_snapshot.devices)) return tablet;
        return describe(row) + *fault;
    }

    /// The receipt is signed, so it shows the state that the server set.
    static Fault state(const EnvelopeRow& row, const Result<protocol::Receipt>& receipt) {
        const auto status = row.status == EnvelopeStatus::Received ? protocol::ReceiptStatus::Received
                                                                   : protocol::ReceiptStatus::Quarantined;
        if (!receipt || receipt->interview != row.keys.interview || receipt->revision != row.keys.revision ||
            receipt->device != row.keys.device || receipt->sequence != row.keys.sequence ||
            receipt->envelopeHash != row.hash || receipt->status != status)
            return describe(row) + " has a different state or different keys than its signed receipt.";
        return std::nullopt;
    }

    static Fault openPart(const EnvelopeRow& row) {
        if (row.status != EnvelopeStatus::Received)
            return row.open.empty() ? std::nullopt : Fault(describe(row) + " is in quarantine and has open answers.");
        if (!row.isInterview()) {
            const protocol::BatchItem item{row.keys.interview, row.keys.revision, row.keys.sequence, row.bytes,
                                           row.kind};
            return protocol::openItemOf(item) && row.open.empty()
                       ? std::nullopt
                       : Fault(describe(row) + " has content that does not fit its kind.");
        }
        const auto envelope = protocol::Envelope::parse(row.bytes);
        if (!envelope || envelope->header().interview != row.keys.interview ||
            envelope->header().revision != row.keys.revision || envelope->header().outcome != row.outcome ||
            envelope->header().formHash != row.formHash || !isSame(row.open, envelope->header().open))
            return describe(row) + " has different open answers than its envelope.";
        return std::nullopt;
    }

    const Snapshot& m_snapshot;
    crypto::PublicKey m_key;
    ActsSay m_say;
    DeviceChains m_chains;
    protocol::merkle::Frontier m_log;
    crypto::Digest m_head{};
    std::size_t m_act = 0;
};

Result<Fault> walk(repository::Repository& repository, const Snapshot& snapshot, const crypto::PublicKey& key) {
    Walk walk(snapshot, key);
    if (auto fault = walk.acts(0)) return fault;
    for (std::int64_t last = 0; last < snapshot.lastEnvelope;) {
        std::vector<EnvelopeRow> page;
        PEIL_CHECK(repository.read([&](Records& records) -> Result<> {
            PEIL_TRY(page, records.envelopes(last, kPageRows, kPageBytes));
            for (auto& row : page) {
                PEIL_TRY(row.open, records.openAnswers(row.number));
            }
            return {};
        }));
        if (page.empty()) break;
        for (const auto& row : page) {
            if (row.number > snapshot.lastEnvelope) break;
            if (auto fault = walk.envelope(row)) return fault;
            if (auto fault = walk.acts(row.number)) return fault;
        }
        last = page.back().number;
    }
    if (auto fault = walk.acts(snapshot.lastEnvelope)) return fault;
    return walk.end();
}

} // namespace

Result<std::string> firstFault(repository::Repository& repository, const crypto::PublicKey& receiptKey) {
    for (int tries = 1;; ++tries) {
        PEIL_TRY(const auto snapshot, take(repository));
        PEIL_TRY(const auto fault, walk(repository, snapshot, receiptKey));
        if (!fault) return std::string();
        // A withdrawal in between looks like an error until it is read together with its act.
        PEIL_TRY(const auto after, take(repository));
        if (after.logSize == snapshot.logSize || tries == kTries) return *fault;
    }
}

} // namespace peil::server::services
