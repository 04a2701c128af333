// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync_driver.h"

#include <QtQml/qqmlregistration.h>

namespace peil::mobile {

/// Sending, and the ledger that anyone can read: finalised, received, still here.
class SyncController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the AppController.")
    Q_PROPERTY(State state READ state NOTIFY changed FINAL)
    Q_PROPERTY(int sent READ sent NOTIFY changed FINAL)
    Q_PROPERTY(int total READ total NOTIFY changed FINAL)
    Q_PROPERTY(QString message READ message NOTIFY changed FINAL)
    Q_PROPERTY(int drafts READ drafts NOTIFY changed FINAL)
    Q_PROPERTY(int finalised READ finalised NOTIFY changed FINAL)
    Q_PROPERTY(int received READ received NOTIFY changed FINAL)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed FINAL)
    Q_PROPERTY(QString lastSync READ lastSync NOTIFY changed FINAL)
    Q_PROPERTY(QStringList alerts READ alerts NOTIFY changed FINAL)
public:
    enum State { Idle, Running, Waiting, Done, Problem };
    Q_ENUM(State)
    SyncController(StorageThread& storage, FieldClock& clock, Rng& rng, QObject* parent);

    /// Starts a run, or continues a waiting run at once.
    Q_INVOKABLE void start();
    /// Sends what is waiting, if the store is open.
    void networkReturned();
    /// Before the store is locked.
    void stop();
    void setLedger(const storage::Ledger& ledger, const QString& lastSync, const QStringList& alerts);
    [[nodiscard]] SyncDriver& driver() { return m_driver; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] int sent() const { return m_sent; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] QString message() const;
    [[nodiscard]] int drafts() const { return static_cast<int>(m_ledger.drafts); }
    [[nodiscard]] int finalised() const { return static_cast<int>(m_ledger.finalised); }
    [[nodiscard]] int received() const { return static_cast<int>(m_ledger.received); }
    [[nodiscard]] int waiting() const { return static_cast<int>(m_ledger.waiting); }
    [[nodiscard]] QString lastSync() const { return m_lastSync; }
    [[nodiscard]] QStringList alerts() const { return m_alerts; }

    static constexpr std::chrono::minutes kInterval{15};

Q_SIGNALS:
    void changed();
    /// A run ended: what the store holds has changed.
    void ended(bool revoked);

private:
    void set(State state);

    SyncDriver m_driver;
    QTimer m_timer;
    storage::Ledger m_ledger;
    QString m_lastSync, m_problem;
    QStringList m_alerts;
    std::optional<protocol::SyncOutcome> m_outcome;
    State m_state = Idle;
    int m_sent = 0, m_total = 0, m_secondsToWait = 0;
};

} // namespace peil::mobile
