// SPDX-License-Identifier: Apache-2.0
#pragma once

// How far bias could move a multiplier estimate: N_corrected = (B/p) k h/(c d s), each factor with a range that the
// analyst judges. A table and a tornado (one factor at a time) and a joint interval (all at once, with the sampling
// error of p and of the register).

#include "peil/estimation/resample.h"

#include <array>
#include <string_view>

namespace peil::estimation {

enum class BiasFactor {
    Completeness, ///< c: share of clients that the register holds; < 1 makes N too low
    Duplication,  ///< d: register count over people, >= 1
    Scope,        ///< s: register count over clients who belong to the population
    Reporting,    ///< k: self-reported over registered
    Sampling,     ///< h: share in care of the sample over that of the population
    Dependence,   ///< phi: the hidden part N - B is multiplied by it
};
inline constexpr std::size_t kBiasFactors = 6;
[[nodiscard]] std::string_view idOf(BiasFactor factor);

enum class RangeShape {
    Triangular, ///< between low and high, most likely at `mode`
    LogNormal,  ///< median `mode`, low and high its 2.5% and 97.5% points
};
struct BiasRange {
    double low = 1, mode = 1, high = 1; ///< 0 < low <= mode <= high
    RangeShape shape = RangeShape::Triangular;
    [[nodiscard]] bool fixed() const { return low == high; }
};
struct SensitivityInput {
    double benchmark = 0;
    ProportionStatistics p;
    double benchmarkCv = 0; ///< 0..1: log-normal about the benchmark
    std::array<BiasRange, kBiasFactors> ranges{};
    std::size_t draws = 10'000;   ///< at least, 100 or more
    std::size_t most = 1'000'000; ///< at most: they end when chance in them no longer reaches the printed digits
    std::uint64_t seed = 1;
    double level = 0.95;
    Progress progress;
};
struct SensitivityRow {
    BiasFactor factor = BiasFactor::Completeness;
    double low = 1, high = 1;       ///< of the factor
    double NAtLow = 0, NAtHigh = 0; ///< the others at their mode
    double swing = 0;               ///< |NAtHigh - NAtLow|
};
struct SensitivityResult {
    double uncorrected = 0; ///< B/p
    double corrected = 0;   ///< every factor at its mode; with lopsided ranges this is not the middle of `joint`
    std::vector<SensitivityRow> tornado; ///< factors with a range, largest swing first; plus nothing for fixed ones
    SensitivityRow samplingError;        ///< N at the two ends of the interval of p, factors at their mode
    double median = 0;                   ///< of all draws: the estimate that belongs to `joint`
    CheckedInterval joint;      ///< equal tails; with every factor fixed this is the logit interval of p turned over
    double monteCarloError = 0; ///< the larger standard error of its two limits by the drawing alone
    std::uint64_t seed = 0;
    std::size_t draws = 0; ///< that were made
};
/// @return BadLevel, BadBenchmark, BadParameter (range), NotEstimable (p is 0 or 1 or has no variance) or Cancelled.
[[nodiscard]] Result<SensitivityResult> sensitivity(const SensitivityInput& input);

/// N of the factors as given, never below the corrected count of the register. Precondition: all > 0, p > 0.
[[nodiscard]] double correctedSize(double benchmark, double p, const std::array<double, kBiasFactors>& factors);

} // namespace peil::estimation
