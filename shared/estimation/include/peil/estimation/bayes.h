// SPDX-License-Identifier: Apache-2.0
#pragma once

// The multiplier estimate with a beta prior on p and a log-normal benchmark. The median is reported: the posterior mean
// of 1/p is biased upward. Nothing is drawn: the posterior of B/p is integrated, so that its quantiles have no Monte
// Carlo error.

#include "peil/estimation/checked_interval.h"
#include "peil/estimation/design.h"

namespace peil::estimation {

struct BayesInput {
    double x = 0; ///< in care; with an effective sample size: p n_eff
    double n = 0; ///< people, or the effective sample size
    double benchmark = 0;
    double benchmarkCv = 0; ///< 0 = the benchmark is exact
    double priorA = 0.5;    ///< > 0, Jeffreys by default
    double priorB = 0.5;
    double level = 0.95;
};
struct BayesEstimate {
    double median = kMissing;
    CheckedInterval interval; ///< equal tails, about the median
    double pMedian = kMissing;
};
/// @return BadLevel, BadBenchmark or BadParameter.
[[nodiscard]] Result<BayesEstimate> bayesSize(const BayesInput& input);

} // namespace peil::estimation
