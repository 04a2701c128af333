// SPDX-License-Identifier: Apache-2.0
#pragma once

// Methods that R has and no program of Peil uses: totals, ratios, the jackknife and the plain bootstrap. They check the
// parts that the product does use against R's: the design with its strata, clusters and covariances, the random numbers
// and the quantiles.

#include "peil/estimation/resample.h"

namespace peil::conformance {

using namespace peil::estimation;

struct TotalEstimate {
    double estimate = kMissing;
    double standardError = kMissing;
};
/// Weighted total of `y`, with its variance by surveyCovariance(). @return as surveyMean.
[[nodiscard]] Result<TotalEstimate> surveyTotal(const Design& design, const Domain& domain, std::span<const double> y);
/// Ratio of two weighted totals. @return as surveyMean.
[[nodiscard]] Result<TotalEstimate> surveyRatio(const Design& design, const Domain& domain,
                                                std::span<const double> numerator, std::span<const double> denominator);

enum class JackknifeKind {
    JK1, ///< leave out each cluster; strata ignored
    JKn, ///< leave out each cluster within its stratum
};
struct JackknifeEstimate {
    double p = kMissing;
    double standardError = kMissing; ///< of p, centred at the mean of the replicates
    double N = kMissing;
    double standardErrorN = kMissing; ///< missing when a replicate has nobody in care
    std::size_t replicates = 0;
};
/// @return SizeMismatch, NoRows, BadBenchmark, BadIndicator, or NotEstimable with fewer than two clusters or nobody in
/// care.
[[nodiscard]] Result<JackknifeEstimate> jackknife(const Design& design, const Domain& domain,
                                                  std::span<const double> indicator, double benchmark,
                                                  JackknifeKind kind);

/// The plain bootstrap: people drawn with replacement, within strata when these are given; unweighted. Limits as the
/// formulas give them: those of `basic` and `normal` can lie below B, so that they need checked() before they are given
/// out.
struct PlainBootstrap {
    double estimate = kMissing;
    double standardError = kMissing;
    Interval percentile, basic, normal, bca;
    double acceleration = 0;
    double bias = 0; ///< z0 of BCa
    std::uint64_t seed = 0;
};
/// N = B / mean(indicator); rows with NaN are left out. Limits may be infinite.
/// @param stratum  empty, or one code a row.
/// @return as raoWuBootstrap; NotEstimable when nobody is in care.
[[nodiscard]] Result<PlainBootstrap> plainBootstrap(std::span<const double> indicator,
                                                    std::span<const std::uint32_t> stratum, double benchmark,
                                                    const BootstrapOptions& options = {});
/// What the plain percentile interval tends to with endless replicates: B n / binomial quantiles.
/// @return BadBenchmark, BadLevel or BadParameter. The upper limit may be infinite.
[[nodiscard]] Result<Interval> plainBootstrapLimit(double x, double n, double benchmark, double level);

} // namespace peil::conformance
