// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tablet's side of the sync contract as a state machine without sockets, clock or files (sans-IO): it receives an
// event and returns the next action, which a driver (mobile/sync, or a test) carries out.

#include "peil/protocol/messages.h"

#include <chrono>
#include <set>
#include <variant>

namespace peil::protocol {

// --- events ----------------------------------------------------------------------------------------------------------
struct Begin {}; ///< the fieldworker or the timer requests a sync
struct HttpResponse {
    int status = 0;
    Bytes body;
    std::optional<std::chrono::seconds> retryAfter;
};
struct NetworkFailed {}; ///< no answer: cut off, refused, timed out
struct OutboxItems {
    std::vector<BatchItem> items;
    std::size_t waiting = 0;
}; ///< in order of sequence; waiting = all that wait
struct KeptItems {
    std::vector<SealedItem> items;
};
struct Done {};        ///< the last effect on the store is durable
struct StoreFailed {}; ///< it is not: nothing more may be acknowledged
struct PackRefused {}; ///< the pack is not one that this tablet takes; it keeps the one it has
struct WaitOver {};
using SyncEvent =
    std::variant<Begin, HttpResponse, NetworkFailed, OutboxItems, KeptItems, Done, StoreFailed, PackRefused, WaitOver>;

// --- actions ---------------------------------------------------------------------------------------------------------
struct SendRequest {
    std::string method;
    std::string path;
    std::string contentType;
    Bytes body;
};
struct LoadOutbox {
    std::size_t limit = 0;
    int version = kBatchVersion; ///< of the batches that the server reads: those of version 1 hold interviews only
};
struct LoadKeptItems {};
struct ReceivedReceipt {
    Receipt receipt;
    Bytes bytes;
};
struct StoreReceipts {
    std::vector<ReceivedReceipt> receipts;
};
struct RequeueSequences {
    std::vector<std::int64_t> sequences;
};
/// This tablet was restored from a copy: the next number comes after `highest`, and what is sealed under a number of
/// `taken` gets a new one, in that order.
struct GoOnBehind {
    std::int64_t highest = 0;
    std::vector<std::int64_t> taken;
    std::optional<SealedItem> head = {}; ///< what the server has: the item with the number after it names it
};
struct StoreManifest {
    Manifest manifest;
    Bytes checkpoint = {};                      ///< replaces the previous one; empty = keep the previous one
    std::optional<Witness> verdict = {};        ///< on the server, by checkpoint and head; none without any before
    std::vector<ReceivedReceipt> receipts = {}; ///< replace those of items that were in quarantine
};                                              ///< quotas, alerts, and the epoch once it is reconciled
struct StoreEpoch {
    std::string epoch;
};
struct StorePack {
    std::string hash;
    Bytes pack;
}; ///< the driver checks signature, version and form; a bad pack is answered by PackRefused
struct Wait {
    std::chrono::milliseconds time{};
};
enum class SyncOutcome : std::uint8_t {
    Complete,
    Offline,
    ServerBusy,
    ServerRefused,
    StoreFailure,
    StudyRefused, ///< everything is sent; the study pack offered by the server was rejected
    Revoked
};
struct Finish {
    SyncOutcome outcome{};
};
using SyncEffect = std::variant<SendRequest, LoadOutbox, LoadKeptItems, StoreReceipts, RequeueSequences, GoOnBehind,
                                StoreManifest, StoreEpoch, StorePack, Wait, Finish>;

/// The initial state of the machine, from the store.
struct SyncIdentity {
    DeviceId device;
    crypto::SigningKeyPair signing;
    crypto::PublicKey receiptKey{};
    std::string epoch;    ///< last one reconciled
    std::string packHash; ///< the pack that the tablet has
    std::int64_t packVersion = 0;
    std::int64_t finalised = 0;            ///< last sequence number given: the server's ledger sees what never came
    std::int64_t receiptsUpTo = 0;         ///< turn of the newest such receipts that are kept here
    Bytes checkpoint = {};                 ///< the newest one of the server that is kept here; empty = none
    std::set<std::int64_t> receipted = {}; ///< sealed and kept here, with a receipt
    std::set<std::int64_t> waiting = {};   ///< sealed, without one
    /// Highest number with a receipt that says "received", and the hash in it, also when its copy is gone.
    std::optional<SealedItem> newestReceived = {};
};

/// Threads: one object on one thread.
class SyncMachine {
public:
    explicit SyncMachine(SyncIdentity identity);
    /// The next action. After Finish only Begin is accepted; an event that is not valid in the state ends the sync with
    /// Offline.
    [[nodiscard]] SyncEffect next(const SyncEvent& event, Rng& rng);
    /// For the progress bar: interviews receipted in this run, and the number to send.
    [[nodiscard]] std::size_t sent() const { return m_sent; }
    [[nodiscard]] std::size_t total() const { return m_total; }

    static constexpr std::chrono::milliseconds kFirstBackoff{1000};
    static constexpr std::chrono::milliseconds kLongestBackoff{15 * 60 * 1000};
    static constexpr int kMaxAttempts = 5; ///< failures in a row before the run ends

private:
    enum class State : std::uint8_t {
        Idle,
        Manifest,
        KeptItems,
        Reconcile,
        Requeue,
        GoingOn,
        StoringEpoch,
        StoringManifest,
        Pack,
        StoringPack,
        Outbox,
        Batch,
        StoringReceipts,
        Waiting
    };
    SyncEffect onResponse(const HttpResponse& response, Rng& rng);
    SyncEffect onManifest(const HttpResponse& response, Rng& rng);
    SyncEffect storeManifest();
    [[nodiscard]] bool headContradicts() const;
    SyncEffect sendBatch(const OutboxItems& items);
    SyncEffect onBatchReply(const HttpResponse& response, Rng& rng);
    SyncEffect onDone();
    SyncEffect retry(SyncOutcome reason, std::optional<std::chrono::seconds> atLeast, Rng& rng);
    SyncEffect askForManifest();
    SyncEffect send(State state, SendRequest request);
    SyncEffect finish(SyncOutcome outcome);
    SyncEffect afterManifest();
    [[nodiscard]] bool mustReconcile() const;
    SyncEffect afterRequeue();
    SyncEffect storeEpoch();
    SyncEffect loadOutbox();
    SyncEffect afterSending();

    SyncIdentity m_identity;
    State m_state = State::Idle;
    State m_resume = State::Idle;      ///< state to go back to after a wait
    std::optional<Checkpoint> m_shown; ///< the server's, of the manifest under way
    SendRequest m_request;             ///< the one under way, for repeating
    Manifest m_manifest;
    std::vector<BatchItem> m_batch;     ///< items under way
    std::optional<SealedItem> m_newest; ///< of them, with a receipt that says "received"
    std::size_t m_batchLimit = kMaxBatchItems;
    std::size_t m_sent = 0, m_total = 0;
    int m_failures = 0;
    bool m_refreshing = false;         ///< everything is sent; only the quotas are requested again
    bool m_reconciled = false;         ///< once per run, so that a server cannot keep the tablet sending
    std::vector<std::int64_t> m_taken; ///< numbers that the server has given to other bytes
};

} // namespace peil::protocol
