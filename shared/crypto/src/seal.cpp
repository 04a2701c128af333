// SPDX-License-Identifier: Apache-2.0
// Symmetric sealing, keyed and plain BLAKE2b, padding and password hashes.
#include "peil/crypto/seal.h"

#include "peil/crypto/error.h"
#include "sodium_start.h"

#include <algorithm>
#include <cassert>
#include <sodium.h>

namespace peil::crypto {
namespace {

constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr unsigned long long kPasswordPasses = 3;
constexpr std::size_t kPasswordMemory = std::size_t{64} << 20U;

} // namespace

Bytes aeadSeal(const SecretKey& key, const Nonce& nonce, ByteView plain, ByteView associatedData) {
    Bytes sealed(plain.size() + kTagBytes);
    unsigned long long length = 0;
    ::crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), &length, plain.data(), plain.size(),
                                                 associatedData.data(), associatedData.size(), nullptr, nonce.data(),
                                                 key.view().data());
    return sealed;
}

Result<SecretBytes> aeadOpen(const SecretKey& key, const Nonce& nonce, ByteView sealed, ByteView associatedData) {
    if (sealed.size() < kTagBytes) return fail(CryptoErrc::NotAuthentic, "The sealed text is too short.");
    SecretBytes plain(sealed.size() - kTagBytes);
    unsigned long long length = 0;
    if (::crypto_aead_xchacha20poly1305_ietf_decrypt(plain.writable().data(), &length, nullptr, sealed.data(),
                                                     sealed.size(), associatedData.data(), associatedData.size(),
                                                     nonce.data(), key.view().data()) != 0)
        return fail(CryptoErrc::NotAuthentic, "The sealed text does not open with this key.");
    return plain;
}

Nonce randomNonce(Rng& rng) {
    Nonce nonce{};
    rng.fill(nonce);
    return nonce;
}

Digest blake2b(ByteView message) {
    Digest digest{};
    ::crypto_generichash(digest.data(), digest.size(), message.data(), message.size(), nullptr, 0);
    return digest;
}

Digest blake2bKeyed(ByteView message, const SecretKey& key) {
    Digest digest{};
    ::crypto_generichash(digest.data(), digest.size(), message.data(), message.size(), key.view().data(),
                         key.view().size());
    return digest;
}

SecretKey subkey(const SecretKey& key, std::string_view label) {
    SecretBytes derived(kKeyBytes);
    const auto message = bytesOf(label);
    ::crypto_generichash(derived.writable().data(), kKeyBytes, message.data(), message.size(), key.view().data(),
                         key.view().size());
    return *SecretKey::copyOf(derived.view());
}

bool equalConstantTime(ByteView a, ByteView b) {
    return a.size() == b.size() && (a.empty() || ::sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

SecretBytes pad(ByteView plain, std::size_t blockSize) {
    assert(blockSize > 0);
    SecretBytes padded((plain.size() / blockSize + 1) * blockSize);
    std::ranges::copy(plain, padded.writable().begin());
    padded.writable()[plain.size()] = 0x80;
    return padded;
}

Result<SecretBytes> unpad(const SecretBytes& padded, std::size_t blockSize) {
    assert(blockSize > 0);
    std::size_t length = 0;
    if (padded.empty() || padded.size() % blockSize != 0 ||
        ::sodium_unpad(&length, padded.view().data(), padded.size(), blockSize) != 0)
        return fail(CryptoErrc::BadPadding, "The text has no padding of " + std::to_string(blockSize) + " bytes.");
    return SecretBytes::copyOf(padded.view().first(length));
}

Result<std::string> hashPassword(ByteView password) {
    startSodium();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const auto chars = textOf(password);
    if (::crypto_pwhash_str_alg(text.data(), chars.data(), chars.size(), kPasswordPasses, kPasswordMemory,
                                crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(CryptoErrc::OutOfMemory, "Hashing a password needs 64 MiB of free memory.");
    return std::string(text.data());
}

bool verifyPassword(std::string_view hash, ByteView password) {
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (hash.size() >= text.size()) return false;
    std::ranges::copy(hash, text.begin());
    const auto chars = textOf(password);
    return ::crypto_pwhash_str_verify(text.data(), chars.data(), chars.size()) == 0;
}

} // namespace peil::crypto
