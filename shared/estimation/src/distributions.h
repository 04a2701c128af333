// SPDX-License-Identifier: Apache-2.0
#pragma once

// Quantiles and distribution functions, with the limits that the formulas need at the ends. The one place of this
// library that includes Boost.Math, so that its headers are compiled once.

namespace peil::estimation::dist {

/// Standard normal. p in (0, 1).
[[nodiscard]] double normalQuantile(double p);
[[nodiscard]] double normalCdf(double x);
/// Student's t; an infinite or huge df is the normal.
[[nodiscard]] double studentQuantile(double p, double df);
/// Two-sided critical values: 1 - (1-level)/2.
[[nodiscard]] double normalCritical(double level);
[[nodiscard]] double studentCritical(double level, double df);
/// Beta(a, b); 0 when a = 0 and 1 when b = 0, as the exact interval needs.
[[nodiscard]] double betaQuantile(double p, double a, double b);
/// P(X <= k) of a binomial.
[[nodiscard]] double binomialCdf(double k, double n, double p);

} // namespace peil::estimation::dist
