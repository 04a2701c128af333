// SPDX-License-Identifier: Apache-2.0
// X25519 sealed boxes.
#include "peil/crypto/error.h"
#include "peil/crypto/seal.h"
#include "sodium_start.h"

#include <sodium.h>

namespace peil::crypto {

BoxKeyPair makeBoxKeyPair(Rng& rng) {
    BoxKeyPair pair{{}, SecretKey::random(rng)};
    ::crypto_scalarmult_base(pair.publicKey.data(), pair.secretKey.view().data());
    return pair;
}

Bytes boxSeal(ByteView plain, const PublicKey& recipient) {
    startSodium();
    Bytes sealed(plain.size() + crypto_box_SEALBYTES);
    ::crypto_box_seal(sealed.data(), plain.data(), plain.size(), recipient.data());
    return sealed;
}

Result<SecretBytes> boxOpen(ByteView sealed, const BoxKeyPair& recipient) {
    if (sealed.size() < crypto_box_SEALBYTES) return fail(CryptoErrc::NotAuthentic, "The sealed box is too short.");
    SecretBytes plain(sealed.size() - crypto_box_SEALBYTES);
    if (::crypto_box_seal_open(plain.writable().data(), sealed.data(), sealed.size(), recipient.publicKey.data(),
                               recipient.secretKey.view().data()) != 0)
        return fail(CryptoErrc::NotAuthentic, "The sealed box does not open with this key.");
    return plain;
}

} // namespace peil::crypto
