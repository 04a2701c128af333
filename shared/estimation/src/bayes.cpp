// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/bayes.h"

#include "cluster_sums.h"
#include "distributions.h"
#include "multiplier_input.h"

#include <algorithm>
#include <cmath>

namespace peil::estimation {
namespace {

constexpr std::size_t kProgressEvery = 500;

Result<> check(const BayesInput& input) {
    PEIL_CHECK(checkLevel(input.level));
    PEIL_CHECK(checkBenchmark(input.benchmark));
    if (!(input.n >= 0) || !(input.x >= 0) || input.x > input.n || !std::isfinite(input.n))
        return fail(EstimationErrc::BadParameter, "The count must lie between 0 and the number of people.");
    if (!(input.priorA > 0) || !(input.priorB > 0))
        return fail(EstimationErrc::BadParameter, "Both numbers of the beta prior must be above 0.");
    if (!(input.benchmarkCv >= 0) || input.benchmarkCv > 5)
        return fail(EstimationErrc::BadParameter,
                    "The coefficient of variation of the benchmark must lie between 0 and 5.");
    if (input.draws < 100 || input.draws > 10'000'000)
        return fail(EstimationErrc::BadParameter, "The number of draws must lie between 100 and 10,000,000.");
    return {};
}

} // namespace

Result<BayesEstimate> bayesSize(const BayesInput& input) {
    PEIL_CHECK(check(input));
    const double a = input.priorA + input.x;
    const double b = input.priorB + input.n - input.x;
    const double tail = (1 - input.level) / 2;
    BayesEstimate out;
    out.seed = input.seed;
    out.pMedian = dist::betaQuantile(0.5, a, b);
    if (input.benchmarkCv == 0) {
        out.median = input.benchmark / out.pMedian;
        out.interval = {input.benchmark / dist::betaQuantile(1 - tail, a, b),
                        input.benchmark / dist::betaQuantile(tail, a, b)};
        return out;
    }
    const double sigma = std::sqrt(std::log1p(input.benchmarkCv * input.benchmarkCv));
    std::vector<double> sizes;
    sizes.reserve(input.draws);
    for (std::size_t draw = 0; draw < input.draws; ++draw) {
        if (input.progress && draw % kProgressEvery == 0 &&
            !input.progress(static_cast<double>(draw) / static_cast<double>(input.draws)))
            return fail(EstimationErrc::Cancelled, "The draws were stopped.");
        CounterRng random(input.seed, draw);
        const double p = dist::betaQuantile(random.nextUnit(), a, b);
        sizes.push_back(input.benchmark * std::exp(sigma * dist::normalQuantile(random.nextUnit())) / p);
    }
    std::sort(sizes.begin(), sizes.end());
    out.median = sortedQuantile(sizes, 0.5);
    out.interval = {sortedQuantile(sizes, tail), sortedQuantile(sizes, 1 - tail)};
    return out;
}

} // namespace peil::estimation
