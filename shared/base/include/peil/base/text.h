// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text without a locale: the same bytes on every machine.

#include "peil/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peil {

/// Shortest decimal text that reads back as the same double, never with an exponent; "NaN", "Infinity", "-Infinity".
[[nodiscard]] std::string formatNumber(double value);
/// `value` with exactly `decimals` (0 to 17) digits after the point, half away from zero on the decimal value.
[[nodiscard]] std::string formatFixed(double value, int decimals);
/// Decimal number with an optional sign, point and exponent, as the whole text; otherwise nullopt.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);
[[nodiscard]] std::optional<std::int64_t> parseInteger(std::string_view text);
/// A number of people: digits, optionally a point and decimals. nullopt for anything else, and for up to three digits,
/// a point and three digits, because "1.234" is ambiguous.
[[nodiscard]] std::optional<double> parseCount(std::string_view text);

/// Without leading and trailing space, tab, carriage return and newline.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Parts between single `separator`s; "a,,b" gives three. Views into `text`.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
/// Tokens between runs of XML white space; never an empty one. Views into `text`.
[[nodiscard]] std::vector<std::string_view> splitWhitespace(std::string_view text);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// ASCII letters only.
[[nodiscard]] std::string toLowerAscii(std::string_view text);
[[nodiscard]] std::string replaceAll(std::string text, std::string_view from, std::string_view to);

[[nodiscard]] bool isUtf8(std::string_view text);

/// Levenshtein distance in bytes, for "did you mean"; stops counting at `limit`.
[[nodiscard]] std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit);
/// The nearest of `candidates` within a third of the length of `word` (at least 1); for "did you mean".
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace peil
