// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/multiplier.h"

#include "distributions.h"
#include "multiplier_input.h"
#include "peil/base/enum_text.h"
#include "peil/base/text.h"
#include "variance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace peil::estimation {
namespace {

constexpr double kFewCases = 15;
constexpr double kFewDegrees = 8;
constexpr double kLowDeff = 0.7;
constexpr double kHighDeff = 3;
constexpr double kWeightRatio = 10;
constexpr double kMissingShare = 0.05;
constexpr double kCompleteness = 0.95;

constexpr double kNothing = 1e-6; ///< a lower share below so much of p bounds nothing
constexpr double kInfinity = std::numeric_limits<double>::infinity();

double logSpread(double cv, double level) {
    return dist::normalCritical(level) * std::sqrt(std::log1p(cv * cv));
}

/// The interval of p turned over, with the error of the register worked in by MOVER on the logarithm.
CheckedInterval turnedOver(const MultiplierEstimate& in) {
    if (const auto share = checked(in.pInterval, in.p, -kInfinity); share.why) return CheckedInterval::none(*share.why);
    const double least = leastSize(in.benchmark, in.benchmarkCv, in.level);
    const double pUpper = std::min(1.0, in.pInterval.upper);
    if (!in.N) return checked({least / pUpper, kInfinity}, kInfinity, least);
    const bool bounded = in.pInterval.lower > kNothing * in.p;
    if (in.benchmarkCv == 0)
        return checked({in.benchmark / pUpper, bounded ? in.benchmark / in.pInterval.lower : kInfinity}, *in.N, least);
    const double spread = logSpread(in.benchmarkCv, in.level);
    const auto moved = [&](double limit) { return std::hypot(std::log(limit / in.p), spread); };
    const double upper = bounded ? *in.N * std::exp(moved(in.pInterval.lower)) : kInfinity;
    return checked({*in.N * std::exp(-moved(pUpper)), upper}, *in.N, least);
}

void setSize(MultiplierEstimate& out) {
    if (out.p > 0) {
        out.N = out.benchmark / out.p;
        out.careGap = *out.N - out.benchmark;
    }
    out = out.with(turnedOver(out));
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

/// Figures that follow from the counts alone.
void warnOfCounts(MultiplierEstimate& out) {
    if (!out.N) warn(out, WarningKind::NotEstimable);
    if (out.basis != IntervalBasis::Method) warn(out, WarningKind::ExactIntervalOnly, std::string(idOf(out.basis)));
    if (out.noInterval) warn(out, WarningKind::IntervalWithheld, std::string(idOf(*out.noInterval)));
    if (out.x < kFewCases) warn(out, WarningKind::FewCases, formatNumber(out.x));
    if (out.benchmark < out.x)
        warn(out, WarningKind::BenchmarkBelowCases, formatNumber(out.benchmark) + " / " + formatNumber(out.x));
}

void addWarnings(const Design& design, const Domain& domain, std::span<const double> indicator,
                 const MultiplierOptions& options, MultiplierEstimate& out) {
    warnOfCounts(out);
    if (out.degreesOfFreedom < kFewDegrees)
        warn(out, WarningKind::FewDegreesOfFreedom, formatNumber(out.degreesOfFreedom));
    if (out.basis == IntervalBasis::Method && out.deff && (*out.deff < kLowDeff || *out.deff > kHighDeff))
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
    PEIL_CHECK(checkBenchmarkCv(options.benchmarkCv));
    if (options.registerCompleteness && !(*options.registerCompleteness > 0 && *options.registerCompleteness <= 1))
        return fail(EstimationErrc::BadParameter, "The completeness of the register must be between 0 and 1.");
    return {};
}

/// A variance that is only rounding error (all sites with the same share) is no variance.
bool hasVariance(const ProportionStatistics& s) {
    constexpr double kRounding = 1e-12;
    return std::isfinite(s.variance) && s.variance > 0 && std::sqrt(s.variance) > kRounding * s.p * (1 - s.p);
}

/// The number of people that the exact limits count: Kish's, no more than the design's own where it has a variance, and
/// fewer for few degrees of freedom, as Korn and Graubard do. Without a degree of freedom there is nothing to reduce
/// it by.
double effectivePeople(const ProportionStatistics& s, double kishN, double level) {
    double people = kishN;
    const double simple = s.p * (1 - s.p);
    if (hasVariance(s) && simple > 0) people = std::min(people, simple / s.variance);
    if (s.degreesOfFreedom >= 1 && s.n >= 2) {
        const double ratio = dist::studentCritical(level, s.n - 1) / dist::studentCritical(level, s.degreesOfFreedom);
        people *= std::min(1.0, ratio * ratio);
    }
    return people;
}

/// The interval of p by the requested method, or by its replacement.
Result<> setShareInterval(const MeanEstimate& mean, MultiplierEstimate& out) {
    auto statistics = statisticsOf(mean);
    const double n = static_cast<double>(mean.n);
    if (hasVariance(statistics)) {
        if (auto interval = designInterval(out.method, statistics, out.level)) {
            out.pInterval = *interval;
            out.varianceUsed = varianceUsed(out.method, statistics);
            out.peopleUsed = out.p * (1 - out.p) / out.varianceUsed;
            out.deffUsed = out.deff;
            if (out.method == DesignMethod::LogitCapped && out.deff) out.deffUsed = std::max(1.0, *out.deff);
            return {};
        }
    }
    const bool oneSided = out.x == 0 || out.x == n;
    out.basis = oneSided ? IntervalBasis::Exact : IntervalBasis::EffectiveSample;
    out.peopleUsed = oneSided ? n : effectivePeople(statistics, mean.kishN, out.level);
    out.varianceUsed = out.p * (1 - out.p) / out.peopleUsed;
    PEIL_TRY(out.pInterval,
             binomialInterval(BinomialMethod::ClopperPearson, out.p * out.peopleUsed, out.peopleUsed, out.level));
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
    return fail(EstimationErrc::BadLevel, "The level must be between 0 and 1, such as 0.95.");
}

Result<> checkBenchmark(double benchmark) {
    if (benchmark >= 0 && std::isfinite(benchmark)) return {};
    return fail(EstimationErrc::BadBenchmark, "The benchmark must be a number of people, 0 or more.");
}

Result<> checkBenchmarkCv(double cv) {
    if (cv >= 0 && cv <= 1) return {};
    return fail(EstimationErrc::BadParameter, "The coefficient of variation of the benchmark must be between 0 and 1.");
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
    out.benchmarkCv = coefficientOfVariation(options.benchmarkVariance, options.benchmarkCv, benchmark, out.p);
    out.level = options.level;
    out.method = options.method;
    PEIL_CHECK(setShareInterval(mean, out));
    setSize(out);
    if (out.basis == IntervalBasis::Method && benchmark > 0) {
        auto statistics = statisticsOf(mean);
        statistics.variance = out.varianceUsed;
        PEIL_TRY(out.delta,
                 multiplierDelta(statistics, benchmark, options.benchmarkVariance, options.benchmarkCv, options.level));
    }
    setMissingBounds(design, domain, indicator, mean.sumWeights, out);
    addWarnings(design, domain, indicator, options, out);
    return out;
}

Result<MultiplierEstimate> multiplierFromCounts(double x, double n, double benchmark, BinomialMethod method,
                                                double level, BenchmarkVariance benchmarkVariance, double benchmarkCv) {
    PEIL_CHECK(checkBenchmark(benchmark));
    PEIL_CHECK(checkBenchmarkCv(benchmarkCv));
    MultiplierEstimate out;
    auto interval = binomialInterval(method, x, n, level);
    const bool undefined = !interval && interval.error().code == EstimationErrc::NotEstimable;
    // Wald's interval of no one or everyone has no width, which is no certainty.
    if (undefined || (interval && interval->lower == interval->upper)) {
        interval = binomialInterval(BinomialMethod::ClopperPearson, x, n, level);
        out.basis = IntervalBasis::Exact;
    }
    PEIL_TRY(out.pInterval, std::move(interval));
    out.n = static_cast<std::size_t>(n);
    out.x = x;
    out.p = x / n;
    out.varianceUsed = out.p * (1 - out.p) / n;
    out.peopleUsed = n;
    out.standardError = std::sqrt(out.varianceUsed);
    out.degreesOfFreedom = n - 1;
    out.benchmark = benchmark;
    out.benchmarkCv = coefficientOfVariation(benchmarkVariance, benchmarkCv, benchmark, out.p);
    out.level = level;
    out.pAllMissingIn = out.pAllMissingOut = out.p;
    setSize(out);
    warnOfCounts(out);
    return out;
}

double coefficientOfVariation(BenchmarkVariance kind, double benchmarkCv, double benchmark, double p) {
    if (!(benchmark > 0)) return 0;
    switch (kind) {
    case BenchmarkVariance::None:
        break;
    case BenchmarkVariance::Binomial:
        return std::min(1.0, std::sqrt((1 - p) / benchmark));
    case BenchmarkVariance::Poisson:
        return std::min(1.0, std::sqrt(1 / benchmark));
    case BenchmarkVariance::Cv:
        return benchmarkCv;
    }
    return 0;
}

double leastSize(double benchmark, double cv, double level) {
    return benchmark * std::exp(-logSpread(cv, level));
}

std::string_view idOf(IntervalBasis basis) {
    using enum IntervalBasis;
    static constexpr EnumText<IntervalBasis> kTexts[] = {
        {Method, ""}, {Exact, "clopper_pearson"}, {EffectiveSample, "korn_graubard"}};
    return textIn(kTexts, basis);
}

MultiplierEstimate MultiplierEstimate::with(const CheckedInterval& interval) const {
    auto out = *this;
    out.lower = interval.lower();
    out.upper = interval.upper();
    out.noInterval = interval.why;
    out.relativeHalfWidth = kMissing;
    if (out.N && out.upper && *out.N > 0) out.relativeHalfWidth = (*out.upper - *out.lower) / (2 * *out.N);
    return out;
}

Result<DeltaEstimate> multiplierDelta(const ProportionStatistics& s, double benchmark,
                                      BenchmarkVariance benchmarkVariance, double benchmarkCv, double level) {
    PEIL_CHECK(checkLevel(level));
    PEIL_CHECK(checkBenchmark(benchmark));
    PEIL_CHECK(checkBenchmarkCv(benchmarkCv));
    if (!(s.p > 0) || !(s.variance >= 0) || !(benchmark > 0))
        return fail(EstimationErrc::NotEstimable, "The delta method needs people in care, a benchmark and a variance.");
    const double cvB = coefficientOfVariation(benchmarkVariance, benchmarkCv, benchmark, s.p);
    const double varB = cvB * benchmark * cvB * benchmark;
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
