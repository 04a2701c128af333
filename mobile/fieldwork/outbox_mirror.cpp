// SPDX-License-Identifier: Apache-2.0
#include "outbox_mirror.h"

#include "device_settings.h"
#include "field_clock.h"
#include "field_study.h"

#include "peil/crypto/signer_box.h"
#include "peil/storage/error.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace peil::mobile {

Result<protocol::BatchItem> batchItemOf(storage::LocalStore& store, storage::OutboxItem item) {
    PEIL_TRY(const auto previous, store.hashUnder(item.sequence - 1));
    protocol::BatchItem sent{std::move(item.id), item.revision, item.sequence, std::move(item.envelope)};
    sent.kind = std::move(item.kind);
    sent.previous = previous;
    return sent;
}

Result<SealedMessage> messageOf(storage::LocalStore& store, const storage::OutboxItem& item) {
    PEIL_TRY(const auto owner, enrolment(store));
    PEIL_TRY(const auto signing, signingKey(store));
    PEIL_TRY(const auto version, batchVersion(store));
    PEIL_TRY(auto sent, batchItemOf(store, item));
    // Batches of the first version hold interviews only; another kind waits for a server that reads the next one.
    const bool isInterview = sent.kind == storage::kInterviewKind;
    const protocol::Batch batch{
        owner.device, {std::move(sent)}, isInterview ? version : std::max(version, protocol::kInterviewBatches + 1)};
    PEIL_TRY(const auto body, protocol::encodeBatch(batch, signing));
    SealedMessage message{item.id, item.sequence, crypto::blake2b(item.envelope), {}};
    PEIL_TRY(message.box, crypto::boxSealForSigner(body, owner.receiptKey));
    return message;
}

Result<> keepSender(storage::LocalStore& store, Outbox& outbox) {
    PEIL_TRY(auto owner, enrolment(store));
    PEIL_TRY(auto key, tlsKey(store));
    const Sender sender{owner.device,       owner.server,   owner.certificatePem,
                        owner.authorityPem, std::move(key), owner.receiptKey};
    const auto kept = outbox.sender();
    if (kept && *kept && **kept == sender) return {};
    return outbox.putSender(sender);
}

namespace {

Result<> rewrite(storage::LocalStore& store, Outbox& outbox, std::int64_t sequence) {
    PEIL_TRY(const auto item, store.finalisedItem(sequence));
    PEIL_TRY(const auto message, messageOf(store, item));
    return outbox.put(message);
}

} // namespace

Result<> mirrorOutbox(storage::LocalStore& store, Outbox& outbox) {
    if (const auto owner = enrolment(store); !owner) return {};
    PEIL_CHECK(keepSender(store, outbox));
    PEIL_TRY(const auto numbers, store.sealedNumbers());
    PEIL_TRY(const auto entries, outbox.entries());
    for (const auto& number : numbers) {
        PEIL_TRY(const auto hash, store.hashUnder(number.sequence));
        if (!hash) continue;
        const auto kept = std::ranges::find_if(entries, [&](const auto& entry) { return entry.isOf(*hash); });
        const bool isKept = kept != entries.end();
        if (number.state != storage::InterviewState::Finalised) {
            if (isKept && !kept->received) PEIL_CHECK(outbox.putReceipt(*hash, {}));
        } else if (!isKept || kept->sequence != number.sequence) {
            PEIL_CHECK(rewrite(store, outbox, number.sequence));
        } else if (kept->received) {
            PEIL_CHECK(outbox.takeReceiptBack(*hash));
        }
    }
    return {};
}

Result<> rewriteWaiting(storage::LocalStore& store, Outbox& outbox) {
    PEIL_TRY(const auto numbers, store.sealedNumbers());
    for (const auto& number : numbers) {
        if (number.state != storage::InterviewState::Finalised) continue;
        PEIL_CHECK(rewrite(store, outbox, number.sequence));
    }
    return {};
}

namespace {

/// Of everything that is sealed in the store.
Result<std::set<crypto::Digest>> sealedHashes(storage::LocalStore& store) {
    PEIL_TRY(const auto numbers, store.sealedNumbers());
    std::set<crypto::Digest> hashes;
    for (const auto& number : numbers) {
        PEIL_TRY(const auto hash, store.hashUnder(number.sequence));
        if (hash) hashes.insert(*hash);
    }
    return hashes;
}

Result<bool> isDraft(storage::LocalStore& store, const InterviewId& id) {
    const auto interview = store.interview(id);
    if (interview) return interview->state == storage::InterviewState::Draft;
    if (interview.error().code == storage::StorageErrc::NotFound) return false;
    return tl::unexpected<Error>(interview.error());
}

using Leaves = std::function<bool(const protocol::Receipt&)>;

/// Removes messages that the store does not know and whose receipt says that they leave.
Result<> forgetStrays(storage::LocalStore& store, Outbox& outbox, const Leaves& leaves) {
    PEIL_TRY(const auto owner, enrolment(store));
    PEIL_TRY(const auto entries, outbox.entries());
    std::optional<std::set<crypto::Digest>> known; // rarely needed
    for (const auto& entry : entries) {
        if (!entry.received) continue;
        PEIL_TRY(const auto bytes, outbox.receipt(entry));
        const auto receipt = protocol::decodeReceipt(bytes, owner.receiptKey);
        if (!receipt || !entry.isOf(receipt->envelopeHash) || !leaves(*receipt)) continue;
        if (!known) {
            PEIL_TRY(known, sealedHashes(store));
        }
        if (!known->contains(receipt->envelopeHash)) PEIL_CHECK(outbox.forget(receipt->envelopeHash));
    }
    return {};
}

Result<> forget(storage::LocalStore& store, Outbox& outbox, std::span<const std::int64_t> sequences,
                const Leaves& strayLeaves) {
    PEIL_TRY(const auto alarm, textSetting(store, kAlarmSetting));
    if (!alarm.empty()) return {};
    // First here: what the store still knows is only forgotten again.
    for (const auto sequence : sequences) {
        PEIL_TRY(const auto hash, store.hashUnder(sequence));
        if (hash) PEIL_CHECK(outbox.forget(*hash));
    }
    PEIL_CHECK(store.forgetReceived(sequences));
    return forgetStrays(store, outbox, strayLeaves);
}

} // namespace

Result<std::vector<Outbox::Entry>> strays(storage::LocalStore& store, const Outbox& outbox) {
    PEIL_TRY(auto entries, outbox.entries());
    std::erase_if(entries, [](const auto& entry) { return entry.received; });
    if (entries.empty()) return entries;
    PEIL_TRY(const auto known, sealedHashes(store));
    std::vector<Outbox::Entry> found;
    for (auto& entry : entries) {
        if (std::ranges::any_of(known, [&](const auto& hash) { return entry.isOf(hash); })) continue;
        const auto message = outbox.read(entry);
        PEIL_TRY(const bool isUnderWay, message ? isDraft(store, message->interview) : Result<bool>(false));
        if (!isUnderWay) found.push_back(std::move(entry));
    }
    return found;
}

Result<> forgetReceived(storage::LocalStore& store, Outbox& outbox, TimePoint now, std::string_view serverTime) {
    const auto server = parseUtc(serverTime);
    const auto pack = currentPack(store);
    if (!server || !pack) return {};
    const auto limit = std::min(now, *server) - pack->study().keepReceived;
    PEIL_TRY(const auto old, store.receivedBefore(limit));
    return forget(store, outbox, old, [limit](const protocol::Receipt& receipt) {
        const auto at = parseUtc(receipt.at);
        return at && *at < limit;
    });
}

Result<> forgetWithdrawn(storage::LocalStore& store, Outbox& outbox, std::span<const std::int64_t> withdrawn) {
    if (withdrawn.empty()) return {};
    PEIL_TRY(const auto kept, store.sealedNumbers());
    const auto isGone = [withdrawn](std::int64_t sequence) {
        return std::ranges::find(withdrawn, sequence) != withdrawn.end();
    };
    std::vector<std::int64_t> gone;
    for (const auto& one : kept)
        if (one.state != storage::InterviewState::Finalised && isGone(one.sequence)) gone.push_back(one.sequence);
    return forget(store, outbox, gone, [&](const protocol::Receipt& receipt) {
        return receipt.status == protocol::ReceiptStatus::Received && isGone(receipt.sequence);
    });
}

} // namespace peil::mobile
