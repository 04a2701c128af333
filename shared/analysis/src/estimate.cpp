// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/estimate.h"

#include "checks.h"
#include "intervals.h"
#include "peil/base/text.h"
#include "peil/words/words.h"

#include <algorithm>

namespace peil::analysis {
namespace {

using namespace estimation;

/// The size from each register, and on request one from all of them.
Result<> addSources(GroupResult& group, const GroupContext& context) {
    const auto& input = context.input;
    if (input.others.empty()) return {};
    group.sources.push_back({context.options.columns.inCare, group.facts, group.headline()});
    for (const auto& other : input.others) {
        const auto count = other.counts.byGroup.at(group.group).count;
        PEIL_TRY(auto estimate, multiplierEstimate(input.design, context.domain, other.indicator, count, context.how));
        group.sources.push_back({other.column, other.counts.factsOf(group.group), std::move(estimate)});
    }
    if (!context.options.pool) return {};
    std::vector<SourceEstimate> sizes;
    for (const auto& source : group.sources) {
        if (!source.estimate.delta)
            return fail(AnalysisErrc::BadInput, "The size of " + group.group + " from " + source.column +
                                                    " has no standard error, so it cannot be pooled; omit --pool.");
        const auto& one = source.estimate;
        sizes.push_back({one.delta->N, one.delta->standardError, leastSize(one.benchmark, one.benchmarkCv, one.level)});
    }
    PEIL_TRY(group.pooled, combine(sizes, context.options.level));
    return {};
}

Result<GroupResult> estimateGroup(const AnalysisOptions& options, const EstimateInput& input, const std::string& name) {
    const auto domain = input.domainOf(name);
    const auto context = contextOf(options, input, domain, name);
    GroupResult result;
    result.group = name;
    result.facts = input.counts.factsOf(name);
    result.rows = domain.count();
    result.weighted = input.weights.weighted;
    PEIL_TRY(result.methods, intervalsOf(context));
    const auto& headline = result.headline();
    if (input.weights.weighted && headline.x > 0)
        result.unweightedN = context.benchmark * static_cast<double>(headline.n) / headline.x;
    PEIL_CHECK(addSources(result, context));
    PEIL_CHECK(addChecks(result, context));
    return result;
}

bool allHave(const EstimateInput& input, const std::string& group) {
    const auto domain = input.domainOf(group);
    for (std::size_t row = 0; row < input.inCare.size(); ++row)
        if (domain.contains(row) && (*input.trait)[row] != 1) return false;
    return true;
}

/// Two groups together. They share sites, so that their errors do not add up like those of two surveys.
void addTotal(EstimateResult& result, const AnalysisOptions& options, const EstimateInput& input) {
    if (result.groups.size() != 2) return;
    const auto &first = result.groups[0].group, &second = result.groups[1].group;
    const auto firstDomain = input.domainOf(first), secondDomain = input.domainOf(second);
    const std::vector<double> noTrait(input.inCare.size(), 0); // a trait with gaps would leave interviews out
    if (const auto sizes = derivedSizes({input.design, firstDomain, secondDomain, input.inCare, noTrait,
                                         input.counts.byGroup.at(first).count, input.counts.byGroup.at(second).count,
                                         options.level, options.benchmarkError.kind, options.benchmarkError.cv}))
        result.total = (*sizes)[DerivedSize::Union];
}

/// Two groups, of which one has the trait by definition: then the sizes across them follow.
void addDerived(EstimateResult& result, const AnalysisOptions& options, const EstimateInput& input) {
    if (!input.trait || result.groups.size() != 2) return;
    auto first = result.groups[0].group, second = result.groups[1].group;
    if (allHave(input, first)) std::swap(first, second);
    if (allHave(input, first) || !allHave(input, second)) return;
    const auto firstDomain = input.domainOf(first), secondDomain = input.domainOf(second);
    auto derived = derivedSizes({input.design, firstDomain, secondDomain, input.inCare, *input.trait,
                                 input.counts.byGroup.at(first).count, input.counts.byGroup.at(second).count,
                                 options.level, options.benchmarkError.kind, options.benchmarkError.cv});
    if (!derived) return;
    result.derived = std::move(*derived);
    result.derivedFirst = first;
    result.derivedSecond = second;
    result.trait = input.traitColumn;
}

} // namespace

bool isCapped(const MultiplierEstimate& estimate) {
    constexpr double kPrinted = 0.005; // half of the last digit
    return estimate.basis == estimation::IntervalBasis::Method && estimate.deff && estimate.deffUsed &&
           *estimate.deffUsed - *estimate.deff > kPrinted;
}

const MethodInterval* GroupResult::method(std::string_view name) const {
    const auto found = std::ranges::find(methods, name, &MethodInterval::method);
    return found == methods.end() ? nullptr : &*found;
}

const MethodInterval* GroupResult::uncapped() const {
    return isCapped(headline()) ? method("logit") : nullptr;
}

std::string designText(const EstimateColumns& columns, const WeightNotes& weights, std::string_view language) {
    std::vector<std::string> parts;
    const auto add = [&](const char* id, const std::string& what) {
        if (!what.empty()) parts.push_back(words::textOf(words::Kind::Design, id, language, {what}));
    };
    add("strata", columns.strata);
    add("clusters", columns.cluster);
    add("weights", columns.weight);
    add("weights_from", columns.visits);
    add(weights.margins.size() == 1 ? "post_stratified" : "raked", join(weights.margins, ", "));
    add("frame", columns.frame);
    return parts.empty() ? words::textOf(words::Kind::Design, "simple", language) : join(parts, ", ");
}

GroupContext contextOf(const AnalysisOptions& options, const EstimateInput& input, const Domain& domain,
                       const std::string& group) {
    MultiplierOptions how;
    how.level = options.level;
    how.method = designMethod(options.methods.front()).value_or(DesignMethod::LogitCapped);
    how.benchmarkVariance = options.benchmarkError.kind;
    how.benchmarkCv = options.benchmarkError.cv;
    return {options, input, domain, input.counts.byGroup.at(group).count, how};
}

Result<EstimateResult> estimateGroups(const AnalysisOptions& options, const EstimateInput& input) {
    EstimateResult result;
    result.level = options.level;
    result.design = designText(options.columns, input.weights);
    for (const auto& group : input.groups) {
        PEIL_TRY(auto one, estimateGroup(options, input, group));
        result.groups.push_back(std::move(one));
    }
    addTotal(result, options, input);
    addDerived(result, options, input);
    return result;
}

} // namespace peil::analysis
