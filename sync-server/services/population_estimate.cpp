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

/// The open answers as columns.
struct Columns {
    std::vector<std::string> city, site, group;
    std::vector<double> inCare, trait;
    std::vector<double> weight; ///< kMissing where there is none
    std::string onlyCity;       ///< that the register is about, when it is one of several; else empty
    [[nodiscard]] bool contains(std::size_t row, std::string_view wanted) const {
        return group[row] == wanted && (onlyCity.empty() || city[row] == onlyCity);
    }
    [[nodiscard]] bool hasPeople(std::string_view wanted) const {
        for (std::size_t row = 0; row < group.size(); ++row)
            if (contains(row, wanted)) return true;
        return false;
    }
    [[nodiscard]] bool hasWeight(std::size_t row) const { return !std::isnan(weight[row]); }
};

double indicator(std::string_view value) {
    if (value == "1") return 1;
    if (value == "0") return 0;
    return estimation::kMissing;
}

/// The interviews that count, as columns. For the others, their number by reason, and the values of unknown groups,
/// which may be typing errors.
Columns readColumns(const OpenTable& table, const CurrentStudy& current, study::NotCountedTally& notCounted,
                    std::vector<std::string>& unknownGroups) {
    Columns columns;
    const auto& fields = current.study().fields;
    const auto& trait = current.study().trait;
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
        columns.trait.push_back(trait ? indicator(interview.value(trait->field)) : estimation::kMissing);
        const auto weight = parseNumber(interview.value(fields.weight));
        columns.weight.push_back(weight && std::isfinite(*weight) && *weight > 0 ? *weight : estimation::kMissing);
    });
    return columns;
}

/// One without a city or site forms a separate stratum or cluster: the running estimate cannot reject it.
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

/// The counts that were chosen when the table was sent, and those of the cities.
analysis::Register registerOf(const std::vector<repository::BenchmarkRow>& benchmarks,
                              const std::map<std::string, repository::BenchmarkRow>& whole) {
    analysis::Register counts;
    for (const auto& [group, row] : whole) {
        counts.facts = {row.registerName, row.area, row.year, {}, {}};
        counts.byGroup[group] = {
            group,     row.area,       row.registerName,   row.year,          row.definition, row.deduplicated,
            row.count, row.publishedN, row.publishedLower, row.publishedUpper};
    }
    for (const auto& row : benchmarks)
        counts.byArea[row.groupId].emplace(row.area, row.count);
    return counts;
}

analysis::EstimateInput inputOf(const Columns& columns, Design design, const analysis::Register& counts,
                                const std::vector<std::string>& groups) {
    analysis::EstimateInput input(analysis::WeightedDesign{std::move(design), {}, {}});
    input.group = estimation::Factor::of(columns.group);
    input.inCare = columns.inCare;
    input.trait = columns.trait;
    input.city = estimation::Factor::of(columns.city);
    input.site = estimation::Factor::of(columns.site);
    input.groups = groups;
    input.counts = counts;
    if (!columns.onlyCity.empty()) input.inArea = estimation::Domain::where(*input.city, columns.onlyCity);
    return input;
}

bool weightsDiffer(const Columns& columns) {
    auto weights = columns.weight;
    std::erase_if(weights, [](double weight) { return std::isnan(weight); });
    return std::ranges::adjacent_find(weights, std::not_equal_to{}) != weights.end();
}

/// Weights are used when they differ; interviews without one then have no part in the weighted figures.
Result<> addWeighted(PopulationEstimate& estimate, const Columns& columns, const analysis::EstimateInput& plain,
                     const analysis::AnalysisOptions& options) {
    if (!weightsDiffer(columns)) return {};
    PEIL_TRY(auto design, designOf(columns, true));
    auto input = inputOf(columns, std::move(design), plain.counts, plain.groups);
    const auto known = Domain::select(columns.group.size(), [&](std::size_t row) { return columns.hasWeight(row); });
    estimate.withoutWeight = columns.group.size() - known.count();
    input.inArea = input.inArea ? *input.inArea & known : known;
    for (auto& group : estimate.groups) {
        const auto domain = input.domainOf(group.benchmark.groupId);
        const auto context = analysis::contextOf(options, input, domain, group.benchmark.groupId);
        if (auto weighted =
                estimation::multiplierEstimate(input.design, domain, input.inCare, context.benchmark, context.how))
            group.weighted = std::move(*weighted);
    }
    return {};
}

/// Groups of the study that can be estimated; of those that no one was met of, the register's count is reported.
std::vector<std::string> groupsOf(const study::Study& study, const Columns& columns,
                                  const std::map<std::string, repository::BenchmarkRow>& whole,
                                  PopulationEstimate& estimate) {
    std::vector<std::string> groups;
    for (const auto& group : study.groups) {
        const auto found = whole.find(group.id);
        if (found == whole.end()) continue;
        if (columns.hasPeople(group.id)) {
            groups.push_back(group.id);
        } else {
            estimate.groupsWithoutPeople.push_back(
                {analysis::RegisterReason::NoInterviews, group.id, {}, 1, found->second.count});
        }
    }
    return groups;
}

analysis::AnalysisOptions runningOptions(const study::OpenFields& fields) {
    analysis::AnalysisOptions options;
    options.methods.emplace_back(kBinomialMethod);
    options.columns.strata = fields.city;
    options.columns.cluster = fields.site;
    return options;
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
    auto counts = registerOf(benchmarks, whole);
    if (!whole.empty()) {
        estimate.registerFacts = counts.facts;
        if (analysis::isOneOfSeveral(counts.facts.area, citiesOf(columns))) columns.onlyCity = counts.facts.area;
    }
    estimate.interviews = columns.group.size();
    estimate.rows = accountOf(columns, estimate.notCounted, unknownGroups, whole);
    if (columns.group.empty()) return estimate;
    const auto groups = groupsOf(current->study(), columns, whole, estimate);
    PEIL_TRY(auto design, designOf(columns, false));
    const auto options = runningOptions(current->study().fields);
    const auto input = inputOf(columns, std::move(design), counts, groups);
    PEIL_TRY(auto result, analysis::estimateGroups(options, input));
    for (auto& group : result.groups) {
        const auto& benchmark = whole.at(group.group);
        estimate.groups.push_back({benchmark, std::move(group), {}});
    }
    estimate.derived = std::move(result.derived);
    estimate.derivedFirst = std::move(result.derivedFirst);
    estimate.derivedSecond = std::move(result.derivedSecond);
    PEIL_CHECK(addWeighted(estimate, columns, input, options));
    return estimate;
}

} // namespace peil::server::services
