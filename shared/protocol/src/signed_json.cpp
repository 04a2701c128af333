// SPDX-License-Identifier: Apache-2.0
#include "signed_json.h"

#include "peil/base/byte_stream.h"

namespace peil::protocol {
namespace {

constexpr std::size_t kMagicBytes = 8;

} // namespace

Bytes signJson(std::string_view magic, std::string_view json, const crypto::SigningKeyPair& key) {
    ByteWriter out;
    out.raw(magic);
    out.block(bytesOf(json));
    out.raw(crypto::sign(out.bytes(), key));
    return out.take();
}

Result<SignedJson> openSignedJson(ByteView bytes, const crypto::PublicKey& key, ProtocolErrc fault,
                                  const std::string& name) {
    ByteReader in(bytes);
    const auto magic = in.raw(kMagicBytes);
    const auto json = in.block();
    const auto signedEnd = in.offset();
    const auto signature = in.raw(std::tuple_size_v<crypto::Signature>);
    if (!magic || !json || !signature || !in.atEnd()) return fail(fault, name + " is truncated.");
    if (!crypto::verify(bytes.first(signedEnd), *signature, key))
        return fail(fault, name + " is not signed by the server of this study.");
    return SignedJson{textOf(*magic), textOf(*json)};
}

} // namespace peil::protocol
