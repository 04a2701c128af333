// SPDX-License-Identifier: Apache-2.0
#pragma once

// A finalised interview on its way: an open header that the server reads, a payload that only the recipients can open,
// one signature over both. Bytes on the wire and on disk: protocol/README.md.

#include "peil/base/ids.h"
#include "peil/crypto/seal.h"
#include "peil/protocol/error.h"

#include <string>
#include <vector>

namespace peil::protocol {

/// An answer of class quota or estimate.
struct OpenField {
    std::string name; ///< last step of its path
    std::string value;
    std::string reason; ///< "", "dont_know", "refused", "skipped"
    bool operator==(const OpenField&) const = default;
};

struct EnvelopeHeader {
    StudyId study;
    std::string formHash; ///< SHA-256 of the form, hexadecimal
    InterviewId interview;
    int revision = 1;
    DeviceId device;
    std::int64_t sequence = 0; ///< of the device, gapless from 1
    std::string finalisedAt;   ///< RFC 3339, UTC
    bool clockTrusted = false; ///< the tablet had agreed its clock with a server since it last changed
    std::string outcome;       ///< "complete", "broken_off" or "not_eligible"
    std::vector<OpenField> open;
    std::vector<std::string> duplicateTokens;
    std::vector<std::string> recipients; ///< fingerprints; filled in by sealEnvelope()

    [[nodiscard]] const OpenField* field(std::string_view name) const;
};

/// Builds and signs an envelope. `sealedAnswers` is the record's XML; it is padded to kPaddingBlock.
/// @return BadEnvelope when there is no recipient.
[[nodiscard]] Result<Bytes> sealEnvelope(EnvelopeHeader header, ByteView sealedAnswers,
                                         const std::vector<crypto::PublicKey>& recipients,
                                         const crypto::SigningKeyPair& device, Rng& rng);

/// A parsed envelope; keeps the exact bytes, because the signature is over them.
class Envelope {
public:
    /// @return BadEnvelope, UnknownVersion, TooLarge. Does not verify the signature.
    [[nodiscard]] static Result<Envelope> parse(ByteView bytes);
    [[nodiscard]] const EnvelopeHeader& header() const { return m_header; }
    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
    [[nodiscard]] crypto::Digest hash() const; ///< BLAKE2b-256 of the bytes
    [[nodiscard]] bool isSignedBy(const crypto::PublicKey& device) const;
    /// The record's XML. @return NotForThisKey, BadEnvelope (commitment or authentication fails).
    [[nodiscard]] Result<crypto::SecretBytes> open(const crypto::BoxKeyPair& recipient) const;

private:
    EnvelopeHeader m_header;
    Bytes m_bytes;
};

inline constexpr std::size_t kPaddingBlock = 1024;
inline constexpr std::size_t kMaxEnvelopeBytes = std::size_t{2} << 20U;

} // namespace peil::protocol
