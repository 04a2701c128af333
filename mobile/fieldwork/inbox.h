// SPDX-License-Identifier: Apache-2.0
#pragma once

// What another thread has for this one. The lock here hands it over and Qt's event only says that it is there, so that
// a tool which sees this lock and not the inside of Qt (ThreadSanitizer) sees the whole way.

#include <QtCore/qobject.h>

#include <deque>
#include <functional>
#include <mutex>

namespace peil::mobile {

/// Threads: made, used and ended on one thread with an event loop; put() may be called from any.
class Inbox : public QObject {
public:
    /// `work` is called once from the event loop, in the order of put(), and let go there; not when the inbox ends
    /// first.
    void put(std::function<void()> work);

protected:
    bool event(QEvent* event) override;

private:
    std::mutex m_mutex;
    std::deque<std::function<void()>> m_waiting;
};

} // namespace peil::mobile
