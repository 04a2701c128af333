// SPDX-License-Identifier: Apache-2.0
#pragma once

// The numbers that the codes of a choice have in .sav and .dta. Internal.

#include "peil/export/dataset.h"

#include <optional>

namespace peil::exports {

/// Stata's value labels are on 32-bit integers; its missing values are above the highest.
inline constexpr double kLowestDtaLabel = -2147483647, kHighestDtaLabel = 2147483620;

/// One number for each value; equal codes have equal numbers, others never.
/// - A whole-number code ("0", "98", "-1", "2012250177") is its own number, always, below 9e15.
/// - Digits with zeros before them ("01") are their number when no other code of the list is that number.
/// - "false" and "true" alone are 0 and 1.
/// - Every other code gets the next number after the highest, in the order of the list: 0, 1, dk are 0, 1, 2, and a
/// list
///   of words is 1, 2, 3.
[[nodiscard]] std::vector<double> statNumbers(const std::vector<ValueLabel>& values);
/// True when the number is not how the code is written, so that a codebook must say it.
[[nodiscard]] bool isMapped(std::string_view code, double number);

} // namespace peil::exports
