// SPDX-License-Identifier: Apache-2.0
#pragma once

// The benchmark-multiplier estimate of a population's size: N = B / p, with B the number of people in the register and
// p the share of the field sample that is in it. The interval of p is turned over: [B/p_upper, B/p_lower]. An uncertain
// B widens it by MOVER on the logarithm (Zou and Donner 2008): with b = z sqrt(ln(1+cv^2)),
// N exp(-sqrt(ln(p_upper/p)^2 + b^2)) to N exp(sqrt(ln(p/p_lower)^2 + b^2)).

#include "peil/estimation/checked_interval.h"
#include "peil/estimation/survey.h"

#include <string>

namespace peil::estimation {

/// The automatic checks (METHOD.md, 10). Persisted by id (see idOf), so that a report can be compared.
enum class WarningKind {
    NotEstimable,        ///< no one in care: N has a lower limit only
    ExactIntervalOnly,   ///< p is 0 or 1, df < 1 or no variance: Korn-Graubard on the effective number of people
    FewCases,            ///< x < 15: no estimate by city; relative bias of 1/p above 5%
    BenchmarkBelowCases, ///< B < x: the register misses people who say they are in it, or its count is wrong
    FewDegreesOfFreedom, ///< df < 8: the variance is itself uncertain
    OddDesignEffect,     ///< design effect below 0.7 or above 3: from few clusters
    WeightRatio,         ///< largest weight above 10 times the median: trim, show both
    ItemMissing,         ///< more than 5% of the domain has no answer on being in care
    PeriodMismatch,      ///< the benchmark's period is not the survey's window
    RegisterIncomplete,  ///< register completeness below 95%: sensitivity table is compulsory
    RegisterRunSites,    ///< more than 40% recruited at sites run by the register's own institutions
    SiteInfluence,       ///< leaving out one site moves N by more than 10%
    CityInfluence,       ///< leaving out one city moves N by more than 10%
    DuplicateCode,       ///< the same self-generated code twice within a city: review
    SingleCluster,       ///< a stratum with one cluster: the policy decides its part of the variance
    BeyondSample,        ///< more than 5% of the register's count is outside the cities of the interviews
    BelowRegister,       ///< the interval of a method would reach below B: it is not given
    IntervalWithheld,    ///< the interval of a method breaks another rule of checked(): it is not given
};
struct Warning {
    WarningKind kind;
    std::string detail; ///< the number or name that caused it; empty if the kind says it all
    friend bool operator==(const Warning&, const Warning&) = default;
};
/// Stable id, e.g. "few_cases". Its words: shared/words.
[[nodiscard]] std::string_view idOf(WarningKind kind);

/// The variance Var(B). Every interval of N includes it.
enum class BenchmarkVariance {
    None,     ///< the register is a census of its clients
    Binomial, ///< B is a binomial outcome of N: B (1-p)
    Poisson,  ///< B
    Cv,       ///< (benchmarkCv * B)^2
};
/// sqrt(Var(B))/B, at most 1; 0 when B is 0. The error is taken as log-normal about B: its limits at a level are
/// B exp(-+ z sqrt(ln(1+cv^2))).
[[nodiscard]] double coefficientOfVariation(BenchmarkVariance kind, double benchmarkCv, double benchmark, double p);
/// That lower limit: no size is smaller. B itself when cv is 0.
[[nodiscard]] double leastSize(double benchmark, double cv, double level);

struct MultiplierOptions {
    double level = 0.95;
    DesignMethod method = DesignMethod::Logit;
    BenchmarkVariance benchmarkVariance = BenchmarkVariance::None;
    double benchmarkCv = 0;                     ///< 0..1, used with BenchmarkVariance::Cv
    std::optional<double> registerCompleteness; ///< 0..1 when known
};

/// Symmetric and log-symmetric intervals by the delta method, as the formulas give them: the symmetric one can go below
/// B, so that they need checked() before they are given out.
struct DeltaEstimate {
    double N = kMissing;
    double standardError = kMissing;
    double cv = kMissing;
    Interval normal, student;       ///< N -+ z se, N -+ t se
    Interval logNormal, logStudent; ///< N exp(-+ z cv), N exp(-+ t cv)
};

/// Where the interval of p comes from.
enum class IntervalBasis {
    Method, ///< the requested method
    Exact,  ///< Clopper-Pearson on x of n in its place: no one or everyone is in care, which leaves it undefined
    EffectiveSample, ///< Korn-Graubard on p and the effective number of people in its place: the design gives no
                     ///< variance
};
/// Name of the interval: "clopper_pearson" or "korn_graubard"; empty for Method.
[[nodiscard]] std::string_view idOf(IntervalBasis basis);

struct MultiplierEstimate {
    std::size_t n = 0;       ///< rows with an answer
    std::size_t missing = 0; ///< rows of the domain without one
    double x = 0;            ///< rows in care, unweighted
    double p = kMissing;
    double standardError = kMissing; ///< of p, by the design
    double degreesOfFreedom = 0;
    std::optional<double> deff;     ///< with replacement; none when it has no meaning
    std::optional<double> deffUsed; ///< `deff`, or 1 if LogitCapped raised it; none with a replacement interval
    std::optional<double> effectiveN;
    double kishDeff = 1;
    double benchmark = 0;
    double benchmarkCv = 0; ///< of B, 0 when it is a census
    double level = 0.95;
    DesignMethod method = DesignMethod::Logit;
    IntervalBasis basis = IntervalBasis::Method;
    double varianceUsed = kMissing; ///< of p, that the interval counts with
    double peopleUsed = kMissing;   ///< effective number of people that it counts with
    Interval pInterval;
    std::optional<double> N;              ///< none when no one is in care
    std::optional<double> lower;          ///< at most N and never below leastSize(); none: no interval
    std::optional<double> upper;          ///< none: unbounded, or no interval
    std::optional<NoInterval> noInterval; ///< why there is none
    double relativeHalfWidth = kMissing;  ///< (upper - lower) / (2 N)
    double careGap = kMissing;            ///< N - B: not in care
    double pAllMissingIn = kMissing;      ///< p if all missing were in care
    double pAllMissingOut = kMissing;     ///< p if none were
    std::optional<DeltaEstimate> delta;   ///< with options.benchmarkVariance; none with an effective sample
    std::vector<Warning> warnings;

    /// The same size with the interval of another method.
    [[nodiscard]] MultiplierEstimate with(const CheckedInterval& interval) const;
};

/// @param indicator  1 in care, 0 not, NaN no answer.
/// @param benchmark  people in the register, >= 0.
/// @return SizeMismatch, NoRows, BadIndicator, BadBenchmark, BadLevel or BadParameter (benchmarkCv, completeness).
[[nodiscard]] Result<MultiplierEstimate> multiplierEstimate(const Design& design, const Domain& domain,
                                                            std::span<const double> indicator, double benchmark,
                                                            const MultiplierOptions& options = {});

/// The same for x of n without any design (binomial interval): for published figures and checks.
/// @return BadLevel, BadBenchmark or BadParameter.
[[nodiscard]] Result<MultiplierEstimate>
multiplierFromCounts(double x, double n, double benchmark, BinomialMethod method, double level,
                     BenchmarkVariance benchmarkVariance = BenchmarkVariance::None, double benchmarkCv = 0);

/// Var(N) = Var(B)/p^2 + B^2 v/p^4.
/// @return BadLevel, BadBenchmark, BadParameter, or NotEstimable when p is 0 or the variance unknown.
[[nodiscard]] Result<DeltaEstimate> multiplierDelta(const ProportionStatistics& statistics, double benchmark,
                                                    BenchmarkVariance benchmarkVariance, double benchmarkCv,
                                                    double level);

/// One area of the separate estimator.
struct AreaEstimate {
    std::uint32_t area = 0; ///< code in the factor
    std::size_t n = 0;
    double x = 0;
    double benchmark = 0;
    double p = kMissing;
    double variance = kMissing;
    std::optional<double> N;         ///< none when no one is in care
    double nearUnbiasedN = kMissing; ///< B (n+1)/(x+1)
    bool enoughCases = false;        ///< x >= 15: bias below 5%
};
/// The separate estimator N_s = sum B_c/p_c beside the combined one; a check, not the default: it is biased upward in
/// small cells. `N` is none as soon as one area cannot be estimated: it is never the sum of the others.
struct SeparateEstimate {
    std::vector<AreaEstimate> areas; ///< in the order of the factor's codes; areas without rows are left out
    std::optional<double> N;
    std::optional<double> standardError; ///< sqrt(sum B_c^2 v_c / p_c^4)
    double partialN = 0;                 ///< sum over the areas that have an estimate; for display beside the refusal
    double partialStandardError = 0;
    double nearUnbiasedN = 0; ///< sum B_c (n_c+1)/(x_c+1)
    std::vector<std::uint32_t> undefinedAreas;
};
/// @param benchmarks  one for each level of `area`.
/// @return SizeMismatch, NoRows, BadIndicator or BadBenchmark.
[[nodiscard]] Result<SeparateEstimate> separateEstimate(const Design& design, const Domain& domain,
                                                        std::span<const double> indicator, const Factor& area,
                                                        std::span<const double> benchmarks);

/// N without each level of `unit` (site or city) in turn.
struct Influence {
    std::uint32_t unit = 0;
    std::optional<double> N;
    double relativeChange = kMissing; ///< (N without - N) / N
};
/// @return as multiplierEstimate.
[[nodiscard]] Result<std::vector<Influence>> leaveOneOut(const Design& design, const Domain& domain,
                                                         std::span<const double> indicator, double benchmark,
                                                         const Factor& unit);

/// For print only: half away from zero to a multiple of `unit` (100 for N).
[[nodiscard]] double roundTo(double value, double unit);

} // namespace peil::estimation
