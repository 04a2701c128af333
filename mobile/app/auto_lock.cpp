// SPDX-License-Identifier: Apache-2.0
#include "auto_lock.h"

namespace peil::mobile {
namespace {

/// A timer does not run while the tablet sleeps; this one looks at a clock that does.
constexpr std::chrono::seconds kLookEvery{10};

} // namespace

AutoLock::AutoLock(AppController& app, const Clock& boot)
    : m_app(app)
    , m_boot(boot)
    , m_touched(boot.now()) {
    m_timer.setInterval(kLookEvery);
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::check);
    m_timer.start();
    connect(&app, &AppController::unlockedChanged, this, [this] { m_touched = m_boot.now(); });
}

bool AutoLock::touched() {
    check();
    const bool late = isLate();
    m_touched = m_boot.now();
    return !late;
}

void AutoLock::check() {
    if (isLate()) lock();
}

void AutoLock::follow(Qt::ApplicationState state) {
    // Inactive is no reason: a notification or the keyboard of the system may have the focus.
    if (state == Qt::ApplicationHidden || state == Qt::ApplicationSuspended) lock();
}

void AutoLock::follow(Qt::WindowStates states) {
    if (states.testFlag(Qt::WindowMinimized)) lock();
}

bool AutoLock::isLate() const {
    return m_boot.now() - m_touched >= kAfter;
}

void AutoLock::lock() {
    if (m_enabled && m_app.isUnlocked()) m_app.lock();
}

} // namespace peil::mobile
