// SPDX-License-Identifier: Apache-2.0
#include "enrolment_run.h"

#include "outbox_mirror.h"

#include "peil/crypto/x509.h"

namespace peil::mobile {
namespace {

Result<crypto::PublicKey> signerKey(const protocol::EnrolmentCode& code) {
    const auto bytes = fromHex(code.signerKeyHex);
    crypto::PublicKey key{};
    if (!bytes || bytes->size() != key.size())
        return fail(protocol::ProtocolErrc::BadEnrolmentCode,
                    "The enrolment code is incomplete or mistyped; ask the study office to show it again.");
    std::copy(bytes->begin(), bytes->end(), key.begin());
    return key;
}

/// Finished interviews are signed and numbered by their tablet, so its identity cannot change once there is one. A
/// store that was restored from a copy may not know those that the outbox has; the sender beside them can send them.
Result<> mayBecome(storage::LocalStore& store, const Outbox& outbox, const DeviceId& device) {
    const auto owner = enrolment(store);
    if (owner && owner->device == device) return {};
    PEIL_TRY(const auto ledger, store.ledger());
    PEIL_TRY(const auto unsent, outbox.waiting());
    if (unsent == 0 && (!owner || ledger.finalised == 0)) return {};
    return fail(FieldErrc::AlreadyEnrolled, "This tablet has finished interviews as " +
                                                (owner ? owner->device.text() : "another tablet") +
                                                ", so it cannot change its identity. Nothing was changed.");
}

std::string refusal(int status) {
    if (status == 403 || status == 401 || status == 404 || status == 410)
        return "The server does not accept this enrolment code: it works once and for ten minutes; ask the study "
               "office for a new one.";
    return "The server could not enrol this tablet (HTTP " + std::to_string(status) + "); try again in a minute.";
}

} // namespace

struct EnrolmentRun::Attempt {
    protocol::EnrolmentCode code;
    crypto::SigningKeyPair signing;
    crypto::RequestAndKey tls;
    Enrolment enrolment;
    std::string epoch;
    std::string earlierCertificatePem;

    /// Keys: the tablet's own where the same server has enrolled it before, so that it stays the tablet that it was.
    Result<> prepare(storage::LocalStore& store, const Outbox& outbox) {
        const auto owner = mobile::enrolment(store);
        if (!owner && owner.error().code != make_error_code(FieldErrc::NotEnrolled))
            return tl::unexpected<Error>(owner.error());
        const auto known = owner ? crypto::publicKeyPin(owner->authorityPem) : Result<crypto::Digest>();
        if (owner && known && *known == code.authorityPin) {
            PEIL_TRY(signing, signingKey(store));
            PEIL_TRY(const auto key, tlsKey(store));
            PEIL_TRY(tls, crypto::makeCertificateRequest("peil-tablet", key));
            earlierCertificatePem = owner->certificatePem;
            return {};
        }
        PEIL_CHECK(mayBecome(store, outbox, DeviceId()));
        // Stored before they are sent: if the answer is lost, the next attempt uses the same keys.
        const bool begunBefore = !owner && signingKey(store);
        if (begunBefore) {
            PEIL_TRY(signing, signingKey(store));
            PEIL_TRY(const auto key, tlsKey(store));
            PEIL_TRY(tls, crypto::makeCertificateRequest("peil-tablet", key));
            return {};
        }
        PEIL_TRY(tls, crypto::makeCertificateRequest("peil-tablet"));
        return owner ? Result<>() : putKeys(store, signing, tls.privateKeyPem);
    }
};

EnrolmentRun::EnrolmentRun(StorageThread& storage, Rng& rng, QObject* parent)
    : QObject(parent)
    , m_storage(&storage)
    , m_rng(&rng) {}

void EnrolmentRun::begin(std::string_view text) {
    auto code = protocol::decodeEnrolmentCode(text);
    if (!code) return Q_EMIT failed(code.error());
    const auto signer = signerKey(*code);
    if (!signer) return Q_EMIT failed(signer.error());
    m_attempt =
        std::make_shared<Attempt>(Attempt{std::move(*code), crypto::makeSigningKeyPair(*m_rng), {}, {}, {}, {}});
    m_attempt->enrolment.server = m_attempt->code.server;
    m_attempt->enrolment.signerKey = *signer;
    m_storage
        ->withOutbox([attempt = m_attempt](storage::LocalStore& store, Outbox& outbox) {
            return attempt->prepare(store, outbox);
        })
        .then(this, [this](const Result<>& prepared) {
            if (prepared) return ask();
            m_attempt.reset();
            Q_EMIT failed(prepared.error());
        });
}

void EnrolmentRun::ask() {
    const auto& attempt = *m_attempt;
    protocol::EnrolRequest message;
    message.secretId = protocol::secretIdOf(attempt.code.secret);
    message.publicKey = attempt.signing.publicKey;
    message.requestPem = attempt.tls.requestPem;
    message.earlierCertificatePem = attempt.earlierCertificatePem;
    message.proof = protocol::enrolmentProof(attempt.code.secret, message.publicKey, message.requestPem);
    m_link = new SecureLink(QString::fromStdString(attempt.code.server), attempt.code.serverPin, this);
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
                    "The server named a different certificate authority than the enrolment code; nothing was saved.");
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
        ->withOutbox([attempt = m_attempt](storage::LocalStore& store, Outbox& outbox) -> Result<> {
            PEIL_CHECK(mayBecome(store, outbox, attempt->enrolment.device));
            // The epoch changes when the tablet has asked what the server holds of it; the server may be a restored
            // one.
            const bool again = !attempt->earlierCertificatePem.empty();
            PEIL_TRY(const auto epoch, again ? textSetting(store, kEpochSetting) : Result<std::string>(attempt->epoch));
            PEIL_CHECK(putEnrolment(store, attempt->enrolment, attempt->signing, attempt->tls.privateKeyPem, epoch));
            return keepSender(store, outbox);
        })
        .then(this, [this](const Result<>& stored) {
            const auto attempt = std::move(m_attempt);
            if (!stored) return Q_EMIT failed(stored.error());
            Q_EMIT finished(attempt->enrolment);
        });
}

} // namespace peil::mobile
