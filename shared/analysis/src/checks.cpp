// SPDX-License-Identifier: Apache-2.0
#include "checks.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace peil::analysis {
namespace {

using namespace estimation;

constexpr double kCasesOfCity = 5, kCasesForSize = 15, kLargeInfluence = 0.10, kLargeShareAtRegisterSites = 0.40,
                 kLargeShareOutside = 0.05;

Result<> addCities(GroupResult& group, const GroupContext& context, const std::map<std::string, double>& areas) {
    const auto& city = *context.input.city;
    const bool enough = group.headline().x >= kCasesForSize;
    std::vector<double> benchmarks(city.levels.size(), 0);
    bool all = true;
    for (std::size_t level = 0; level < city.levels.size(); ++level) {
        const auto domain = context.domain & Domain::where(city, city.levels[level]);
        if (domain.count() == 0) continue;
        const auto area = areas.find(city.levels[level]);
        benchmarks[level] = area == areas.end() ? 0 : area->second;
        all = all && area != areas.end();
        auto estimate =
            multiplierEstimate(context.input.design, domain, context.input.inCare, benchmarks[level], context.how);
        if (!estimate) {
            if (estimate.error().code == EstimationErrc::NoRows) continue; // no one there answered
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
    if (!all || !group.headline().N) return {};
    PEIL_TRY(const auto separate,
             separateEstimate(context.input.design, context.domain, context.input.inCare, city, benchmarks));
    CitySums sums;
    for (const auto value : benchmarks)
        sums.benchmark += value;
    sums.combined = sums.benchmark / group.headline().p;
    sums.nearUnbiased = separate.nearUnbiasedN;
    sums.separate = separate.N;
    group.citySums = sums;
    return {};
}

Result<std::vector<UnitInfluence>> influence(const GroupResult& group, const GroupContext& context,
                                             const Factor& unit) {
    if (!group.headline().N) return std::vector<UnitInfluence>{};
    auto without = leaveOneOut(context.input.design, context.domain, context.input.inCare, context.benchmark, unit);
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

void warnInfluence(GroupResult& group, const std::vector<UnitInfluence>& units, WarningKind kind) {
    for (const auto& unit : units)
        if (!unit.N || std::abs(unit.change) > kLargeInfluence)
            group.warnings.push_back(
                {kind, unit.unit + (unit.N ? ": " + formatFixed(100 * unit.change, 1) + "%" : std::string())});
}

/// People of the group whose code an earlier interview in the same city has too, of whatever group.
std::size_t duplicateCodes(const GroupContext& context) {
    std::set<std::pair<std::string, std::string>> seen;
    std::size_t twice = 0;
    const auto& code = *context.input.code;
    const auto& city = context.input.city;
    for (std::size_t row = 0; row < code.codes.size(); ++row) {
        const auto& text = code.levels[code.codes[row]];
        if (text.empty()) continue;
        const bool isNew = seen.emplace(city ? city->levels[city->codes[row]] : std::string(), text).second;
        if (!isNew && context.domain.contains(row)) ++twice;
    }
    return twice;
}

double shareAtRegisterSites(const GroupContext& context) {
    const auto& type = *context.input.siteType;
    const auto& run = context.options.registerRun;
    std::size_t there = 0;
    for (std::size_t row = 0; row < type.codes.size(); ++row)
        if (context.domain.contains(row) &&
            std::find(run.begin(), run.end(), type.levels[type.codes[row]]) != run.end())
            ++there;
    return static_cast<double>(there) / static_cast<double>(context.domain.count());
}

/// The estimate covers the group's own register; this covers the other registers and those of its cities.
void warnOfOtherRegisters(GroupResult& group, const GroupContext& context) {
    const auto tell = [&](const std::string& name, const MultiplierEstimate& estimate) {
        for (const auto& warning : estimate.warnings)
            if (warning.kind == WarningKind::BenchmarkBelowCases)
                group.warnings.push_back({warning.kind, name + ": " + warning.detail});
    };
    for (std::size_t source = 1; source < group.sources.size(); ++source)
        tell(group.sources[source].column, group.sources[source].estimate);
    const auto& areas = context.input.counts.byArea.at(group.group);
    for (const auto& row : group.cities)
        if (areas.contains(row.city)) tell(row.city, row.estimate);
}

/// Withheld intervals by method; the estimate covers that of the headline.
void warnWithheld(GroupResult& group) {
    for (const auto& method : group.methods) {
        const auto& why = method.estimate.noInterval;
        if (!why || &method == &group.methods.front()) continue;
        const bool below = *why == NoInterval::BelowRegister;
        group.warnings.push_back({below ? WarningKind::BelowRegister : WarningKind::IntervalWithheld, method.method});
    }
}

void addWarnings(GroupResult& group, const GroupContext& context) {
    const auto& input = context.input;
    group.warnings = group.headline().warnings;
    warnWithheld(group);
    warnOfOtherRegisters(group, context);
    const auto& year = group.facts.year;
    const auto speaksOf = [&](const std::string& day) { return year.find(day.substr(0, 4)) != std::string::npos; };
    if (!year.empty() && !input.firstDate.empty() && !(speaksOf(input.firstDate) && speaksOf(input.lastDate)))
        group.warnings.push_back(
            {WarningKind::PeriodMismatch, year + " / " + input.firstDate + " - " + input.lastDate});
    if (group.outside && group.outside->share > kLargeShareOutside)
        group.warnings.push_back({WarningKind::BeyondSample, (group.outside->atMost ? "≤ " : "") +
                                                                 formatFixed(100 * group.outside->share, 1) + "%"});
    if (!context.options.registerRun.empty()) {
        const auto share = shareAtRegisterSites(context);
        if (share > kLargeShareAtRegisterSites)
            group.warnings.push_back({WarningKind::RegisterRunSites, formatFixed(100 * share, 1) + "%"});
    }
    warnInfluence(group, group.withoutSite, WarningKind::SiteInfluence);
    warnInfluence(group, group.withoutCity, WarningKind::CityInfluence);
    if (input.code) {
        if (const auto twice = duplicateCodes(context); twice > 0)
            group.warnings.push_back({WarningKind::DuplicateCode, std::to_string(twice)});
    }
}

} // namespace

Result<> addChecks(GroupResult& group, const GroupContext& context) {
    if (context.input.city) {
        group.outside =
            outsideSample(context.input.counts.byArea.at(group.group), group.facts.area, context.input.cities());
        PEIL_CHECK(addCities(group, context, context.input.counts.byArea.at(group.group)));
        PEIL_TRY(group.withoutCity, influence(group, context, *context.input.city));
    }
    if (context.input.site) {
        PEIL_TRY(group.withoutSite, influence(group, context, *context.input.site));
    }
    addWarnings(group, context);
    return {};
}

} // namespace peil::analysis
