// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/signer_box.h"

#include "peil/crypto/error.h"
#include "peil_test/result.h"
#include "peil_test/rng.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using namespace peil::crypto;
using peil_test::need;

TEST_CASE("a box for a signing key opens with its seed and no other, and not when a bit of it changed", "[crypto]") {
    peil_test::SeededRng rng(3);
    const auto signer = makeSigningKeyPair(rng);
    const auto stranger = makeSigningKeyPair(rng);
    auto box = need(boxSealForSigner(bytesOf("what was finished"), signer.publicKey));
    CHECK(textOf(need(boxOpenAsSigner(box, signer)).view()) == "what was finished");
    CHECK(boxOpenAsSigner(box, stranger).error().code == CryptoErrc::NotAuthentic);
    box.back() ^= 1U;
    CHECK(boxOpenAsSigner(box, signer).error().code == CryptoErrc::NotAuthentic);
    CHECK(boxOpenAsSigner(ByteView(box).first(8), signer).error().code == CryptoErrc::NotAuthentic);
    // All zeros are no key of Ed25519.
    CHECK(boxSealForSigner(bytesOf("x"), PublicKey{}).error().code == CryptoErrc::NotAuthentic);
}
