// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/intake_machine.h"

#include <algorithm>
#include <limits>
#include <map>
#include <ranges>
#include <tuple>

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
    using Revision = std::tuple<std::string, std::string, int>; ///< kind, id, revision
    std::map<Revision, crypto::Digest> interviews;
    std::map<Revision, ReceivedRevision> received;
    std::map<std::int64_t, crypto::Digest> sequences;
    struct Link {
        crypto::Digest hash;
        std::optional<crypto::Digest> previous;
    };
    std::multimap<std::int64_t, Link> links; ///< by number
    struct Answered {
        const BatchItem* item;
        crypto::Digest hash;
        bool isBadlySigned;
        Bytes receipt;
    };
    std::vector<Answered> answered;

    static Revision revisionOf(const BatchItem& item) { return {item.kind, item.interview.text(), item.revision}; }

    /// The receipt of the same item earlier in the batch; null for a new one. After a bad signature the same bytes are
    /// the same item only with that signature.
    [[nodiscard]] const Bytes* receiptOf(const BatchItem& item, const crypto::Digest& hash) const {
        const auto isSame = [&](const Answered& one) {
            return one.hash == hash && one.item->sequence == item.sequence &&
                   revisionOf(*one.item) == revisionOf(item) &&
                   (!one.isBadlySigned || one.item->signature == item.signature);
        };
        const auto found = std::ranges::find_if(answered, isSame);
        return found == answered.end() ? nullptr : &found->receipt;
    }

    /// What was received as the revision of `item`, before the batch or in it; null while nothing was.
    [[nodiscard]] const ReceivedRevision* receivedAs(const BatchItem& item, const StoredItem& stored) const {
        if (stored.received) return &*stored.received;
        const auto found = received.find(revisionOf(item));
        return found == received.end() ? nullptr : &found->second;
    }

    /// Takes the keys of an item whose other verdict is `reason`. @return its verdict.
    std::optional<Quarantine> add(const BatchItem& item, const crypto::Digest& hash, const StoredItem& stored,
                                  std::optional<Quarantine> reason) {
        if (reason && !holdsNumber(*reason)) return reason;
        // What was received cannot be received again, also not as the same bytes under another number.
        const bool interviewTaken =
            clashes(interviews, revisionOf(item), hash, stored.byInterview) || receivedAs(item, stored) != nullptr;
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

IntakeMachine::IntakeMachine(DeviceId device, const crypto::PublicKey& deviceKey, crypto::SigningKeyPair receiptKey,
                             std::string epoch)
    : m_device(std::move(device))
    , m_deviceKey(deviceKey)
    , m_receiptKey(std::move(receiptKey))
    , m_epoch(std::move(epoch)) {}

Result<std::vector<BatchItem>> IntakeMachine::begin(ByteView body) {
    PEIL_TRY(auto batch, decodeBatch(body, m_deviceKey));
    if (batch.device != m_device)
        return fail(ProtocolErrc::BadBatch, "The batch names a different tablet than the certificate.");
    m_items = std::move(batch.items);
    return m_items;
}

std::vector<IntakeRow> IntakeMachine::decide(const KnownDevice& device, const std::vector<StoredItem>& stored,
                                             std::span<const PackFacts> packs, const crypto::Digest& auditHead,
                                             TimePoint now) {
    std::vector<IntakeRow> rows;
    Claims claims;
    auto head = auditHead;
    m_receipts.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const auto& item = m_items[i];
        const auto hash = crypto::blake2b(item.envelope);
        const auto* earlier = stored[i].receipt.empty() ? claims.receiptOf(item, hash) : &stored[i].receipt;
        if (earlier != nullptr) {
            m_receipts.push_back(*earlier);
            continue;
        }
        auto judged = judgeItem(item, device, packs);
        if (!judged.reason && stored[i].ownership == Ownership::Others) judged.reason = Quarantine::NotOwner;
        judged.reason = claims.add(item, hash, stored[i], judged.reason);
        head = nextAuditHead(head, hash);
        const auto status = judged.reason ? ReceiptStatus::Quarantined : ReceiptStatus::Received;
        const Receipt receipt{item.interview, item.revision, m_device, item.sequence, hash,
                              status,         m_epoch,       head,     formatUtc(now)};
        auto bytes = encodeReceipt(receipt, m_receiptKey);
        // The bytes were received, under another number: their tablet learns that, and not that they are in quarantine.
        const auto* received = claims.receivedAs(item, stored[i]);
        const bool isAgain = judged.reason == Quarantine::Conflict && received != nullptr && received->hash == hash;
        m_receipts.push_back(isAgain ? received->receipt : bytes);
        if (!judged.reason) claims.received.emplace(Claims::revisionOf(item), ReceivedRevision{hash, bytes});
        claims.answered.push_back({&item, hash, judged.reason == Quarantine::BadSignature, m_receipts.back()});
        rows.push_back({item, std::move(judged.header), status, judged.reason, head, std::move(bytes)});
    }
    return rows;
}

BatchReply IntakeMachine::committed() const {
    return {m_epoch, m_receipts};
}

} // namespace peil::protocol
