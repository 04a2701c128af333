// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the key slot file and the key file share: bounds of the cost, and Argon2id.

#include "peil/crypto/key_slots.h"
#include "peil/crypto/seal.h"

#include <array>

namespace peil::crypto {

inline constexpr std::size_t kSaltBytes = 16;
using Salt = std::array<std::uint8_t, kSaltBytes>;

/// Within the floors and ceilings.
[[nodiscard]] bool withinBounds(const PassphraseCost& cost);
/// @return WeakPassphrase.
[[nodiscard]] Result<> checkStrength(ByteView passphrase);
/// Argon2id, 32 bytes. @return OutOfMemory; BadKeyFile when `cost` is out of bounds.
[[nodiscard]] Result<SecretKey> stretch(ByteView passphrase, const Salt& salt, const PassphraseCost& cost);

} // namespace peil::crypto
