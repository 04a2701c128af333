// SPDX-License-Identifier: Apache-2.0
#include "cluster_sums.h"
#include "reference_methods.h"

#include <cmath>

namespace peil::conformance {
namespace {

struct Replicate {
    double weights = 0;
    double inCare = 0;
    double scale = 0;
};

/// Weighted sums of each stratum.
struct StratumSums {
    std::vector<double> weight, inCare;
};

StratumSums stratumSums(const Design& design, const ClusterSums& sums) {
    StratumSums out{std::vector<double>(design.strata(), 0.0), std::vector<double>(design.strata(), 0.0)};
    for (std::size_t j = 0; j < design.clusters(); ++j) {
        const auto h = design.stratumOfCluster()[j];
        out.weight[h] += sums.weight[j];
        out.inCare[h] += sums.inCare[j];
    }
    return out;
}

/// A stratum with one cluster: Adjust leaves the stratum out and spreads its weight over the others; else no replicate.
std::vector<Replicate> stratified(const Design& design, const ClusterSums& sums, const Replicate& all) {
    const auto strata = stratumSums(design, sums);
    const double h = static_cast<double>(design.strata());
    std::vector<Replicate> out;
    for (std::size_t j = 0; j < design.clusters(); ++j) {
        const auto stratum = design.stratumOfCluster()[j];
        const double n = design.clustersInStratum()[stratum];
        const double f = design.finiteCorrection()[stratum];
        const double restWeight = all.weights - strata.weight[stratum];
        const double restCare = all.inCare - strata.inCare[stratum];
        if (n > 1) {
            const double up = n / (n - 1);
            out.push_back({restWeight + up * (strata.weight[stratum] - sums.weight[j]),
                           restCare + up * (strata.inCare[stratum] - sums.inCare[j]), f * (n - 1) / n});
        } else if (design.singleCluster() == SingleClusterPolicy::Adjust && h > 1) {
            out.push_back({restWeight * h / (h - 1), restCare * h / (h - 1), (h - 1) / h});
        }
    }
    if (design.singleCluster() == SingleClusterPolicy::Average && !out.empty())
        for (auto& one : out)
            one.scale *= static_cast<double>(design.clusters()) / static_cast<double>(out.size());
    return out;
}

std::vector<Replicate> unstratified(const Design& design, const ClusterSums& sums, const Replicate& all) {
    const double n = static_cast<double>(design.clusters());
    std::vector<Replicate> out;
    for (std::size_t j = 0; j < design.clusters(); ++j)
        out.push_back({all.weights - sums.weight[j], all.inCare - sums.inCare[j], (n - 1) / n});
    return out;
}

/// Root of the scaled squares about the mean of the replicates (R survey's default, mse = FALSE).
template <class Statistic>
double spread(const std::vector<Replicate>& replicates, Statistic statistic) {
    double mean = 0;
    for (const auto& one : replicates)
        mean += statistic(one) / static_cast<double>(replicates.size());
    double sum = 0;
    for (const auto& one : replicates)
        sum += one.scale * (statistic(one) - mean) * (statistic(one) - mean);
    return std::sqrt(sum);
}

} // namespace

Result<JackknifeEstimate> jackknife(const Design& design, const Domain& domain, std::span<const double> indicator,
                                    double benchmark, JackknifeKind kind) {
    PEIL_TRY(const ClusterSums sums, clusterSums(design, domain, indicator, benchmark));
    Replicate all;
    for (std::size_t j = 0; j < design.clusters(); ++j) {
        all.weights += sums.weight[j];
        all.inCare += sums.inCare[j];
    }
    const auto replicates =
        kind == JackknifeKind::JK1 ? unstratified(design, sums, all) : stratified(design, sums, all);
    if (replicates.size() < 2)
        return fail(EstimationErrc::NotEstimable, "The jackknife needs at least two clusters to leave out.");
    if (!(all.inCare > 0))
        return fail(EstimationErrc::NotEstimable, "No one in the domain is in care; there is no size to jackknife.");
    JackknifeEstimate out;
    out.replicates = replicates.size();
    out.p = all.inCare / all.weights;
    out.N = benchmark / out.p;
    out.standardError = spread(replicates, [](const Replicate& r) { return r.inCare / r.weights; });
    out.standardErrorN =
        spread(replicates, [benchmark](const Replicate& r) { return benchmark * r.weights / r.inCare; });
    if (!std::isfinite(out.standardErrorN)) out.standardErrorN = kMissing;
    return out;
}

} // namespace peil::conformance
