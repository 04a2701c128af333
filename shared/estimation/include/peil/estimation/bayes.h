// SPDX-License-Identifier: Apache-2.0
#pragma once

// The multiplier estimate with a beta prior on p and a log-normal benchmark. The median is reported: the posterior mean
// of 1/p is biased upward.

#include "peil/estimation/resample.h"

namespace peil::estimation {

struct BayesInput {
    double x = 0; ///< in care; with an effective sample size: p n_eff
    double n = 0; ///< people, or the effective sample size
    double benchmark = 0;
    double benchmarkCv = 0; ///< 0 = the benchmark is exact; then no draws are needed
    double priorA = 0.5;    ///< > 0, Jeffreys by default
    double priorB = 0.5;
    double level = 0.95;
    std::size_t draws = 10'000;
    std::uint64_t seed = 1;
    Progress progress;
};
struct BayesEstimate {
    double median = kMissing;
    Interval interval; ///< equal tails
    double pMedian = kMissing;
    std::uint64_t seed = 0;
};
/// @return BadLevel, BadBenchmark, BadParameter or Cancelled.
[[nodiscard]] Result<BayesEstimate> bayesSize(const BayesInput& input);

} // namespace peil::estimation
