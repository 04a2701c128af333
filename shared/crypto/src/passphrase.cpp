// SPDX-License-Identifier: Apache-2.0
#include "passphrase.h"

#include "peil/crypto/error.h"
#include "peil/crypto/strength.h"
#include "sodium_start.h"

#include <sodium.h>

namespace peil::crypto {
namespace {

// A file may not ask for less: someone who can write it could make guessing cheap. Nor for more: it could hang a
// tablet. The product writes 64 MiB and three passes; the floor exists so that tests do not spend their time here.
constexpr PassphraseCost kFloor{1, 8 * 1024};
constexpr PassphraseCost kCeiling{16, 1024 * 1024};

} // namespace

PassphraseCost PassphraseCost::minimal() {
    return kFloor;
}

bool withinBounds(const PassphraseCost& cost) {
    return cost.passes >= kFloor.passes && cost.passes <= kCeiling.passes && cost.memoryKiB >= kFloor.memoryKiB &&
           cost.memoryKiB <= kCeiling.memoryKiB;
}

Result<> checkStrength(ByteView passphrase) {
    switch (strengthOf(passphrase)) {
    case Strength::TooShort:
        return fail(CryptoErrc::WeakPassphrase,
                    "This passphrase has fewer than 12 characters, not counting spaces; use five or more words.");
    case Strength::Easy:
        return fail(CryptoErrc::WeakPassphrase, "This passphrase is easy to guess; use five or more unrelated words.");
    case Strength::Enough:
    case Strength::Strong:
        break;
    }
    return {};
}

Result<SecretKey> stretch(ByteView passphrase, const Salt& salt, const PassphraseCost& cost) {
    if (!withinBounds(cost))
        return fail(CryptoErrc::BadKeyFile, "The cost of trying a passphrase is outside the bounds that Peil allows.");
    startSodium();
    SecretBytes key(kKeyBytes);
    const auto chars = textOf(passphrase);
    if (::crypto_pwhash(key.writable().data(), kKeyBytes, chars.data(), chars.size(), salt.data(), cost.passes,
                        std::size_t{cost.memoryKiB} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(CryptoErrc::OutOfMemory, "Checking a passphrase needs " + std::to_string(cost.memoryKiB / 1024) +
                                                 " MiB of free memory: close other programs and try again.");
    return SecretKey::copyOf(key.view());
}

} // namespace peil::crypto
