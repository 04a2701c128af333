// SPDX-License-Identifier: Apache-2.0
#include "secure_link.h"

#include "peil/crypto/x509.h"

#include <QtCore/qdatetime.h>
#include <QtNetwork/qnetworkproxy.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qsslcertificate.h>
#include <QtNetwork/qsslkey.h>

#include <algorithm>

namespace peil::mobile {
namespace {

QByteArray qBytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

QSslConfiguration strictTls() {
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates({});
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    tls.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    return tls;
}

bool hasPin(const QSslCertificate& certificate, const crypto::Digest& pin) {
    const auto pem = certificate.toPem();
    const auto found = crypto::publicKeyPin({pem.constData(), static_cast<std::size_t>(pem.size())});
    return found && *found == pin;
}

/// A certificate of the right authority outside its validity period: probably the tablet's clock is wrong.
bool onlyTimeIsWrong(const QList<QSslError>& errors) {
    return !errors.isEmpty() && std::all_of(errors.begin(), errors.end(), [](const QSslError& error) {
        return error.error() == QSslError::CertificateNotYetValid || error.error() == QSslError::CertificateExpired;
    });
}

std::string refusalOf(FieldErrc code) {
    switch (code) {
    case FieldErrc::WrongServer:
        return " does not have the key that this tablet trusts; nothing was sent.";
    case FieldErrc::WrongClock:
        return " has a certificate that is not valid at " +
               QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString() +
               ", the time on this tablet; correct the date and time, or ask for the server's certificate to be "
               "renewed.";
    default:
        return " cannot be reached; check the network connection and try again.";
    }
}

} // namespace

SecureLink::SecureLink(QString server, const crypto::Digest& serverPin, QObject* parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_pin(serverPin)
    , m_tls(strictTls()) {
    m_network.setProxy(QNetworkProxy::NoProxy);
}

SecureLink::SecureLink(QString server, std::string_view authorityPem, std::string_view certificatePem,
                       std::string_view keyPem, QObject* parent)
    : QObject(parent)
    , m_server(std::move(server))
    , m_tls(strictTls()) {
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_tls.setCaCertificates(QSslCertificate::fromData(qBytes(authorityPem), QSsl::Pem));
    m_tls.setLocalCertificateChain(QSslCertificate::fromData(qBytes(certificatePem), QSsl::Pem));
    m_tls.setPrivateKey(QSslKey(qBytes(keyPem), QSsl::Ec, QSsl::Pem));
}

void SecureLink::send(const protocol::SendRequest& request, std::function<void(LinkReply)> done) {
    QNetworkRequest http{QUrl(m_server + QString::fromStdString(request.path))};
    http.setSslConfiguration(m_tls);
    http.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    http.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    http.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    http.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    http.setRawHeader("Accept-Encoding", "identity");
    http.setRawHeader("User-Agent", "peil-tablet");
    http.setTransferTimeout(static_cast<int>(kTimeout.count()));
    if (!request.contentType.empty()) http.setRawHeader("Content-Type", qBytes(request.contentType));
    m_refused.reset();
    auto* reply = request.method == "GET" ? m_network.get(http) : m_network.post(http, qBytes(textOf(request.body)));
    watch(reply);
    connect(reply, &QNetworkReply::finished, this, [this, reply, done = std::move(done)] {
        auto result = outcome(reply);
        reply->deleteLater();
        done(std::move(result));
    });
}

void SecureLink::watch(QNetworkReply* reply) {
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > kMaxReplyBytes) reply->abort();
    });
    // Without an authority every certificate raises an error here, before a byte of the request has been sent: only
    // the pinned key is let through. With one, nothing is.
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply](const QList<QSslError>& errors) {
        if (m_pin && hasPin(reply->sslConfiguration().peerCertificate(), *m_pin)) {
            reply->ignoreSslErrors();
        } else {
            m_refused = onlyTimeIsWrong(errors) ? FieldErrc::WrongClock : FieldErrc::WrongServer;
        }
    });
}

LinkReply SecureLink::outcome(QNetworkReply* reply) const {
    LinkReply result;
    const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid()) {
        const auto server = m_server.toStdString();
        const auto code = m_refused.value_or(FieldErrc::NetworkFailed);
        result.error = {make_error_code(code), "The server at " + server + refusalOf(code)};
        return result;
    }
    const auto body = reply->readAll();
    result.answered = true;
    result.response.status = status.toInt();
    result.response.body.assign(body.begin(), body.end());
    bool isNumber = false;
    const auto seconds = reply->rawHeader("Retry-After").toInt(&isNumber);
    if (isNumber && seconds >= 0) result.response.retryAfter = std::chrono::seconds(seconds);
    return result;
}

} // namespace peil::mobile
