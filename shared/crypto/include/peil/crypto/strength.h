// SPDX-License-Identifier: Apache-2.0
#pragma once

// Strength of a new secret chosen by a person: the same check for the passphrases of tablets and key files and the
// passwords of users. Existing secrets are not checked again.

#include "peil/base/bytes.h"

#include <string_view>
#include <vector>

namespace peil::crypto {

enum class Strength {
    TooShort, ///< fewer than kMinSecretCharacters, spaces apart
    Easy,     ///< can be guessed with words, names, dates and keyboard patterns in fewer than 2^kMinSecretBits attempts
    Enough,
    Strong, ///< 2^kStrongSecretBits tries and more
};

inline constexpr std::size_t kMinSecretCharacters = 12;
inline constexpr double kMinSecretBits = 30, kStrongSecretBits = 45;

/// Estimated by zxcvbn, with and without spaces: spaces alone do not make a word hard to guess. Temporary copies are
/// wiped.
/// @param known  further words that a guesser tries, such as the user's name
[[nodiscard]] Strength strengthOf(ByteView secret, const std::vector<std::string_view>& known = {});

} // namespace peil::crypto
