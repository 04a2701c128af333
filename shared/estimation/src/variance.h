// SPDX-License-Identifier: Apache-2.0
#pragma once

// From weighted influences per row to a covariance matrix between clusters within strata. Internal.

#include "peil/estimation/survey.h"

namespace peil::estimation {

/// Strata with a row of positive weight in the domain; `rows` says which rows have a value (all when empty).
struct DomainStrata {
    std::vector<std::uint8_t> present;
    std::size_t strata = 0;
    std::size_t clusters = 0;
};
[[nodiscard]] DomainStrata domainStrata(const Design& design, const Domain& domain, std::span<const double> y);

/// Covariance of `statistics` totals: `totals` holds for each cluster its `statistics` sums of w*u, one after another.
[[nodiscard]] Matrix clusterCovariance(const Design& design, std::span<const double> totals, std::size_t statistics,
                                       const DomainStrata& present);

/// Removes the means of calibration margins from w*u in place; does nothing for a design that is not calibrated.
void removeMargins(const Design& design, std::span<double> weightedInfluence);

/// Sums w*u of one statistic into `totals[cluster * statistics + index]`.
void addToClusters(const Design& design, std::span<const double> weightedInfluence, std::size_t statistics,
                   std::size_t index, std::span<double> totals);

/// Variance of one statistic from its w*u per row, which is changed by calibration.
[[nodiscard]] double rowVariance(const Design& design, std::span<double> weightedInfluence,
                                 const DomainStrata& present);

[[nodiscard]] Result<> checkColumn(const Design& design, const Domain& domain, std::size_t length);

} // namespace peil::estimation
