// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the server signs and others keep: eight characters that name kind and version, a block of JSON, an Ed25519
// signature over both.

#include "peil/crypto/seal.h"
#include "peil/protocol/error.h"

#include <string_view>

namespace peil::protocol {

struct SignedJson {
    std::string_view magic, json; ///< both point into what was read
};

[[nodiscard]] Bytes signJson(std::string_view magic, std::string_view json, const crypto::SigningKeyPair& key);
/// Checks frame and signature. @return `fault` with a sentence that begins with `name`, e.g. "The receipt".
[[nodiscard]] Result<SignedJson> openSignedJson(ByteView bytes, const crypto::PublicKey& key, ProtocolErrc fault,
                                                const std::string& name);

} // namespace peil::protocol
