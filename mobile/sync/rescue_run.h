// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sends what is in the outbox: of a tablet that no one can unlock, of a copy of its folder, or what the store of a
// tablet does not know. Needs no passphrase: each message was signed when the interview was sealed, and only the server
// can open it.

#include "secure_link.h"
#include "storage_thread.h"

namespace peil::mobile {

/// Threads: the thread of its parent, which needs an event loop.
class RescueRun : public QObject {
    Q_OBJECT
public:
    RescueRun(StorageThread& storage, QObject* parent);
    enum class Messages {
        All,    ///< that have no receipt; the store may be locked
        Strays, ///< those of them that the open store will not send (outbox_mirror.h)
    };
    /// Sends them one after the other. Ends with finished() or failed(); nothing while a run is under way. What was
    /// sent twice counts once: the server answers with the same receipt.
    void begin(Messages messages = Messages::All);
    /// Ends a run at once, without a signal. The next one continues.
    void cancel();
    [[nodiscard]] bool running() const { return m_running; }

Q_SIGNALS:
    void progress(std::size_t sent, std::size_t total);
    void finished(std::size_t sent);
    /// NothingToRescue (there is no outbox with a sender), Locked (Strays need the store), BadOutbox, WrongServer,
    /// NetworkFailed, RescueRefused, or the error of a file. What was sent has its receipt. A message that is damaged
    /// or refused stops no other; the first such error comes at the end.
    void failed(const peil::Error& error);

private:
    struct Work;
    void sendNext();
    void skip(const Error& error);
    void onReply(const LinkReply& reply);
    void end(const std::optional<Error>& error);

    StorageThread* m_storage;
    std::shared_ptr<Work> m_work;
    std::unique_ptr<SecureLink> m_link;
    std::uint64_t m_run = 0; ///< identifies late answers of an earlier run
    bool m_running = false;
};

} // namespace peil::mobile
