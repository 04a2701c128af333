// SPDX-License-Identifier: Apache-2.0
#pragma once

// Keys as they are given on the command line.

#include "peil/crypto/key_file.h"

namespace peil::cli {

/// The public key of a key file, or 64 hexadecimal characters. @return BadInput, BadKeyFile.
[[nodiscard]] Result<crypto::PublicKey> publicKeyFrom(const std::string& fileOrHex, crypto::KeyPurpose purpose);
/// @return BadInput when the file holds a key for another purpose, WrongPassphrase with a sentence, BadKeyFile.
[[nodiscard]] Result<crypto::SigningKeyPair> openSigningKey(const std::filesystem::path& file,
                                                            const crypto::SecretBytes& passphrase);
[[nodiscard]] Result<crypto::BoxKeyPair> openSealingKey(const std::filesystem::path& file,
                                                        const crypto::SecretBytes& passphrase);

} // namespace peil::cli
