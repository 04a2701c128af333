// SPDX-License-Identifier: Apache-2.0
#pragma once

// Means and proportions of a domain with Taylor-linearised variance under the full design, and covariances. Not for
// intervals (interval.h) and not for population sizes (multiplier.h).

#include "peil/estimation/design.h"

#include <optional>

namespace peil::estimation {

/// V = sum_h (1-f_h) n_h/(n_h-1) sum_j (z_hj - mean z_h)^2 with z_hj the total of w*u in cluster j, u the influence.
struct MeanEstimate {
    std::size_t n = 0;       ///< rows of the domain with a value
    std::size_t missing = 0; ///< rows of the domain without one
    double sum = 0;          ///< unweighted sum of the values; for an indicator the count x
    double sumWeights = 0;
    double estimate = kMissing;
    double variance = kMissing;
    double standardError = kMissing;
    std::size_t clusters = 0;          ///< clusters with a row in the domain
    std::size_t strata = 0;            ///< strata with a row in the domain
    double degreesOfFreedom = 0;       ///< clusters - strata
    std::optional<double> deff;        ///< against simple random sampling without replacement; none when sum w <= n
    std::optional<double> deffReplace; ///< against sampling with replacement; none when the values do not vary
    std::optional<double> effectiveN;  ///< weighted variance of the values over V; p q/V for an indicator
    double kishN = 0;                  ///< (sum w)^2 / sum w^2
    double kishDeff = 1;               ///< n / kishN
};

/// Weighted mean of `y` over the domain; rows with NaN are left out, as a smaller domain. A proportion is the mean of
/// an indicator.
/// @return SizeMismatch, BadParameter for an infinite value, or NoRows when no row of the domain has a value and a
/// positive weight.
[[nodiscard]] Result<MeanEstimate> surveyMean(const Design& design, const Domain& domain, std::span<const double> y);

/// Row-major square matrix.
struct Matrix {
    std::size_t size = 0;
    std::vector<double> values;
    [[nodiscard]] double at(std::size_t row, std::size_t column) const { return values[row * size + column]; }
};

/// Covariance matrix of linearised statistics: `influence[k]` holds u_i of statistic k for each row (0 outside the
/// domain), without the weight. `domain` decides which strata count for SingleClusterPolicy::Average.
/// @return SizeMismatch.
[[nodiscard]] Result<Matrix> surveyCovariance(const Design& design, const Domain& domain,
                                              std::span<const std::vector<double>> influence);

} // namespace peil::estimation
