// SPDX-License-Identifier: Apache-2.0
#pragma once

// Automatic lock: after a period without touches, including time in which the tablet slept, and when the app leaves the
// screen. The study sets the period; the app warns before it ends.

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

    /// Someone touched the tablet. @return false when the touch must do nothing else: it was too late and the app is
    /// locked, or it answered the warning.
    [[nodiscard]] bool touched();
    void check(); ///< warns, or locks
    void follow(Qt::ApplicationState state);
    void follow(Qt::WindowStates states);
    void disable() { m_enabled = false; }

    static constexpr std::chrono::seconds kWarning{30};

private:
    [[nodiscard]] std::chrono::milliseconds left() const;
    void lock();

    AppController& m_app;
    const Clock& m_boot;
    TimePoint m_touched;
    QTimer m_timer;
    bool m_enabled = true;
};

} // namespace peil::mobile
