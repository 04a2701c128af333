// SPDX-License-Identifier: Apache-2.0
#include "services/enrolment.h"

namespace peil::server::services {

using repository::EnrolmentState;
using repository::Records;

namespace {

/// Judges one try against the stored enrolment, and what the enrolment becomes by it.
struct Verdict {
    std::optional<ServiceErrc> refused;
    std::optional<EnrolmentState> becomes;
};

Verdict judge(const repository::EnrolmentRow& row, const protocol::EnrolRequest& request, TimePoint now) {
    if (row.state == EnrolmentState::Expired) return {ServiceErrc::EnrolmentExpired, {}};
    if (row.state != EnrolmentState::Open) return {ServiceErrc::EnrolmentUsed, {}};
    if (now >= row.expiresAt) return {ServiceErrc::EnrolmentExpired, EnrolmentState::Expired};
    const auto proof = protocol::enrolmentProof(row.secret, request.publicKey, request.requestPem);
    if (!crypto::equalConstantTime(proof, request.proof)) return {ServiceErrc::EnrolmentProof, EnrolmentState::Burnt};
    return {{}, EnrolmentState::Used};
}

} // namespace

Result<Invitation> Enrolment::invite(const std::string& cityCode) {
    PEIL_TRY(const auto study, m_studies.requireCurrent());
    if (study->study().city(cityCode) == nullptr) return fail(ServiceErrc::UnknownCity);
    protocol::EnrolmentCode code{.server = m_publicAddress, .signerKeyHex = toHex(study->signer), .secret = Bytes(16)};
    PEIL_TRY(code.serverPin, crypto::publicKeyPin(m_keys.server.certificatePem));
    PEIL_TRY(code.authorityPin, crypto::publicKeyPin(m_keys.authority.certificatePem));
    m_rng.fill(code.secret);
    const repository::EnrolmentRow row{protocol::secretIdOf(code.secret), code.secret, cityCode,
                                       m_clock.now() + kCodeLife, EnrolmentState::Open};
    const auto store = [&](Records& records) -> Result<> {
        PEIL_CHECK(records.expireEnrolments(m_clock.now()));
        return records.addEnrolment(row);
    };
    PEIL_CHECK(m_repository.write(store));
    Invitation invitation{protocol::encodeEnrolmentCode(code), row.secretId, row.expiresAt};
    crypto::wipe(code.secret);
    return invitation;
}

Result<protocol::EnrolReply> Enrolment::enrol(const protocol::EnrolRequest& request) {
    protocol::EnrolReply reply;
    reply.device = DeviceId(makeUuid(m_rng));
    reply.authorityPem = m_keys.authority.certificatePem;
    reply.receiptKey = m_keys.receiptKey.publicKey;
    const auto now = m_clock.now();
    // A refusal must be remembered, so it is not an error of the unit: the unit commits what became of the code.
    std::optional<ServiceErrc> refused;
    const auto judgeAndStore = [&](Records& records) -> Result<> {
        PEIL_TRY(const auto row, records.enrolment(request.secretId));
        if (!row) {
            refused = ServiceErrc::EnrolmentUnknown;
            return {};
        }
        auto verdict = judge(*row, request, now);
        refused = verdict.refused;
        if (!refused) {
            auto certificate =
                crypto::signRequest(m_keys.authority, request.requestPem, reply.device.text(), now, kCertificateLife);
            if (certificate)
                reply.certificatePem = std::move(*certificate);
            else
                refused = ServiceErrc::BadCertificateRequest;
        }
        if (verdict.becomes) PEIL_CHECK(records.endEnrolment(request.secretId, *verdict.becomes));
        if (refused) return {};
        reply.cityCode = row->cityCode;
        PEIL_TRY(reply.epoch, records.epoch());
        return records.addDevice({reply.device, row->cityCode, request.publicKey, now, {}, {}});
    };
    PEIL_CHECK(m_repository.write(judgeAndStore));
    if (refused) return fail(*refused);
    return reply;
}

Result<> Enrolment::revoke(const DeviceId& device) {
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const auto row, records.device(device));
        if (!row) return fail(ServiceErrc::DeviceUnknown);
        return records.revokeDevice(device, m_clock.now());
    });
}

Result<repository::DeviceRow> Enrolment::device(const DeviceId& id) const {
    std::optional<repository::DeviceRow> row;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(row, records.device(id));
        return {};
    }));
    if (!row) return fail(ServiceErrc::DeviceUnknown);
    return *row;
}

} // namespace peil::server::services
