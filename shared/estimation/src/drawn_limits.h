// SPDX-License-Identifier: Apache-2.0
#pragma once

// Limits out of drawn sizes, drawn until chance in the drawing no longer reaches the digits that are printed. Internal.

#include "peil/estimation/resample.h"

#include <algorithm>

namespace peil::estimation {

/// Quantile of sorted values, R's type 7; infinite values stay infinite.
[[nodiscard]] double sortedQuantile(std::span<const double> sorted, double q);

/// Standard error of that quantile by the drawing alone: half the distance between the values one standard deviation of
/// the rank, sqrt(R q (1-q)), to either side of it (David and Nagaraja 2003, section 7.1). 0 when both are infinite.
[[nodiscard]] double quantileError(std::span<const double> sorted, double q);

struct DrawnLimits {
    double lower = kMissing, median = kMissing, upper = kMissing;
    double error = kMissing; ///< the larger standard error of the two limits
};
[[nodiscard]] DrawnLimits limitsOf(std::span<const double> sorted, double level);

/// True when the error is at most half of the unit to which `size` and its limits are printed.
[[nodiscard]] bool settled(const DrawnLimits& limits, double size);

/// Fills `values` by `draw(index)` for growing indices, sorted, from `least` on until `enough(values)` or `most` of
/// them; each round doubles them. `draw` gives NaN for a draw that is left out.
/// @return Cancelled.
template <class Draw, class Enough>
Result<> drawUntil(std::size_t least, std::size_t most, const Progress& progress, std::vector<double>& values,
                   Draw draw, Enough enough) {
    constexpr std::size_t kProgressEvery = 500;
    std::size_t index = 0;
    for (std::size_t goal = least;; goal = std::min(most, 2 * goal)) {
        for (; index < goal; ++index) {
            if (progress && index % kProgressEvery == 0 &&
                !progress(static_cast<double>(index) / static_cast<double>(goal)))
                return fail(EstimationErrc::Cancelled, "The drawing was stopped.");
            if (const double value = draw(index); value == value) values.push_back(value);
        }
        std::sort(values.begin(), values.end());
        if (goal >= most || enough(values)) return {};
    }
}

} // namespace peil::estimation
