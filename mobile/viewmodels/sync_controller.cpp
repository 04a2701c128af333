// SPDX-License-Identifier: Apache-2.0
#include "sync_controller.h"

#include "messages.h"

namespace peil::mobile {

SyncController::SyncController(StorageThread& storage, FieldClock& clock, Rng& rng, QObject* parent)
    : QObject(parent)
    , m_driver(storage, clock, rng, this) {
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &SyncController::start);
    connect(&m_driver, &SyncDriver::progress, this, [this](std::size_t sent, std::size_t total) {
        m_sent = static_cast<int>(sent);
        m_total = static_cast<int>(total);
        set(Running);
    });
    connect(&m_driver, &SyncDriver::waiting, this, [this](std::chrono::milliseconds time) {
        m_secondsToWait = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time).count());
        set(Waiting);
    });
    connect(&m_driver, &SyncDriver::finished, this, [this](protocol::SyncOutcome outcome) {
        m_outcome = outcome;
        set(outcome == protocol::SyncOutcome::Complete ? Done : Problem);
        Q_EMIT ended(outcome == protocol::SyncOutcome::Revoked);
    });
    const auto fail = [this](const Error& error) {
        m_outcome.reset();
        m_problem = Messages::of(error);
        set(Problem);
    };
    connect(&m_driver, &SyncDriver::failed, this, fail);
    connect(&m_driver, &SyncDriver::incomplete, this, [this, fail](const Error& error) {
        fail(error);
        Q_EMIT ended(false);
    });
}

void SyncController::start() {
    m_timer.start();
    if (m_driver.running()) return m_driver.hurry();
    m_sent = 0;
    m_total = static_cast<int>(m_ledger.waitingItems);
    m_outcome.reset();
    set(Running);
    m_driver.begin();
}

void SyncController::networkReturned() {
    if (m_ledger.waitingItems > 0) start(); // a locked tablet has no ledger
}

void SyncController::stop() {
    m_timer.stop();
    m_driver.cancel();
    m_ledger = {};
    m_alerts.clear();
    set(Idle);
}

void SyncController::setLedger(const storage::Ledger& ledger, const QString& lastSync, const QStringList& alerts) {
    m_ledger = ledger;
    m_lastSync = lastSync;
    m_alerts = alerts;
    if (!m_timer.isActive()) m_timer.start();
    Q_EMIT changed();
}

void SyncController::set(State state) {
    m_state = state;
    Q_EMIT changed();
}

QString SyncController::message() const {
    switch (m_state) {
    case Idle:
        if (waiting() > 0) return tr("%n interview(s) waiting to be sent.", "", waiting());
        return m_ledger.waitingItems == 0 ? tr("All finished interviews have been sent.")
                                          : tr("All interviews have been sent. Other records are waiting.");
    case Running:
        return tr("Sending. You can continue working.");
    case Waiting:
        return tr("The server does not respond. Trying again in %n second(s).", "", m_secondsToWait);
    case Done:
        return tr("All finished interviews have arrived at the study office.");
    case Problem:
        break;
    }
    const auto outcome = Messages::of(m_outcome.value_or(protocol::SyncOutcome::Complete));
    return outcome.isEmpty() ? m_problem : outcome;
}

} // namespace peil::mobile
