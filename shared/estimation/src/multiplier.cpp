// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/multiplier.h"

#include "distributions.h"
#include "multiplier_input.h"
#include "peil/base/text.h"
#include "variance.h"

#include <algorithm>
#include <cmath>

namespace peil::estimation {
namespace {

constexpr double kFewCases = 15;
constexpr double kFewDegrees = 8;
constexpr double kLowDeff = 0.7;
constexpr double kHighDeff = 3;
constexpr double kWeightRatio = 10;
constexpr double kMissingShare = 0.05;
constexpr double kCompleteness = 0.95;

/// [B/p_upper, B/p_lower], never below B; no upper limit when p_lower is 0.
void invert(MultiplierEstimate& out) {
    const double B = out.benchmark;
    if (out.p > 0) {
        out.N = B / out.p;
        out.careGap = *out.N - B;
    }
    out.lower = std::max(B, B / std::min(1.0, out.pInterval.upper));
    if (out.pInterval.lower > 0) out.upper = std::max(B, B / out.pInterval.lower);
    if (out.N && out.upper && *out.N > 0) out.relativeHalfWidth = (*out.upper - out.lower) / (2 * *out.N);
}

double medianOf(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

/// Largest over median weight in the domain.
double weightRatio(const Design& design, const Domain& domain) {
    std::vector<double> weights;
    for (std::size_t row = 0; row < design.rows(); ++row)
        if (domain.contains(row) && design.weight()[row] > 0) weights.push_back(design.weight()[row]);
    const double largest = *std::max_element(weights.begin(), weights.end());
    return largest / medianOf(std::move(weights));
}

bool hasSingleCluster(const Design& design, const DomainStrata& present) {
    for (std::size_t h = 0; h < design.strata(); ++h)
        if (present.present[h] != 0 && design.clustersInStratum()[h] == 1) return true;
    return false;
}

void warn(MultiplierEstimate& out, WarningKind kind, std::string detail = {}) {
    out.warnings.push_back({kind, std::move(detail)});
}

/// What the counts tell by themselves.
void warnOfCounts(MultiplierEstimate& out) {
    if (!out.N) warn(out, WarningKind::NotEstimable);
    if (out.exact) warn(out, WarningKind::ExactIntervalOnly);
    if (out.x < kFewCases) warn(out, WarningKind::FewCases, formatNumber(out.x));
    if (out.benchmark < out.x)
        warn(out, WarningKind::BenchmarkBelowCases, formatNumber(out.benchmark) + " / " + formatNumber(out.x));
}

void addWarnings(const Design& design, const Domain& domain, std::span<const double> indicator,
                 const MultiplierOptions& options, MultiplierEstimate& out) {
    warnOfCounts(out);
    if (out.degreesOfFreedom < kFewDegrees)
        warn(out, WarningKind::FewDegreesOfFreedom, formatNumber(out.degreesOfFreedom));
    if (!out.exact && out.deff && (*out.deff < kLowDeff || *out.deff > kHighDeff))
        warn(out, WarningKind::OddDesignEffect, formatFixed(*out.deff, 2));
    if (const double ratio = weightRatio(design, domain); ratio > kWeightRatio)
        warn(out, WarningKind::WeightRatio, formatFixed(ratio, 1));
    const double asked = static_cast<double>(out.n + out.missing);
    if (static_cast<double>(out.missing) > kMissingShare * asked)
        warn(out, WarningKind::ItemMissing, std::to_string(out.missing));
    if (options.registerCompleteness && *options.registerCompleteness < kCompleteness)
        warn(out, WarningKind::RegisterIncomplete, formatNumber(*options.registerCompleteness));
    if (hasSingleCluster(design, domainStrata(design, domain, indicator))) warn(out, WarningKind::SingleCluster);
}

Result<> checkOptions(const MultiplierOptions& options) {
    PEIL_CHECK(checkLevel(options.level));
    if (!(options.benchmarkCv >= 0) || options.benchmarkCv > 1)
        return fail(EstimationErrc::BadParameter,
                    "The coefficient of variation of the benchmark must lie between 0 and 1.");
    if (options.registerCompleteness && !(*options.registerCompleteness > 0 && *options.registerCompleteness <= 1))
        return fail(EstimationErrc::BadParameter, "The completeness of the register must lie between 0 and 1.");
    return {};
}

/// p with every missing answer taken as in care, and as not.
void setMissingBounds(const Design& design, const Domain& domain, std::span<const double> indicator, double sumWeights,
                      MultiplierEstimate& out) {
    double missingWeight = 0;
    for (std::size_t row = 0; row < indicator.size(); ++row)
        if (domain.contains(row) && std::isnan(indicator[row])) missingWeight += design.weight()[row];
    const double in = out.p * sumWeights;
    out.pAllMissingIn = (in + missingWeight) / (sumWeights + missingWeight);
    out.pAllMissingOut = in / (sumWeights + missingWeight);
}

} // namespace

Result<> checkLevel(double level) {
    if (level > 0 && level < 1) return {};
    return fail(EstimationErrc::BadLevel, "The level must lie between 0 and 1, such as 0.95.");
}

Result<> checkBenchmark(double benchmark) {
    if (benchmark >= 0 && std::isfinite(benchmark)) return {};
    return fail(EstimationErrc::BadBenchmark, "The benchmark must be a number of people, 0 or more.");
}

Result<> checkIndicator(const Domain& domain, std::span<const double> indicator) {
    for (std::size_t row = 0; row < indicator.size(); ++row) {
        const double value = indicator[row];
        if (domain.contains(row) && !std::isnan(value) && value != 0 && value != 1)
            return fail(EstimationErrc::BadIndicator, "Data row " + std::to_string(row + 1) + " has " +
                                                          formatNumber(value) +
                                                          " where 1 (in care), 0 (not) or nothing is expected.");
    }
    return {};
}

ProportionStatistics statisticsOf(const MeanEstimate& mean) {
    return {mean.estimate, mean.variance, mean.degreesOfFreedom, static_cast<double>(mean.n)};
}

Result<MultiplierEstimate> multiplierEstimate(const Design& design, const Domain& domain,
                                              std::span<const double> indicator, double benchmark,
                                              const MultiplierOptions& options) {
    PEIL_CHECK(checkOptions(options));
    PEIL_CHECK(checkBenchmark(benchmark));
    PEIL_CHECK(checkColumn(design, domain, indicator.size()));
    PEIL_CHECK(checkIndicator(domain, indicator));
    PEIL_TRY(const MeanEstimate mean, surveyMean(design, domain, indicator));
    MultiplierEstimate out;
    out.n = mean.n;
    out.missing = mean.missing;
    out.x = mean.sum;
    out.p = mean.estimate;
    out.standardError = mean.standardError;
    out.degreesOfFreedom = mean.degreesOfFreedom;
    out.deff = mean.deffReplace;
    out.effectiveN = mean.effectiveN;
    out.kishDeff = mean.kishDeff;
    out.benchmark = benchmark;
    out.level = options.level;
    out.method = options.method;
    // A variance that is only rounding error (all sites with the same share) is no variance.
    auto statistics = statisticsOf(mean);
    if (statistics.variance < 1e-24) statistics.variance = 0;
    if (auto interval = designInterval(options.method, statistics, options.level)) {
        out.pInterval = *interval;
    } else {
        PEIL_TRY(out.pInterval,
                 binomialInterval(BinomialMethod::ClopperPearson, out.x, static_cast<double>(out.n), options.level));
        out.exact = true;
    }
    out.deffUsed = out.deff;
    if (options.method == DesignMethod::LogitCapped && out.deff) out.deffUsed = std::max(1.0, *out.deff);
    invert(out);
    if (!out.exact && benchmark > 0) {
        PEIL_TRY(out.delta,
                 multiplierDelta(statistics, benchmark, options.benchmarkVariance, options.benchmarkCv, options.level));
    }
    setMissingBounds(design, domain, indicator, mean.sumWeights, out);
    addWarnings(design, domain, indicator, options, out);
    return out;
}

Result<MultiplierEstimate> multiplierFromCounts(double x, double n, double benchmark, BinomialMethod method,
                                                double level) {
    PEIL_CHECK(checkBenchmark(benchmark));
    MultiplierEstimate out;
    auto interval = binomialInterval(method, x, n, level);
    if (!interval && interval.error().code == EstimationErrc::NotEstimable) {
        interval = binomialInterval(BinomialMethod::ClopperPearson, x, n, level);
        out.exact = true;
    }
    PEIL_TRY(out.pInterval, std::move(interval));
    out.n = static_cast<std::size_t>(n);
    out.x = x;
    out.p = x / n;
    out.standardError = std::sqrt(out.p * (1 - out.p) / n);
    out.degreesOfFreedom = n - 1;
    out.benchmark = benchmark;
    out.level = level;
    out.pAllMissingIn = out.pAllMissingOut = out.p;
    invert(out);
    warnOfCounts(out);
    return out;
}

Result<DeltaEstimate> multiplierDelta(const ProportionStatistics& s, double benchmark,
                                      BenchmarkVariance benchmarkVariance, double benchmarkCv, double level) {
    PEIL_CHECK(checkLevel(level));
    PEIL_CHECK(checkBenchmark(benchmark));
    if (!(benchmarkCv >= 0) || !std::isfinite(benchmarkCv))
        return fail(EstimationErrc::BadParameter, "The coefficient of variation of the benchmark must be 0 or more.");
    if (!(s.p > 0) || !(s.variance >= 0) || !(benchmark > 0))
        return fail(EstimationErrc::NotEstimable, "The delta method needs people in care, a benchmark and a variance.");
    double varB = 0;
    switch (benchmarkVariance) {
    case BenchmarkVariance::None:
        break;
    case BenchmarkVariance::Binomial:
        varB = benchmark * (1 - s.p);
        break;
    case BenchmarkVariance::Poisson:
        varB = benchmark;
        break;
    case BenchmarkVariance::Cv:
        varB = benchmarkCv * benchmark * benchmarkCv * benchmark;
        break;
    }
    DeltaEstimate out;
    out.N = benchmark / s.p;
    out.standardError = std::sqrt(varB / (s.p * s.p) + benchmark * benchmark * s.variance / std::pow(s.p, 4));
    out.cv = out.standardError / out.N;
    const double z = dist::normalCritical(level);
    out.normal = {out.N - z * out.standardError, out.N + z * out.standardError};
    out.logNormal = {out.N * std::exp(-z * out.cv), out.N * std::exp(z * out.cv)};
    if (s.degreesOfFreedom < 1) {
        out.student = out.logStudent = {kMissing, kMissing};
        return out;
    }
    const double t = dist::studentCritical(level, s.degreesOfFreedom);
    out.student = {out.N - t * out.standardError, out.N + t * out.standardError};
    out.logStudent = {out.N * std::exp(-t * out.cv), out.N * std::exp(t * out.cv)};
    return out;
}

double roundTo(double value, double unit) {
    return std::round(value / unit) * unit;
}

} // namespace peil::estimation
