// SPDX-License-Identifier: Apache-2.0
#include "estimate_methods.h"

#include "peil/estimation/bayes.h"

#include <array>
#include <cmath>

namespace peil::cli {
namespace {

using namespace estimation;

struct DeltaName {
    std::string_view name;
    Interval DeltaEstimate::*limits;
};
constexpr std::array<DeltaName, 4> kDelta{{{"delta", &DeltaEstimate::student},
                                           {"log_delta", &DeltaEstimate::logStudent},
                                           {"delta_z", &DeltaEstimate::normal},
                                           {"log_delta_z", &DeltaEstimate::logNormal}}};

/// The estimate with other limits.
MultiplierEstimate with(MultiplierEstimate estimate, double lower, std::optional<double> upper) {
    estimate.lower = lower;
    estimate.upper = upper;
    estimate.exact = false;
    return estimate;
}

/// A beta posterior on the effective number of people, so that clustering and weights count; on the counts themselves
/// where the design carries no variance.
Result<MethodInterval> bayesian(const MultiplierEstimate& main, const GroupContext& context) {
    BayesInput input;
    input.n = main.exact || !main.effectiveN ? static_cast<double>(main.n) : *main.effectiveN;
    input.x = main.p * input.n;
    input.benchmark = context.benchmark;
    input.level = context.options.level;
    input.seed = context.options.seed;
    const auto& error = context.options.benchmarkError;
    switch (error.kind) {
    case BenchmarkVariance::None:
        break;
    case BenchmarkVariance::Binomial:
        input.benchmarkCv = std::sqrt((1 - main.p) / context.benchmark);
        break;
    case BenchmarkVariance::Poisson:
        input.benchmarkCv = std::sqrt(1 / context.benchmark);
        break;
    case BenchmarkVariance::Cv:
        input.benchmarkCv = error.cv;
        break;
    }
    if (!(context.benchmark > 0)) input.benchmarkCv = 0;
    PEIL_TRY(const auto posterior, bayesSize(input));
    auto estimate = with(main, posterior.interval.lower, posterior.interval.upper);
    estimate.N = posterior.median;
    return MethodInterval{"bayes", "bayesian", std::move(estimate)};
}

/// The delta method has limits that say nothing when the variance is unknown: then the exact interval stands in.
MethodInterval delta(const DeltaName& name, const MultiplierEstimate& main) {
    if (!main.delta) return {std::string(name.name), "delta", main};
    const auto& limits = (*main.delta).*name.limits;
    return {std::string(name.name), "delta", with(main, limits.lower, limits.upper)};
}

/// An interval from x of n alone. Three share their name with one of the design and carry the word "binomial".
/// @return none for a method that does not exist.
Result<std::optional<MethodInterval>> binomial(const std::string& method, const MultiplierEstimate& main,
                                               const GroupContext& context) {
    const double n = static_cast<double>(main.n);
    const auto& options = context.options;
    const bool isDelta = method == "delta_binomial" || method == "log_delta_binomial";
    const auto family = method == "logit_binomial" ? BinomialMethod::Logit
                        : isDelta                  ? BinomialMethod::ClopperPearson
                        : method == "logit"        ? std::optional<BinomialMethod>()
                                                   : binomialMethod(method);
    if (!family) return std::nullopt;
    PEIL_TRY(auto counted, multiplierFromCounts(main.x, n, context.benchmark, *family, options.level));
    counted.missing = main.missing;
    if (isDelta) counted.exact = true; // until the delta method has a say
    if (isDelta && main.x > 0 && context.benchmark > 0) {
        const ProportionStatistics statistics{counted.p, counted.standardError * counted.standardError, n - 1, n};
        PEIL_TRY(const auto delta, multiplierDelta(statistics, context.benchmark, options.benchmarkError.kind,
                                                   options.benchmarkError.cv, options.level));
        const auto& limits = method == "delta_binomial" ? delta.normal : delta.logNormal;
        counted = with(std::move(counted), limits.lower, limits.upper);
    }
    return MethodInterval{method, "binomial", std::move(counted)};
}

Result<MethodInterval> oneMethod(const GroupContext& context, const std::string& method) {
    const auto& input = context.input;
    auto how = context.how;
    const auto ofDesign = designMethod(method);
    how.method = ofDesign.value_or(DesignMethod::Logit);
    PEIL_TRY(auto main, multiplierEstimate(input.design, context.domain, input.inCare, context.benchmark, how));
    if (ofDesign) return MethodInterval{method, "design", std::move(main)};
    for (const auto& name : kDelta)
        if (name.name == method) return delta(name, main);
    if (method == "bayes") return bayesian(main, context);
    PEIL_TRY(auto counted, binomial(method, main, context));
    if (counted) return std::move(*counted);
    return fail(
        CliErrc::BadInput,
        "There is no method \"" + method +
            "\"; take some of logit, logit_capped, beta, beta_nchs, likelihood, asin, mean, delta, log_delta, delta_z, "
            "log_delta_z, bayes (with the design) or wald, wald_cc, wilson, wilson_cc, agresti_coull, "
            "clopper_pearson, jeffreys, bayes_uniform, logit_binomial, arcsine, mid_p, delta_binomial, "
            "log_delta_binomial (binomial).");
}

Result<MethodInterval> bootstrap(const GroupContext& context, const MultiplierEstimate& main) {
    const auto& options = context.options;
    BootstrapOptions how;
    how.replicates = options.bootstrap;
    how.seed = options.seed;
    how.level = options.level;
    const auto name = "bootstrap of " + std::to_string(options.bootstrap) + ", seed " + std::to_string(options.seed);
    const auto drawn =
        raoWuBootstrap(context.input.design, context.domain, context.input.inCare, context.benchmark, how);
    // The interval of `main` is then the exact one, and says so.
    if (!drawn && drawn.error().code == EstimationErrc::NotEstimable) return MethodInterval{name, "bootstrap", main};
    PEIL_CHECK(drawn);
    return MethodInterval{name, "bootstrap", with(main, drawn->lower, drawn->upper)};
}

} // namespace

Result<std::vector<MethodInterval>> intervalsOf(const GroupContext& context) {
    const auto& first = context.options.methods.front();
    if (first == "delta" || first == "delta_z" || first == "delta_binomial")
        return fail(CliErrc::BadInput, "The interval of " + first +
                                           " can fall below the register's own count; give another method first, "
                                           "such as --method logit," +
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

} // namespace peil::cli
