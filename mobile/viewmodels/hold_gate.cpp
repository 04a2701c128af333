// SPDX-License-Identifier: Apache-2.0
#include "hold_gate.h"

namespace peil::mobile {

HoldGate::HoldGate(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(&clock) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HoldGate::look);
}

void HoldGate::press() {
    if (m_since) return;
    m_since = m_clock->now();
    m_timer.start(kHold);
    Q_EMIT heldChanged();
}

void HoldGate::look() {
    if (!m_since) return;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(kHold - (m_clock->now() - *m_since));
    if (left.count() > 0) return m_timer.start(left);
    cancel();
    Q_EMIT opened();
}

void HoldGate::cancel() {
    if (!m_since) return;
    m_since.reset();
    m_timer.stop();
    Q_EMIT heldChanged();
}

void HoldGate::release() {
    if (!m_since) return;
    if (m_clock->now() - *m_since >= kHold) return look();
    cancel();
}

} // namespace peil::mobile
