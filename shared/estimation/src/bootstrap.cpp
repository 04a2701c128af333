// SPDX-License-Identifier: Apache-2.0
#include "cluster_sums.h"
#include "distributions.h"
#include "drawn_limits.h"
#include "multiplier_input.h"
#include "peil/estimation/resample.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace peil::estimation {
namespace {

constexpr double kRounding = 1e-12;

Result<> checkBootstrap(const BootstrapOptions& options) {
    PEIL_CHECK(checkLevel(options.level));
    if (options.replicates == 0 || std::max(options.replicates, options.most) > 10'000'000)
        return fail(EstimationErrc::BadParameter, "The number of replicates must be between 1 and 10,000,000.");
    return checkBenchmarkCv(options.benchmarkCv);
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

/// What one cluster adds to a replicate.
struct ClusterTotal {
    double weight = 0;
    double inCare = 0;
};
using Strata = std::vector<std::vector<ClusterTotal>>;

/// Clusters by stratum, ordered by content and not by position: equal clusters are exchangeable, so the same interviews
/// in another order give the same replicates.
Strata inContentOrder(const Design& design, const ClusterSums& sums) {
    Strata strata(design.strata());
    for (std::size_t j = 0; j < design.clusters(); ++j)
        strata[design.stratumOfCluster()[j]].push_back({sums.weight[j], sums.inCare[j]});
    const auto before = [](const ClusterTotal& a, const ClusterTotal& b) {
        return a.weight != b.weight ? a.weight < b.weight : a.inCare < b.inCare;
    };
    for (auto& clusters : strata)
        std::sort(clusters.begin(), clusters.end(), before);
    std::sort(strata.begin(), strata.end(), [&](const auto& a, const auto& b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), before);
    });
    return strata;
}

ClusterTotal totalOf(const Strata& strata) {
    ClusterTotal sum;
    for (const auto& clusters : strata)
        for (const auto& cluster : clusters) {
            sum.weight += cluster.weight;
            sum.inCare += cluster.inCare;
        }
    return sum;
}

/// One Rao-Wu replicate.
ClusterTotal redraw(const Strata& strata, CounterRng& random) {
    ClusterTotal sum;
    for (const auto& clusters : strata) {
        const auto n = static_cast<std::uint32_t>(clusters.size());
        if (n == 1) {
            sum.weight += clusters.front().weight;
            sum.inCare += clusters.front().inCare;
            continue;
        }
        ClusterTotal drawn;
        for (std::uint32_t draw = 0; draw + 1 < n; ++draw) {
            const auto& one = clusters[random.below(n)];
            drawn.weight += one.weight;
            drawn.inCare += one.inCare;
        }
        const double up = static_cast<double>(n) / (n - 1);
        sum.weight += up * drawn.weight;
        sum.inCare += up * drawn.inCare;
    }
    return sum;
}

} // namespace

Result<BootstrapEstimate> raoWuBootstrap(const Design& design, const Domain& domain, std::span<const double> indicator,
                                         double benchmark, const BootstrapOptions& options) {
    PEIL_CHECK(checkBootstrap(options));
    PEIL_TRY(const ClusterSums sums, clusterSums(design, domain, indicator, benchmark));
    BootstrapEstimate out;
    out.seed = options.seed;
    const auto strata = inContentOrder(design, sums);
    const auto all = totalOf(strata);
    if (!(all.inCare > 0))
        return fail(EstimationErrc::NotEstimable, "No one in the domain is in care; there is no size to bootstrap.");
    out.estimate = benchmark * all.weight / all.inCare;
    const double sigma = std::sqrt(std::log1p(options.benchmarkCv * options.benchmarkCv));
    std::vector<double> registers; // the smallest size that each replicate allows
    bool varies = false;           // apart from the register
    const auto draw = [&](std::size_t replicate) {
        ++out.replicates;
        CounterRng random(options.seed, replicate);
        const auto drawn = redraw(strata, random);
        const double count =
            sigma > 0 ? benchmark * std::exp(sigma * dist::normalQuantile(random.nextUnit())) : benchmark;
        if (!(drawn.weight > 0)) {
            ++out.undefined;
            return kMissing;
        }
        if (sigma > 0) registers.push_back(count);
        varies = varies || std::abs(drawn.inCare * all.weight - all.inCare * drawn.weight) >
                               kRounding * all.inCare * drawn.weight;
        if (drawn.inCare > 0) return count * drawn.weight / drawn.inCare;
        ++out.unbounded;
        return std::numeric_limits<double>::infinity();
    };
    std::vector<double> values;
    PEIL_CHECK(drawUntil(
        options.replicates, std::max(options.replicates, options.most), options.progress, values, draw,
        [&](const std::vector<double>& sorted) { return settled(limitsOf(sorted, options.level), out.estimate); }));
    if (values.empty()) return fail(EstimationErrc::NoRows, "No replicate contains a row of the domain.");
    const auto limits = limitsOf(values, options.level);
    setMoments(values, out);
    out.monteCarloError = limits.error;
    std::sort(registers.begin(), registers.end());
    const double least = registers.empty() ? benchmark : limitsOf(registers, options.level).lower;
    out.interval = varies ? checked({limits.lower, limits.upper}, out.estimate, least)
                          : CheckedInterval::none(NoInterval::NoVariance);
    return out;
}

} // namespace peil::estimation
