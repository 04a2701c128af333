// SPDX-License-Identifier: Apache-2.0
#include "report_analysis.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>

namespace peil::cli {
namespace {

using namespace estimation;

constexpr double kCasesOfCity = 5, kCasesForSize = 15, kLargeInfluence = 0.10, kLargeShareAtRegisterSites = 0.40,
                 kCompleteRegister = 0.95;

/// What each part of a group's report is made from.
struct Context {
    const ReportOptions& options;
    const ReportInput& input;
    const Domain& domain;
    double benchmark;
    MultiplierOptions how;

    [[nodiscard]] const Design& design() const { return input.rows.design; }
    [[nodiscard]] const std::vector<double>& inCare() const { return input.rows.inCare; }
};

void addDelta(GroupReport& group) {
    const auto main = group.main();
    if (!main.delta) return;
    const auto add = [&](const char* name, const Interval& limits) {
        auto estimate = main;
        estimate.lower = limits.lower;
        estimate.upper = limits.upper;
        group.estimate.methods.push_back({name, "delta", std::move(estimate)});
    };
    add("delta", main.delta->student);
    add("log_delta", main.delta->logStudent);
}

Result<> addCities(GroupReport& group, const Context& context, const std::map<std::string, double>& areas) {
    const auto& city = *context.input.city;
    const bool enough = group.main().x >= kCasesForSize;
    std::vector<double> benchmarks(city.levels.size(), 0);
    bool all = true;
    for (std::size_t level = 0; level < city.levels.size(); ++level) {
        const auto domain = context.domain & Domain::where(city, city.levels[level]);
        if (domain.count() == 0) continue;
        const auto area = areas.find(city.levels[level]);
        benchmarks[level] = area == areas.end() ? 0 : area->second;
        all = all && area != areas.end();
        auto estimate = multiplierEstimate(context.design(), domain, context.inCare(), benchmarks[level], context.how);
        if (!estimate) {
            if (estimate.error().code == EstimationErrc::NoRows) continue; // nobody there answered
            return tl::unexpected(estimate.error());
        }
        CityRow row{city.levels[level], std::move(*estimate), CitySize::None, {}};
        const auto n = static_cast<double>(row.estimate.n), x = row.estimate.x;
        if (enough && area != areas.end() && x >= kCasesForSize) {
            row.kind = CitySize::Direct;
            row.N = row.estimate.N;
        } else if (enough && area != areas.end() && x >= kCasesOfCity) {
            row.kind = CitySize::NearUnbiased;
            row.N = benchmarks[level] * (n + 1) / (x + 1);
        }
        group.cities.push_back(std::move(row));
    }
    std::sort(group.cities.begin(), group.cities.end(), [](const CityRow& a, const CityRow& b) {
        return a.estimate.n != b.estimate.n ? a.estimate.n > b.estimate.n : a.city < b.city;
    });
    if (!all || !group.main().N) return {};
    PEIL_TRY(const auto separate,
             separateEstimate(context.design(), context.domain, context.inCare(), city, benchmarks));
    CitySums sums;
    for (const auto value : benchmarks)
        sums.benchmark += value;
    sums.combined = sums.benchmark / group.main().p;
    sums.nearUnbiased = separate.nearUnbiasedN;
    sums.separate = separate.N;
    group.citySums = sums;
    return {};
}

Result<> addWeeks(GroupReport& group, const Context& context) {
    const auto& week = *context.input.week;
    std::set<double> weeks;
    for (std::size_t row = 0; row < week.size(); ++row)
        if (context.domain.contains(row) && std::isfinite(week[row])) weeks.insert(week[row]);
    for (const auto last : weeks) {
        const auto domain =
            context.domain & Domain::select(week.size(), [&](std::size_t row) { return week[row] <= last; });
        const auto estimate =
            multiplierEstimate(context.design(), domain, context.inCare(), context.benchmark, context.how);
        if (!estimate && estimate.error().code == EstimationErrc::NoRows) continue;
        PEIL_CHECK(estimate);
        group.weeks.push_back({last, estimate->n, estimate->x, estimate->N, estimate->upper, estimate->lower});
    }
    return {};
}

Result<std::vector<UnitInfluence>> influence(const GroupReport& group, const Context& context, const Factor& unit) {
    if (!group.main().N) return std::vector<UnitInfluence>{};
    auto without = leaveOneOut(context.design(), context.domain, context.inCare(), context.benchmark, unit);
    if (!without && without.error().code == EstimationErrc::NoRows)
        return std::vector<UnitInfluence>{}; // one unit only
    PEIL_CHECK(without);
    std::vector<UnitInfluence> result;
    for (const auto& one : *without) {
        const auto& name = unit.levels[one.unit];
        const auto n = (context.domain & Domain::where(unit, name)).count();
        if (n > 0) result.push_back({name, n, one.N, one.relativeChange});
    }
    std::sort(result.begin(), result.end(), [](const UnitInfluence& a, const UnitInfluence& b) {
        const double left = a.N ? std::abs(a.change) : 2, right = b.N ? std::abs(b.change) : 2;
        return left != right ? left > right : a.unit < b.unit;
    });
    return result;
}

Result<> addSensitivity(GroupReport& group, const Context& context) {
    const auto& main = group.main();
    SensitivityInput input;
    input.benchmark = context.benchmark;
    input.p = {main.p, main.standardError * main.standardError, main.degreesOfFreedom, static_cast<double>(main.n)};
    input.ranges = context.options.ranges;
    input.seed = context.options.analysis.seed;
    input.level = context.options.analysis.level;
    auto result = sensitivity(input);
    if (!result && result.error().code == EstimationErrc::NotEstimable) return {};
    PEIL_CHECK(result);
    group.sensitivity = std::move(*result);
    return {};
}

void warnInfluence(GroupReport& group, const std::vector<UnitInfluence>& units, WarningKind kind) {
    for (const auto& unit : units)
        if (!unit.N || std::abs(unit.change) > kLargeInfluence)
            group.warnings.push_back(
                {kind, unit.unit + (unit.N ? ": " + formatFixed(100 * unit.change, 1) + "%" : std::string())});
}

/// Codes that occur twice within a city, people of the group only.
std::size_t duplicateCodes(const Context& context) {
    std::set<std::pair<std::string, std::string>> seen;
    std::size_t twice = 0;
    const auto& code = *context.input.code;
    for (std::size_t row = 0; row < code.codes.size(); ++row) {
        const auto& text = code.levels[code.codes[row]];
        if (text.empty() || !context.domain.contains(row)) continue;
        const auto& city = context.input.city;
        if (!seen.emplace(city ? city->levels[city->codes[row]] : std::string(), text).second) ++twice;
    }
    return twice;
}

double shareAtRegisterSites(const Context& context) {
    const auto& type = *context.input.siteType;
    const auto& run = context.options.registerRun;
    std::size_t there = 0;
    for (std::size_t row = 0; row < type.codes.size(); ++row)
        if (context.domain.contains(row) &&
            std::find(run.begin(), run.end(), type.levels[type.codes[row]]) != run.end())
            ++there;
    return static_cast<double>(there) / static_cast<double>(context.domain.count());
}

void addWarnings(GroupReport& group, const Context& context) {
    const auto& input = context.input;
    group.warnings = group.main().warnings;
    for (const auto& year : input.registerYears)
        if (!input.firstDate.empty() && (input.firstDate.substr(0, 4) != year || input.lastDate.substr(0, 4) != year))
            group.warnings.push_back(
                {WarningKind::PeriodMismatch, year + " / " + input.firstDate + " - " + input.lastDate});
    if (!context.options.registerRun.empty()) {
        const auto share = shareAtRegisterSites(context);
        if (share > kLargeShareAtRegisterSites)
            group.warnings.push_back({WarningKind::RegisterRunSites, formatFixed(100 * share, 1) + "%"});
    }
    const auto completeness = context.options.ranges[static_cast<std::size_t>(BiasFactor::Completeness)].mode;
    if (completeness < kCompleteRegister)
        group.warnings.push_back({WarningKind::RegisterIncomplete, formatFixed(100 * completeness, 1) + "%"});
    warnInfluence(group, group.withoutSite, WarningKind::SiteInfluence);
    warnInfluence(group, group.withoutCity, WarningKind::CityInfluence);
    if (input.code) {
        if (const auto twice = duplicateCodes(context); twice > 0)
            group.warnings.push_back({WarningKind::DuplicateCode, std::to_string(twice)});
    }
}

void comparePublished(GroupReport& group, const ReportInput& input) {
    const auto found = input.published.find(group.estimate.group);
    if (found == input.published.end()) return;
    group.published = found->second;
    if (!found->second.lower || !found->second.upper) return;
    for (const auto& method : group.estimate.methods)
        if (method.estimate.upper && roundTo(method.estimate.lower, 100) == roundTo(*found->second.lower, 100) &&
            roundTo(*method.estimate.upper, 100) == roundTo(*found->second.upper, 100))
            group.reproducedBy.push_back(method.method);
}

Result<GroupReport> analyseGroup(const ReportOptions& options, const ReportInput& input, GroupResult estimate) {
    GroupReport group;
    group.estimate = std::move(estimate);
    const auto& name = group.estimate.group;
    const auto domain = Domain::where(input.rows.group, name);
    MultiplierOptions how;
    how.level = options.analysis.level;
    if (const auto method = designMethod(options.analysis.methods.front())) how.method = *method;
    const Context context{options, input, domain, input.register_.at(name), how};
    group.rows = domain.count();
    addDelta(group);
    if (input.city) {
        PEIL_CHECK(addCities(group, context, input.registerByArea.at(name)));
        PEIL_TRY(group.withoutCity, influence(group, context, *input.city));
    }
    if (input.site) {
        PEIL_TRY(group.withoutSite, influence(group, context, *input.site));
    }
    if (input.week) PEIL_CHECK(addWeeks(group, context));
    PEIL_CHECK(addSensitivity(group, context));
    addWarnings(group, context);
    comparePublished(group, input);
    return group;
}

} // namespace

Result<Report> analyse(const ReportOptions& options, const ReportInput& input) {
    Report report;
    PEIL_TRY(report.estimate, estimateGroups(options.analysis, input.rows, input.register_));
    report.rowsInOtherGroups = input.rows.inCare.size();
    for (auto& estimate : report.estimate.groups) {
        PEIL_TRY(auto group, analyseGroup(options, input, std::move(estimate)));
        report.rowsInOtherGroups -= group.rows;
        report.groups.push_back(std::move(group));
    }
    report.estimate.groups.clear();
    return report;
}

} // namespace peil::cli
