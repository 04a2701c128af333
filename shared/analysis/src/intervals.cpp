// SPDX-License-Identifier: Apache-2.0
#include "intervals.h"

#include "peil/estimation/bayes.h"
#include "peil/estimation/resample.h"

#include <limits>

namespace peil::analysis {
namespace {

using namespace estimation;

Interval deltaLimits(std::string_view method, const DeltaEstimate& delta) {
    if (method == "delta") return delta.student;
    if (method == "log_delta") return delta.logStudent;
    return method == "delta_z" ? delta.normal : delta.logNormal;
}

/// The estimate with other limits, as far as they may be given out.
MultiplierEstimate with(const MultiplierEstimate& estimate, const CheckedInterval& interval) {
    auto other = estimate.with(interval);
    other.basis = IntervalBasis::Method;
    return other;
}

double leastOf(const MultiplierEstimate& estimate) {
    return leastSize(estimate.benchmark, estimate.benchmarkCv, estimate.level);
}

MultiplierEstimate with(const MultiplierEstimate& estimate, const Interval& limits) {
    return with(estimate, checked(limits, *estimate.N, leastOf(estimate)));
}

/// A beta posterior on the effective number of people, so that clustering and weights count.
Result<MethodInterval> bayesian(MultiplierEstimate main, const GroupContext& context) {
    const bool own = main.basis == IntervalBasis::Method && main.effectiveN;
    BayesInput input;
    input.n = own ? *main.effectiveN : main.peopleUsed;
    input.x = main.p * input.n;
    input.benchmark = context.benchmark;
    input.benchmarkCv = main.benchmarkCv;
    input.level = context.options.level;
    PEIL_TRY(const auto posterior, bayesSize(input));
    auto interval = posterior.interval;
    if (main.N) {
        main.N = posterior.median;
    } else if (interval.limits) { // no one in care: all that bounds the size from above is the prior
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        interval = checked({interval.limits->lower, kInfinity}, kInfinity, leastOf(main));
    }
    return MethodInterval{"bayes", MethodKind::Bayesian, with(main, interval)};
}

/// The delta method has limits that say nothing when the variance is unknown: then the interval of `main` is used
/// instead.
MethodInterval delta(const std::string& name, const MultiplierEstimate& main) {
    if (!main.delta) return {name, MethodKind::Delta, main};
    return {name, MethodKind::Delta, with(main, deltaLimits(name, *main.delta))};
}

/// An interval from x of n alone. Three share their name with one of the design and carry the word "binomial".
Result<MethodInterval> binomial(const std::string& method, const MultiplierEstimate& main,
                                const GroupContext& context) {
    const double n = static_cast<double>(main.n);
    const auto& options = context.options;
    const bool isDelta = method == "delta_binomial" || method == "log_delta_binomial";
    const auto family = method == "logit_binomial" ? BinomialMethod::Logit
                        : isDelta                  ? BinomialMethod::ClopperPearson
                                                   : binomialMethod(method).value_or(BinomialMethod::ClopperPearson);
    const auto& error = options.benchmarkError;
    PEIL_TRY(auto counted,
             multiplierFromCounts(main.x, n, context.benchmark, family, options.level, error.kind, error.cv));
    counted.missing = main.missing;
    if (isDelta) counted.basis = IntervalBasis::Exact; // until the delta method has a say
    if (isDelta && main.x > 0 && context.benchmark > 0) {
        const ProportionStatistics statistics{counted.p, counted.standardError * counted.standardError, n - 1, n};
        PEIL_TRY(const auto delta, multiplierDelta(statistics, context.benchmark, error.kind, error.cv, options.level));
        counted = with(counted, method == "delta_binomial" ? delta.normal : delta.logNormal);
    }
    return MethodInterval{method, MethodKind::Binomial, std::move(counted)};
}

Result<MethodInterval> oneMethod(const GroupContext& context, const std::string& name) {
    const auto* method = intervalMethod(name);
    if (method == nullptr)
        return fail(AnalysisErrc::BadInput,
                    "There is no method \"" + name + "\"; use one or more of " + methodNames() + ".");
    const auto& input = context.input;
    auto how = context.how;
    how.method = designMethod(name).value_or(DesignMethod::Logit);
    PEIL_TRY(auto main, multiplierEstimate(input.design, context.domain, input.inCare, context.benchmark, how));
    switch (method->kind) {
    case MethodKind::Design:
        break;
    case MethodKind::Delta:
        return delta(name, main);
    case MethodKind::Bayesian:
        return bayesian(main, context);
    case MethodKind::Bootstrap:
    case MethodKind::Binomial:
        return binomial(name, main, context);
    }
    return MethodInterval{name, MethodKind::Design, std::move(main)};
}

Result<MethodInterval> bootstrap(const GroupContext& context, const MultiplierEstimate& main) {
    constexpr std::size_t kMost = 200'000;
    const auto& options = context.options;
    BootstrapOptions how;
    how.replicates = options.bootstrap;
    how.most = kMost;
    how.benchmarkCv = main.benchmarkCv;
    how.seed = options.seed;
    how.level = options.level;
    const auto drawn =
        raoWuBootstrap(context.input.design, context.domain, context.input.inCare, context.benchmark, how);
    const bool none = !drawn && drawn.error().code == EstimationErrc::NotEstimable;
    if (!none) PEIL_CHECK(drawn);
    const auto name = "bootstrap of " + std::to_string(none ? options.bootstrap : drawn->replicates) + ", seed " +
                      std::to_string(options.seed);
    if (none) return MethodInterval{name, MethodKind::Bootstrap, main}; // whose interval is used instead, and says so
    return MethodInterval{name, MethodKind::Bootstrap, with(main, drawn->interval), drawn->monteCarloError,
                          drawn->replicates};
}

} // namespace

Result<std::vector<MethodInterval>> intervalsOf(const GroupContext& context) {
    const auto& first = context.options.methods.front();
    if (first == "delta" || first == "delta_z" || first == "delta_binomial")
        return fail(
            AnalysisErrc::BadInput,
            "The interval of " + first +
                " can extend below the register's own count; put another method first, such as --method logit," +
                first + ".");
    std::vector<MethodInterval> result;
    for (const auto& method : context.options.methods) {
        PEIL_TRY(auto one, oneMethod(context, method));
        result.push_back(std::move(one));
    }
    if (context.options.bootstrap > 0) {
        PEIL_TRY(auto one, bootstrap(context, result.front().estimate));
        result.push_back(std::move(one));
    }
    return result;
}

} // namespace peil::analysis
