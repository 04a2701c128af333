// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/register_table.h"

#include "peil/base/cell.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace peil::analysis {
namespace {

/// The columns of the table, each absent unless it is needed.
struct Columns {
    std::optional<CsvColumn> group, area, count;
    std::optional<CsvColumn> registerName, year, definition, deduplicated, publishedN, publishedLower, publishedUpper;
};

Result<Columns> columnsOf(const CsvTable& table, const std::string& name) {
    Columns columns;
    for (const auto& [header, column] :
         {std::pair{"group", &columns.group}, {"area", &columns.area}, {"count", &columns.count}}) {
        const auto found = table.requireColumn(header, name);
        if (!found) return fail(AnalysisErrc::BadRegister, describe(found.error()));
        column->emplace(table, *found);
    }
    for (const auto& [header, column] : {std::pair{"register", &columns.registerName},
                                         {"year", &columns.year},
                                         {"definition", &columns.definition},
                                         {"deduplicated", &columns.deduplicated},
                                         {"published_n", &columns.publishedN},
                                         {"published_lower", &columns.publishedLower},
                                         {"published_upper", &columns.publishedUpper}})
        if (const auto found = table.column(header)) column->emplace(table, *found);
    return columns;
}

std::string text(const std::optional<CsvColumn>& column, std::size_t row) {
    return column ? std::string(column->text(row)) : std::string();
}

tl::unexpected<Error> refuse(const std::string& name, const CsvColumn& column, std::size_t row,
                             const std::string& sentence) {
    return fail(AnalysisErrc::BadRegister,
                name + ", line " + std::to_string(column.line(row)) + ", column " + column.name() + ": " + sentence);
}

Result<std::string> needed(const std::string& name, const CsvColumn& column, std::size_t row, const char* sentence) {
    const auto cell = column.text(row);
    if (cell.empty()) return refuse(name, column, row, sentence);
    return std::string(cell);
}

/// A number of people, or nothing for a missing cell or column.
Result<std::optional<double>> people(const std::string& name, const std::optional<CsvColumn>& column, std::size_t row) {
    if (!column) return std::optional<double>{};
    const auto value = column->count(row);
    if (!value)
        return refuse(name, *column, row,
                      std::string(value.error().expected) + " is expected here, not \"" +
                          std::string(column->cell(row)) + "\"; " + std::string(value.error().cure) + ".");
    return std::isnan(*value) ? std::optional<double>{} : std::optional(*value);
}

Result<RegisterRow> rowOf(const std::string& name, const Columns& columns, std::size_t at) {
    RegisterRow row;
    row.line = columns.group->line(at);
    PEIL_TRY(row.group, needed(name, *columns.group, at, "the group is missing; fill it in."));
    PEIL_TRY(row.area,
             needed(name, *columns.area, at, "the area is missing; fill in the area that the count refers to."));
    PEIL_TRY(const auto count, people(name, columns.count, at));
    if (!count) return refuse(name, *columns.count, at, "the number of people is missing; fill it in.");
    row.count = *count;
    row.registerName = text(columns.registerName, at);
    row.year = text(columns.year, at);
    row.definition = text(columns.definition, at);
    row.deduplicated = text(columns.deduplicated, at);
    PEIL_TRY(row.publishedN, people(name, columns.publishedN, at));
    PEIL_TRY(row.publishedLower, people(name, columns.publishedLower, at));
    PEIL_TRY(row.publishedUpper, people(name, columns.publishedUpper, at));
    return row;
}

} // namespace

std::vector<std::string> RegisterTable::groups() const {
    std::vector<std::string> groups;
    for (const auto& row : rows)
        if (std::find(groups.begin(), groups.end(), row.group) == groups.end()) groups.push_back(row.group);
    return groups;
}

Result<RegisterTable> readRegister(const CsvTable& table, std::string name) {
    RegisterTable result{std::move(name), {}};
    PEIL_TRY(const auto columns, columnsOf(table, result.name));
    std::map<std::tuple<std::string, std::string, std::string, std::string>, std::size_t> lines;
    for (std::size_t at = 0; at < table.rows.size(); ++at) {
        PEIL_TRY(auto row, rowOf(result.name, columns, at));
        const auto [before, isNew] =
            lines.emplace(std::tuple(row.group, row.area, row.registerName, row.year), row.line);
        if (!isNew)
            return fail(AnalysisErrc::CountTwice,
                        result.name + ", line " + std::to_string(row.line) + ", column area: the group \"" + row.group +
                            "\" has the area \"" + row.area + "\" twice, first on line " +
                            std::to_string(before->second) +
                            "; keep one line, or distinguish the two in the columns register and year.");
        result.rows.push_back(std::move(row));
    }
    if (result.rows.empty())
        return fail(AnalysisErrc::BadRegister,
                    result.name + " has no rows below its header; check that it is the right file.");
    return result;
}

} // namespace peil::analysis
