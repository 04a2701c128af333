// SPDX-License-Identifier: Apache-2.0
#pragma once

// Intervals by resampling, as a check on the linearised ones: the Rao-Wu rescaled bootstrap.

#include "peil/estimation/checked_interval.h"
#include "peil/estimation/counter_rng.h"
#include "peil/estimation/survey.h"

#include <functional>

namespace peil::estimation {

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
    std::size_t unbounded = 0;         ///< replicates with no one in care: N infinite, kept in the ordering
    std::size_t undefined = 0;         ///< replicates without a row of the domain: left out
    std::uint64_t seed = 0;
};
/// Percentile interval of N = B/p from Rao-Wu-Yue replicates: m_h = n_h - 1 clusters drawn with replacement in each
/// stratum, each worth n_h/(n_h-1); a stratum with one cluster stays as it is. Replicates that are all alike are no
/// certainty: there is no interval then. The frame counts as infinite. The order of the rows does not matter.
/// @return SizeMismatch, NoRows, BadBenchmark, BadIndicator, BadLevel, BadParameter (replicates, benchmarkCv),
/// NotEstimable (no one in care) or Cancelled.
[[nodiscard]] Result<BootstrapEstimate> raoWuBootstrap(const Design& design, const Domain& domain,
                                                       std::span<const double> indicator, double benchmark,
                                                       const BootstrapOptions& options = {});

} // namespace peil::estimation
