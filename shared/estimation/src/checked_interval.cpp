// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/checked_interval.h"

#include "peil/base/enum_text.h"

#include <algorithm>
#include <cmath>

namespace peil::estimation {
namespace {

constexpr double kRounding = 1e-9;

constexpr EnumText<NoInterval> kIds[] = {
    {NoInterval::NoVariance, "no_variance"},
    {NoInterval::BelowRegister, "below_register"},
    {NoInterval::ExcludesEstimate, "excludes_estimate"},
    {NoInterval::NotANumber, "not_a_number"},
};

/// a <= b but for rounding error.
bool atMost(double a, double b) {
    return a <= b || a - b <= kRounding * std::max(std::abs(a), std::abs(b));
}

} // namespace

std::string_view idOf(NoInterval why) {
    return textIn(kIds, why);
}

std::optional<double> CheckedInterval::upper() const {
    return limits && std::isfinite(limits->upper) ? std::optional(limits->upper) : std::nullopt;
}

CheckedInterval checked(Interval limits, double estimate, double least) {
    if (std::isnan(limits.upper) || std::isnan(estimate) || !std::isfinite(limits.lower))
        return CheckedInterval::none(NoInterval::NotANumber);
    if (!atMost(limits.lower, estimate) || !atMost(estimate, limits.upper))
        return CheckedInterval::none(NoInterval::ExcludesEstimate);
    if (!atMost(least, limits.lower)) return CheckedInterval::none(NoInterval::BelowRegister);
    limits.lower = std::min(std::max(limits.lower, least), estimate);
    limits.upper = std::max(limits.upper, estimate);
    return {limits, {}};
}

} // namespace peil::estimation
