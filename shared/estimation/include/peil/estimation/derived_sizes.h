// SPDX-License-Identifier: Apache-2.0
#pragma once

// Sizes that follow from two disjoint groups of one sample (opioid users, and crack users without opioids) and one
// question (does this opioid user also use crack?). They share rows, so their covariances come from one linearisation
// of the four totals on the full design; adding published limits would be wrong.

#include "peil/estimation/multiplier.h"

#include <array>

namespace peil::estimation {

/// Order of DerivedSizes::sizes and of the covariance matrix.
enum class DerivedSize { First, Second, FirstAndTrait, FirstOnly, TraitTotal, Union };
inline constexpr std::size_t kDerivedSizes = 6;
/// first, second, both, first_only, trait_total, union; for OPAAK: opioid, crack only, both, opioid only, crack total,
/// union.
[[nodiscard]] std::string_view idOf(DerivedSize size);

struct SizeEstimate {
    double N = kMissing;
    double standardError = kMissing;
    double cv = kMissing;
    CheckedInterval interval; ///< N exp(-+ t cv), t with the degrees of freedom of both groups together: for print
    Interval logNormal;       ///< N exp(-+ z cv), as the formula gives it
};
struct DerivedSizes {
    std::array<SizeEstimate, kDerivedSizes> sizes;
    Matrix covariance;           ///< with the error of the two registers
    double degreesOfFreedom = 0; ///< clusters - strata of both groups together
    [[nodiscard]] const SizeEstimate& operator[](DerivedSize size) const {
        return sizes[static_cast<std::size_t>(size)];
    }
};

struct DerivedInput {
    const Design& design;
    const Domain& first;            ///< e.g. opioid users
    const Domain& second;           ///< e.g. crack users without opioids; disjoint from `first`
    std::span<const double> inCare; ///< 1, 0 or NaN
    std::span<const double> trait;  ///< 1, 0 or NaN: read in `first` only, e.g. also uses crack
    double firstBenchmark = 0;
    double secondBenchmark = 0;
    double level = 0.95;
    /// An error set by judgement (Cv) applies to both counts together; Binomial and Poisson errors are separate for
    /// each count.
    BenchmarkVariance benchmarkVariance = BenchmarkVariance::None;
    double benchmarkCv = 0; ///< 0..1, used with BenchmarkVariance::Cv
};
/// Rows without an answer on care, and rows of the first group without one on the trait, are left out.
/// @return SizeMismatch, NoRows, BadBenchmark, BadLevel, BadParameter (groups overlap, benchmarkCv), or NotEstimable
/// when no one of a group is in care.
[[nodiscard]] Result<DerivedSizes> derivedSizes(const DerivedInput& input);

} // namespace peil::estimation
