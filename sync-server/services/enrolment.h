// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a tablet becomes one of ours: a one-time code, a proof that the tablet has it, a certificate.

#include "peil/protocol/messages.h"
#include "repository/repository.h"
#include "services/server_keys.h"
#include "services/study_publishing.h"

namespace peil::server::services {

/// What the coordinator shows to the tablet's camera.
struct Invitation {
    std::string code; ///< "PEIL1:..."; whoever has it can enrol one tablet
    std::string secretId;
    TimePoint expiresAt;
};

/// Threads: any.
class Enrolment {
public:
    /// @param publicAddress  "https://host:port" under which tablets reach the device port.
    Enrolment(repository::Repository& repository, const StudyPublishing& studies, const ServerKeys& keys,
              std::string publicAddress, const Clock& clock, Rng& rng)
        : m_repository(repository)
        , m_studies(studies)
        , m_keys(keys)
        , m_publicAddress(std::move(publicAddress))
        , m_clock(clock)
        , m_rng(rng) {}

    /// An act of `by`. @return NoStudy, UnknownCity.
    [[nodiscard]] Result<Invitation> invite(const std::string& cityCode, const std::string& by);
    /// Judges the proof and signs the certificate; the code is void afterwards, whatever the outcome of the proof.
    /// Until it ends, a tablet that never got the answer may ask again with the same key. One that shows an earlier
    /// certificate stays the tablet that it was, also when this store has never seen it (it may be an older one, put
    /// back); so does one whose certificate was never used.
    /// @return EnrolmentUnknown, EnrolmentExpired, EnrolmentUsed, EnrolmentProof, BadCertificateRequest, DeviceRevoked.
    [[nodiscard]] Result<protocol::EnrolReply> enrol(const protocol::EnrolRequest& request);
    /// A new certificate for a tablet whose own still holds. @return DeviceRevoked, BadCertificateRequest.
    [[nodiscard]] Result<protocol::RenewReply> renew(const repository::DeviceRow& device,
                                                     const protocol::RenewRequest& request) const;
    /// @return DeviceUnknown.
    [[nodiscard]] Result<> revoke(const DeviceId& device, const std::string& by);
    /// @return DeviceUnknown.
    [[nodiscard]] Result<repository::DeviceRow> device(const DeviceId& id) const;
    /// A tablet of this server's authority was refused because the store does not know it. Kept until it enrols again,
    /// so that the study office sees who needs a code, and the ledger misses what a tablet had before it was restored
    /// from a copy.
    [[nodiscard]] Result<> noteStranger(const DeviceId& id, std::int64_t finalised);
    [[nodiscard]] Result<std::vector<repository::StrangerRow>> strangers() const;

    static constexpr std::chrono::minutes kCodeLife{10};
    static constexpr std::chrono::days kCertificateLife{400};

private:
    /// A tablet that is new to this store, with what it reported earlier.
    [[nodiscard]] Result<> addDevice(repository::Records& records, const repository::DeviceRow& device) const;
    /// The tablet and its certificate, once the proof is right.
    [[nodiscard]] Result<protocol::EnrolReply> admit(repository::Records& records, const repository::EnrolmentRow& row,
                                                     const protocol::EnrolRequest& request);

    repository::Repository& m_repository;
    const StudyPublishing& m_studies;
    const ServerKeys& m_keys;
    std::string m_publicAddress;
    const Clock& m_clock;
    Rng& m_rng;
};

} // namespace peil::server::services
