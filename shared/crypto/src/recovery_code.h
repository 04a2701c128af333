// SPDX-License-Identifier: Apache-2.0
#pragma once

// The printed recovery code: 128 random bits and a check of 10 bits, as seven groups of four characters that are not
// treated as one another (Crockford's base 32: no I, L, O, U).

#include "peil/crypto/secret.h"

#include <optional>

namespace peil::crypto {

inline constexpr std::size_t kRecoveryBytes = 16;

/// "K7QM-…", 34 characters of ASCII. @pre `secret` has kRecoveryBytes.
[[nodiscard]] SecretBytes formatRecoveryCode(const SecretBytes& secret);
/// The 16 bytes when `text` is a code: any case, hyphens and spaces anywhere, O for 0, I and L for 1. Nothing when it
/// is not, or when its check fails.
[[nodiscard]] std::optional<SecretBytes> parseRecoveryCode(ByteView text);

} // namespace peil::crypto
