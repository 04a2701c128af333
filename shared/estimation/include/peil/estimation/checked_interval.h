// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one check that an interval of a size passes before it is given out. An interval that breaks it is not given, and
// says why: no limits are better than limits that exclude their own estimate.

#include "peil/estimation/interval.h"

namespace peil::estimation {

/// Why there is no interval. Persisted by id (see idOf).
enum class NoInterval {
    NoVariance,       ///< no basis for the spread: no design variance or no degrees of freedom
    BelowRegister,    ///< it would extend below the smallest possible size, such as the register's own count
    ExcludesEstimate, ///< it would not contain its own estimate
    NotANumber,       ///< a limit cannot be computed
};
/// Stable id, e.g. "below_register". Its words: shared/words.
[[nodiscard]] std::string_view idOf(NoInterval why);

/// Limits, or the reason why there are none: exactly one of the two.
struct CheckedInterval {
    std::optional<Interval> limits; ///< the upper one may be infinite: unbounded
    std::optional<NoInterval> why;

    [[nodiscard]] std::optional<double> lower() const { return limits ? std::optional(limits->lower) : std::nullopt; }
    /// None when it is unbounded, too.
    [[nodiscard]] std::optional<double> upper() const;
    [[nodiscard]] static CheckedInterval none(NoInterval why) { return {{}, why}; }
};

/// least <= lower <= estimate <= upper, none of them NaN and the lower limit finite. A difference of 1e-9 of the
/// numbers is rounding error and is repaired, so that the limits hold to the last bit.
/// @param estimate  infinite when the size has no upper bound.
/// @param least     the smallest size that can be.
[[nodiscard]] CheckedInterval checked(Interval limits, double estimate, double least);

} // namespace peil::estimation
