// SPDX-License-Identifier: Apache-2.0
#pragma once

// Automatic lock: after a period without touches, including time in which the tablet slept, and when the app leaves the
// screen.

#include "app_controller.h"

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>

namespace peil::mobile {

/// Threads: GUI.
class AutoLock : public QObject {
    Q_OBJECT
public:
    /// @param boot  keeps running while the tablet sleeps; borrowed, as `app` is.
    AutoLock(AppController& app, const Clock& boot);

    /// Someone touched the tablet. @return false when that was too late: the app is locked, and the touch must do
    /// nothing.
    [[nodiscard]] bool touched();
    void check(); ///< locks when no one has touched it for kAfter
    void follow(Qt::ApplicationState state);
    void follow(Qt::WindowStates states);
    void disable() { m_enabled = false; }

    static constexpr std::chrono::minutes kAfter{5};

private:
    [[nodiscard]] bool isLate() const;
    void lock();

    AppController& m_app;
    const Clock& m_boot;
    TimePoint m_touched;
    QTimer m_timer;
    bool m_enabled = true;
};

} // namespace peil::mobile
