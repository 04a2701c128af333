// SPDX-License-Identifier: Apache-2.0
#include "variance.h"

#include <cmath>

namespace peil::estimation {
namespace {

constexpr double kWhollySampled = 1e-7; ///< finite correction below which a stratum has no sampling error
constexpr int kRakingRounds = 10;       ///< alternating projections; the same number as R's survey

void removeMargin(const CalibrationMargin& margin, CalibrationKind kind, std::span<double> x) {
    std::vector<double> sum(margin.categories, 0.0);
    std::vector<double> base(margin.categories, 0.0);
    const bool weighted = kind == CalibrationKind::PostStrata;
    for (std::size_t row = 0; row < x.size(); ++row) {
        const auto category = margin.category[row];
        if (category == CalibrationMargin::kOutside || !(margin.after[row] > 0)) continue;
        const double weight = weighted ? margin.before[row] : 1.0;
        sum[category] += weight * x[row] / margin.after[row];
        base[category] += weight;
    }
    for (std::size_t row = 0; row < x.size(); ++row) {
        const auto category = margin.category[row];
        if (category == CalibrationMargin::kOutside || !(base[category] > 0)) continue;
        x[row] -= margin.after[row] * sum[category] / base[category];
    }
}

/// Factor of each stratum's sum of squares, and for Average the factor over all strata.
struct Scale {
    std::vector<double> stratum;
    std::vector<std::uint8_t> centred;
    double overall = 1;
};

Scale scaleOf(const Design& design, const DomainStrata& present) {
    Scale scale;
    const auto strata = design.strata();
    scale.stratum.assign(strata, 0.0);
    scale.centred.assign(strata, 1);
    std::size_t usable = 0;
    for (std::size_t h = 0; h < strata; ++h) {
        const double n = design.clustersInStratum()[h];
        const double f = design.finiteCorrection()[h];
        if (n > 1) {
            scale.stratum[h] = f * n / (n - 1);
            if (present.present[h] != 0) ++usable;
        } else if (f < kWhollySampled) {
            if (present.present[h] != 0) ++usable; // the whole frame: no variance, and nothing unknown about it
        } else if (design.singleCluster() == SingleClusterPolicy::Adjust) {
            scale.stratum[h] = f;
            scale.centred[h] = 0;
        }
    }
    if (design.singleCluster() == SingleClusterPolicy::Average)
        scale.overall = usable == 0 ? kMissing : static_cast<double>(present.strata) / static_cast<double>(usable);
    return scale;
}

} // namespace

DomainStrata domainStrata(const Design& design, const Domain& domain, std::span<const double> y) {
    DomainStrata found;
    found.present.assign(design.strata(), 0);
    std::vector<std::uint8_t> clusterSeen(design.clusters(), 0);
    const auto cluster = design.clusterOfRow();
    const auto weight = design.weight();
    for (std::size_t row = 0; row < design.rows(); ++row) {
        if (!domain.contains(row) || !(weight[row] > 0) || (!y.empty() && std::isnan(y[row]))) continue;
        if (clusterSeen[cluster[row]] != 0) continue;
        clusterSeen[cluster[row]] = 1;
        ++found.clusters;
        auto& seen = found.present[design.stratumOfCluster()[cluster[row]]];
        if (seen == 0) ++found.strata;
        seen = 1;
    }
    return found;
}

Matrix clusterCovariance(const Design& design, std::span<const double> totals, std::size_t statistics,
                         const DomainStrata& present) {
    const auto strata = design.strata();
    const auto scale = scaleOf(design, present);
    std::vector<double> mean(strata * statistics, 0.0);
    for (std::size_t j = 0; j < design.clusters(); ++j) {
        const auto h = design.stratumOfCluster()[j];
        for (std::size_t k = 0; k < statistics; ++k)
            mean[h * statistics + k] += totals[j * statistics + k];
    }
    for (std::size_t h = 0; h < strata; ++h)
        for (std::size_t k = 0; k < statistics; ++k)
            mean[h * statistics + k] =
                scale.centred[h] != 0 ? mean[h * statistics + k] / design.clustersInStratum()[h] : 0.0;
    Matrix covariance{statistics, std::vector<double>(statistics * statistics, 0.0)};
    for (std::size_t j = 0; j < design.clusters(); ++j) {
        const auto h = design.stratumOfCluster()[j];
        for (std::size_t a = 0; a < statistics; ++a) {
            const double left = totals[j * statistics + a] - mean[h * statistics + a];
            for (std::size_t b = 0; b <= a; ++b)
                covariance.values[a * statistics + b] +=
                    scale.stratum[h] * left * (totals[j * statistics + b] - mean[h * statistics + b]);
        }
    }
    for (std::size_t a = 0; a < statistics; ++a)
        for (std::size_t b = 0; b <= a; ++b) {
            const double value = covariance.values[a * statistics + b] * scale.overall;
            covariance.values[a * statistics + b] = value;
            covariance.values[b * statistics + a] = value;
        }
    return covariance;
}

void removeMargins(const Design& design, std::span<double> weightedInfluence) {
    const auto* calibration = design.calibration();
    if (calibration == nullptr) return;
    const int rounds = calibration->kind == CalibrationKind::Raking ? kRakingRounds : 1;
    for (int round = 0; round < rounds; ++round)
        for (const auto& margin : calibration->margins)
            removeMargin(margin, calibration->kind, weightedInfluence);
}

void addToClusters(const Design& design, std::span<const double> weightedInfluence, std::size_t statistics,
                   std::size_t index, std::span<double> totals) {
    const auto cluster = design.clusterOfRow();
    for (std::size_t row = 0; row < weightedInfluence.size(); ++row)
        totals[cluster[row] * statistics + index] += weightedInfluence[row];
}

double rowVariance(const Design& design, std::span<double> weightedInfluence, const DomainStrata& present) {
    removeMargins(design, weightedInfluence);
    std::vector<double> totals(design.clusters(), 0.0);
    addToClusters(design, weightedInfluence, 1, 0, totals);
    return clusterCovariance(design, totals, 1, present).values[0];
}

Result<> checkColumn(const Design& design, const Domain& domain, std::size_t length) {
    if (domain.rows() == design.rows() && length == design.rows()) return {};
    return fail(EstimationErrc::SizeMismatch, "The design has " + std::to_string(design.rows()) + " rows, the domain " +
                                                  std::to_string(domain.rows()) + " and the column " +
                                                  std::to_string(length) + "; they must come from the same table.");
}

} // namespace peil::estimation
