// SPDX-License-Identifier: Apache-2.0
#include "services/benchmark_file.h"

#include "peil/base/csv.h"
#include "peil/base/text.h"
#include "services/error.h"

#include <algorithm>
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

/// A number of people, or nothing for an empty cell.
Result<std::optional<double>> people(const CsvTable& table, std::size_t row, std::optional<std::size_t> column) {
    const auto cell = column ? trim(table.cell(row, *column)) : std::string_view{};
    if (cell.empty()) return std::optional<double>{};
    const auto value = parseCount(cell);
    if (!value)
        return bad("In the benchmark file, " + lineOf(table, row) + ", column " + table.header[*column] +
                   ": a number of people is expected; write it in digits, such as 1234, without a separator.");
    return value;
}

struct Columns {
    std::size_t group = 0, area = 0, count = 0;
    std::optional<std::size_t> n, lower, upper;
};

Result<Columns> findColumns(const CsvTable& table) {
    Columns columns;
    for (auto [name, column] :
         {std::pair{"group", &columns.group}, {"area", &columns.area}, {"count", &columns.count}}) {
        const auto found = table.requireColumn(name, kName);
        if (!found) return bad(describe(found.error()));
        *column = *found;
    }
    columns.n = table.column("published_n");
    columns.lower = table.column("published_lower");
    columns.upper = table.column("published_upper");
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
        const std::string group(trim(table->cell(row, columns.group)));
        const std::string area(trim(table->cell(row, columns.area)));
        if (std::ranges::find(study.groups, group, &study::Group::id) == study.groups.end())
            return bad("In the benchmark file, " + lineOf(*table, row) + ", column group: the study has no group '" +
                       group + "'.");
        if (!seen.emplace(group, area).second)
            return bad("In the benchmark file, " + lineOf(*table, row) + ": group '" + group + "' has area '" + area +
                       "' twice.");
        PEIL_TRY(const auto count, people(*table, row, columns.count));
        if (!count) return bad("In the benchmark file, " + lineOf(*table, row) + ", column count: the cell is empty.");
        repository::BenchmarkRow out{group, area, *count, false, {}, {}, {}};
        PEIL_TRY(out.publishedN, people(*table, row, columns.n));
        PEIL_TRY(out.publishedLower, people(*table, row, columns.lower));
        PEIL_TRY(out.publishedUpper, people(*table, row, columns.upper));
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
