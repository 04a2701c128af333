// SPDX-License-Identifier: Apache-2.0
#pragma once

// How sizes are printed: a size and its limits are rounded together, to the same unit, and a size is never printed on
// or outside a limit (METHOD.md, 11). For print only: nothing is computed from a rounded number.

#include <optional>
#include <string>

namespace peil::estimation {

/// A size and its limits in multiples of one unit.
struct PrintedSize {
    double unit = 1;  ///< a power of ten
    int decimals = 0; ///< digits after the point that the unit needs
    std::optional<double> N, lower, upper;
};

/// The unit follows from the size: 1,000 from 100,000 people on, 100 from 1,000 on, 10 from 100 on, else 1. Without a
/// size it follows from the lower limit. While a limit that differs from the size would be printed as the size, the
/// next smaller unit is treated as all three; a limit that equals the size does not ask for one. What is not given or
/// not finite stays out. Half away from zero.
[[nodiscard]] PrintedSize printedSize(std::optional<double> N, std::optional<double> lower = {},
                                      std::optional<double> upper = {});

/// The largest power of ten, at most 1,000, of which every number that is given is a multiple: how a printed figure was
/// rounded. 1 when none is given.
[[nodiscard]] double unitOf(std::optional<double> N, std::optional<double> lower, std::optional<double> upper);

struct NumberMarks {
    char thousands = ',';
    char decimal = '.';
};
/// "13,300" or "1.5". `decimals` as in PrintedSize. Precondition: a finite value.
[[nodiscard]] std::string groupedText(double value, int decimals = 0, NumberMarks marks = {});

} // namespace peil::estimation
