// SPDX-License-Identifier: Apache-2.0
#include "peil/protocol/envelope.h"

#include "envelope_header.h"
#include "peil/base/byte_stream.h"

#include <algorithm>

namespace peil::protocol {
namespace {

constexpr std::string_view kMagic = "PEILENV1";
constexpr std::size_t kSealedKeyBytes = crypto::kKeyBytes + 48; // crypto_box_seal adds 48
constexpr std::size_t kMaxRecipients = 16;
constexpr std::size_t kMaxHeaderBytes = std::size_t{256} * 1024;

/// The parts of an envelope as views into its bytes.
struct Layout {
    ByteView header;
    std::vector<ByteView> sealedKeys;
    ByteView commitment, nonce, payload, signedPart, signature;
};

std::optional<Layout> readLayout(ByteView bytes) {
    ByteReader reader(bytes);
    Layout layout;
    const auto magic = reader.raw(kMagic.size());
    if (!magic || textOf(*magic) != kMagic) return std::nullopt;
    const auto header = reader.block();
    if (!header || header->size() > kMaxHeaderBytes) return std::nullopt;
    layout.header = *header;
    const auto recipients = reader.u32();
    if (!recipients || *recipients == 0 || *recipients > kMaxRecipients) return std::nullopt;
    for (std::size_t i = 0; i < *recipients; ++i) {
        const auto sealed = reader.raw(kSealedKeyBytes);
        if (!sealed) return std::nullopt;
        layout.sealedKeys.push_back(*sealed);
    }
    const auto commitment = reader.raw(std::tuple_size_v<crypto::Digest>);
    const auto nonce = reader.raw(std::tuple_size_v<crypto::Nonce>);
    const auto payload = reader.block();
    if (!commitment || !nonce || !payload) return std::nullopt;
    layout.commitment = *commitment;
    layout.nonce = *nonce;
    layout.payload = *payload;
    layout.signedPart = bytes.first(reader.offset());
    const auto signature = reader.raw(std::tuple_size_v<crypto::Signature>);
    if (!signature || !reader.atEnd()) return std::nullopt;
    layout.signature = *signature;
    return layout;
}

/// Binds the payload to one content key, so that no second key opens it to another text.
crypto::Digest commitTo(const crypto::SecretKey& contentKey, ByteView header) {
    return crypto::blake2bKeyed(header, crypto::subkey(contentKey, "peil envelope commitment"));
}

} // namespace

const OpenField* EnvelopeHeader::field(std::string_view name) const {
    const auto found = std::find_if(open.begin(), open.end(), [&](const auto& field) { return field.name == name; });
    return found == open.end() ? nullptr : &*found;
}

Result<Bytes> sealEnvelope(EnvelopeHeader header, ByteView sealedAnswers,
                           const std::vector<crypto::PublicKey>& recipients, const crypto::SigningKeyPair& device,
                           Rng& rng) {
    if (recipients.empty() || recipients.size() > kMaxRecipients)
        return fail(ProtocolErrc::BadEnvelope,
                    "The study names no recipient for sealed answers; add one to study.toml.");
    header.recipients.clear();
    for (const auto& recipient : recipients)
        header.recipients.push_back(toHex(crypto::blake2b(recipient)).substr(0, 32));
    const auto headerText = encodeHeader(header);
    const auto headerBytes = bytesOf(headerText);
    const auto contentKey = crypto::SecretKey::random(rng);
    const auto nonce = crypto::randomNonce(rng);
    const auto padded = crypto::pad(sealedAnswers, kPaddingBlock);
    ByteWriter out;
    out.raw(kMagic);
    out.block(headerBytes);
    out.u32(recipients.size());
    for (const auto& recipient : recipients)
        out.raw(crypto::boxSeal(contentKey.view(), recipient));
    out.raw(commitTo(contentKey, headerBytes));
    out.raw(nonce);
    out.block(crypto::aeadSeal(contentKey, nonce, padded.view(), headerBytes));
    out.raw(crypto::sign(out.bytes(), device));
    if (out.bytes().size() > kMaxEnvelopeBytes)
        return fail(ProtocolErrc::TooLarge, "The interview is larger than an envelope may be (2 MiB).");
    return out.take();
}

Result<Envelope> Envelope::parse(ByteView bytes) {
    if (bytes.size() > kMaxEnvelopeBytes) return fail(ProtocolErrc::TooLarge);
    const auto layout = readLayout(bytes);
    if (!layout) {
        const bool later = bytes.size() > kMagic.size() && textOf(bytes).starts_with("PEILENV") && bytes[7] > '1';
        return fail(later ? ProtocolErrc::UnknownVersion : ProtocolErrc::BadEnvelope);
    }
    Envelope envelope;
    PEIL_TRY(envelope.m_header, decodeHeader(textOf(layout->header)));
    if (envelope.m_header.recipients.size() != layout->sealedKeys.size())
        return fail(ProtocolErrc::BadEnvelope, "The envelope does not have a key for each recipient that it names.");
    envelope.m_bytes.assign(bytes.begin(), bytes.end());
    return envelope;
}

crypto::Digest Envelope::hash() const {
    return crypto::blake2b(m_bytes);
}

bool Envelope::isSignedBy(const crypto::PublicKey& device) const {
    const auto layout = readLayout(m_bytes);
    return layout && crypto::verify(layout->signedPart, layout->signature, device);
}

Result<crypto::SecretBytes> Envelope::open(const crypto::BoxKeyPair& recipient) const {
    const auto layout = readLayout(m_bytes);
    if (!layout) return fail(ProtocolErrc::BadEnvelope);
    const auto mine = toHex(crypto::blake2b(recipient.publicKey)).substr(0, 32);
    const auto found = std::find(m_header.recipients.begin(), m_header.recipients.end(), mine);
    if (found == m_header.recipients.end()) return fail(ProtocolErrc::NotForThisKey);
    const auto index = static_cast<std::size_t>(found - m_header.recipients.begin());
    const auto keyBytes = crypto::boxOpen(layout->sealedKeys[index], recipient);
    if (!keyBytes) return fail(ProtocolErrc::NotForThisKey);
    PEIL_TRY(const auto contentKey, crypto::SecretKey::copyOf(keyBytes->view()));
    if (!crypto::equalConstantTime(commitTo(contentKey, layout->header), layout->commitment))
        return fail(ProtocolErrc::BadEnvelope, "The envelope is not bound to its key.");
    const auto padded = crypto::aeadOpen(contentKey, toArray<std::tuple_size_v<crypto::Nonce>>(layout->nonce),
                                         layout->payload, layout->header);
    if (!padded) return fail(ProtocolErrc::BadEnvelope, "The sealed answers were changed.");
    return crypto::unpad(*padded, kPaddingBlock);
}

} // namespace peil::protocol
