// SPDX-License-Identifier: Apache-2.0
#include "services/population_estimate.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace peil::server::services {

namespace {

using estimation::Design;
using estimation::Domain;

constexpr double kLevel = 0.95, kLargeShareOutside = 0.05;
constexpr double kPrintedDeff = 0.005; ///< a design effect that is raised by less looks the same in print

/// The open answers as columns.
struct Columns {
    std::vector<std::string> city, site, group;
    std::vector<double> inCare, crackUse;
    std::vector<double> weight; ///< kMissing where there is none
    std::string onlyCity;       ///< that the register is about, when it is one of several; else empty
    [[nodiscard]] bool contains(std::size_t row, std::string_view wanted) const {
        return group[row] == wanted && (onlyCity.empty() || city[row] == onlyCity);
    }
    [[nodiscard]] bool hasWeight(std::size_t row) const { return !std::isnan(weight[row]); }
};

double indicator(std::string_view value) {
    if (value == "1") return 1;
    if (value == "0") return 0;
    return estimation::kMissing;
}

/// What counts as columns. Of the rest, its number by reason, and of those in no group of the study what stands there
/// for one: it may be a slip.
Columns readColumns(const OpenTable& table, const CurrentStudy& current, study::NotCountedTally& notCounted,
                    std::vector<std::string>& unknownGroups) {
    Columns columns;
    const auto& fields = current.study().fields;
    table.forEachJudged(current.counting, current.pack.hash(), [&](const auto& interview, auto reason) {
        if (reason) {
            ++notCounted[*reason];
            if (reason == study::NotCounted::UnknownGroup) unknownGroups.emplace_back(interview.value(fields.group));
            return;
        }
        columns.city.emplace_back(interview.value(fields.city));
        columns.site.emplace_back(interview.value(fields.site));
        columns.group.emplace_back(interview.value(fields.group));
        columns.inCare.push_back(indicator(interview.value(fields.inCare)));
        columns.crackUse.push_back(indicator(interview.value(fields.crackUse)));
        const auto weight = parseNumber(interview.value(fields.weight));
        columns.weight.push_back(weight && std::isfinite(*weight) && *weight > 0 ? *weight : estimation::kMissing);
    });
    return columns;
}

Result<Design> designOf(const Columns& columns, bool weighted) {
    estimation::DesignColumns design;
    design.rows = columns.group.size();
    design.stratum = estimation::Factor::of(columns.city).codes;
    design.cluster = estimation::Factor::of(columns.site).codes;
    // A row without a weight stays in the design, outside every weighted domain: its own weight then counts for
    // nothing.
    for (std::size_t row = 0; weighted && row < design.rows; ++row)
        design.weight.push_back(columns.hasWeight(row) ? columns.weight[row] : 1);
    return Design::create(std::move(design));
}

Domain domainOf(const Columns& columns, std::string_view group) {
    return Domain::select(columns.group.size(), [&](std::size_t row) { return columns.contains(row, group); });
}

Result<GroupEstimate> estimateGroup(const Columns& columns, const Design& plain, const std::optional<Design>& weighted,
                                    const repository::BenchmarkRow& benchmark) {
    const auto domain = domainOf(columns, benchmark.groupId);
    GroupEstimate out{benchmark.groupId, benchmark, {}, {}, {}, {}};
    estimation::MultiplierOptions how;
    how.method = estimation::DesignMethod::LogitCapped;
    PEIL_TRY(out.design, estimation::multiplierEstimate(plain, domain, columns.inCare, benchmark.count, how));
    if (out.design.basis == estimation::IntervalBasis::Method && out.design.deff && out.design.deffUsed &&
        *out.design.deffUsed - *out.design.deff > kPrintedDeff) {
        PEIL_TRY(out.uncapped, estimation::multiplierEstimate(plain, domain, columns.inCare, benchmark.count));
    }
    if (auto exact = estimation::multiplierFromCounts(out.design.x, static_cast<double>(out.design.n), benchmark.count,
                                                      estimation::BinomialMethod::ClopperPearson, kLevel))
        out.binomial = std::move(*exact);
    if (!weighted) return out;
    const auto known = Domain::select(columns.group.size(), [&](std::size_t row) {
        return columns.contains(row, benchmark.groupId) && columns.hasWeight(row);
    });
    if (auto other = estimation::multiplierEstimate(*weighted, known, columns.inCare, benchmark.count, how))
        out.weighted = std::move(*other);
    return out;
}

bool allHave(const Columns& columns, std::string_view group) {
    for (std::size_t row = 0; row < columns.group.size(); ++row)
        if (columns.contains(row, group) && columns.crackUse[row] != 1) return false;
    return true;
}

/// Sizes across groups need to know which group has the trait as a whole: then the other one is asked about it.
void addDerived(PopulationEstimate& estimate, const Columns& columns, const Design& design) {
    if (estimate.groups.size() != 2) return;
    const auto *first = &estimate.groups[0], *second = &estimate.groups[1];
    if (allHave(columns, first->groupId)) std::swap(first, second);
    if (allHave(columns, first->groupId) || !allHave(columns, second->groupId)) return;
    const auto firstDomain = domainOf(columns, first->groupId), secondDomain = domainOf(columns, second->groupId);
    auto derived = estimation::derivedSizes({design, firstDomain, secondDomain, columns.inCare, columns.crackUse,
                                             first->benchmark.count, second->benchmark.count, kLevel});
    if (!derived) return;
    estimate.derived = std::move(*derived);
    estimate.derivedFirst = first->groupId;
    estimate.derivedSecond = second->groupId;
}

std::vector<std::string> citiesOf(const Columns& columns) {
    auto cities = estimation::Factor::of(columns.city).levels;
    std::erase(cities, std::string());
    return cities;
}

/// The counts that the estimate is about, by group; the whole ones of the table.
std::map<std::string, repository::BenchmarkRow> wholeOf(const std::vector<repository::BenchmarkRow>& rows) {
    std::map<std::string, repository::BenchmarkRow> whole;
    for (const auto& row : rows)
        if (row.whole) whole.emplace(row.groupId, row);
    return whole;
}

void warnOutside(GroupEstimate& group, const std::vector<repository::BenchmarkRow>& benchmarks,
                 const std::vector<std::string>& cities) {
    std::map<std::string, double> byArea;
    for (const auto& row : benchmarks)
        if (row.groupId == group.groupId) byArea.emplace(row.area, row.count);
    group.outside = analysis::outsideSample(byArea, group.benchmark.area, cities);
    if (group.outside && group.outside->share > kLargeShareOutside)
        group.design.warnings.push_back(
            {estimation::WarningKind::BeyondSample,
             (group.outside->atMost ? "≤ " : "") + formatFixed(100 * group.outside->share, 1) + "%"});
}

analysis::RowAccount accountOf(const Columns& columns, const study::NotCountedTally& notCounted,
                               const std::vector<std::string>& unknownGroups,
                               const std::map<std::string, repository::BenchmarkRow>& whole) {
    std::vector<std::string> groups;
    for (const auto& [group, row] : whole)
        groups.push_back(group);
    analysis::RowCounter counter(groups, groups);
    for (std::size_t i = 0; i < study::kNotCounted; ++i) {
        const auto reason = static_cast<study::NotCounted>(i);
        if (reason == study::NotCounted::UnknownGroup) continue;
        for (std::size_t count = 0; count < notCounted[reason]; ++count)
            counter.add({.state = study::idOf(reason)});
    }
    for (const auto& group : unknownGroups)
        counter.add({.group = group});
    for (std::size_t row = 0; row < columns.group.size(); ++row)
        counter.add({.group = columns.group[row],
                     .inArea = columns.onlyCity.empty() || columns.city[row] == columns.onlyCity,
                     .answered = !std::isnan(columns.inCare[row])});
    return counter.account();
}

/// Weights are used when they differ; interviews without one then have no part in the weighted figures.
Result<std::optional<Design>> weightedDesign(const Columns& columns, std::size_t& withoutWeight) {
    auto weights = columns.weight;
    std::erase_if(weights, [](double weight) { return std::isnan(weight); });
    if (std::ranges::adjacent_find(weights, std::not_equal_to{}) == weights.end()) return std::optional<Design>{};
    withoutWeight = columns.weight.size() - weights.size();
    PEIL_TRY(auto design, designOf(columns, true));
    return std::optional<Design>(std::move(design));
}

} // namespace

Result<PopulationEstimate> estimatePopulation(const OpenTable& table, const StudyPublishing& studies,
                                              repository::Repository& repository) {
    PEIL_TRY(const auto current, studies.requireCurrent());
    std::vector<repository::BenchmarkRow> benchmarks;
    PEIL_CHECK(repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(benchmarks, records.benchmarks());
        return {};
    }));
    const auto whole = wholeOf(benchmarks);
    PopulationEstimate estimate;
    std::vector<std::string> unknownGroups;
    auto columns = readColumns(table, *current, estimate.notCounted, unknownGroups);
    for (const auto& [cityCode, count] : table.withdrawn())
        estimate.notCounted[study::NotCounted::Withdrawn] += count;
    const auto cities = citiesOf(columns);
    if (!whole.empty()) {
        const auto& row = whole.begin()->second;
        estimate.register_ = {row.registerName, row.area, row.year, {}, {}};
        if (analysis::isOneOfSeveral(row.area, cities)) columns.onlyCity = row.area;
    }
    estimate.interviews = columns.group.size();
    estimate.rows = accountOf(columns, estimate.notCounted, unknownGroups, whole);
    if (columns.group.empty()) return estimate;
    PEIL_TRY(const auto plain, designOf(columns, false));
    PEIL_TRY(const auto weighted, weightedDesign(columns, estimate.withoutWeight));
    for (const auto& group : current->study().groups) {
        const auto found = whole.find(group.id);
        if (found == whole.end()) continue;
        if (domainOf(columns, group.id).count() == 0) {
            estimate.groupsWithoutPeople.push_back(
                {analysis::RegisterReason::NoInterviews, group.id, {}, 1, found->second.count});
            continue;
        }
        PEIL_TRY(auto one, estimateGroup(columns, plain, weighted, found->second));
        warnOutside(one, benchmarks, cities);
        estimate.groups.push_back(std::move(one));
    }
    addDerived(estimate, columns, plain);
    return estimate;
}

} // namespace peil::server::services
