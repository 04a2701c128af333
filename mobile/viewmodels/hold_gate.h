// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/clock.h"

#include <QtCore/qobject.h>
#include <QtCore/qtimer.h>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace peil::mobile {

/// What cannot be undone happens when a button was held for long enough: never by a tap, or by many.
class HoldGate : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the AppController.")
    Q_PROPERTY(bool held READ isHeld NOTIFY heldChanged FINAL)
    /// In milliseconds.
    Q_PROPERTY(int duration READ duration CONSTANT FINAL)
public:
    explicit HoldGate(const Clock& clock, QObject* parent);

    Q_INVOKABLE void press();
    /// The finger, or the key, is off the button.
    Q_INVOKABLE void release();
    /// The button is gone.
    Q_INVOKABLE void cancel();

    [[nodiscard]] bool isHeld() const { return m_since.has_value(); }
    [[nodiscard]] static int duration() { return static_cast<int>(kHold.count()); }
    static constexpr auto kHold = std::chrono::milliseconds(1000);

Q_SIGNALS:
    void heldChanged();
    /// Held for `duration`; once for each time that it is pressed.
    void opened();

private:
    void look();

    const Clock* m_clock;
    QTimer m_timer;
    std::optional<TimePoint> m_since;
};

} // namespace peil::mobile
