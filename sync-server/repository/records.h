// SPDX-License-Identifier: Apache-2.0
#pragma once

// The rows of the server's store as plain values.

#include "peil/base/bytes.h"
#include "peil/base/clock.h"
#include "peil/base/ids.h"
#include "peil/crypto/seal.h"
#include "peil/study/vocabulary.h"

#include <optional>
#include <string>
#include <vector>

namespace peil::server::repository {

using study::ReviewState;
using study::Role;

struct PackRow {
    std::string hash; ///< SHA-256 of the bytes, hexadecimal
    std::string formHash;
    Bytes bytes;
    crypto::PublicKey signer{};
    TimePoint publishedAt;
};

/// People in the register, for one group, area, register and year, with the published estimate for comparison, if any.
struct BenchmarkRow {
    std::string groupId;
    std::string area;
    double count = 0;
    bool whole = false; ///< the area that the estimate is about
    std::optional<double> publishedN, publishedLower, publishedUpper;
    std::string registerName, year, definition, deduplicated; ///< as the table has it; empty = not stated
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
    std::int64_t finalised = 0;              ///< number of interviews that the tablet reports as finalised
    std::int64_t doubted = 0;                ///< the last implausible number; 0 = none since the last reset
    std::int64_t sequenceBase = 0;           ///< number from which an administrator counts on; 0 = never reset
    std::optional<TimePoint> blockedAt = {}; ///< everything from it is rejected
};

/// A tablet with a certificate of this server that the store does not know: it comes from before the enrolment.
struct StrangerRow {
    DeviceId id;
    TimePoint lastContact;
    std::int64_t finalised = 0; ///< the highest number that it reported as finalised
};

/// `successor` may send revisions of the interviews of `device`.
struct SuccessionRow {
    DeviceId device, successor;
    TimePoint at;
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

/// The one envelope that was received as a revision.
struct ReceivedRow {
    crypto::Digest hash{};
    Bytes receipt;
};

struct OpenAnswer {
    std::string name, value, reason;
};

using study::EnvelopeStatus;

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
    std::string formHash = {}; ///< of the form that it was made with; empty if not known
    /// What the tablet signed with it (protocol::ItemClaim); no signature in batches of version 1.
    std::string kind = "interview";
    std::optional<crypto::Digest> previous = {};
    std::optional<crypto::Signature> itemSignature = {};
    /// Proven to be the tablet's own under its number (protocol::holdsNumber()). Stays when the content is erased.
    bool holdsKeys = true;
    [[nodiscard]] bool isInterview() const { return kind == "interview"; }
};

/// The item under one number of a tablet.
struct HeldRow {
    crypto::Digest hash{};
    std::optional<crypto::Digest> previous;
    EnvelopeStatus status = EnvelopeStatus::Received;
};

/// The payload of a received item that has only an open part (peil/protocol/open_item.h).
struct OpenPartRow {
    DeviceId device;
    std::string cityCode; ///< of the device
    Bytes payload;
};

/// A receipt that replaced the first one of its envelope.
struct NewReceiptRow {
    std::int64_t turn = 0; ///< growing over all devices
    Bytes receipt;
};

/// What one device sent on one day (UTC).
struct DeviceDay {
    std::int64_t bytes = 0, items = 0;
    std::int64_t refused = 0; ///< batches, because of the daily bound
};

/// Envelopes of one device, kind, status and reason. Each stored envelope is in exactly one.
struct TallyRow {
    DeviceId device;
    std::string kind;
    EnvelopeStatus status = EnvelopeStatus::Received;
    std::string quarantineReason;
    std::int64_t count = 0;
};

/// What coordinators decided about an interview. Until the first decision its state is Received, and `by` and `note`
/// are empty.
struct ReviewRow {
    InterviewId interview;
    int revision = 0; ///< that was reviewed; a later one has not been
    ReviewState state = ReviewState::Received;
    std::string note;
    std::string duplicateOf; ///< id of the interview that this one repeats; empty if it repeats none
    std::string by;
    TimePoint at;
};

/// The readable part of an interview, and the review of its newest revision.
struct OpenInterview {
    InterviewId interview;
    int revision = 0;
    DeviceId device;
    std::string outcome;
    std::vector<OpenAnswer> answers;
    std::string formHash = {}; ///< empty = stored before the server kept it
    ReviewState review = ReviewState::Received;
    bool isDuplicate = false; ///< marked as a duplicate of another interview
    /// Empty if there is no such answer.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    [[nodiscard]] std::optional<std::string_view> answer(std::string_view name) const;
};

/// The newest revision of an interview with its review.
struct ReviewedInterview {
    InterviewId interview;
    int revision = 0;
    DeviceId device;
    std::string cityCode; ///< of the tablet
    std::string outcome;
    TimePoint receivedAt;
    ReviewRow review; ///< state Received if this revision has not been reviewed
};

/// An interview that its participant took back.
struct WithdrawalRow {
    InterviewId interview;
    TimePoint at;
    std::string cityCode = {}; ///< of the tablet; read only, empty if the store never had the interview
};

/// An act that must not be denied later: a review, a withdrawal, an export. Linked into the audit chain.
struct AuditRow {
    std::int64_t number = 0; ///< given by the store, growing
    TimePoint at;
    std::string by, what;
    std::string detail;             ///< JSON object
    std::int64_t afterEnvelope = 0; ///< number of the last envelope before it: its place in the chain
    crypto::Digest head{};          ///< of the chain, this entry included
};

/// The newest signed checkpoint (peil/protocol/checkpoint.h).
struct CheckpointRow {
    std::string epoch;
    std::int64_t size = 0;
    Bytes bytes;
};

/// The last checkpoint that a tablet showed. One that contradicts the log stays.
struct WitnessRow {
    DeviceId device;
    TimePoint at;
    std::string epoch;
    std::int64_t size = 0;
    crypto::Digest root{};
    int verdict = 0; ///< protocol::Witness
};

/// A frozen dataset version, which no other data may take the name of.
struct FrozenRow {
    std::string name;
    std::string checksum; ///< SHA-256 over the data files, hexadecimal
    TimePoint at;
};

struct UserRow {
    std::string name;
    std::string passwordHash;
    Role role = Role::CityCoordinator;
    std::string cityCode; ///< of a city coordinator; else empty
    TimePoint createdAt = {};
    std::optional<TimePoint> lockedAt = {};
    Bytes factor = {};         ///< secret of the second factor; empty = none
    Bytes offeredFactor = {};  ///< one that the user has not confirmed yet
    std::int64_t lastStep = 0; ///< time step of the newest code that was used: each is good once
};

/// persisted; never renumber
enum class SessionKind : std::uint8_t { Browser = 1, CommandLine = 2 };

struct SessionRow {
    std::string id; ///< to list and end it; not the token
    crypto::Digest tokenHash{};
    SessionKind kind = SessionKind::Browser;
    std::string user;
    std::string csrfToken;
    std::string party; ///< where it was started
    TimePoint begunAt, usedAt;
};

/// A session whose user is there.
struct SessionOfUser {
    SessionRow session;
    UserRow user;
};

/// Of a script: the right of one role for a time.
struct ApiTokenRow {
    std::string name;
    crypto::Digest hash{};
    Role role = Role::CityCoordinator;
    std::string cityCode; ///< of a city coordinator; else empty
    std::string madeBy;
    TimePoint madeAt, expiresAt;
    std::optional<TimePoint> revokedAt;
};

} // namespace peil::server::repository
