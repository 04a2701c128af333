// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many people to interview, where, and whether fieldwork is on its way there.

#include "peil/estimation/estimation_error.h"
#include "peil/estimation/interval.h"

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace peil::estimation {

struct SampleSize {
    double n0 = 0;       ///< with the design effect, for an endless population and full response
    std::uint64_t n = 0; ///< with finite population and nonresponse, rounded up
};
struct ProportionPlan {
    double p = 0.5;
    double halfWidth = 0.05; ///< absolute
    double level = 0.95;
    double deff = 1;
    double population = std::numeric_limits<double>::infinity();
    double nonresponse = 0; ///< 0 <= share < 1
};
/// n0 = z^2 p q/d^2; times deff; n/(1+(n-1)/N); over 1-nonresponse.
/// @return BadLevel or BadParameter.
[[nodiscard]] Result<SampleSize> sampleSizeForProportion(const ProportionPlan& plan);

struct SizePlan {
    double p = 0.5;
    double relativeHalfWidth = 0.1; ///< of N
    double level = 0.95;
    double deff = 1;
    double benchmarkCv = 0; ///< of B; must leave room: < relativeHalfWidth / z
    double nonresponse = 0;
};
/// n = deff (1-p)/(p (CV^2 - CV_B^2)) with CV = e/z: people needed for a relative precision of N (Fearon et al. 2017).
/// @return BadLevel, BadParameter, or NotEstimable when the benchmark alone is less certain than the target.
[[nodiscard]] Result<SampleSize> sampleSizeForSize(const SizePlan& plan);

struct AllocationPlan {
    std::uint64_t n = 0;
    double power = 0.5;       ///< share of a cell proportional to benchmark^power
    std::uint64_t floor = 30; ///< at least so many in each cell
};
/// Cells below the floor get it; the rest share what is left, by largest remainder; the sum is n.
/// @return NoRows, BadBenchmark, or BadParameter when the floors alone exceed n.
[[nodiscard]] Result<std::vector<std::uint64_t>> allocate(std::span<const double> benchmarks,
                                                          const AllocationPlan& plan);

} // namespace peil::estimation
