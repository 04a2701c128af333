// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a new secret that a person chose can be guessed: one judgement for the passphrases of tablets and key files
// and for the passwords of users. What was chosen before is not judged again.

#include "peil/base/bytes.h"

#include <string_view>
#include <vector>

namespace peil::crypto {

enum class Strength {
    TooShort, ///< fewer than kMinSecretCharacters, blanks apart
    Easy,     ///< a guesser who knows words, names, dates and keyboards needs fewer than 2^kMinSecretBits tries
    Enough,
    Strong, ///< 2^kStrongSecretBits tries and more
};

inline constexpr std::size_t kMinSecretCharacters = 12;
inline constexpr double kMinSecretBits = 30, kStrongSecretBits = 45;

/// By the estimate of zxcvbn, with the blanks and without them: blanks alone make no word hard to guess. The copies
/// that this takes are wiped.
/// @param known  further words that a guesser tries, such as the user's name
[[nodiscard]] Strength strengthOf(ByteView secret, const std::vector<std::string_view>& known = {});

} // namespace peil::crypto
