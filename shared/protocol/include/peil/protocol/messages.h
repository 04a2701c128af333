// SPDX-License-Identifier: Apache-2.0
#pragma once

// The messages between tablet and server (all idempotent), as values and as bytes.

#include "peil/protocol/batch.h"
#include "peil/protocol/checkpoint.h"
#include "peil/protocol/envelope.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace peil::protocol {

inline constexpr std::size_t kMaxNewReceipts = 200; ///< in one manifest

/// persisted; never renumber
enum class ReceiptStatus : std::uint8_t { Received = 1, Quarantined = 2 };

/// The server's signed word that an envelope is durable there.
struct Receipt {
    InterviewId interview;
    int revision = 1;
    DeviceId device;
    std::int64_t sequence = 0;
    crypto::Digest envelopeHash{};
    ReceiptStatus status = ReceiptStatus::Received;
    std::string epoch;          ///< UUID of the server's life since it was last restored
    crypto::Digest auditHead{}; ///< head of the audit chain after this envelope
    std::string at;             ///< RFC 3339, UTC
};
/// JSON text and signature in one byte string.
[[nodiscard]] Bytes encodeReceipt(const Receipt& receipt, const crypto::SigningKeyPair& server);
/// @return BadReceipt.
[[nodiscard]] Result<Receipt> decodeReceipt(ByteView bytes, const crypto::PublicKey& server);

/// Answer to a batch: one receipt an envelope, in the order sent.
struct BatchReply {
    std::string epoch;
    std::vector<Bytes> receipts;
};
[[nodiscard]] std::string encodeBatchReply(const BatchReply& reply);
[[nodiscard]] Result<BatchReply> decodeBatchReply(std::string_view json);

/// One cell of the quota table as the tablet shows it.
struct QuotaCell {
    std::string cityCode, groupId;
    int target = 0;
    int achieved = 0;
    bool operator==(const QuotaCell&) const = default;
};

/// Interviews that the server has and that do not count, of one city and reason (study::idOf(NotCounted)).
struct NotCountedCell {
    std::string cityCode, reason;
    int count = 0;
    bool operator==(const NotCountedCell&) const = default;
};

/// Consecutive sequence numbers, both ends included.
struct SequenceRange {
    std::int64_t first = 0, last = 0;
    bool operator==(const SequenceRange&) const = default;
};

/// A sealed interview by its number and the BLAKE2b-256 of its bytes.
struct SealedItem {
    std::int64_t sequence = 0;
    crypto::Digest hash{};
    bool operator==(const SealedItem&) const = default;
};

/// What the server holds of the tablet that asks.
struct Held {
    std::int64_t highest = 0;        ///< highest number that the server has, or that the tablet ever reported
    std::vector<SequenceRange> gaps; ///< numbers up to `highest` that it lacks, in order; the first kMaxGaps
    /// The item with the highest number that is here; `highest` may be one that the tablet has only named. None when
    /// there is not exactly one, and from an older server.
    std::optional<SealedItem> head = {};
    [[nodiscard]] bool lacks(std::int64_t sequence) const;
    bool operator==(const Held&) const = default;
};
inline constexpr std::size_t kMaxGaps = 1'000;
/// No tablet comes near this; a larger number is an error of its sender.
inline constexpr std::int64_t kMaxSequence = 1'000'000'000;

/// GET /v1/manifest: what is new for this tablet. Only the epoch must be there: a tablet keeps its last manifest
/// through an upgrade, and may talk to an older server. A reader passes over fields that it does not know.
struct Manifest {
    std::string epoch;
    std::string packHash; ///< current study pack; empty = none published
    std::vector<QuotaCell> quotas;
    std::vector<std::string> alerts; ///< words from the coordinators
    bool revoked = false;            ///< wipe: uploads still go in, nothing else comes out
    std::string serverTime;          ///< RFC 3339, UTC
    std::vector<NotCountedCell> notCounted = {};
    std::optional<std::int64_t> packVersion = {}; ///< of the pack; none from an older server
    std::optional<Held> held = {};                ///< none from an older server, and for a revoked tablet
    Bytes checkpoint = {};                        ///< the newest, signed; empty as above
    merkle::Proof consistency = {};               ///< from the checkpoint that the tablet named to this one
    /// Of envelopes that left quarantine, instead of the receipts that the tablet has for them; may be lacking.
    std::vector<Bytes> receipts = {};
    std::int64_t receiptsUpTo = 0; ///< what the tablet names the next time, to hear of later ones only; may be lacking
    /// Numbers of the tablet's withdrawn interviews, which it deletes. At most kMaxWithdrawn; new ones first, and where
    /// there are more, others in the next manifest.
    std::vector<std::int64_t> withdrawn = {};
    int batchVersion = 1; ///< the newest version of batches that the server reads; may be lacking
};
inline constexpr std::size_t kMaxWithdrawn = 10'000;
[[nodiscard]] std::string encodeManifest(const Manifest& manifest);
[[nodiscard]] Result<Manifest> decodeManifest(std::string_view json);

/// POST /v1/reconcile: the tablet's interviews, with or without a receipt.
struct Reconcile {
    std::vector<SealedItem> items;
};
inline constexpr std::size_t kMaxReconcileItems = 20'000;
[[nodiscard]] std::string encodeReconcile(const Reconcile& message);
[[nodiscard]] Result<Reconcile> decodeReconcile(std::string_view json);

/// The response: what the tablet must resend, and what under a new number.
struct Lacking {
    std::vector<std::int64_t> sequences;  ///< not held here
    std::vector<std::int64_t> taken = {}; ///< the server has other bytes under these
};
[[nodiscard]] std::string encodeLacking(const Lacking& message);
[[nodiscard]] Result<Lacking> decodeLacking(std::string_view json);

/// The content of an enrolment QR code. The text starts with "PEIL1:".
struct EnrolmentCode {
    std::string server;            ///< "https://host:port" of the device port
    crypto::Digest serverPin{};    ///< SHA-256 of the server certificate's public key
    crypto::Digest authorityPin{}; ///< the same of the private authority
    std::string signerKeyHex;      ///< public key of the form-signing key
    Bytes secret;                  ///< 16 bytes, single use, 10 minutes
};
[[nodiscard]] std::string encodeEnrolmentCode(const EnrolmentCode& code);
/// @return BadEnrolmentCode.
[[nodiscard]] Result<EnrolmentCode> decodeEnrolmentCode(std::string_view text);

/// POST /v1/enrol. `proof` = keyed BLAKE2b of publicKey | requestPem under the secret (as key, zero-padded to 32
/// bytes).
struct EnrolRequest {
    std::string secretId; ///< hexadecimal of the first 8 bytes of BLAKE2b of the secret: which enrolment is meant
    crypto::Digest proof{};
    crypto::PublicKey publicKey{}; ///< Ed25519 identity of the tablet
    std::string requestPem;        ///< certificate request
    /// The tablet's certificate of this server's authority, expired or not, so that it keeps its identity; the request
    /// is then for the key of that certificate. Empty if the tablet has none.
    std::string earlierCertificatePem = {};
};
struct EnrolReply {
    DeviceId device;
    std::string cityCode;
    std::string certificatePem;
    std::string authorityPem;
    crypto::PublicKey receiptKey{};
    std::string epoch;
};
[[nodiscard]] std::string secretIdOf(ByteView secret);
[[nodiscard]] crypto::Digest enrolmentProof(ByteView secret, const crypto::PublicKey& publicKey,
                                            std::string_view requestPem);
[[nodiscard]] std::string encodeEnrolRequest(const EnrolRequest& message);
[[nodiscard]] Result<EnrolRequest> decodeEnrolRequest(std::string_view json);
/// POST /v1/renew, by a tablet with a valid certificate: a request for the key of that certificate, and the new
/// certificate.
struct RenewRequest {
    std::string requestPem;
};
struct RenewReply {
    std::string certificatePem;
};
[[nodiscard]] std::string encodeRenewRequest(const RenewRequest& message);
[[nodiscard]] Result<RenewRequest> decodeRenewRequest(std::string_view json);
[[nodiscard]] std::string encodeRenewReply(const RenewReply& message);
[[nodiscard]] Result<RenewReply> decodeRenewReply(std::string_view json);

[[nodiscard]] std::string encodeEnrolReply(const EnrolReply& message);
[[nodiscard]] Result<EnrolReply> decodeEnrolReply(std::string_view json);

} // namespace peil::protocol
