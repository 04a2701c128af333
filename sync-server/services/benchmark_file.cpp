// SPDX-License-Identifier: Apache-2.0
#include "services/benchmark_file.h"

#include "peil/base/cell.h"
#include "services/error.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace peil::server::services {

namespace {

constexpr std::string_view kName = "the benchmark file";
constexpr CsvLimits kLimits{.maxBytes = std::size_t{1} << 20U, .maxRows = 10'000, .maxColumns = 100};

tl::unexpected<Error> bad(std::string sentence) {
    return fail(ServiceErrc::BadBenchmark, std::move(sentence));
}

std::string lineOf(const CsvTable& table, std::size_t row) {
    return "line " + std::to_string(table.lines[row]);
}

/// A number of people, or nothing for a missing cell or column.
Result<std::optional<double>> people(const std::optional<CsvColumn>& column, std::size_t row) {
    if (!column) return std::optional<double>{};
    const auto value = column->count(row);
    if (!value)
        return bad("In the benchmark file, line " + std::to_string(column->line(row)) + ", column " + column->name() +
                   ": " + std::string(value.error().expected) + " is expected; " + std::string(value.error().cure) +
                   ".");
    return std::isnan(*value) ? std::optional<double>{} : std::optional(*value);
}

struct Columns {
    std::size_t group = 0, area = 0;
    std::optional<CsvColumn> count, n, lower, upper;
};

Result<Columns> findColumns(const CsvTable& table) {
    Columns columns;
    std::size_t count = 0;
    for (auto [name, column] : {std::pair{"group", &columns.group}, {"area", &columns.area}, {"count", &count}}) {
        const auto found = table.requireColumn(name, kName);
        if (!found) return bad(describe(found.error()));
        *column = *found;
    }
    columns.count.emplace(table, count);
    for (auto [name, column] : {std::pair{"published_n", &columns.n},
                                {"published_lower", &columns.lower},
                                {"published_upper", &columns.upper}})
        if (const auto found = table.column(name)) column->emplace(table, *found);
    return columns;
}

/// The one area that has the largest count in every group.
Result<std::string> largestArea(const std::vector<repository::BenchmarkRow>& rows) {
    std::map<std::string, const repository::BenchmarkRow*> largest; // of each group
    for (const auto& row : rows) {
        const auto [known, isNew] = largest.try_emplace(row.groupId, &row);
        if (!isNew && row.count > known->second->count) known->second = &row;
    }
    std::set<std::string> areas;
    for (const auto& [group, row] : largest)
        areas.insert(row->area);
    if (areas.size() == 1) return *areas.begin();
    return bad("In the benchmark file it is not clear which area the estimate is about; name it with ?area=NAME.");
}

} // namespace

Result<std::vector<repository::BenchmarkRow>> readBenchmark(std::string_view csv, std::string_view wholeArea,
                                                            const study::Study& study) {
    const auto table = parseCsv(csv, kLimits);
    if (!table) return bad("The benchmark file cannot be read: " + describe(table.error()));
    PEIL_TRY(const auto columns, findColumns(*table));
    std::vector<repository::BenchmarkRow> rows;
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t row = 0; row < table->rows.size(); ++row) {
        const std::string group(table->cell(row, columns.group));
        const std::string area(table->cell(row, columns.area));
        if (std::ranges::find(study.groups, group, &study::Group::id) == study.groups.end())
            return bad("In the benchmark file, " + lineOf(*table, row) + ", column group: the study has no group '" +
                       group + "'.");
        if (!seen.emplace(group, area).second)
            return bad("In the benchmark file, " + lineOf(*table, row) + ": group '" + group + "' has area '" + area +
                       "' twice.");
        PEIL_TRY(const auto count, people(columns.count, row));
        if (!count) return bad("In the benchmark file, " + lineOf(*table, row) + ", column count: the cell is empty.");
        repository::BenchmarkRow out{group, area, *count, false, {}, {}, {}};
        PEIL_TRY(out.publishedN, people(columns.n, row));
        PEIL_TRY(out.publishedLower, people(columns.lower, row));
        PEIL_TRY(out.publishedUpper, people(columns.upper, row));
        rows.push_back(std::move(out));
    }
    if (rows.empty()) return bad("The benchmark file has no rows below its header.");
    std::string whole(wholeArea);
    if (whole.empty()) {
        PEIL_TRY(whole, largestArea(rows));
    }
    bool found = false;
    for (auto& row : rows)
        found |= row.whole = row.area == whole;
    if (!found) return bad("The benchmark file has no area '" + whole + "'.");
    return rows;
}

} // namespace peil::server::services
