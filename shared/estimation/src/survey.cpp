// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/survey.h"

#include "variance.h"

#include <cmath>

namespace peil::estimation {
namespace {

struct Sums {
    double weights = 0;
    double squaredWeights = 0;
    double weighted = 0;
};

Result<Sums> sumUp(const Design& design, const Domain& domain, std::span<const double> y, MeanEstimate& out) {
    Sums sums;
    const auto weight = design.weight();
    for (std::size_t row = 0; row < y.size(); ++row) {
        if (!domain.contains(row) || !(weight[row] > 0)) continue;
        if (std::isnan(y[row])) {
            ++out.missing;
            continue;
        }
        if (std::isinf(y[row]))
            return fail(EstimationErrc::BadParameter, "Data row " + std::to_string(row + 1) +
                                                          " has an infinite value; correct it or leave it empty.");
        ++out.n;
        out.sum += y[row];
        sums.weights += weight[row];
        sums.squaredWeights += weight[row] * weight[row];
        sums.weighted += weight[row] * y[row];
    }
    if (out.n == 0)
        return fail(EstimationErrc::NoRows, "No row of the domain has an answer and a weight; widen the domain.");
    return sums;
}

/// Fills deff and its relatives. `spread` is sum w (y - p)^2.
void setDesignEffect(double spread, MeanEstimate& out) {
    const double n = static_cast<double>(out.n);
    if (out.n < 2 || !(spread > 0)) return;
    const double simple = spread / out.sumWeights * n / (n - 1) / n;
    out.deffReplace = out.variance / simple;
    if (out.variance > 0) out.effectiveN = spread / out.sumWeights / out.variance;
    if (out.sumWeights > n) out.deff = out.variance / (simple * (out.sumWeights - n) / out.sumWeights);
}

} // namespace

Result<MeanEstimate> surveyMean(const Design& design, const Domain& domain, std::span<const double> y) {
    PEIL_CHECK(checkColumn(design, domain, y.size()));
    MeanEstimate out;
    PEIL_TRY(const Sums sums, sumUp(design, domain, y, out));
    out.sumWeights = sums.weights;
    out.estimate = sums.weighted / sums.weights;
    out.kishN = sums.weights * sums.weights / sums.squaredWeights;
    out.kishDeff = static_cast<double>(out.n) / out.kishN;

    const auto weight = design.weight();
    std::vector<double> influence(y.size(), 0.0);
    double spread = 0;
    for (std::size_t row = 0; row < y.size(); ++row) {
        if (!domain.contains(row) || std::isnan(y[row])) continue;
        const double deviation = y[row] - out.estimate;
        influence[row] = weight[row] * deviation / sums.weights;
        spread += weight[row] * deviation * deviation;
    }
    const auto present = domainStrata(design, domain, y);
    out.clusters = present.clusters;
    out.strata = present.strata;
    out.degreesOfFreedom = static_cast<double>(present.clusters) - static_cast<double>(present.strata);
    out.variance = rowVariance(design, influence, present);
    out.standardError = std::sqrt(out.variance);
    setDesignEffect(spread, out);
    return out;
}

Result<Matrix> surveyCovariance(const Design& design, const Domain& domain,
                                std::span<const std::vector<double>> influence) {
    const auto statistics = influence.size();
    std::vector<double> totals(design.clusters() * statistics, 0.0);
    const auto weight = design.weight();
    std::vector<double> weighted(design.rows());
    for (std::size_t k = 0; k < statistics; ++k) {
        PEIL_CHECK(checkColumn(design, domain, influence[k].size()));
        for (std::size_t row = 0; row < design.rows(); ++row)
            weighted[row] = weight[row] * influence[k][row];
        removeMargins(design, weighted);
        addToClusters(design, weighted, statistics, k, totals);
    }
    return clusterCovariance(design, totals, statistics, domainStrata(design, domain, {}));
}

} // namespace peil::estimation
