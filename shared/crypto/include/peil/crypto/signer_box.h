// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sealed boxes for the holder of an Ed25519 signing key: the X25519 key is derived from it.

#include "peil/crypto/seal.h"

namespace peil::crypto {

/// An anonymous sealed box that only the owner of `signer` opens.
/// @return CryptoErrc::NotAuthentic when `signer` is not an Ed25519 key.
[[nodiscard]] Result<Bytes> boxSealForSigner(ByteView plain, const PublicKey& signer);
/// @return CryptoErrc::NotAuthentic.
[[nodiscard]] Result<SecretBytes> boxOpenAsSigner(ByteView sealed, const SigningKeyPair& signer);

} // namespace peil::crypto
