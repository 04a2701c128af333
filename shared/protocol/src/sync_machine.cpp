// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/sync_machine.h"

#include <algorithm>

namespace peil::protocol {
namespace {

constexpr std::string_view kJson = "application/json";
constexpr std::string_view kBinary = "application/octet-stream";

SendRequest get(std::string path) {
    return {"GET", std::move(path), {}, {}};
}

bool isBusy(int status) {
    return status == 429 || status == 503;
}

} // namespace

SyncMachine::SyncMachine(SyncIdentity identity)
    : m_identity(std::move(identity)) {}

SyncEffect SyncMachine::askForManifest() {
    auto path = "/v1/manifest?finalised=" + std::to_string(m_identity.finalised);
    if (m_identity.receiptsUpTo > 0) path += "&receipts=" + std::to_string(m_identity.receiptsUpTo);
    if (!m_identity.checkpoint.empty()) path += "&checkpoint=" + toHex(m_identity.checkpoint);
    return send(State::Manifest, get(std::move(path)));
}

SyncEffect SyncMachine::send(State state, SendRequest request) {
    m_state = state;
    m_request = std::move(request);
    return m_request;
}

SyncEffect SyncMachine::finish(SyncOutcome outcome) {
    m_state = State::Idle;
    m_batch.clear();
    return Finish{outcome};
}

// Sends interviews before fetching anything, so that an unusable study pack does not block them. The quotas of the
// first manifest do not include what was just sent, so they are requested again.
SyncEffect SyncMachine::afterSending() {
    if (m_manifest.revoked) return finish(SyncOutcome::Revoked);
    const bool isOther = !m_manifest.packHash.empty() && m_manifest.packHash != m_identity.packHash;
    if (isOther && m_manifest.packVersion.value_or(m_identity.packVersion) < m_identity.packVersion)
        return finish(SyncOutcome::StudyRefused);
    if (isOther) return send(State::Pack, get("/v1/form/" + m_manifest.packHash));
    if (m_sent == 0 || m_refreshing) return finish(SyncOutcome::Complete);
    m_refreshing = true;
    return askForManifest();
}

SyncEffect SyncMachine::loadOutbox() {
    m_state = State::Outbox;
    return LoadOutbox{m_batchLimit, std::min(m_manifest.batchVersion, kBatchVersion)};
}

// Exponential back-off with full jitter: a random time between zero and the bound, so that tablets do not all reconnect
// at the same time.
SyncEffect SyncMachine::retry(SyncOutcome reason, std::optional<std::chrono::seconds> atLeast, Rng& rng) {
    if (++m_failures >= kMaxAttempts) return finish(reason);
    if (m_state == State::Batch) m_batchLimit = std::max<std::size_t>(1, m_batchLimit / 2);
    const std::chrono::milliseconds doubled = kFirstBackoff * (1 << (m_failures - 1)); // kMaxAttempts bounds the shift
    const auto bound = std::min(kLongestBackoff, doubled);
    auto time =
        std::chrono::milliseconds(static_cast<std::int64_t>(rng.nextUnit() * static_cast<double>(bound.count())));
    if (atLeast)
        time =
            std::max<std::chrono::milliseconds>(time, std::min<std::chrono::milliseconds>(*atLeast, kLongestBackoff));
    m_resume = m_state;
    m_state = State::Waiting;
    return Wait{time};
}

SyncEffect SyncMachine::next(const SyncEvent& event, Rng& rng) {
    if (std::holds_alternative<Begin>(event) && m_state == State::Idle) {
        m_failures = 0;
        m_sent = m_total = 0;
        m_refreshing = m_reconciled = false;
        m_batchLimit = kMaxBatchItems;
        return askForManifest();
    }
    const bool talking =
        m_state == State::Manifest || m_state == State::Reconcile || m_state == State::Pack || m_state == State::Batch;
    if (std::holds_alternative<StoreFailed>(event)) return finish(SyncOutcome::StoreFailure);
    if (std::holds_alternative<PackRefused>(event) && m_state == State::StoringPack)
        return finish(SyncOutcome::StudyRefused);
    if (std::holds_alternative<NetworkFailed>(event) && talking) return retry(SyncOutcome::Offline, std::nullopt, rng);
    if (const auto* response = std::get_if<HttpResponse>(&event); response != nullptr && talking)
        return onResponse(*response, rng);
    if (std::holds_alternative<WaitOver>(event) && m_state == State::Waiting) {
        // A smaller batch must be loaded again; anything else is resent unchanged.
        if (m_resume == State::Batch) return loadOutbox();
        return send(m_resume, m_request);
    }
    if (const auto* kept = std::get_if<KeptItems>(&event); kept != nullptr && m_state == State::KeptItems)
        return send(State::Reconcile,
                    {"POST", "/v1/reconcile", std::string(kJson), toBytes(encodeReconcile({kept->items}))});
    if (const auto* items = std::get_if<OutboxItems>(&event); items != nullptr && m_state == State::Outbox)
        return items->items.empty() ? afterSending() : sendBatch(*items);
    if (std::holds_alternative<Done>(event)) return onDone();
    return finish(SyncOutcome::Offline);
}

// A server that does not report versions supports only the first.
SyncEffect SyncMachine::sendBatch(const OutboxItems& items) {
    m_total = m_sent + items.waiting;
    m_batch = items.items;
    const auto version = std::min(m_manifest.batchVersion, kBatchVersion);
    auto body = encodeBatch({m_identity.device, m_batch, version}, m_identity.signing);
    while (!body && m_batch.size() > 1) { // too many bytes for one body
        m_batch.resize(m_batch.size() / 2);
        body = encodeBatch({m_identity.device, m_batch, version}, m_identity.signing);
    }
    if (!body) return finish(SyncOutcome::StoreFailure);
    return send(State::Batch, {"POST", "/v1/batch", std::string(kBinary), std::move(*body)});
}

SyncEffect SyncMachine::onResponse(const HttpResponse& response, Rng& rng) {
    if (isBusy(response.status)) return retry(SyncOutcome::ServerBusy, response.retryAfter, rng);
    if (response.status >= 500) return retry(SyncOutcome::ServerBusy, std::nullopt, rng);
    if (response.status == 413 && m_state == State::Batch && m_batch.size() > 1)
        return retry(SyncOutcome::ServerRefused, std::nullopt, rng);
    if (response.status != 200) return finish(SyncOutcome::ServerRefused);
    switch (m_state) {
    case State::Manifest:
        return onManifest(response, rng);
    case State::Reconcile: {
        auto lacking = decodeLacking(textOf(response.body));
        if (!lacking) return retry(SyncOutcome::ServerRefused, std::nullopt, rng);
        m_failures = 0;
        m_reconciled = true;
        m_refreshing = false; // interviews queued now are sent in this run
        m_taken = std::move(lacking->taken);
        m_state = State::Requeue;
        return RequeueSequences{std::move(lacking->sequences)};
    }
    case State::Pack:
        m_failures = 0;
        m_state = State::StoringPack;
        return StorePack{m_manifest.packHash, response.body};
    default:
        return onBatchReply(response, rng);
    }
}

SyncEffect SyncMachine::onManifest(const HttpResponse& response, Rng& rng) {
    auto manifest = decodeManifest(textOf(response.body));
    if (!manifest) return retry(SyncOutcome::ServerRefused, std::nullopt, rng);
    m_shown.reset();
    if (!manifest->checkpoint.empty()) {
        auto shown = decodeCheckpoint(manifest->checkpoint, m_identity.receiptKey);
        if (!shown) return retry(SyncOutcome::ServerRefused, std::nullopt, rng);
        m_shown = std::move(*shown);
    }
    m_failures = 0;
    m_manifest = std::move(*manifest);
    if (m_manifest.epoch != m_identity.epoch) m_manifest.receiptsUpTo = 0; // a store from a backup restarts its turns
    // A revoked tablet receives nothing, so it does not ask what the server lost; waiting interviews are still sent.
    if (!m_manifest.revoked && !m_reconciled && mustReconcile()) {
        m_state = State::KeptItems;
        return LoadKeptItems{};
    }
    return afterManifest();
}

// The server has a new epoch, or its state differs from this tablet's: one of the two was restored from a copy.
bool SyncMachine::mustReconcile() const {
    if (m_manifest.epoch != m_identity.epoch) return true;
    if (!m_manifest.held) return false;
    const auto& held = *m_manifest.held;
    if (held.highest > m_identity.finalised || held.gaps.size() == kMaxGaps) return true;
    return std::ranges::any_of(m_identity.receipted, [&](auto number) { return held.lacks(number); }) ||
           std::ranges::any_of(m_identity.waiting, [&](auto number) { return !held.lacks(number); });
}

SyncEffect SyncMachine::afterRequeue() {
    const auto highest = m_manifest.held ? m_manifest.held->highest : 0;
    if (highest <= m_identity.finalised && m_taken.empty()) return storeEpoch();
    m_state = State::GoingOn;
    return GoOnBehind{highest, m_taken, m_manifest.held ? m_manifest.held->head : std::nullopt};
}

SyncEffect SyncMachine::storeEpoch() {
    if (m_manifest.epoch == m_identity.epoch) return afterManifest();
    m_state = State::StoringEpoch;
    return StoreEpoch{m_manifest.epoch};
}

// The server signed other bytes under this number than it now shows. A new epoch does not explain that: a restored
// server has lost items, but may not replace them by later ones.
bool SyncMachine::headContradicts() const {
    if (!m_manifest.held || !m_manifest.held->head || !m_identity.newestReceived) return false;
    const auto &theirs = *m_manifest.held->head, &mine = *m_identity.newestReceived;
    return theirs.sequence == mine.sequence && theirs.hash != mine.hash;
}

// Detects a server that lost or changed signed data. The tablet keeps the earlier checkpoint as evidence and continues
// sending: an interview is safer in two places.
SyncEffect SyncMachine::storeManifest() {
    StoreManifest effect{m_manifest};
    effect.manifest.receipts.clear();
    for (const auto& bytes : m_manifest.receipts) {
        auto receipt = decodeReceipt(bytes, m_identity.receiptKey);
        if (receipt && receipt->device == m_identity.device) effect.receipts.push_back({std::move(*receipt), bytes});
    }
    m_identity.receiptsUpTo = m_manifest.receiptsUpTo;
    const auto mine = decodeCheckpoint(m_identity.checkpoint, m_identity.receiptKey);
    if (mine && !m_manifest.revoked)
        effect.verdict = m_shown ? compare(*mine, *m_shown, m_manifest.consistency) : Witness::Contradicts;
    if (headContradicts()) effect.verdict = Witness::Contradicts;
    if (effect.verdict != Witness::Contradicts) effect.checkpoint = m_manifest.checkpoint;
    if (!effect.checkpoint.empty()) m_identity.checkpoint = effect.checkpoint;
    return effect;
}

SyncEffect SyncMachine::afterManifest() {
    m_state = State::StoringManifest;
    return storeManifest();
}

SyncEffect SyncMachine::onBatchReply(const HttpResponse& response, Rng& rng) {
    const auto reply = decodeBatchReply(textOf(response.body));
    if (!reply || reply->receipts.size() != m_batch.size()) return retry(SyncOutcome::ServerRefused, std::nullopt, rng);
    StoreReceipts effect;
    m_newest.reset();
    for (std::size_t i = 0; i < m_batch.size(); ++i) {
        auto receipt = decodeReceipt(reply->receipts[i], m_identity.receiptKey);
        const auto& item = m_batch[i];
        // A receipt counts only for the very bytes that were sent.
        if (!receipt || receipt->interview != item.interview || receipt->revision != item.revision ||
            receipt->envelopeHash != crypto::blake2b(item.envelope))
            return retry(SyncOutcome::ServerRefused, std::nullopt, rng);
        if (receipt->status == ReceiptStatus::Received) m_newest = SealedItem{item.sequence, receipt->envelopeHash};
        effect.receipts.push_back({std::move(*receipt), reply->receipts[i]});
    }
    m_failures = 0;
    m_state = State::StoringReceipts;
    return effect;
}

SyncEffect SyncMachine::onDone() {
    switch (m_state) {
    case State::Requeue:
        return afterRequeue();
    case State::GoingOn:
        m_identity.finalised = std::max(m_identity.finalised, m_manifest.held ? m_manifest.held->highest : 0) +
                               static_cast<std::int64_t>(m_taken.size());
        return storeEpoch();
    case State::StoringEpoch:
        m_identity.epoch = m_manifest.epoch;
        return afterManifest();
    case State::StoringManifest:
        return m_refreshing ? finish(SyncOutcome::Complete) : loadOutbox();
    case State::StoringPack:
        m_identity.packHash = m_manifest.packHash;
        m_identity.packVersion = m_manifest.packVersion.value_or(0);
        return afterSending();
    case State::StoringReceipts:
        for (const auto& item : m_batch) {
            m_identity.waiting.erase(item.sequence);
            m_identity.receipted.insert(item.sequence);
        }
        if (m_newest && (!m_identity.newestReceived || m_identity.newestReceived->sequence < m_newest->sequence))
            m_identity.newestReceived = m_newest;
        m_sent += m_batch.size();
        m_batchLimit = std::min(kMaxBatchItems, m_batchLimit * 2);
        return loadOutbox();
    default:
        return finish(SyncOutcome::Offline);
    }
}

} // namespace peil::protocol
