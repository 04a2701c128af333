// SPDX-License-Identifier: Apache-2.0
#pragma once

// Unicode support for answers and codes: composed form, and comparison without case and accents.

#include <string>
#include <string_view>

namespace peil {

/// Normalization Form C (UAX #15). Text that is not UTF-8 comes back unchanged.
[[nodiscard]] std::string toNfc(std::string_view text);
/// NFKD, marks removed, full case folding: "Café" and "CAFE" become the same text.
[[nodiscard]] std::string foldForMatching(std::string_view text);
/// Precondition: a code point of Unicode that is no surrogate.
void appendUtf8(std::string& out, char32_t point);
/// Number of code points of valid UTF-8.
[[nodiscard]] std::size_t codePointCount(std::string_view text);

} // namespace peil
