// SPDX-License-Identifier: Apache-2.0
#include "parse_definition.h"

#include "definition_values.h"

namespace peil::study {
namespace {

constexpr int kOldestAge = 120;
constexpr int kFirstYear = 1900, kLastYear = 2200;

Result<MaintenanceTreatment> readTreatment(const TableReader& table) {
    constexpr std::string_view key = "maintenance_treatment";
    if (!table.has(key)) return MaintenanceTreatment::NotDeclared;
    const auto text = table.text(key);
    if (!text) return tl::unexpected<Error>(text.error());
    if (*text == kIncluded) return MaintenanceTreatment::Included;
    if (*text == kExcluded) return MaintenanceTreatment::Excluded;
    return table.fault(StudyErrc::BadValue, key,
                       "\"" + *text +
                           "\" is not a valid value of maintenance_treatment; use one of: included, excluded.");
}

Result<std::optional<int>> readNumber(const TableReader& table, std::string_view key, int highest) {
    if (!table.has(key)) return std::optional<int>{};
    PEIL_TRY(const auto number, table.integer(key, 0, highest));
    return std::optional(number);
}

Result<> readBenchmarkGroup(const TableReader& table, const std::vector<std::string>& groups, Benchmark& benchmark) {
    PEIL_CHECK(
        table.allowOnly({"group", "definition", "maintenance_treatment", "min_days_per_week", "age_from", "age_to"}));
    PEIL_TRY(auto id, table.text("group"));
    PEIL_CHECK(table.known("group", "group", id, groups));
    if (benchmark.group(id) != nullptr)
        return table.fault(StudyErrc::Duplicate, "group",
                           "The register's definition of the group \"" + id + "\" is declared twice; remove one.");
    if (auto words = table.localText("definition"); !words) return tl::unexpected(std::move(words.error()));
    PEIL_TRY(auto definition, readDefinition(table));
    benchmark.groups.emplace_back(std::move(id), std::move(definition));
    return {};
}

} // namespace

Result<CaseDefinition> readDefinition(const TableReader& table) {
    CaseDefinition definition;
    for (const auto* flag : {"maintenance_treatment", "min_days_per_week", "age_from", "age_to"})
        if (table.has(flag) && !table.has("definition"))
            return table.fault(StudyErrc::MissingKey, flag,
                               "\"" + std::string(flag) +
                                   "\" summarises a definition; add the definition in words as definition = …");
    if (!table.has("definition")) return definition;
    PEIL_TRY(definition.words, table.localText("definition"));
    PEIL_TRY(definition.maintenanceTreatment, readTreatment(table));
    PEIL_TRY(definition.minDaysPerWeek, readNumber(table, "min_days_per_week", 7));
    PEIL_TRY(definition.ageFrom, readNumber(table, "age_from", kOldestAge));
    PEIL_TRY(definition.ageTo, readNumber(table, "age_to", kOldestAge));
    if (definition.ageFrom && definition.ageTo && *definition.ageTo < *definition.ageFrom)
        return table.fault(StudyErrc::BadValue, "age_to",
                           "The ages run from " + std::to_string(*definition.ageFrom) + " to " +
                               std::to_string(*definition.ageTo) + "; correct one of the two.");
    return definition;
}

Result<std::optional<Benchmark>> readBenchmark(const TableReader& root, const std::vector<std::string>& groups) {
    PEIL_TRY(const auto found, root.inner("benchmark", "The table [benchmark]"));
    if (!found) return std::optional<Benchmark>{};
    const auto& table = *found;
    PEIL_CHECK(table.allowOnly({"register", "area", "year", "deduplicated", "definition", "group"}));
    Benchmark benchmark;
    PEIL_TRY(benchmark.registerName, table.text("register"));
    PEIL_TRY(benchmark.area, table.text("area"));
    PEIL_TRY(benchmark.year, table.integer("year", kFirstYear, kLastYear));
    if (table.has("deduplicated")) {
        PEIL_TRY(benchmark.deduplicated, table.yesNo("deduplicated"));
    }
    if (table.has("definition")) {
        PEIL_TRY(benchmark.words, table.localText("definition"));
    }
    PEIL_CHECK(table.eachTable("group", "A group of the register",
                               [&](const TableReader& group) { return readBenchmarkGroup(group, groups, benchmark); }));
    return std::optional(std::move(benchmark));
}

} // namespace peil::study
