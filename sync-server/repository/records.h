// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows of the server's store as plain values.

#include "peil/base/bytes.h"
#include "peil/base/clock.h"
#include "peil/base/ids.h"
#include "peil/crypto/seal.h"

#include <optional>
#include <string>
#include <vector>

namespace peil::server::repository {

struct PackRow {
    std::string hash; ///< SHA-256 of the bytes, hexadecimal
    std::string formHash;
    Bytes bytes;
    crypto::PublicKey signer{};
    TimePoint publishedAt;
};

/// People in the register, for one group and one area, with the published estimate to stand beside ours if there is
/// one.
struct BenchmarkRow {
    std::string groupId;
    std::string area;
    double count = 0;
    bool whole = false; ///< the area that the estimate is about
    std::optional<double> publishedN, publishedLower, publishedUpper;
};

enum class EnrolmentState : std::uint8_t { Open = 1, Used = 2, Burnt = 3, Expired = 4 }; // persisted; never renumber

struct EnrolmentRow {
    std::string secretId;
    Bytes secret; ///< only while open: the proof is keyed with it
    std::string cityCode;
    TimePoint expiresAt;
    EnrolmentState state = EnrolmentState::Open;
};

struct DeviceRow {
    DeviceId id;
    std::string cityCode;
    crypto::PublicKey publicKey{};
    TimePoint enrolledAt;
    std::optional<TimePoint> lastContact;
    std::optional<TimePoint> revokedAt;
    std::int64_t finalised = 0; ///< interviews that the tablet says it ever finalised
};

struct ItemKeys {
    InterviewId interview;
    int revision = 1;
    DeviceId device;
    std::int64_t sequence = 0;
};

struct StoredKeys {
    std::optional<crypto::Digest> byInterview;
    std::optional<crypto::Digest> bySequence;
    Bytes receipt; ///< of the same bytes
};

struct OpenAnswer {
    std::string name, value, reason;
};

enum class EnvelopeStatus : std::uint8_t { Received = 1, Quarantined = 2 }; // persisted; never renumber

struct EnvelopeRow {
    std::int64_t number = 0; ///< given by the store, growing
    ItemKeys keys;
    crypto::Digest hash{};
    Bytes bytes;
    EnvelopeStatus status = EnvelopeStatus::Received;
    std::string quarantineReason;
    std::string outcome;
    Bytes receipt;
    crypto::Digest auditHead{};
    TimePoint receivedAt;
    std::vector<OpenAnswer> open;
};

/// What the server may read of one interview.
struct OpenInterview {
    InterviewId interview;
    int revision = 0;
    DeviceId device;
    std::string outcome;
    std::vector<OpenAnswer> answers;
    [[nodiscard]] std::string_view value(std::string_view name) const;
};

struct SequenceRow {
    DeviceId device;
    std::int64_t sequence = 0;
    EnvelopeStatus status = EnvelopeStatus::Received;
};

/// persisted; never renumber
enum class Role : std::uint8_t {
    CityCoordinator = 1,
    NationalCoordinator = 2,
    Researcher = 3,
    DataProtectionOfficer = 4,
    Administrator = 5,
};

struct UserRow {
    std::string name;
    std::string passwordHash;
    Role role = Role::CityCoordinator;
    std::string cityCode; ///< of a city coordinator; else empty
};

} // namespace peil::server::repository
