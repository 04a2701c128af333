// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sealing and signing: XChaCha20-Poly1305, X25519 sealed boxes, Ed25519, BLAKE2b, all by libsodium.

#include "peil/crypto/secret.h"

#include <array>
#include <string>

namespace peil::crypto {

using PublicKey = std::array<std::uint8_t, 32>; ///< X25519 or Ed25519, by context
using Signature = std::array<std::uint8_t, 64>;
using Digest = std::array<std::uint8_t, 32>;
using Nonce = std::array<std::uint8_t, 24>;

/// XChaCha20-Poly1305 under `key`; 16 bytes longer than `plain`.
[[nodiscard]] Bytes aeadSeal(const SecretKey& key, const Nonce& nonce, ByteView plain, ByteView associatedData);
/// @return CryptoErrc::NotAuthentic when key, nonce, associated data or one bit of `sealed` differ.
[[nodiscard]] Result<SecretBytes> aeadOpen(const SecretKey& key, const Nonce& nonce, ByteView sealed,
                                           ByteView associatedData);
[[nodiscard]] Nonce randomNonce(Rng& rng);

/// X25519 key pair of a recipient (a researcher, the escrow).
struct BoxKeyPair {
    PublicKey publicKey{};
    SecretKey secretKey;
};
[[nodiscard]] BoxKeyPair makeBoxKeyPair(Rng& rng);
/// Anonymous sealed box (ephemeral key); the ephemeral key comes from libsodium's own generator.
[[nodiscard]] Bytes boxSeal(ByteView plain, const PublicKey& recipient);
/// @return CryptoErrc::NotAuthentic.
[[nodiscard]] Result<SecretBytes> boxOpen(ByteView sealed, const BoxKeyPair& recipient);

/// Ed25519 signing identity, kept as its 32-byte seed.
struct SigningKeyPair {
    PublicKey publicKey{};
    SecretKey seed;
    [[nodiscard]] SigningKeyPair clone() const { return {publicKey, seed.clone()}; }
};
[[nodiscard]] SigningKeyPair makeSigningKeyPair(Rng& rng);
[[nodiscard]] SigningKeyPair signingKeyPairFromSeed(SecretKey seed);
[[nodiscard]] Signature sign(ByteView message, const SigningKeyPair& key);
[[nodiscard]] bool verify(ByteView message, ByteView signature, ByteView publicKey);

/// BLAKE2b-256, optionally keyed.
[[nodiscard]] Digest blake2b(ByteView message);
[[nodiscard]] Digest blake2bKeyed(ByteView message, const SecretKey& key);
/// Subkey of `key` for one purpose: keyed BLAKE2b over `label`.
[[nodiscard]] SecretKey subkey(const SecretKey& key, std::string_view label);
[[nodiscard]] Digest sha256(ByteView message);
/// "MD5", "SHA-1", "SHA-256", "SHA-384" or "SHA-512" (any case, hyphen optional). For digest() in forms, not for
/// security.
/// @return CryptoErrc::UnknownAlgorithm.
[[nodiscard]] Result<Bytes> digest(std::string_view algorithm, ByteView message);
/// Same length, same bytes, in constant time.
[[nodiscard]] bool equalConstantTime(ByteView a, ByteView b);
/// ISO/IEC 7816-4 padding up to a multiple of `blockSize`.
[[nodiscard]] SecretBytes pad(ByteView plain, std::size_t blockSize);
/// @return CryptoErrc::BadPadding.
[[nodiscard]] Result<SecretBytes> unpad(const SecretBytes& padded, std::size_t blockSize);
/// Argon2id hash of a password for storage, with its own salt and parameters (64 MiB, t=3), as text.
[[nodiscard]] Result<std::string> hashPassword(ByteView password);
[[nodiscard]] bool verifyPassword(std::string_view hash, ByteView password);

} // namespace peil::crypto
