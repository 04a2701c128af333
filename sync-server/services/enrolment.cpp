// SPDX-License-Identifier: Apache-2.0
#include "services/enrolment.h"

#include "services/acts_say.h"
#include "services/audit_log.h"
#include "services/intake.h"

#include <algorithm>

namespace peil::server::services {

using repository::EnrolmentState;
using repository::Records;

namespace {

constexpr const char* kActor = "server";

/// Judges one try against the stored enrolment, and what the enrolment becomes by it.
struct Verdict {
    std::optional<ServiceErrc> refused;
    std::optional<EnrolmentState> becomes;
};

Verdict judge(const repository::EnrolmentRow& row, const protocol::EnrolRequest& request, TimePoint now) {
    if (row.state == EnrolmentState::Expired) return {ServiceErrc::EnrolmentExpired, {}};
    if (row.state == EnrolmentState::Burnt) return {ServiceErrc::EnrolmentUsed, {}};
    const bool isOpen = row.state == EnrolmentState::Open;
    if (now >= row.expiresAt)
        return isOpen ? Verdict{ServiceErrc::EnrolmentExpired, EnrolmentState::Expired}
                      : Verdict{ServiceErrc::EnrolmentUsed, {}};
    const auto proof = protocol::enrolmentProof(row.secret, request.publicKey, request.requestPem);
    if (!crypto::equalConstantTime(proof, request.proof))
        return isOpen ? Verdict{ServiceErrc::EnrolmentProof, EnrolmentState::Burnt}
                      : Verdict{ServiceErrc::EnrolmentUsed, {}};
    return {{}, EnrolmentState::Used};
}

/// Which tablet asks.
struct Applicant {
    DeviceId id;
    std::optional<repository::DeviceRow> known; ///< it is in the store already
};

/// By the certificate that it had, else by its key while no certificate of it was used yet.
Result<Applicant> identify(Records& records, const protocol::EnrolRequest& request, std::string_view authorityPem,
                           Rng& rng) {
    if (!request.earlierCertificatePem.empty()) {
        auto holder = crypto::holderOf(request.earlierCertificatePem, authorityPem, request.requestPem);
        if (!holder) return fail(ServiceErrc::BadCertificateRequest, holder.error().context);
        Applicant applicant{DeviceId(std::move(*holder)), {}};
        PEIL_TRY(applicant.known, records.device(applicant.id));
        if (applicant.known && applicant.known->publicKey != request.publicKey)
            return fail(ServiceErrc::BadCertificateRequest, "The certificate belongs to a tablet with another key.");
        return applicant;
    }
    PEIL_TRY(auto known, records.deviceOfKey(request.publicKey));
    if (known && !known->lastContact) return Applicant{known->id, known};
    return Applicant{DeviceId(makeUuid(rng)), {}};
}

/// What a unit that must commit can be refused for.
bool isRefusal(const Error& error) {
    return isOf<ServiceErrc>(error);
}

} // namespace

Result<Invitation> Enrolment::invite(const std::string& cityCode, const std::string& by) {
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
        PEIL_CHECK(records.addEnrolment(row));
        return appendAct(records, m_clock.now(), by, "device_invited", {{"city", cityCode}});
    };
    PEIL_CHECK(m_repository.write(store));
    Invitation invitation{protocol::encodeEnrolmentCode(code), row.secretId, row.expiresAt};
    crypto::wipe(code.secret);
    return invitation;
}

Result<> Enrolment::addDevice(Records& records, const repository::DeviceRow& device) const {
    PEIL_CHECK(records.addDevice(device));
    PEIL_TRY(const auto strangers, records.strangers());
    const auto heard = std::ranges::find(strangers, device.id, &repository::StrangerRow::id);
    if (heard == strangers.end()) return {};
    PEIL_CHECK(Intake::noteFinalised(records, device, heard->finalised));
    return records.forgetStranger(device.id);
}

Result<protocol::EnrolReply> Enrolment::admit(Records& records, const repository::EnrolmentRow& row,
                                              const protocol::EnrolRequest& request) {
    const auto now = m_clock.now();
    PEIL_TRY(const auto applicant, identify(records, request, m_keys.authority.certificatePem, m_rng));
    if (!applicant.known && row.state == EnrolmentState::Used) return fail(ServiceErrc::EnrolmentUsed);
    if (applicant.known && applicant.known->revokedAt) return fail(ServiceErrc::DeviceRevoked);
    auto certificate =
        crypto::signRequest(m_keys.authority, request.requestPem, applicant.id.text(), now, kCertificateLife);
    if (!certificate) return fail(ServiceErrc::BadCertificateRequest);
    if (applicant.known) {
        PEIL_CHECK(records.moveDevice(applicant.id, row.cityCode));
    } else {
        PEIL_CHECK(addDevice(records, {applicant.id, row.cityCode, request.publicKey, now, {}, {}}));
    }
    PEIL_CHECK(appendAct(records, now, kActor, kDeviceAct,
                         {{"device", applicant.id.text()},
                          {"city", row.cityCode},
                          {"publicKey", toHex(request.publicKey)},
                          {"code", row.secretId}}));
    PEIL_TRY(auto epoch, records.epoch());
    return protocol::EnrolReply{applicant.id,
                                row.cityCode,
                                std::move(*certificate),
                                m_keys.authority.certificatePem,
                                m_keys.receiptKey.publicKey,
                                std::move(epoch)};
}

Result<protocol::EnrolReply> Enrolment::enrol(const protocol::EnrolRequest& request) {
    bool isKnown = false; // an unknown code is only looked up: no one makes the store write by guessing
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(const auto row, records.enrolment(request.secretId));
        isKnown = row.has_value();
        return {};
    }));
    if (!isKnown) return fail(ServiceErrc::EnrolmentUnknown);
    // A refusal must be remembered, so it is not an error of the unit: the unit commits what became of the code.
    Result<protocol::EnrolReply> reply = fail(ServiceErrc::EnrolmentUnknown);
    const auto judgeAndStore = [&](Records& records) -> Result<> {
        PEIL_TRY(const auto row, records.enrolment(request.secretId));
        if (!row) return {};
        const auto verdict = judge(*row, request, m_clock.now());
        reply = verdict.refused ? fail(*verdict.refused) : admit(records, *row, request);
        if (!reply && !isRefusal(reply.error())) return tl::unexpected(reply.error());
        if (verdict.becomes) PEIL_CHECK(records.endEnrolment(request.secretId, *verdict.becomes));
        return {};
    };
    PEIL_CHECK(m_repository.write(judgeAndStore));
    return reply;
}

Result<protocol::RenewReply> Enrolment::renew(const repository::DeviceRow& device,
                                              const protocol::RenewRequest& request) const {
    if (device.revokedAt) return fail(ServiceErrc::DeviceRevoked);
    auto certificate =
        crypto::signRequest(m_keys.authority, request.requestPem, device.id.text(), m_clock.now(), kCertificateLife);
    if (!certificate) return fail(ServiceErrc::BadCertificateRequest);
    return protocol::RenewReply{std::move(*certificate)};
}

Result<> Enrolment::revoke(const DeviceId& device, const std::string& by) {
    return m_repository.write([&](Records& records) -> Result<> {
        PEIL_TRY(const auto row, records.device(device));
        if (!row) return fail(ServiceErrc::DeviceUnknown);
        if (row->revokedAt) return {};
        PEIL_CHECK(records.revokeDevice(device, m_clock.now()));
        return appendAct(records, m_clock.now(), by, kRevokeAct, {{"device", device.text()}});
    });
}

Result<> Enrolment::noteStranger(const DeviceId& id, std::int64_t finalised) {
    return m_repository.write([&](Records& records) { return records.noteStranger({id, m_clock.now(), finalised}); });
}

Result<std::vector<repository::StrangerRow>> Enrolment::strangers() const {
    std::vector<repository::StrangerRow> rows;
    PEIL_CHECK(m_repository.read([&](Records& records) -> Result<> {
        PEIL_TRY(rows, records.strangers());
        return {};
    }));
    return rows;
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
