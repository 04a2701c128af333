// SPDX-License-Identifier: Apache-2.0
#include "services/population_estimate.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>

namespace peil::server::services {

namespace {

using estimation::Design;
using estimation::Domain;

constexpr double kLevel = 0.95;

/// The open answers as columns.
struct Columns {
    std::vector<std::string> city, site, group;
    std::vector<double> inCare, crackUse;
    std::vector<double> weight; ///< kMissing where there is none
    [[nodiscard]] bool hasWeight(std::size_t row) const { return !std::isnan(weight[row]); }
};

double indicator(std::string_view value) {
    if (value == "1") return 1;
    if (value == "0") return 0;
    return estimation::kMissing;
}

Columns readColumns(const OpenTable& table, const study::OpenFields& fields) {
    Columns columns;
    table.forEach([&](const repository::OpenInterview& interview) {
        if (interview.outcome != "complete") return;
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
    return Domain::select(columns.group.size(), [&](std::size_t row) { return columns.group[row] == group; });
}

Result<GroupEstimate> estimateGroup(const Columns& columns, const Design& plain, const std::optional<Design>& weighted,
                                    const repository::BenchmarkRow& benchmark) {
    const auto domain = domainOf(columns, benchmark.groupId);
    GroupEstimate out{benchmark.groupId, benchmark, {}, {}, {}, {}};
    estimation::MultiplierOptions how;
    how.method = estimation::DesignMethod::LogitCapped;
    PEIL_TRY(out.design, estimation::multiplierEstimate(plain, domain, columns.inCare, benchmark.count, how));
    if (out.design.deffUsed > out.design.deff) {
        PEIL_TRY(out.uncapped, estimation::multiplierEstimate(plain, domain, columns.inCare, benchmark.count));
    }
    if (auto exact = estimation::multiplierFromCounts(out.design.x, static_cast<double>(out.design.n), benchmark.count,
                                                      estimation::BinomialMethod::ClopperPearson, kLevel))
        out.binomial = std::move(*exact);
    if (!weighted) return out;
    const auto known = Domain::select(columns.group.size(), [&](std::size_t row) {
        return columns.group[row] == benchmark.groupId && columns.hasWeight(row);
    });
    if (auto other = estimation::multiplierEstimate(*weighted, known, columns.inCare, benchmark.count, how))
        out.weighted = std::move(*other);
    return out;
}

bool allHave(const Columns& columns, std::string_view group) {
    for (std::size_t row = 0; row < columns.group.size(); ++row)
        if (columns.group[row] == group && columns.crackUse[row] != 1) return false;
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

} // namespace

Result<PopulationEstimate> estimatePopulation(const OpenTable& table, const StudyPublishing& studies,
                                              repository::Repository& repository) {
    PEIL_TRY(const auto current, studies.requireCurrent());
    std::vector<repository::BenchmarkRow> benchmarks;
    PEIL_CHECK(repository.read([&](repository::Records& records) -> Result<> {
        PEIL_TRY(benchmarks, records.benchmarks());
        return {};
    }));
    const auto columns = readColumns(table, current->study().fields);
    PopulationEstimate estimate;
    estimate.interviews = columns.group.size();
    if (columns.group.empty()) return estimate;
    PEIL_TRY(const auto plain, designOf(columns, false));
    std::optional<Design> weighted;
    auto weights = columns.weight;
    std::erase_if(weights, [](double weight) { return std::isnan(weight); });
    if (std::ranges::adjacent_find(weights, std::not_equal_to{}) != weights.end()) {
        PEIL_TRY(weighted, designOf(columns, true));
        estimate.withoutWeight = columns.weight.size() - weights.size();
    }
    for (const auto& group : current->study().groups) {
        const auto found = std::ranges::find_if(
            benchmarks, [&](const repository::BenchmarkRow& row) { return row.whole && row.groupId == group.id; });
        const bool hasRows = std::ranges::find(columns.group, group.id) != columns.group.end();
        if (found == benchmarks.end() || !hasRows) continue;
        PEIL_TRY(auto one, estimateGroup(columns, plain, weighted, *found));
        estimate.groups.push_back(std::move(one));
    }
    addDerived(estimate, columns, plain);
    return estimate;
}

} // namespace peil::server::services
