// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/signer_box.h"

#include "peil/crypto/error.h"
#include "sodium_start.h"

#include <sodium.h>

namespace peil::crypto {

Result<Bytes> boxSealForSigner(ByteView plain, const PublicKey& signer) {
    startSodium();
    PublicKey recipient{};
    if (::crypto_sign_ed25519_pk_to_curve25519(recipient.data(), signer.data()) != 0)
        return fail(CryptoErrc::NotAuthentic, "The key is not a signing key: nothing can be sealed for it.");
    return boxSeal(plain, recipient);
}

Result<SecretBytes> boxOpenAsSigner(ByteView sealed, const SigningKeyPair& signer) {
    startSodium();
    PublicKey unused{};
    SecretBytes expanded(crypto_sign_SECRETKEYBYTES);
    SecretBytes scalar(crypto_box_SECRETKEYBYTES);
    ::crypto_sign_seed_keypair(unused.data(), expanded.writable().data(), signer.seed.view().data());
    ::crypto_sign_ed25519_sk_to_curve25519(scalar.writable().data(), expanded.view().data());
    PEIL_TRY(auto secret, SecretKey::copyOf(scalar.view()));
    BoxKeyPair pair{{}, std::move(secret)};
    ::crypto_scalarmult_base(pair.publicKey.data(), pair.secretKey.view().data());
    return boxOpen(sealed, pair);
}

} // namespace peil::crypto
