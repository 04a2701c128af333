// SPDX-License-Identifier: Apache-2.0
#include "reference_methods.h"

#include <cmath>

namespace peil::conformance {
namespace {

Result<double> standardErrorOf(const Design& design, const Domain& domain, std::vector<double> influence) {
    const std::vector<std::vector<double>> one{std::move(influence)};
    PEIL_TRY(const auto covariance, surveyCovariance(design, domain, one));
    return std::sqrt(covariance.at(0, 0));
}

double totalOf(const MeanEstimate& mean) {
    return mean.estimate * mean.sumWeights;
}

} // namespace

Result<TotalEstimate> surveyTotal(const Design& design, const Domain& domain, std::span<const double> y) {
    PEIL_TRY(const auto mean, surveyMean(design, domain, y));
    std::vector<double> influence(y.size(), 0.0);
    const auto present =
        Domain::select(design.rows(), [&](std::size_t row) { return domain.contains(row) && !std::isnan(y[row]); });
    for (std::size_t row = 0; row < y.size(); ++row)
        if (present.contains(row)) influence[row] = y[row];
    PEIL_TRY(const auto error, standardErrorOf(design, present, std::move(influence)));
    return TotalEstimate{totalOf(mean), error};
}

Result<TotalEstimate> surveyRatio(const Design& design, const Domain& domain, std::span<const double> numerator,
                                  std::span<const double> denominator) {
    const auto both = Domain::select(design.rows(), [&](std::size_t row) {
        return domain.contains(row) && !std::isnan(numerator[row]) && !std::isnan(denominator[row]);
    });
    PEIL_TRY(const auto top, surveyMean(design, both, numerator));
    PEIL_TRY(const auto bottom, surveyMean(design, both, denominator));
    const double ratio = totalOf(top) / totalOf(bottom);
    std::vector<double> influence(design.rows(), 0.0);
    for (std::size_t row = 0; row < design.rows(); ++row)
        if (both.contains(row)) influence[row] = (numerator[row] - ratio * denominator[row]) / totalOf(bottom);
    PEIL_TRY(const auto error, standardErrorOf(design, both, std::move(influence)));
    return TotalEstimate{ratio, error};
}

} // namespace peil::conformance
