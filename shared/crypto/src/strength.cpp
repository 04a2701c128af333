// SPDX-License-Identifier: Apache-2.0
#include "peil/crypto/strength.h"

#include "peil/crypto/secret.h"

#include <algorithm>
#include <string>
#include <zxcvbn.h>

namespace peil::crypto {
namespace {

constexpr std::size_t kJudgedBytes = 100; // more adds nothing to the verdict, and takes time

/// What a guesser needs for the beginning of `secret`, as a power of two.
double guessBits(ByteView secret, const std::vector<std::string>& words) {
    std::vector<const char*> known{"peil"};
    for (const auto& word : words)
        known.push_back(word.c_str());
    known.push_back(nullptr);
    const auto judged = secret.first(std::min(secret.size(), kJudgedBytes));
    SecretBytes text(judged.size() + 1); // ends with a zero
    std::ranges::copy(judged, text.writable().begin());
    text.writable().back() = 0;
    return ZxcvbnMatch(reinterpret_cast<const char*>(text.view().data()), known.data(), nullptr);
}

} // namespace

Strength strengthOf(ByteView secret, const std::vector<std::string_view>& known) {
    SecretBytes buffer(secret.size());
    const auto end = std::ranges::copy_if(secret, buffer.writable().begin(), [](auto byte) { return byte != ' '; }).out;
    const auto compact = buffer.view().first(static_cast<std::size_t>(end - buffer.writable().begin()));
    // The second and later bytes of a UTF-8 character are 10xxxxxx.
    const auto characters = std::ranges::count_if(compact, [](auto byte) { return (byte & 0xC0U) != 0x80U; });
    if (static_cast<std::size_t>(characters) < kMinSecretCharacters) return Strength::TooShort;
    const std::vector<std::string> words(known.begin(), known.end());
    const auto bits = std::min(guessBits(secret, words), guessBits(compact, words));
    if (bits < kMinSecretBits) return Strength::Easy;
    return bits < kStrongSecretBits ? Strength::Enough : Strength::Strong;
}

} // namespace peil::crypto
