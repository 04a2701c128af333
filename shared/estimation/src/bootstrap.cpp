// SPDX-License-Identifier: Apache-2.0
#include "cluster_sums.h"
#include "multiplier_input.h"
#include "peil/estimation/resample.h"

#include <algorithm>
#include <cmath>

namespace peil::estimation {
namespace {

constexpr std::size_t kProgressEvery = 1000;

Result<> checkBootstrap(const BootstrapOptions& options) {
    PEIL_CHECK(checkLevel(options.level));
    if (options.replicates == 0 || options.replicates > 10'000'000)
        return fail(EstimationErrc::BadParameter, "The number of replicates must lie between 1 and 10,000,000.");
    return {};
}

/// Mean and standard deviation of the finite values.
void setMoments(std::span<const double> values, BootstrapEstimate& out) {
    double sum = 0;
    double n = 0;
    for (const double value : values)
        if (std::isfinite(value)) {
            sum += value;
            n += 1;
        }
    if (n < 1) return;
    out.mean = sum / n;
    double squares = 0;
    for (const double value : values)
        if (std::isfinite(value)) squares += (value - out.mean) * (value - out.mean);
    if (n > 1) out.standardError = std::sqrt(squares / (n - 1));
}

} // namespace

RaoWu::RaoWu(const Design& design, std::uint64_t seed)
    : m_clusters(design.strata())
    , m_seed(seed) {
    for (std::uint32_t j = 0; j < design.clusters(); ++j)
        m_clusters[design.stratumOfCluster()[j]].push_back(j);
}

void RaoWu::fill(std::uint64_t replicate, std::span<double> multiplier) const {
    CounterRng random(m_seed, replicate);
    for (const auto& clusters : m_clusters) {
        const auto n = static_cast<std::uint32_t>(clusters.size());
        if (n == 1) {
            multiplier[clusters.front()] = 1;
            continue;
        }
        for (const auto j : clusters)
            multiplier[j] = 0;
        const double one = static_cast<double>(n) / (n - 1);
        for (std::uint32_t draw = 0; draw + 1 < n; ++draw)
            multiplier[clusters[random.below(n)]] += one;
    }
}

double sortedQuantile(std::span<const double> sorted, double q) {
    const double position = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const double low = sorted[below];
    if (below + 1 >= sorted.size()) return low;
    const double part = position - static_cast<double>(below);
    if (part == 0) return low;
    const double high = sorted[below + 1];
    return std::isinf(high) ? high : low + part * (high - low);
}

Result<BootstrapEstimate> raoWuBootstrap(const Design& design, const Domain& domain, std::span<const double> indicator,
                                         double benchmark, const BootstrapOptions& options) {
    PEIL_CHECK(checkBootstrap(options));
    PEIL_TRY(const ClusterSums sums, clusterSums(design, domain, indicator, benchmark));
    BootstrapEstimate out;
    out.seed = options.seed;
    out.replicates = options.replicates;
    double allWeights = 0;
    double allInCare = 0;
    for (std::size_t j = 0; j < design.clusters(); ++j) {
        allWeights += sums.weight[j];
        allInCare += sums.inCare[j];
    }
    if (allInCare > 0) out.estimate = benchmark * allWeights / allInCare;
    const RaoWu raoWu(design, options.seed);
    std::vector<double> multiplier(design.clusters());
    std::vector<double> values;
    values.reserve(options.replicates);
    for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
        if (options.progress && replicate % kProgressEvery == 0 &&
            !options.progress(static_cast<double>(replicate) / static_cast<double>(options.replicates)))
            return fail(EstimationErrc::Cancelled, "The bootstrap was stopped.");
        raoWu.fill(replicate, multiplier);
        double weights = 0;
        double inCare = 0;
        for (std::size_t j = 0; j < multiplier.size(); ++j) {
            weights += multiplier[j] * sums.weight[j];
            inCare += multiplier[j] * sums.inCare[j];
        }
        if (!(weights > 0)) {
            ++out.undefined;
        } else if (inCare > 0) {
            values.push_back(benchmark * weights / inCare);
        } else {
            ++out.unbounded;
            values.push_back(std::numeric_limits<double>::infinity());
        }
    }
    if (values.empty()) return fail(EstimationErrc::NoRows, "No replicate holds a row of the domain.");
    setMoments(values, out);
    std::sort(values.begin(), values.end());
    out.lower = sortedQuantile(values, (1 - options.level) / 2);
    const double upper = sortedQuantile(values, 1 - (1 - options.level) / 2);
    if (std::isfinite(upper)) out.upper = upper;
    return out;
}

} // namespace peil::estimation
