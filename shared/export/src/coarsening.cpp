// SPDX-License-Identifier: Apache-2.0
#include "columns.h"
#include "peil/base/text.h"
#include "peil/export/disclosure.h"
#include "person_table.h"

#include <algorithm>
#include <cmath>

namespace peil::exports {
namespace {

/// "20-29" for 24 and a band of 10; "20-22.5" is written "[20, 22.5)".
std::string bandOf(double value, double band) {
    const double low = std::floor(value / band) * band;
    const bool whole = band == std::floor(band) && band >= 1;
    if (whole && band == 1) return formatNumber(low);
    if (whole) return formatNumber(low) + "-" + formatNumber(low + band - 1);
    return "[" + formatNumber(low) + ", " + formatNumber(low + band) + ")";
}

/// The number in a text, or the lower end of the band from an earlier rung.
std::optional<double> lowestOf(std::string_view text) {
    if (const auto number = parseNumber(text)) return number;
    if (text.starts_with('[')) return parseNumber(text.substr(1, text.find(',') - 1));
    const auto dash = text.find('-', 1);
    if (dash == std::string_view::npos || !parseNumber(text.substr(dash + 1))) return std::nullopt;
    return parseNumber(text.substr(0, dash));
}

/// What one rung makes of a value.
std::string coarser(const CoarseningStep& step, std::string text) {
    if (step.band > 0) {
        if (const auto number = lowestOf(text)) return bandOf(*number, step.band);
    } else if (const auto group = step.groups.find(text); group != step.groups.end()) {
        return group->second;
    }
    return text;
}

void apply(const CoarseningStep& step, Cell& cell, std::string& text) {
    if (step.drop) cell = Cell::no(MissingReason::Missing);
    if (cell.missing != MissingReason::None) return;
    text = coarser(step, std::move(text));
    cell.text = text;
}

/// Codes of hidden cells in one line (row or column) of a table.
struct Line {
    std::vector<std::optional<std::uint64_t>*> cells;
};

/// Hides one more cell where exactly one is hidden; true when it did.
bool protect(Line& line) {
    const auto hidden = std::count_if(line.cells.begin(), line.cells.end(), [](const auto* cell) { return !*cell; });
    if (hidden != 1) return false;
    std::optional<std::uint64_t>* smallest = nullptr;
    for (auto* cell : line.cells)
        if (*cell && **cell > 0 && (smallest == nullptr || **cell < **smallest)) smallest = cell;
    // Only zeros are left: hide one of them, or the single count could be read from the total.
    for (auto* cell : line.cells)
        if (smallest == nullptr && *cell) smallest = cell;
    if (smallest == nullptr) return false;
    smallest->reset();
    return true;
}

} // namespace

Result<CoarsenedTable> CoarsenedTable::create(TableSource& source, const std::vector<CoarseningStep>& ladder,
                                              std::size_t rungs) {
    CoarsenedTable out(source);
    auto& variables = out.m_table.variables;
    out.m_steps.resize(variables.size());
    out.m_texts.resize(variables.size());
    for (std::size_t i = 0; i < ladder.size(); ++i) {
        PEIL_TRY(const auto index, columnIndex(out.m_table, ladder[i].column, "to coarsen"));
        if (i < rungs) out.m_steps[index].push_back(ladder[i]);
    }
    for (std::size_t i = 0; i < variables.size(); ++i)
        if (!out.m_steps[i].empty()) {
            variables[i].type = VariableType::Text;
            variables[i].values.clear();
        }
    return out;
}

Result<std::deque<CoarsenedTable>> coarsenTables(std::span<TableSource* const> tables,
                                                 const std::vector<CoarseningStep>& ladder, std::size_t rungs) {
    for (const auto& step : ladder) {
        const auto name = splitColumn(step.column).table;
        const bool known = name.empty() || std::ranges::any_of(tables.subspan(1), [&](const TableSource* one) {
                               return one->table().name == name;
                           });
        if (!known)
            return fail(ExportErrc::BadName,
                        "There is no repeat \"" + std::string(name) + "\" to coarsen; correct the study file.");
    }
    std::deque<CoarsenedTable> out;
    for (auto* table : tables) {
        const auto& own = table == tables.front() ? std::string() : table->table().name;
        std::vector<CoarseningStep> steps;
        std::size_t applied = 0;
        for (std::size_t rung = 0; rung < ladder.size(); ++rung) {
            const auto [repeat, column] = splitColumn(ladder[rung].column);
            if (repeat != own) continue;
            steps.push_back(ladder[rung]);
            steps.back().column = std::string(column);
            if (rung < rungs) applied = steps.size();
        }
        PEIL_TRY(auto coarsened, CoarsenedTable::create(*table, steps, applied));
        out.push_back(std::move(coarsened));
    }
    return out;
}

Result<bool> CoarsenedTable::next(Row& row) {
    PEIL_TRY(const bool more, m_source->next(row));
    if (!more) return false;
    m_cells.assign(row.cells.begin(), row.cells.end());
    const auto& original = m_source->table().variables;
    for (std::size_t i = 0; i < m_cells.size() && i < m_steps.size(); ++i) {
        if (m_steps[i].empty()) continue;
        if (m_cells[i].missing == MissingReason::None) {
            const bool number = original[i].type == VariableType::Number;
            m_texts[i] = number ? formatNumber(m_cells[i].number) : std::string(m_cells[i].text);
            m_cells[i].text = m_texts[i];
        }
        for (const auto& step : m_steps[i])
            apply(step, m_cells[i], m_texts[i]);
    }
    row.cells = m_cells;
    return true;
}

CountTable suppressSmallCells(CountTable counts, std::uint64_t minimum) {
    std::vector<Line> lines;
    const std::size_t columns = counts.empty() ? 0 : counts.front().size();
    for (auto& row : counts) {
        Line line;
        for (auto& cell : row) {
            if (cell && *cell > 0 && *cell < minimum) cell.reset();
            line.cells.push_back(&cell);
        }
        lines.push_back(std::move(line));
    }
    for (std::size_t column = 0; column < columns; ++column) {
        Line line;
        for (auto& row : counts)
            line.cells.push_back(&row[column]);
        lines.push_back(std::move(line));
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (auto& line : lines)
            changed = protect(line) || changed;
    }
    return counts;
}

} // namespace peil::exports
