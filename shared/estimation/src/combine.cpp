// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/combine.h"

#include "distributions.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace peil::estimation {
namespace {

struct Pooled {
    double log = 0;
    double weights = 0;
};

Pooled pool(std::span<const double> logs, std::span<const double> variances, double tau2) {
    Pooled out;
    double sum = 0;
    for (std::size_t i = 0; i < logs.size(); ++i) {
        const double weight = 1 / (variances[i] + tau2);
        out.weights += weight;
        sum += weight * logs[i];
    }
    out.log = sum / out.weights;
    return out;
}

CheckedInterval around(const Pooled& pooled, double z, double least) {
    const double half = z / std::sqrt(pooled.weights);
    return checked({std::exp(pooled.log - half), std::exp(pooled.log + half)}, std::exp(pooled.log), least);
}

} // namespace

Result<CombinedEstimate> combine(std::span<const SourceEstimate> sources, double level) {
    if (!(level > 0 && level < 1))
        return fail(EstimationErrc::BadLevel, "The level must be between 0 and 1, such as 0.95.");
    if (sources.empty()) return fail(EstimationErrc::NoRows, "There is no estimate to combine.");
    std::vector<double> logs;
    std::vector<double> variances;
    std::vector<double> sizes;
    double least = 0;
    for (const auto& source : sources) {
        if (!(source.N > 0) || !(source.standardError > 0) || !std::isfinite(source.N + source.standardError))
            return fail(EstimationErrc::BadParameter, "Each size and standard error to combine must be above zero.");
        const double cv = source.standardError / source.N;
        logs.push_back(std::log(source.N));
        variances.push_back(cv * cv);
        sizes.push_back(source.N);
        least = std::max(least, source.least);
    }
    const double k = static_cast<double>(sources.size());
    CombinedEstimate out;
    out.sources = sources.size();
    const auto fixed = pool(logs, variances, 0);
    double squares = 0;
    for (std::size_t i = 0; i < logs.size(); ++i) {
        out.Q += (logs[i] - fixed.log) * (logs[i] - fixed.log) / variances[i];
        squares += 1 / (variances[i] * variances[i]);
    }
    const double C = fixed.weights - squares / fixed.weights;
    if (C > 0) out.tau2 = std::max(0.0, (out.Q - (k - 1)) / C);
    if (out.Q > 0) out.I2 = std::max(0.0, (out.Q - (k - 1)) / out.Q);
    const auto random = pool(logs, variances, out.tau2);
    const double z = dist::normalCritical(level);
    out.fixed = std::exp(fixed.log);
    out.random = std::exp(random.log);
    if (out.fixed < least || out.random < least)
        return fail(EstimationErrc::NotEstimable, "The sizes cannot be pooled: the pooled size is below the count of "
                                                  "one of the registers; report them separately.");
    out.fixedInterval = around(fixed, z, least);
    out.randomInterval = around(random, z, least);
    std::sort(sizes.begin(), sizes.end());
    const auto half = sizes.size() / 2;
    out.median = sizes.size() % 2 == 1 ? sizes[half] : (sizes[half - 1] + sizes[half]) / 2;
    return out;
}

} // namespace peil::estimation
