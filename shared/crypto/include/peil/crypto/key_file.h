// SPDX-License-Identifier: Apache-2.0
#pragma once

// A key file on the machine of a researcher or the study office, protected by a passphrase (Argon2id).

#include "peil/crypto/key_slots.h"
#include "peil/crypto/seal.h"

namespace peil::crypto {

enum class KeyPurpose : std::uint8_t { Sealing = 1, Signing = 2 }; // persisted; never renumber

/// The public part of a key file.
struct KeyFileInfo {
    KeyPurpose purpose{};
    PublicKey publicKey{};
    std::string fingerprint; ///< first 16 bytes of BLAKE2b-256 of the public key, hexadecimal
};

[[nodiscard]] std::string fingerprint(const PublicKey& key);
/// @return WeakPassphrase or a file error.
[[nodiscard]] Result<> writeKeyFile(const std::filesystem::path& file, KeyPurpose purpose, const SecretKey& secret,
                                    const PublicKey& publicKey, ByteView passphrase, Rng& rng,
                                    PassphraseCost cost = {});
/// @return BadKeyFile or BaseErrc::FileNotFound.
[[nodiscard]] Result<KeyFileInfo> readKeyFileInfo(const std::filesystem::path& file);
/// @return WrongPassphrase, BadKeyFile.
[[nodiscard]] Result<SecretKey> openKeyFile(const std::filesystem::path& file, ByteView passphrase);

} // namespace peil::crypto
