// SPDX-License-Identifier: Apache-2.0
#include "peil/export/csv_export.h"

#include "peil/base/csv.h"
#include "peil/base/text.h"
#include "peil/export/codebook.h"
#include "table_reader.h"

#include <algorithm>
#include <set>

namespace peil::exports {
namespace {

constexpr std::size_t kFlushAt = std::size_t{1} << 16U;

std::string columnName(const Variable& variable, GroupPaths paths) {
    return paths == GroupPaths::Keep ? columnOf(variable) : variable.name;
}

const TableSource* mainTable(const Dataset& dataset) {
    const auto found = std::find_if(dataset.tables.begin(), dataset.tables.end(),
                                    [](const TableSource* source) { return source->table().parent.empty(); });
    return found == dataset.tables.end() ? nullptr : *found;
}

/// Which variables get a reason column.
std::vector<bool> reasonColumns(const TableProfile& profile) {
    std::vector<bool> out;
    for (const auto& variable : profile.variables)
        out.push_back(variable.hasReasons());
    return out;
}

Result<> writeHeader(const Table& table, const CsvOptions& options, const std::vector<bool>& reasons, CsvWriter& out) {
    std::set<std::string> used;
    const auto put = [&](const std::string& name) -> Result<> {
        if (name.empty() || !used.insert(name).second)
            return fail(ExportErrc::BadName, "Table " + table.name + " has two columns \"" + name +
                                                 "\"; keep the group names, or rename one question.");
        out.cell(name);
        return {};
    };
    for (std::size_t i = 0; i < table.variables.size(); ++i) {
        const auto& variable = table.variables[i];
        const auto name = columnName(variable, options.groupPaths);
        PEIL_CHECK(put(name));
        if (variable.type == VariableType::Choices && options.selectMultiple == SelectMultiple::Split)
            for (const auto& value : variable.values)
                PEIL_CHECK(put(name + "/" + value.value));
        if (reasons[i]) PEIL_CHECK(put(name + "_reason"));
    }
    if (!table.parent.empty()) PEIL_CHECK(put("PARENT_KEY"));
    PEIL_CHECK(put("KEY"));
    out.endRow();
    return {};
}

bool holds(std::string_view choices, std::string_view code) {
    for (const auto one : splitWhitespace(choices))
        if (one == code) return true;
    return false;
}

void writeRow(const Table& table, const Row& row, const CsvOptions& options, const std::vector<bool>& reasons,
              CsvWriter& out) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto& variable = table.variables[i];
        const auto& cell = row.cells[i];
        const bool there = cell.missing == MissingReason::None;
        if (!there)
            out.cell({});
        else if (variable.type == VariableType::Number)
            out.cell(formatNumber(cell.number));
        else
            out.cell(cell.text);
        if (variable.type == VariableType::Choices && options.selectMultiple == SelectMultiple::Split)
            for (const auto& value : variable.values)
                out.cell(!there ? "" : holds(cell.text, value.value) ? "1" : "0");
        if (reasons[i]) out.cell(there ? std::string_view() : wordOf(cell.missing));
    }
    if (!table.parent.empty()) out.cell(row.parentKey);
    out.cell(row.key);
    out.endRow();
}

struct Part {
    double from, to;
};

Result<> writeTable(const Dataset& dataset, TableSource& source, ExportFolder& folder, const CsvOptions& options,
                    const Progress& progress, Part part) {
    const auto& table = source.table();
    std::vector<bool> reasons(table.variables.size(), false);
    std::uint64_t rows = 0;
    if (options.reasons == Reasons::Columns) {
        PEIL_TRY(const auto counted, profile(source));
        reasons = reasonColumns(counted);
        rows = counted.rows;
    }
    CsvWriter out(FormulaGuard::On);
    PEIL_CHECK(writeHeader(table, options, reasons, out));
    PEIL_TRY(auto file, folder.open(fileStem(dataset, table) + ".csv"));
    if (options.byteOrderMark == ByteOrderMark::Yes) PEIL_CHECK(file.write("\xEF\xBB\xBF"));
    PEIL_CHECK(forEachRow(source, progress, part.from, part.to, rows, [&](const Row& row) -> Result<> {
        writeRow(table, row, options, reasons, out);
        return out.text().size() < kFlushAt ? Result<>() : file.write(out.take());
    }));
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
                        "Table " + source->table().name + " belongs to \"" + parent + "\", which is not there.");
    return {};
}

Result<> writeCsv(const Dataset& dataset, ExportFolder& folder, const CsvOptions& options, const Progress& progress) {
    PEIL_CHECK(checkDataset(dataset));
    const double tables = static_cast<double>(dataset.tables.size());
    for (std::size_t i = 0; i < dataset.tables.size(); ++i)
        PEIL_CHECK(writeTable(dataset, *dataset.tables[i], folder, options, progress,
                              {static_cast<double>(i) / tables, static_cast<double>(i + 1) / tables}));
    return {};
}

} // namespace peil::exports
