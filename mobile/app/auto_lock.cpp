// SPDX-License-Identifier: Apache-2.0
#include "auto_lock.h"

namespace peil::mobile {
namespace {

/// A timer does not run while the tablet sleeps; this one looks at a clock that does.
constexpr std::chrono::seconds kLookEvery{10};
constexpr std::chrono::seconds kCountEvery{1};

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
    const bool wasOpen = m_app.isUnlocked(); // on the lock page every key counts
    check();
    const bool free = left().count() > 0 && m_app.secondsToLock() == 0;
    m_touched = m_boot.now();
    check();
    return free || !wasOpen;
}

void AutoLock::check() {
    if (!m_enabled) return;
    const auto time = left();
    if (time.count() <= 0) lock();
    const bool warn = m_app.isUnlocked() && time <= kWarning;
    m_app.setSecondsToLock(warn ? static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time).count()) : 0);
    m_timer.setInterval(time <= kWarning + kLookEvery ? kCountEvery : kLookEvery);
}

void AutoLock::follow(Qt::ApplicationState state) {
    // Inactive is no reason: a notification or the keyboard of the system may have the focus.
    if (state == Qt::ApplicationHidden || state == Qt::ApplicationSuspended) lock();
}

void AutoLock::follow(Qt::WindowStates states) {
    if (states.testFlag(Qt::WindowMinimized)) lock();
}

std::chrono::milliseconds AutoLock::left() const {
    return m_app.lockAfter() - (m_boot.now() - m_touched);
}

void AutoLock::lock() {
    if (m_enabled && m_app.isUnlocked()) m_app.lock();
}

} // namespace peil::mobile
