// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sends what is in the outbox of a tablet that no one can unlock, or of a copy of its folder. Needs no passphrase: each
// message was signed when the interview was sealed, and only the server can open it.

#include "secure_link.h"
#include "storage_thread.h"

namespace peil::mobile {

/// Threads: the thread of its parent, which needs an event loop.
class RescueRun : public QObject {
    Q_OBJECT
public:
    RescueRun(StorageThread& storage, QObject* parent);
    /// Sends every message that has no receipt, one after the other. Ends with finished() or failed(); nothing while a
    /// run is under way. What was sent twice counts once: the server answers with the same receipt.
    void begin();
    [[nodiscard]] bool running() const { return m_running; }

Q_SIGNALS:
    void progress(std::size_t sent, std::size_t total);
    void finished(std::size_t sent);
    /// NothingToRescue (there is no outbox with a sender), BadOutbox, WrongServer, NetworkFailed, RescueRefused, or the
    /// error of a file. What was sent before it has its receipt.
    void failed(const peil::Error& error);

private:
    struct Work;
    void sendNext();
    void onReply(const LinkReply& reply);
    void end(const std::optional<Error>& error);

    StorageThread* m_storage;
    std::shared_ptr<Work> m_work;
    std::unique_ptr<SecureLink> m_link;
    bool m_running = false;
};

} // namespace peil::mobile
