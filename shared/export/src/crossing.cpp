// SPDX-License-Identifier: Apache-2.0
#include "columns.h"
#include "peil/base/csv.h"
#include "peil/export/release.h"
#include "table_reader.h"

#include <algorithm>

namespace peil::exports {
namespace {

constexpr std::string_view kHidden = "x";

/// The form's choices first, then what else occurs, in order.
std::vector<std::string> order(const Variable& variable, const std::map<std::string, std::size_t>& seen) {
    std::vector<std::string> values;
    for (const auto& value : variable.values)
        values.push_back(value.value);
    for (const auto& [value, unused] : seen)
        if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    return values;
}

std::size_t placeOf(const std::vector<std::string>& values, const std::string& value) {
    return static_cast<std::size_t>(std::find(values.begin(), values.end(), value) - values.begin());
}

std::string printed(const std::optional<std::uint64_t>& count) {
    return count ? std::to_string(*count) : std::string(kHidden);
}

/// The counts with a last column and row of totals: a total that is hidden protects, and needs protection, as a cell
/// does.
CountTable withTotals(const CountTable& counts, std::size_t columns) {
    CountTable out = counts;
    std::vector<std::optional<std::uint64_t>> total(columns + 1, 0);
    for (auto& row : out) {
        std::uint64_t sum = 0;
        for (std::size_t c = 0; c < columns; ++c) {
            sum += row[c].value_or(0);
            *total[c] += row[c].value_or(0);
        }
        row.emplace_back(sum);
        *total[columns] += sum;
    }
    out.push_back(std::move(total));
    return out;
}

} // namespace

Result<Crossing> cross(TableSource& table, const std::string& rowColumn, const std::string& columnColumn,
                       const Progress& progress) {
    PEIL_TRY(const auto down, columnIndex(table.table(), rowColumn, "to count"));
    PEIL_TRY(const auto across, columnIndex(table.table(), columnColumn, "to count"));
    const auto& variables = table.table().variables;
    std::map<std::pair<std::string, std::string>, std::uint64_t> pairs;
    std::map<std::string, std::size_t> rows, columns;
    PEIL_CHECK(forEachRow(table, progress, 0, 1, 0, [&](const Row& row) -> Result<> {
        auto left = valueText(variables[down], row.cells[down]);
        auto right = valueText(variables[across], row.cells[across]);
        ++rows[left];
        ++columns[right];
        ++pairs[{std::move(left), std::move(right)}];
        return {};
    }));
    Crossing crossing{order(variables[down], rows), order(variables[across], columns), {}};
    crossing.counts.assign(crossing.rows.size(), std::vector<std::optional<std::uint64_t>>(crossing.columns.size(), 0));
    for (const auto& [pair, count] : pairs)
        crossing.counts[placeOf(crossing.rows, pair.first)][placeOf(crossing.columns, pair.second)] = count;
    return crossing;
}

std::string crossingCsv(const Crossing& crossing, std::uint64_t minimum) {
    const auto counts = suppressSmallCells(withTotals(crossing.counts, crossing.columns.size()), minimum);
    CsvWriter out(FormulaGuard::On);
    out.cell({});
    for (const auto& column : crossing.columns)
        out.cell(column);
    out.cell("total");
    out.endRow();
    for (std::size_t r = 0; r < counts.size(); ++r) {
        out.cell(r < crossing.rows.size() ? crossing.rows[r] : "total");
        for (const auto& count : counts[r])
            out.cell(printed(count));
        out.endRow();
    }
    return out.take();
}

} // namespace peil::exports
