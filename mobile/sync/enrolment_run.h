// SPDX-License-Identifier: Apache-2.0
#pragma once

// Enrolment with a code from the study office: creates the keys, proves the secret, stores the server's response.

#include "device_settings.h"
#include "secure_link.h"
#include "storage_thread.h"

namespace peil::mobile {

/// Threads: the thread of its parent, which needs an event loop.
class EnrolmentRun : public QObject {
    Q_OBJECT
public:
    EnrolmentRun(StorageThread& storage, Rng& rng, QObject* parent);
    /// Emits finished() or failed() once; the store must be open. A tablet that this server has enrolled before
    /// stays the tablet that it was, with its keys and numbers. Another server gets it only before it has finished an
    /// interview.
    void begin(std::string_view code);

Q_SIGNALS:
    void finished(const peil::mobile::Enrolment& enrolment);
    /// BadEnrolmentCode, AlreadyEnrolled, WrongServer, NetworkFailed, ServerRefused, or a storage error. The tablet is
    /// then what it was.
    void failed(const peil::Error& error);

private:
    struct Attempt;
    void ask();
    void onReply(const LinkReply& reply);
    [[nodiscard]] Result<> accept(const LinkReply& reply);

    StorageThread* m_storage;
    Rng* m_rng;
    std::shared_ptr<Attempt> m_attempt;
    SecureLink* m_link = nullptr;
};

} // namespace peil::mobile
