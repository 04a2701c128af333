// SPDX-License-Identifier: Apache-2.0
#pragma once

// Variances by resampling, as a check on the linearised ones: jackknife, Rao-Wu rescaled bootstrap, and the plain
// bootstrap of people with its four intervals.

#include "peil/estimation/checked_interval.h"
#include "peil/estimation/counter_rng.h"
#include "peil/estimation/survey.h"

#include <functional>

namespace peil::estimation {

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

/// Called with the share that is done, 0..1, now and then; false stops the work with Cancelled.
using Progress = std::function<bool(double)>;

struct BootstrapOptions {
    std::size_t replicates = 2000;
    /// Above `replicates`: more are drawn, up to so many, until the Monte Carlo error of both limits is at most half of
    /// the unit to which they are printed (rounding.h). Else exactly `replicates`.
    std::size_t most = 0;
    double benchmarkCv = 0; ///< 0..1: each replicate draws its own register, log-normal about B (Rao-Wu only)
    std::uint64_t seed = 1;
    double level = 0.95;
    Progress progress;
};
struct BootstrapEstimate {
    double estimate = kMissing;
    double standardError = kMissing;   ///< over the finite replicates
    double mean = kMissing;            ///< over the finite replicates
    CheckedInterval interval;          ///< percentiles
    double monteCarloError = kMissing; ///< the larger standard error of the two limits by the drawing alone
    std::size_t replicates = 0;        ///< that were drawn
    std::size_t unbounded = 0;         ///< replicates with nobody in care: N infinite, kept in the ordering
    std::size_t undefined = 0;         ///< replicates without a row of the domain: left out
    std::uint64_t seed = 0;
};
/// Percentile interval of N = B/p from Rao-Wu-Yue replicates: m_h = n_h - 1 clusters drawn with replacement in each
/// stratum, each worth n_h/(n_h-1); a stratum with one cluster stays as it is. Replicates that are all alike are no
/// certainty: there is no interval then. The frame counts as infinite. The order
/// of the rows does not matter.
/// @return SizeMismatch, NoRows, BadBenchmark, BadIndicator, BadLevel, BadParameter (replicates, benchmarkCv),
/// NotEstimable (nobody in care) or Cancelled.
[[nodiscard]] Result<BootstrapEstimate> raoWuBootstrap(const Design& design, const Domain& domain,
                                                       std::span<const double> indicator, double benchmark,
                                                       const BootstrapOptions& options = {});

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

} // namespace peil::estimation
