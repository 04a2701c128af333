// SPDX-License-Identifier: Apache-2.0
#include "rescue_controller.h"

#include "messages.h"

namespace peil::mobile {

RescueController::RescueController(StorageThread& storage, QObject* parent)
    : QObject(parent)
    , m_storage(&storage)
    , m_run(storage, this) {
    connect(&m_run, &RescueRun::progress, this, [this](std::size_t sent, std::size_t total) {
        m_sent = static_cast<int>(sent);
        m_waiting = static_cast<int>(total - sent);
        Q_EMIT changed();
    });
    connect(&m_run, &RescueRun::finished, this, [this] {
        Q_EMIT changed();
        Q_EMIT ended();
    });
    connect(&m_run, &RescueRun::failed, this, [this](const Error& error) {
        m_problem = Messages::of(error);
        Q_EMIT changed();
        Q_EMIT ended();
    });
}

void RescueController::refresh() {
    m_storage->run([](Vault& vault) { return vault.outbox().waiting(); })
        .then(this, [this](const Result<std::size_t>& waiting) {
            m_waiting = waiting ? static_cast<int>(*waiting) : 0;
            Q_EMIT changed();
        });
}

void RescueController::send() {
    m_problem.clear();
    m_run.begin();
    Q_EMIT changed();
}

QString RescueController::message() const {
    if (running()) return tr("Sending…");
    if (m_waiting > 0)
        return tr("%n finished interview(s) on this tablet have not been sent yet. You can send them without the "
                  "passphrase if there is a network.",
                  "", m_waiting);
    return m_sent > 0 ? tr("All finished interviews have arrived at the study office.") : QString();
}

} // namespace peil::mobile
