// SPDX-License-Identifier: Apache-2.0
#pragma once

// Weights: adjusted to known totals, made from visits at time-location sites, and trimmed.

#include "peil/estimation/design.h"

#include <string_view>

namespace peil::estimation {

/// Known totals of one classification of the domain, one for each level of the factor.
struct MarginTotals {
    const Factor& category;
    std::span<const double> totals; ///< > 0 where the sample has rows; 0 for a level without rows in the domain
    std::string_view name = {};     ///< of the classification, for messages
};

/// Weights of the domain multiplied so that each category adds up to its total; other rows keep theirs.
/// @return SizeMismatch, BadParameter (negative total), or MissingTotal when a category has rows and no total, or a
/// total and no rows.
[[nodiscard]] Result<Design> postStratify(const Design& design, const Domain& domain, const MarginTotals& margin);

struct RakingOptions {
    double tolerance = 1e-12; ///< largest relative distance of a margin from its total
    int maxRounds = 1000;
};
/// Iterative proportional fitting to several margins.
/// @return as postStratify; NoConvergence when the margins contradict each other.
[[nodiscard]] Result<Design> rake(const Design& design, const Domain& domain, std::span<const MarginTotals> margins,
                                  const RakingOptions& options = {});

/// Time-location weights: 1/visits times the inverse probability of the site and slot (weight share: someone who comes
/// to the sites of the frame twice as often is half as much worth).
/// @param visits       visits to sites of the frame in the recall window; below 1 counts as 1: the person was met
/// there.
/// @param probability  of the site and slot, in (0, 1]; empty = equal.
/// @return SizeMismatch, or BadParameter for a missing or negative number of visits (a missing answer is never treated
/// as one visit) or a probability outside (0, 1].
[[nodiscard]] Result<std::vector<double>> timeLocationWeights(std::span<const double> visits,
                                                              std::span<const double> probability);

struct TrimmedWeights {
    std::vector<double> weights;
    double limit = 0; ///< factor x median of the positive weights
    std::size_t trimmed = 0;
    double kishDeffBefore = 1;
    double kishDeffAfter = 1;
};
/// Caps weights at `factor` times their median. Show the estimate with both.
/// @return NoRows, BadWeight, or BadParameter when factor < 1.
[[nodiscard]] Result<TrimmedWeights> trimWeights(std::span<const double> weights, double factor = 5);

} // namespace peil::estimation
