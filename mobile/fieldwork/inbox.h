// SPDX-License-Identifier: Apache-2.0
#pragma once

// A mailbox between threads. This lock transfers the data and Qt's event only notifies, so that ThreadSanitizer, which
// does not see inside Qt, sees the whole transfer.

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
