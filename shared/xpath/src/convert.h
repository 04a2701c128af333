// SPDX-License-Identifier: Apache-2.0
#pragma once

// number() and string() of plain values.

#include "peil/xpath/expression.h"

#include <string>
#include <string_view>

namespace peil::xpath {

/// Of digits with an optional sign, point and exponent: 0 or infinity beyond the range of doubles.
[[nodiscard]] double decimalNumber(std::string_view text);
/// XPath 1.0's grammar of numbers, white space around it ignored; NaN for anything else (no exponent, no `+`, no hex).
[[nodiscard]] double lexicalNumber(std::string_view text);
/// The same, but a text in the form of a date or date-time gives its days since 1970-01-01T00:00Z.
[[nodiscard]] double textNumber(std::string_view text, const Host& host);
/// Shortest decimal without exponent. Below 1e-12 it is the noise of binary fractions and prints as 0.
[[nodiscard]] std::string numberText(double value);
/// The host of a context, or one without anything.
[[nodiscard]] const Host& hostOf(const Context& context);

inline constexpr double kTolerance = 1e-12;

} // namespace peil::xpath
