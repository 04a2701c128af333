// SPDX-License-Identifier: Apache-2.0
#include "peil/report/report.h"

#include "peil/base/text.h"

#include <cmath>
#include <set>

namespace peil::report {
namespace {

using namespace analysis;

using namespace estimation;

constexpr double kCompleteRegister = 0.95;

Result<> addWeeks(GroupReport& group, const GroupContext& context) {
    const auto& week = *context.input.week;
    std::set<double> weeks;
    for (std::size_t row = 0; row < week.size(); ++row)
        if (context.domain.contains(row) && std::isfinite(week[row])) weeks.insert(week[row]);
    for (const auto last : weeks) {
        const auto domain =
            context.domain & Domain::select(week.size(), [&](std::size_t row) { return week[row] <= last; });
        const auto estimate =
            multiplierEstimate(context.input.design, domain, context.input.inCare, context.benchmark, context.how);
        if (!estimate && estimate.error().code == EstimationErrc::NoRows) continue;
        PEIL_CHECK(estimate);
        group.weeks.push_back({last, estimate->n, estimate->x, estimate->N, estimate->lower, estimate->upper});
    }
    return {};
}

Result<> addSensitivity(GroupReport& group, const ReportOptions& options) {
    const auto& headline = group.headline();
    SensitivityInput input;
    input.benchmark = headline.benchmark;
    // Chance as wide as in the headline, in the sample and in the register.
    input.p = {headline.p, headline.varianceUsed, headline.degreesOfFreedom, static_cast<double>(headline.n)};
    input.benchmarkCv = headline.benchmarkCv;
    input.ranges = options.ranges;
    input.seed = options.analysis.seed;
    input.level = options.analysis.level;
    auto result = sensitivity(input);
    if (!result && result.error().code == EstimationErrc::NotEstimable) return {};
    PEIL_CHECK(result);
    group.sensitivity = std::move(*result);
    return {};
}

void warnCompleteness(GroupReport& group, const ReportOptions& options) {
    const auto completeness = options.ranges[static_cast<std::size_t>(BiasFactor::Completeness)].mode;
    if (completeness < kCompleteRegister)
        group.estimate.warnings.push_back({WarningKind::RegisterIncomplete, formatFixed(100 * completeness, 1) + "%"});
}

void comparePublished(GroupReport& group, const ReportInput& input) {
    const auto found = input.published.find(group.estimate.group);
    if (found == input.published.end()) return;
    group.published = found->second;
    if (!found->second.lower || !found->second.upper) return;
    const auto& published = found->second;
    const auto unit = unitOf(published.N, published.lower, published.upper);
    for (const auto& method : group.estimate.methods)
        if (method.estimate.lower && method.estimate.upper &&
            roundTo(*method.estimate.lower, unit) == *published.lower &&
            roundTo(*method.estimate.upper, unit) == *published.upper)
            group.reproducedBy.push_back(method.method);
}

Result<GroupReport> analyseGroup(const ReportOptions& options, const ReportInput& input, GroupResult estimate) {
    GroupReport group;
    group.estimate = std::move(estimate);
    const auto& name = group.estimate.group;
    const auto domain = input.estimate.domainOf(name);
    const auto context = contextOf(options.analysis, input.estimate, domain, name);
    if (input.estimate.week) PEIL_CHECK(addWeeks(group, context));
    PEIL_CHECK(addSensitivity(group, options));
    warnCompleteness(group, options);
    comparePublished(group, input);
    return group;
}

} // namespace

Result<Report> analyse(const ReportOptions& options, const ReportInput& input) {
    Report report;
    PEIL_TRY(report.estimate, estimateGroups(options.analysis, input.estimate));
    for (auto& estimate : report.estimate.groups) {
        PEIL_TRY(auto group, analyseGroup(options, input, std::move(estimate)));
        report.groups.push_back(std::move(group));
    }
    report.estimate.groups.clear();
    return report;
}

} // namespace peil::report
