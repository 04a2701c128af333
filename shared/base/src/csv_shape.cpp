// SPDX-License-Identifier: Apache-2.0
#include "peil/base/csv.h"

#include "peil/base/cell.h"
#include "peil/base/error.h"

#include <unordered_map>

namespace peil {
namespace {

std::string number(std::size_t value) {
    return std::to_string(value);
}

/// What the separator is called, and what to do about one inside a cell.
std::string quotingCure(char separator) {
    switch (separator) {
    case ',':
        return "put text that contains a comma in quotes, and write numbers without commas, such as 72000 or 0.726";
    case ';':
        return "put text that contains a semicolon in quotes";
    case '\t':
        return "put text that contains a tab in quotes";
    default:
        return std::string("put text that contains \"") + separator + "\" in quotes";
    }
}

/// Cells up to the last one that is not blank.
std::size_t filled(const std::vector<std::string>& cells) {
    std::size_t count = cells.size();
    while (count > 0 && trimBlanks(cells[count - 1]).empty())
        --count;
    return count;
}

/// Rows::Even needs every cell. `nameless` are the columns that must be empty.
Result<> checkRow(const CsvTable& table, std::size_t row, CsvRules::Rows rule,
                  const std::vector<std::size_t>& nameless) {
    const auto& cells = table.rows[row];
    const auto width = table.header.size(), found = filled(cells);
    const auto counts = [&](std::size_t count) {
        return "Line " + number(table.lines[row]) + " has " + number(count) + (count == 1 ? " cell" : " cells") +
               ", but the header has " + number(width) + (width == 1 ? " column" : " columns");
    };
    if (found > width) return fail(BaseErrc::CsvUnevenRow, counts(found) + "; " + quotingCure(table.separator) + ".");
    if (rule == CsvRules::Rows::Short) return {};
    if (cells.size() < width)
        return fail(BaseErrc::CsvUnevenRow,
                    counts(cells.size()) + "; add the missing cells: an empty cell still needs its separator, and text "
                                           "with a line break needs quotes.");
    for (const auto column : nameless)
        if (!trimBlanks(cells[column]).empty())
            return fail(BaseErrc::CsvUnnamedColumn,
                        "Column " + number(column + 1) + " has no name in the header, but line " +
                            number(table.lines[row]) + " has a value there; name the column, or remove the value.");
    return {};
}

/// Behind a column without a name no one would see what a stray separator moved. The first has nothing before it: R
/// writes the numbers of the rows there.
std::vector<std::size_t> namelessColumns(const CsvTable& table) {
    std::vector<std::size_t> columns;
    for (std::size_t column = 1; column < table.header.size(); ++column)
        if (trimBlanks(table.header[column]).empty()) columns.push_back(column);
    return columns;
}

Result<> checkNames(const CsvTable& table) {
    std::unordered_map<std::string_view, std::size_t> known;
    for (std::size_t column = 0; column < table.header.size(); ++column) {
        const std::string_view name = table.header[column];
        if (name.empty()) continue;
        const auto [first, isNew] = known.try_emplace(name, column);
        if (!isNew)
            return fail(BaseErrc::CsvDoubleColumn, "The columns " + number(first->second + 1) + " and " +
                                                       number(column + 1) + " are both named \"" + std::string(name) +
                                                       "\" in the header, line " + number(table.headerLine) +
                                                       "; rename or remove one of them.");
    }
    return {};
}

} // namespace

Result<> checkShape(CsvTable& table, const CsvRules& rules) {
    if (rules.rows != CsvRules::Rows::AnyWidth) {
        table.header.resize(filled(table.header));
        const auto nameless = namelessColumns(table);
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            PEIL_CHECK(checkRow(table, row, rules.rows, nameless));
            if (table.rows[row].size() > table.header.size()) table.rows[row].resize(table.header.size());
        }
    }
    if (rules.names == CsvRules::Names::Distinct) PEIL_CHECK(checkNames(table));
    return {};
}

} // namespace peil
