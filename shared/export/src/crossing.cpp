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

/// Hides cells that would disclose fewer than `minimum` people by comparison with an earlier table.
void hideGrowth(CountTable& counts, const CountTable& added, std::uint64_t minimum) {
    for (std::size_t r = 0; r < counts.size(); ++r)
        for (std::size_t c = 0; c < counts[r].size(); ++c)
            if (*added[r][c] > 0 && *added[r][c] < minimum) counts[r][c].reset();
}

} // namespace

Result<Crossing> cross(TableSource& table, const std::string& rowColumn, const std::string& columnColumn,
                       const std::vector<EarlierRelease>& earlier, const Progress& progress) {
    PEIL_TRY(const auto down, columnIndex(table.table(), rowColumn, "to count"));
    PEIL_TRY(const auto across, columnIndex(table.table(), columnColumn, "to count"));
    const auto& variables = table.table().variables;
    using Pairs = std::map<std::pair<std::string, std::string>, std::uint64_t>;
    std::vector<Pairs> pairs(1 + earlier.size()); // all, then those who are not in each earlier release
    std::map<std::string, std::size_t> rows, columns;
    PEIL_CHECK(forEachRow(table, progress, 0, 1, 0, [&](const Row& row) -> Result<> {
        const std::pair pair{valueText(variables[down], row.cells[down]),
                             valueText(variables[across], row.cells[across])};
        ++rows[pair.first];
        ++columns[pair.second];
        ++pairs[0][pair];
        for (std::size_t i = 0; i < earlier.size(); ++i)
            if (!earlier[i].keys.contains(row.key)) ++pairs[i + 1][pair];
        return {};
    }));
    Crossing crossing{order(variables[down], rows), order(variables[across], columns), {}, {}};
    for (const auto& some : pairs) {
        CountTable counts(crossing.rows.size(), std::vector<std::optional<std::uint64_t>>(crossing.columns.size(), 0));
        for (const auto& [pair, count] : some)
            counts[placeOf(crossing.rows, pair.first)][placeOf(crossing.columns, pair.second)] = count;
        crossing.added.push_back(std::move(counts));
    }
    crossing.counts = std::move(crossing.added.front());
    crossing.added.erase(crossing.added.begin());
    return crossing;
}

std::string crossingCsv(const Crossing& crossing, std::uint64_t minimum) {
    auto all = withTotals(crossing.counts, crossing.columns.size());
    for (const auto& added : crossing.added)
        hideGrowth(all, withTotals(added, crossing.columns.size()), minimum);
    const auto counts = suppressSmallCells(std::move(all), minimum);
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
