// SPDX-License-Identifier: Apache-2.0
#include "json.h"

#include "peil/protocol/messages.h"

#include <algorithm>

namespace peil::protocol {
namespace {

constexpr std::string_view kCodePrefix = "PEIL1:";
constexpr std::size_t kSecretBytes = 16;
constexpr std::size_t kSecretIdBytes = 8;

} // namespace

std::string encodeEnrolmentCode(const EnrolmentCode& code) {
    const auto json = boost::json::serialize(boost::json::object{{"server", code.server},
                                                                 {"serverPin", toBase64(code.serverPin)},
                                                                 {"authorityPin", toBase64(code.authorityPin)},
                                                                 {"signer", code.signerKeyHex},
                                                                 {"secret", toBase64(code.secret)}});
    return std::string(kCodePrefix) + toBase64(bytesOf(json));
}

Result<EnrolmentCode> decodeEnrolmentCode(std::string_view text) {
    const auto bad = [] {
        return fail(ProtocolErrc::BadEnrolmentCode,
                    "This is not an enrolment code. Scan or paste it again, from \"PEIL1:\" to the end.");
    };
    if (!text.starts_with(kCodePrefix)) return bad();
    const auto json = fromBase64(text.substr(kCodePrefix.size()));
    auto reader = json ? JsonReader::parse(textOf(*json)) : std::nullopt;
    if (!reader) return bad();
    EnrolmentCode code;
    code.server = reader->text("server");
    code.serverPin = reader->fixed<32>("serverPin");
    code.authorityPin = reader->fixed<32>("authorityPin");
    code.signerKeyHex = reader->text("signer");
    const auto secret = reader->fixed<kSecretBytes>("secret");
    code.secret.assign(secret.begin(), secret.end());
    const auto signer = fromHex(code.signerKeyHex);
    if (!reader->sound() || !signer || signer->size() != crypto::kKeyBytes || !code.server.starts_with("https://"))
        return bad();
    return code;
}

std::string secretIdOf(ByteView secret) {
    return toHex(ByteView(crypto::blake2b(secret)).first(kSecretIdBytes));
}

crypto::Digest enrolmentProof(ByteView secret, const crypto::PublicKey& publicKey, std::string_view requestPem) {
    Bytes message(publicKey.begin(), publicKey.end());
    message.insert(message.end(), requestPem.begin(), requestPem.end());
    std::array<std::uint8_t, crypto::kKeyBytes> padded{};
    std::copy_n(secret.begin(), std::min(secret.size(), padded.size()), padded.begin());
    const auto key = crypto::SecretKey::copyOf(padded);
    crypto::wipe(padded);
    return crypto::blake2bKeyed(message, *key);
}

std::string encodeEnrolRequest(const EnrolRequest& message) {
    boost::json::object object{{"secretId", message.secretId},
                               {"proof", toBase64(message.proof)},
                               {"publicKey", toBase64(message.publicKey)},
                               {"request", message.requestPem}};
    if (!message.earlierCertificatePem.empty()) object["earlierCertificate"] = message.earlierCertificatePem;
    return boost::json::serialize(object);
}

Result<EnrolRequest> decodeEnrolRequest(std::string_view json) {
    auto reader = JsonReader::parse(json);
    if (!reader) return fail(ProtocolErrc::BadMessage, "The message is not a JSON object.");
    EnrolRequest message;
    message.secretId = reader->text("secretId");
    message.proof = reader->fixed<32>("proof");
    message.publicKey = reader->fixed<32>("publicKey");
    message.requestPem = reader->text("request");
    if (reader->has("earlierCertificate")) message.earlierCertificatePem = reader->text("earlierCertificate");
    if (!reader->sound()) return reader->fault();
    return message;
}

std::string encodeRenewRequest(const RenewRequest& message) {
    return boost::json::serialize(boost::json::object{{"request", message.requestPem}});
}

Result<RenewRequest> decodeRenewRequest(std::string_view json) {
    auto reader = JsonReader::parse(json);
    if (!reader) return fail(ProtocolErrc::BadMessage, "The message is not a JSON object.");
    RenewRequest message{reader->text("request")};
    if (!reader->sound()) return reader->fault();
    return message;
}

std::string encodeRenewReply(const RenewReply& message) {
    return boost::json::serialize(boost::json::object{{"certificate", message.certificatePem}});
}

Result<RenewReply> decodeRenewReply(std::string_view json) {
    auto reader = JsonReader::parse(json);
    if (!reader) return fail(ProtocolErrc::BadMessage, "The message is not a JSON object.");
    RenewReply message{reader->text("certificate")};
    if (!reader->sound()) return reader->fault();
    return message;
}

std::string encodeEnrolReply(const EnrolReply& message) {
    return boost::json::serialize(boost::json::object{{"device", message.device.text()},
                                                      {"city", message.cityCode},
                                                      {"certificate", message.certificatePem},
                                                      {"authority", message.authorityPem},
                                                      {"receiptKey", toBase64(message.receiptKey)},
                                                      {"epoch", message.epoch}});
}

Result<EnrolReply> decodeEnrolReply(std::string_view json) {
    auto reader = JsonReader::parse(json);
    if (!reader) return fail(ProtocolErrc::BadMessage, "The message is not a JSON object.");
    EnrolReply message;
    message.device = DeviceId(reader->text("device"));
    message.cityCode = reader->text("city");
    message.certificatePem = reader->text("certificate");
    message.authorityPem = reader->text("authority");
    message.receiptKey = reader->fixed<32>("receiptKey");
    message.epoch = reader->text("epoch");
    if (!reader->sound()) return reader->fault();
    return message;
}

} // namespace peil::protocol
