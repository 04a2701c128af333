// SPDX-License-Identifier: Apache-2.0
#include "peil/export/csv_export.h"

#include "columns.h"
#include "peil/base/csv.h"
#include "peil/base/text.h"
#include "table_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

namespace peil::exports {
namespace {

constexpr std::size_t kFlushAt = std::size_t{1} << 16U;

const TableSource* mainTable(const Dataset& dataset) {
    const auto found = std::find_if(dataset.tables.begin(), dataset.tables.end(),
                                    [](const TableSource* source) { return source->table().parent.empty(); });
    return found == dataset.tables.end() ? nullptr : *found;
}

struct Scan {
    std::vector<bool> reasons; ///< variables that get a reason column
    std::uint64_t rows = 0;
};

/// Reads the table once, for less than a profile would take.
Result<Scan> scan(TableSource& source, const Progress& progress, double at) {
    std::vector<std::uint8_t> seen(source.table().variables.size(), 0);
    Scan out;
    PEIL_CHECK(forEachRow(source, progress, at, at, 0, [&](const Row& row) -> Result<> {
        ++out.rows;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            seen[i] = static_cast<std::uint8_t>(seen[i] | (row.cells[i].missing > MissingReason::Missing ? 1 : 0));
        return {};
    }));
    out.reasons.assign(seen.begin(), seen.end());
    return out;
}

void writeHeader(const Table& table, const std::vector<bool>& reasons, CsvWriter& out) {
    const auto names = columnNames(table);
    std::set<std::string> used(names.begin(), names.end());
    used.insert({"KEY", "PARENT_KEY"});
    for (std::size_t i = 0; i < names.size(); ++i) {
        out.cell(names[i]);
        if (!reasons[i]) continue;
        const auto wanted = names[i] + "_reason"; // names of questions come before derived names
        auto name = wanted;
        for (std::size_t number = 2; !used.insert(name).second; ++number)
            name = wanted + "_" + std::to_string(number);
        out.cell(name);
    }
    if (!table.parent.empty()) out.cell("PARENT_KEY");
    out.cell("KEY");
    out.endRow();
}

/// Most numbers of a survey are small and whole, and need no general formatting.
void putNumber(double value, CsvWriter& out) {
    constexpr double kSmall = 1e9;
    const auto whole = static_cast<std::int32_t>(std::abs(value) < kSmall ? value : kSmall);
    if (static_cast<double>(whole) != value) return out.plainCell(formatNumber(value));
    std::array<char, 12> digits{};
    const auto* end = std::to_chars(digits.data(), digits.data() + digits.size(), whole).ptr;
    out.plainCell({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void writeRow(const Table& table, const Row& row, const std::vector<bool>& reasons, CsvWriter& out) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto& cell = row.cells[i];
        const bool there = cell.missing == MissingReason::None;
        if (!there)
            out.plainCell({});
        else if (table.variables[i].type == VariableType::Number)
            putNumber(cell.number, out);
        else
            out.cell(cell.text);
        if (reasons[i]) out.cell(there ? std::string_view() : idOf(cell.missing));
    }
    if (!table.parent.empty()) out.cell(row.parentKey);
    out.cell(row.key);
    out.endRow();
}

/// CSV has no word for what is no number.
Result<> checkNumbers(const Table& table, const Row& row) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto& cell = row.cells[i];
        if (table.variables[i].type == VariableType::Number && cell.missing == MissingReason::None &&
            !std::isfinite(cell.number))
            return fail(ExportErrc::BadRow, "The row " + std::string(row.key) + " of table " + table.name +
                                                " has a value in " + columnOf(table.variables[i]) +
                                                " that is not a number.");
    }
    return {};
}

struct Part {
    double from, to;
};

Result<> writeTable(const Dataset& dataset, TableSource& source, ExportFolder& folder, const Progress& progress,
                    Part part) {
    const auto& table = source.table();
    PEIL_TRY(const auto found, scan(source, progress, part.from));
    CsvWriter out(FormulaGuard::On);
    writeHeader(table, found.reasons, out);
    PEIL_TRY(auto file, folder.open(fileStem(dataset, table) + ".csv"));
    const auto write = [&](const Row& row) -> Result<> {
        PEIL_CHECK(checkNumbers(table, row));
        writeRow(table, row, found.reasons, out);
        return out.text().size() < kFlushAt ? Result<>() : file.write(out.take());
    };
    PEIL_CHECK(forEachRow(source, progress, part.from, part.to, found.rows, write));
    PEIL_CHECK(file.write(out.take()));
    return file.close();
}

} // namespace

std::string fileStem(const Dataset& dataset, const Table& table) {
    const auto* main = mainTable(dataset);
    std::string stem = main == nullptr ? dataset.id : main->table().name;
    if (!table.parent.empty()) stem += "-" + table.name;
    for (auto& c : stem) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!plain && c != '-' && c != '_' && c != '.') c = '_';
    }
    if (stem.empty() || stem.front() == '.') stem = "data" + stem;
    return stem;
}

Result<> checkDataset(const Dataset& dataset) {
    std::size_t mains = 0;
    std::set<std::string> names;
    std::set<std::string> stems;
    for (const auto* source : dataset.tables) {
        const auto& table = source->table();
        if (table.parent.empty()) ++mains;
        if (table.name.empty() || !names.insert(table.name).second || !stems.insert(fileStem(dataset, table)).second)
            return fail(ExportErrc::BadName, "Two tables are named \"" + table.name + "\", or one has no name.");
    }
    if (mains != 1)
        return fail(ExportErrc::NoTable, "The dataset has " + std::to_string(mains) +
                                             " main tables; it needs one, and a parent for each of the others.");
    for (const auto* source : dataset.tables)
        if (const auto& parent = source->table().parent; !parent.empty() && !names.contains(parent))
            return fail(ExportErrc::UnknownParent,
                        "Table " + source->table().name + " belongs to \"" + parent + "\", which does not exist.");
    return {};
}

Result<> writeCsv(const Dataset& dataset, ExportFolder& folder, const Progress& progress) {
    PEIL_CHECK(checkDataset(dataset));
    const double tables = static_cast<double>(dataset.tables.size());
    for (std::size_t i = 0; i < dataset.tables.size(); ++i)
        PEIL_CHECK(writeTable(dataset, *dataset.tables[i], folder, progress,
                              {static_cast<double>(i) / tables, static_cast<double>(i + 1) / tables}));
    return {};
}

} // namespace peil::exports
