// SPDX-License-Identifier: Apache-2.0
// Ed25519 signatures.
#include "peil/crypto/seal.h"

#include <sodium.h>

namespace peil::crypto {

SigningKeyPair signingKeyPairFromSeed(SecretKey seed) {
    SigningKeyPair pair{{}, std::move(seed)};
    SecretBytes expanded(crypto_sign_SECRETKEYBYTES);
    ::crypto_sign_seed_keypair(pair.publicKey.data(), expanded.writable().data(), pair.seed.view().data());
    return pair;
}

SigningKeyPair makeSigningKeyPair(Rng& rng) {
    return signingKeyPairFromSeed(SecretKey::random(rng));
}

Signature sign(ByteView message, const SigningKeyPair& key) {
    SecretBytes expanded(crypto_sign_SECRETKEYBYTES);
    PublicKey publicKey{};
    ::crypto_sign_seed_keypair(publicKey.data(), expanded.writable().data(), key.seed.view().data());
    Signature signature{};
    ::crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), expanded.view().data());
    return signature;
}

bool verify(ByteView message, ByteView signature, ByteView publicKey) {
    if (signature.size() != crypto_sign_BYTES || publicKey.size() != crypto_sign_PUBLICKEYBYTES) return false;
    return ::crypto_sign_verify_detached(signature.data(), message.data(), message.size(), publicKey.data()) == 0;
}

} // namespace peil::crypto
