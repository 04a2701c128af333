// SPDX-License-Identifier: Apache-2.0
#pragma once

// Intervals for a proportion: twelve binomial ones for x of n, and those that honour the design through its variance
// and degrees of freedom. Formulas and sources: METHOD.md, 3.1 and 3.2.

#include "peil/estimation/estimation_error.h"

#include <optional>
#include <string_view>

namespace peil::estimation {

struct Interval {
    double lower = 0;
    double upper = 1;
};

enum class BinomialMethod {
    Wald,
    WaldContinuity,
    Wilson,
    WilsonContinuity,
    AgrestiCoull,
    ClopperPearson,
    JeffreysRaw,
    Jeffreys, ///< ends at 0 and 1 when x is 0 or n
    BayesUniform,
    Logit, ///< undefined when x is 0 or n
    Arcsine,
    MidP,
};

/// Names as in the reference vectors: wald, wald_cc, wilson, wilson_cc, agresti_coull, clopper_pearson, jeffreys_raw,
/// jeffreys, bayes_uniform, logit, arcsine, mid_p.
[[nodiscard]] std::optional<BinomialMethod> binomialMethod(std::string_view name);
[[nodiscard]] std::string_view idOf(BinomialMethod method);

/// Limits as each method defines them: Wald and Agresti-Coull may leave [0, 1]. `x` and `n` need not be whole, so that
/// an effective sample size can be used (MidP rounds both down).
/// @return BadLevel, BadParameter (n <= 0 or x outside [0, n]), NotEstimable (Logit at x = 0 or n).
[[nodiscard]] Result<Interval> binomialInterval(BinomialMethod method, double x, double n, double level);

enum class DesignMethod {
    Logit,       ///< expit(logit p -+ t se/(p q))
    LogitCapped, ///< the same, the effective sample size at most n: variance max(v, p q/n), a design effect of at least
                 ///< 1
    Beta,        ///< Korn-Graubard; the effective sample size may exceed n, as in R
    BetaNchs,    ///< the same, the effective sample size at most n (NCHS 2017)
    Likelihood,  ///< the exact root of 2 n_e [p ln(p/P) + q ln(q/Q)] = t^2
    Arcsine,
    Mean, ///< p -+ t se; can leave (0, 1)
};

/// Names: logit (also xlogit), logit_capped, beta, beta_nchs, likelihood, asin, mean.
[[nodiscard]] std::optional<DesignMethod> designMethod(std::string_view name);
[[nodiscard]] std::string_view idOf(DesignMethod method);

/// What a design-based interval needs to know of an estimate.
struct ProportionStatistics {
    double p = 0;
    double variance = 0;
    double degreesOfFreedom = 0;
    double n = 0; ///< rows in the domain
};

/// Variance that `method` counts with: that of the design, for LogitCapped at least p q/n.
[[nodiscard]] double varianceUsed(DesignMethod method, const ProportionStatistics& statistics);

/// @return BadLevel, or NotEstimable when p is 0 or 1, the variance is 0 or df < 1: use the exact interval then.
[[nodiscard]] Result<Interval> designInterval(DesignMethod method, const ProportionStatistics& statistics,
                                              double level);

/// n* of Korn and Graubard: p q / v, times (t(a/2, n-1)/t(a/2, df))^2. Preconditions as designInterval.
[[nodiscard]] double kornGraubardN(const ProportionStatistics& statistics, double level);

} // namespace peil::estimation
