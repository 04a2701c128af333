// SPDX-License-Identifier: Apache-2.0
#pragma once

// HTTPS to the one server that this tablet belongs to. TLS 1.3 only; no proxy, no redirect, no cookie, no session
// ticket. Not for any other server: nothing but the study's own authority is trusted.

#include "field_error.h"

#include "peil/protocol/sync_machine.h"

#include <QtCore/qobject.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qsslconfiguration.h>

#include <functional>

namespace peil::mobile {

/// Media type of a batch in a box for the server's receipt key (see Outbox).
inline constexpr std::string_view kSealedBatch = "application/x-peil-sealed-batch";

/// The response, or no response.
struct LinkReply {
    bool answered = false;
    protocol::HttpResponse response;
    Error error; ///< WrongServer, WrongClock or NetworkFailed when there is no answer
};

/// Threads: the thread it was made on, which needs an event loop. One request at a time.
class SecureLink : public QObject {
    Q_OBJECT
public:
    /// Before the enrolment: the server is known by the public key in the enrolment code alone.
    SecureLink(QString server, const crypto::Digest& serverPin, QObject* parent);
    /// After it: the server must show a certificate of the study's authority, the tablet shows its own.
    SecureLink(QString server, std::string_view authorityPem, std::string_view certificatePem, std::string_view keyPem,
               QObject* parent);

    /// Calls `done` once, on this thread. A request still under way is given up when the link is destroyed.
    void send(const protocol::SendRequest& request, std::function<void(LinkReply)> done);

    static constexpr std::chrono::milliseconds kTimeout{30'000};
    static constexpr qint64 kMaxReplyBytes = qint64{64} << 20;

private:
    void watch(QNetworkReply* reply);
    [[nodiscard]] LinkReply outcome(QNetworkReply* reply) const;

    QString m_server;
    std::optional<crypto::Digest> m_pin;
    std::optional<FieldErrc> m_refused; ///< why the server's certificate was not accepted
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
};

} // namespace peil::mobile
