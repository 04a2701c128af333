// SPDX-License-Identifier: Apache-2.0
#include "enrolment_run.h"

#include "peil/crypto/x509.h"

namespace peil::mobile {

struct EnrolmentRun::Attempt {
    protocol::EnrolmentCode code;
    crypto::SigningKeyPair signing;
    crypto::RequestAndKey tls;
    Enrolment enrolment;
    std::string epoch;
};

namespace {

Result<crypto::PublicKey> signerKey(const protocol::EnrolmentCode& code) {
    const auto bytes = fromHex(code.signerKeyHex);
    crypto::PublicKey key{};
    if (!bytes || bytes->size() != key.size())
        return fail(protocol::ProtocolErrc::BadEnrolmentCode,
                    "The enrolment code is damaged; ask the study office to show it again.");
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return key;
}

std::string refusal(int status) {
    if (status == 403 || status == 401 || status == 404 || status == 410)
        return "The server does not accept this enrolment code: it works once and for ten minutes; ask the study "
               "office for a new one.";
    return "The server could not enrol this tablet (HTTP " + std::to_string(status) + "); try again in a minute.";
}

} // namespace

EnrolmentRun::EnrolmentRun(StorageThread& storage, Rng& rng, QObject* parent)
    : QObject(parent)
    , m_storage(&storage)
    , m_rng(&rng) {}

void EnrolmentRun::begin(std::string_view text) {
    auto code = protocol::decodeEnrolmentCode(text);
    if (!code) return Q_EMIT failed(code.error());
    const auto signer = signerKey(*code);
    if (!signer) return Q_EMIT failed(signer.error());
    auto signing = crypto::makeSigningKeyPair(*m_rng);
    auto tls = crypto::makeCertificateRequest("peil-tablet");
    if (!tls) return Q_EMIT failed(tls.error());

    protocol::EnrolRequest message;
    message.secretId = protocol::secretIdOf(code->secret);
    message.publicKey = signing.publicKey;
    message.requestPem = tls->requestPem;
    message.proof = protocol::enrolmentProof(code->secret, signing.publicKey, tls->requestPem);
    Enrolment enrolment;
    enrolment.server = code->server;
    enrolment.signerKey = *signer;
    m_link = new SecureLink(QString::fromStdString(code->server), code->serverPin, this);
    m_attempt = std::make_shared<Attempt>(
        Attempt{std::move(*code), std::move(signing), std::move(*tls), std::move(enrolment), {}});
    m_link->send({"POST", "/v1/enrol", "application/json", toBytes(protocol::encodeEnrolRequest(message))},
                 [this](const LinkReply& reply) { onReply(reply); });
}

Result<> EnrolmentRun::accept(const LinkReply& reply) {
    if (!reply.answered) return tl::unexpected<Error>(reply.error);
    if (reply.response.status != 200) return fail(FieldErrc::ServerRefused, refusal(reply.response.status));
    PEIL_TRY(const auto message, protocol::decodeEnrolReply(textOf(reply.response.body)));
    PEIL_TRY(const auto authorityPin, crypto::publicKeyPin(message.authorityPem));
    if (authorityPin != m_attempt->code.authorityPin)
        return fail(FieldErrc::WrongServer,
                    "The server named another authority than the enrolment code does; nothing was kept.");
    auto& enrolment = m_attempt->enrolment;
    enrolment.device = message.device;
    enrolment.cityCode = message.cityCode;
    enrolment.certificatePem = message.certificatePem;
    enrolment.authorityPem = message.authorityPem;
    enrolment.receiptKey = message.receiptKey;
    m_attempt->epoch = message.epoch;
    return {};
}

void EnrolmentRun::onReply(const LinkReply& reply) {
    m_link->deleteLater();
    m_link = nullptr;
    if (const auto accepted = accept(reply); !accepted) {
        m_attempt.reset();
        return Q_EMIT failed(accepted.error());
    }
    m_storage
        ->withStore([attempt = m_attempt](storage::LocalStore& store) {
            return putEnrolment(store, attempt->enrolment, attempt->signing, attempt->tls.privateKeyPem,
                                attempt->epoch);
        })
        .then(this, [this](const Result<>& stored) {
            const auto attempt = std::move(m_attempt);
            if (!stored) return Q_EMIT failed(stored.error());
            Q_EMIT finished(attempt->enrolment);
        });
}

} // namespace peil::mobile
