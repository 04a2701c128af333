// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/sensitivity.h"

#include "distributions.h"
#include "drawn_limits.h"
#include "multiplier_input.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace peil::estimation {
namespace {

constexpr std::array<std::string_view, kBiasFactors> kNames{"completeness", "duplication", "scope",
                                                            "reporting",    "sampling",    "dependence"};

using Factors = std::array<double, kBiasFactors>;

double drawFrom(const BiasRange& range, double u) {
    if (range.fixed()) return range.mode;
    if (range.shape == RangeShape::LogNormal) {
        const double sigma = std::log(range.high / range.low) / (2 * dist::normalCritical(0.95));
        return range.mode * std::exp(sigma * dist::normalQuantile(u));
    }
    const double width = range.high - range.low;
    const double left = range.mode - range.low;
    if (u * width < left) return range.low + std::sqrt(u * width * left);
    return range.high - std::sqrt((1 - u) * width * (range.high - range.mode));
}

/// Student's t with `df` degrees of freedom (Bailey 1994); Box and Muller's normal as df grows.
double studentDraw(CounterRng& random, double df) {
    constexpr double kNormalFrom = 1e7;
    df = std::min(df, kNormalFrom);
    const double radius = std::sqrt(df * std::expm1(-2 / df * std::log(random.nextUnit())));
    return radius * std::cos(2 * std::numbers::pi * random.nextUnit());
}

Factors modes(const SensitivityInput& input) {
    Factors out{};
    for (std::size_t i = 0; i < kBiasFactors; ++i)
        out[i] = input.ranges[i].mode;
    return out;
}

Result<> check(const SensitivityInput& input) {
    PEIL_CHECK(checkLevel(input.level));
    PEIL_CHECK(checkBenchmark(input.benchmark));
    for (std::size_t i = 0; i < kBiasFactors; ++i) {
        const auto& range = input.ranges[i];
        if (!(range.low > 0) || !(range.low <= range.mode) || !(range.mode <= range.high) || !std::isfinite(range.high))
            return fail(EstimationErrc::BadParameter,
                        "The range of " + std::string(kNames[i]) +
                            " must be positive and ascending: lowest, most likely, highest.");
    }
    PEIL_CHECK(checkBenchmarkCv(input.benchmarkCv));
    if (input.draws < 100 || std::max(input.draws, input.most) > 10'000'000)
        return fail(EstimationErrc::BadParameter, "The number of draws must be between 100 and 10,000,000.");
    return {};
}

std::vector<SensitivityRow> tornado(const SensitivityInput& input) {
    std::vector<SensitivityRow> rows;
    for (std::size_t i = 0; i < kBiasFactors; ++i) {
        const auto& range = input.ranges[i];
        if (range.fixed()) continue;
        auto factors = modes(input);
        SensitivityRow row;
        row.factor = static_cast<BiasFactor>(i);
        row.low = factors[i] = range.low;
        row.NAtLow = correctedSize(input.benchmark, input.p.p, factors);
        row.high = factors[i] = range.high;
        row.NAtHigh = correctedSize(input.benchmark, input.p.p, factors);
        row.swing = std::abs(row.NAtHigh - row.NAtLow);
        rows.push_back(row);
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const SensitivityRow& a, const SensitivityRow& b) { return a.swing > b.swing; });
    return rows;
}

} // namespace

std::string_view idOf(BiasFactor factor) {
    return kNames[static_cast<std::size_t>(factor)];
}

double correctedSize(double benchmark, double p, const std::array<double, kBiasFactors>& f) {
    const auto at = [&f](BiasFactor factor) { return f[static_cast<std::size_t>(factor)]; };
    // The true count of clients, and the size without dependence.
    const double clients =
        benchmark / (at(BiasFactor::Completeness) * at(BiasFactor::Duplication) * at(BiasFactor::Scope));
    const double size = clients / p * at(BiasFactor::Reporting) * at(BiasFactor::Sampling);
    // A corrected share above 1 leaves no one hidden; it cannot make the hidden part negative.
    return clients + at(BiasFactor::Dependence) * std::max(0.0, size - clients);
}

Result<SensitivityResult> sensitivity(const SensitivityInput& input) {
    PEIL_CHECK(check(input));
    PEIL_TRY(const Interval pInterval, designInterval(DesignMethod::Logit, input.p, input.level));
    SensitivityResult out;
    out.seed = input.seed;
    out.uncorrected = input.benchmark / input.p.p;
    out.corrected = correctedSize(input.benchmark, input.p.p, modes(input));
    out.tornado = tornado(input);
    out.samplingError.low = pInterval.lower;
    out.samplingError.high = pInterval.upper;
    out.samplingError.NAtLow = correctedSize(input.benchmark, pInterval.lower, modes(input));
    out.samplingError.NAtHigh = correctedSize(input.benchmark, pInterval.upper, modes(input));
    out.samplingError.swing = std::abs(out.samplingError.NAtHigh - out.samplingError.NAtLow);

    const double centre = std::log(input.p.p / (1 - input.p.p));
    const double spread = std::sqrt(input.p.variance) / (input.p.p * (1 - input.p.p));
    const double sigma = std::sqrt(std::log1p(input.benchmarkCv * input.benchmarkCv));
    const auto draw = [&](std::size_t index) {
        CounterRng random(input.seed, index);
        const double p = 1 / (1 + std::exp(-centre - spread * studentDraw(random, input.p.degreesOfFreedom)));
        Factors factors{};
        for (std::size_t i = 0; i < kBiasFactors; ++i)
            factors[i] = drawFrom(input.ranges[i], random.nextUnit());
        const double count = input.benchmark * std::exp(sigma * dist::normalQuantile(random.nextUnit()));
        return correctedSize(count, p, factors);
    };
    std::vector<double> sizes;
    PEIL_CHECK(drawUntil(input.draws, std::max(input.draws, input.most), input.progress, sizes, draw,
                         [&](const std::vector<double>& sorted) {
                             const auto limits = limitsOf(sorted, input.level);
                             return settled(limits, limits.median);
                         }));
    const auto limits = limitsOf(sizes, input.level);
    out.draws = sizes.size();
    out.median = limits.median;
    out.monteCarloError = limits.error;
    out.joint = checked({limits.lower, limits.upper}, limits.median, 0);
    return out;
}

} // namespace peil::estimation
