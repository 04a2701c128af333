// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/intake_machine.h"

#include <limits>
#include <map>
#include <ranges>

namespace peil::protocol {
namespace {

/// A key that an earlier item of the same batch has taken, with the hash of its envelope.
template <class Key>
bool clashes(std::map<Key, crypto::Digest>& taken, const Key& key, const crypto::Digest& hash,
             const std::optional<crypto::Digest>& stored) {
    if (stored) return *stored != hash;
    const auto [at, isNew] = taken.emplace(key, hash);
    return !isNew && at->second != hash;
}

/// What the items of one batch claim as they are taken in one after the other.
struct Claims {
    std::map<std::pair<std::string, int>, crypto::Digest> interviews;
    std::map<std::int64_t, crypto::Digest> sequences;
    struct Link {
        crypto::Digest hash;
        std::optional<crypto::Digest> previous;
    };
    std::multimap<std::int64_t, Link> links; ///< by number

    /// Takes the keys of an item whose other verdict is `reason`. @return its verdict.
    std::optional<Quarantine> add(const BatchItem& item, const crypto::Digest& hash, const StoredItem& stored,
                                  std::optional<Quarantine> reason) {
        if (reason && !holdsNumber(*reason)) return reason;
        const bool interviewTaken =
            clashes(interviews, {item.interview.text(), item.revision}, hash, stored.byInterview);
        const bool sequenceTaken = clashes(sequences, item.sequence, hash, stored.bySequence);
        const bool fits = fitsChain(item.previous, hash, neighbours(item, stored.beside));
        links.emplace(item.sequence, Link{hash, item.previous});
        if (reason) return reason;
        if (interviewTaken || sequenceTaken) return Quarantine::Conflict;
        return fits ? std::nullopt : std::optional(Quarantine::BrokenChain);
    }

    [[nodiscard]] Neighbours neighbours(const BatchItem& item, Neighbours beside) const {
        const auto in = [this](std::int64_t sequence) {
            const auto [first, last] = links.equal_range(sequence);
            return std::ranges::subrange(first, last);
        };
        for (const auto& [number, link] : in(item.sequence - 1))
            beside.before.push_back(link.hash);
        if (item.sequence < std::numeric_limits<std::int64_t>::max()) {
            for (const auto& [number, link] : in(item.sequence + 1))
                beside.after.push_back(link.previous);
        }
        return beside;
    }
};

} // namespace

crypto::Digest nextAuditHead(const crypto::Digest& head, const crypto::Digest& envelopeHash) {
    Bytes both(head.begin(), head.end());
    both.insert(both.end(), envelopeHash.begin(), envelopeHash.end());
    return crypto::blake2b(both);
}

IntakeMachine::IntakeMachine(KnownDevice device, crypto::SigningKeyPair receiptKey, std::string epoch)
    : m_device(std::move(device))
    , m_receiptKey(std::move(receiptKey))
    , m_epoch(std::move(epoch)) {}

Result<std::vector<BatchItem>> IntakeMachine::begin(ByteView body) {
    PEIL_TRY(auto batch, decodeBatch(body, m_device.publicKey));
    if (batch.device != m_device.id)
        return fail(ProtocolErrc::BadBatch, "The batch names a different tablet than the certificate.");
    m_items = std::move(batch.items);
    return m_items;
}

std::vector<IntakeRow> IntakeMachine::decide(const std::vector<StoredItem>& stored, std::span<const PackFacts> packs,
                                             const crypto::Digest& auditHead, TimePoint now) {
    std::vector<IntakeRow> rows;
    Claims claims;
    std::map<crypto::Digest, Bytes> receiptsOfThisBatch;
    auto head = auditHead;
    m_receipts.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const auto& item = m_items[i];
        const auto hash = crypto::blake2b(item.envelope);
        if (!stored[i].receipt.empty()) {
            m_receipts.push_back(stored[i].receipt);
            continue;
        }
        if (const auto earlier = receiptsOfThisBatch.find(hash); earlier != receiptsOfThisBatch.end()) {
            m_receipts.push_back(earlier->second);
            continue;
        }
        auto judged = judgeItem(item, m_device, packs);
        if (!judged.reason && stored[i].ownership == Ownership::Others) judged.reason = Quarantine::NotOwner;
        judged.reason = claims.add(item, hash, stored[i], judged.reason);
        head = nextAuditHead(head, hash);
        const auto status = judged.reason ? ReceiptStatus::Quarantined : ReceiptStatus::Received;
        const Receipt receipt{item.interview, item.revision, m_device.id, item.sequence, hash,
                              status,         m_epoch,       head,        formatUtc(now)};
        auto bytes = encodeReceipt(receipt, m_receiptKey);
        m_receipts.push_back(bytes);
        receiptsOfThisBatch.emplace(hash, bytes);
        rows.push_back({item, std::move(judged.header), status, judged.reason, head, std::move(bytes)});
    }
    return rows;
}

BatchReply IntakeMachine::committed() const {
    return {m_epoch, m_receipts};
}

} // namespace peil::protocol
