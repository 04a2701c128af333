// SPDX-License-Identifier: Apache-2.0
#pragma once

// Drives protocol::SyncMachine: carries out its steps over HTTPS, in the store and with a timer, and reports the
// results to it. Sends first what only the outbox has, so that the server knows those numbers before the machine asks.

#include "field_clock.h"
#include "field_study.h"
#include "rescue_run.h"
#include "secure_link.h"
#include "storage_thread.h"

#include <QtCore/qtimer.h>

namespace peil::mobile {

/// Threads: the thread of its parent, which needs an event loop. The store must be open while a run is under way.
class SyncDriver : public QObject {
    Q_OBJECT
public:
    /// @param clock  is compared with what the server says with each manifest, and the store keeps the comparison
    SyncDriver(StorageThread& storage, FieldClock& clock, Rng& rng, QObject* parent);
    /// Begins a run, or does nothing while one is under way. Ends with finished(), incomplete() or failed().
    void begin();
    /// Ends a run at once, e.g. before the store is locked. Nothing is lost: the next run continues.
    void cancel();
    [[nodiscard]] bool running() const { return m_machine.has_value(); }
    /// If a run waits for its next attempt, it continues at once.
    void hurry();

    /// A certificate that ends sooner than this is renewed at the end of a sync.
    static constexpr std::chrono::days kRenewBefore{60};

Q_SIGNALS:
    /// `sent` of `total` interviews are receipted in this run.
    void progress(std::size_t sent, std::size_t total);
    /// The run waits that long for its next attempt.
    void waiting(std::chrono::milliseconds time);
    /// The clock was compared with the server's.
    void clockCompared();
    void finished(peil::protocol::SyncOutcome outcome);
    /// The run went through, but something that only the outbox has was not sent: an error of RescueRun.
    void incomplete(const peil::Error& error);
    /// The run could not start (NotEnrolled), or it ended with an error that the fieldworker can fix: WrongServer,
    /// WrongClock, a storage error, or a rejected study.
    void failed(const peil::Error& error);

private:
    struct Start;
    void load();
    void start(Start start);
    void afterStrays(const std::optional<Error>& unsent);
    void feed(const protocol::SyncEvent& event);
    void act(protocol::SyncEffect effect);
    void renew();
    void end(protocol::SyncOutcome outcome);
    void onStored(const Result<protocol::SyncEvent>& event);
    template <class Job>
    void store(Job job);
    template <class Job>
    void storeBoth(Job job);

    void perform(const protocol::SendRequest& request);
    void perform(const protocol::LoadOutbox& effect);
    void perform(const protocol::LoadKeptItems& effect);
    void perform(const protocol::StoreReceipts& effect);
    void perform(const protocol::RequeueSequences& effect);
    void perform(const protocol::GoOnBehind& effect);
    void perform(const protocol::StoreManifest& effect);
    void perform(const protocol::StoreEpoch& effect);
    void perform(const protocol::StorePack& effect);
    void perform(const protocol::Wait& effect);
    void perform(const protocol::Finish& effect);

    StorageThread* m_storage;
    FieldClock* m_clock;
    Rng* m_rng;
    QTimer m_timer;
    RescueRun m_strays;
    std::optional<protocol::SyncMachine> m_machine;
    std::unique_ptr<SecureLink> m_link;
    std::optional<Error> m_fault;  ///< what the last step failed with
    std::optional<Error> m_unsent; ///< why something in the outbox is not sent
    std::string m_renewalPem; ///< request for a new certificate; empty while the one that is there holds long enough
    crypto::PublicKey m_signer{};
    std::uint64_t m_run = 0; ///< identifies late answers of an earlier run
    bool m_starting = false;
};

} // namespace peil::mobile
