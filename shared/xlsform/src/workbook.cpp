// SPDX-License-Identifier: Apache-2.0
#include "peil/xlsform/workbook.h"

#include "reporter.h"
#include "sheet_builder.h"

#include "peil/base/cell.h"
#include "peil/base/csv.h"
#include "peil/base/error.h"
#include "peil/base/file.h"
#include "peil/base/text.h"

#include <algorithm>

namespace peil::xlsform {

namespace {

std::size_t newlines(const std::vector<std::string>& cells) {
    std::size_t count = 0;
    for (const auto& cell : cells)
        count += static_cast<std::size_t>(std::count(cell.begin(), cell.end(), '\n'));
    return count;
}

SheetRow cleanRow(SheetRow row) {
    for (auto& cell : row)
        cell = cleanCell(std::move(cell));
    return row;
}

/// A CSV table as a sheet. A spreadsheet counts records, not lines: line breaks inside cells are taken out of the
/// count.
Result<Sheet> toSheet(const std::string& name, CsvTable table, const WorkbookLimits& limits) {
    Sheet sheet{name, {}, {}, table.encodingNotice()};
    std::size_t broken = newlines(table.header) + table.firstLine - 1;
    sheet.rows.push_back(cleanRow(std::move(table.header)));
    sheet.lines.push_back(table.headerLine);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const std::size_t number = std::max(table.lines[i] - std::min(broken, table.lines[i]), sheet.rows.size() + 1);
        if (number > limits.maxRows)
            return fail(XlsformErrc::TooLarge, "Sheet " + name + " has more than " + std::to_string(limits.maxRows) +
                                                   " rows. Delete the empty ones.");
        broken += newlines(table.rows[i]);
        sheet.rows.resize(number - 1);
        sheet.lines.resize(number - 1);
        sheet.rows.push_back(cleanRow(std::move(table.rows[i])));
        sheet.lines.push_back(table.lines[i]);
    }
    return sheet;
}

/// Sheets are typed by hand, and their rows often end at the last non-empty cell. The form checks report missing cells.
/// Cells are trimmed and duplicate columns reported as for .xlsx.
constexpr CsvRules kSheet{CsvRules::Blanks::Keep, CsvRules::Rows::Short, CsvRules::Names::Any};

tl::unexpected<Error> badSheet(const std::string& name, const Error& error) {
    const auto code = error.code == BaseErrc::CsvTooLarge ? XlsformErrc::TooLarge : XlsformErrc::BadCsv;
    return fail(code, "Sheet " + name + ": " + peil::describe(error));
}

Result<CsvTable> parseTable(const std::string& name, std::string_view text, const WorkbookLimits& limits,
                            CsvRules rules) {
    CsvLimits bounds{limits.maxTextBytes, limits.maxRows, limits.maxColumns, limits.maxCells};
    auto table = parseCsv(text, bounds, rules);
    if (!table) return badSheet(name, table.error());
    return table;
}

Result<Sheet> parseSheet(const std::string& name, std::string_view text, const WorkbookLimits& limits) {
    PEIL_TRY(auto table, parseTable(name, text, limits, kSheet));
    return toSheet(name, std::move(table), limits);
}

Result<Workbook> readFolder(const std::filesystem::path& folder, const WorkbookLimits& limits) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    Workbook workbook;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (toLowerAscii(entry.path().extension().string()) != ".csv") continue;
        files.push_back(entry.path());
    }
    if (error) return fail(XlsformErrc::NotFound, folder.string() + " cannot be read: " + error.message() + ".");
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        if (!wants(workbook, file.stem().string())) continue;
        auto text = readTextFile(file, limits.maxFileBytes);
        if (!text) return fail(XlsformErrc::TooLarge, peil::describe(text.error()));
        PEIL_TRY(auto sheet, parseSheet(file.stem().string(), *text, limits));
        sheet.file = file.filename().string();
        workbook.sheets.push_back(std::move(sheet));
    }
    return withSurvey(std::move(workbook), folder.string());
}

/// A file with all sheets below each other, the name of each in its first column, as one table a sheet. Other names
/// begin sheets too, of the designer's own or misspelled ones.
std::vector<std::pair<std::string, CsvTable>> takeApart(CsvTable all) {
    std::vector<std::pair<std::string, CsvTable>> sheets;
    all.rows.insert(all.rows.begin(), std::move(all.header));
    all.lines.insert(all.lines.begin(), all.headerLine);
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
        auto& row = all.rows[i];
        const bool named = !trimBlanks(row.front()).empty();
        if (named) {
            sheets.emplace_back(trimBlanks(row.front()), CsvTable{});
            sheets.back().second.separator = all.separator;
            if (sheets.size() == 1) sheets.back().second.legacyLine = all.legacyLine; // said once for the file
        }
        row.erase(row.begin());
        if (row.empty()) continue;
        auto& table = sheets.back().second;
        if (table.header.empty()) {
            table.header = std::move(row);
            table.headerLine = table.firstLine = all.lines[i]; // a sheet's rows are counted from its header
            continue;
        }
        table.rows.push_back(std::move(row));
        table.lines.push_back(all.lines[i]);
    }
    return sheets;
}

/// One CSV file: either the survey alone, or all sheets below each other with the name of each in its first column.
Result<Workbook> readSingleCsv(const std::filesystem::path& path, const WorkbookLimits& limits) {
    auto text = readTextFile(path, limits.maxFileBytes);
    if (!text) return fail(XlsformErrc::TooLarge, peil::describe(text.error()));
    auto rules = kSheet;
    rules.rows = CsvRules::Rows::AnyWidth;
    PEIL_TRY(auto all, parseTable("survey", *text, limits, rules));
    Workbook workbook;
    if (all.header.empty() || !isFormSheet(all.header.front())) {
        if (const auto even = checkShape(all, kSheet); !even) return badSheet("survey", even.error());
        PEIL_TRY(auto survey, toSheet("survey", std::move(all), limits));
        workbook.sheets.push_back(std::move(survey));
        return withSurvey(std::move(workbook), path.string());
    }
    for (auto& [name, table] : takeApart(std::move(all))) {
        if (!wants(workbook, name)) continue;
        if (const auto even = checkShape(table, kSheet); !even) return badSheet(name, even.error());
        PEIL_TRY(auto sheet, toSheet(name, std::move(table), limits));
        workbook.sheets.push_back(std::move(sheet));
    }
    return withSurvey(std::move(workbook), path.string());
}

} // namespace

const Sheet* Workbook::sheet(std::string_view name) const {
    const auto found =
        std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& s) { return toLowerAscii(trim(s.name)) == name; });
    return found == sheets.end() ? nullptr : &*found;
}

Result<Workbook> readCsvSheets(const std::vector<std::pair<std::string, std::string>>& sheets,
                               const WorkbookLimits& limits) {
    Workbook workbook;
    for (const auto& [name, text] : sheets) {
        if (!wants(workbook, name)) continue;
        PEIL_TRY(auto sheet, parseSheet(name, text, limits));
        workbook.sheets.push_back(std::move(sheet));
    }
    return withSurvey(std::move(workbook), "The form");
}

Result<Workbook> readWorkbook(const std::filesystem::path& path, const WorkbookLimits& limits) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status))
        return fail(XlsformErrc::NotFound, "There is no file or folder " + path.string() + ".");
    if (std::filesystem::is_directory(status)) return readFolder(path, limits);
    if (toLowerAscii(path.extension().string()) == ".csv") return readSingleCsv(path, limits);
    auto bytes = readFile(path, limits.maxFileBytes);
    if (!bytes)
        return fail(XlsformErrc::TooLarge, path.string() + " cannot be read, or is larger than " +
                                               std::to_string(limits.maxFileBytes >> 20U) + " MiB.");
    return readSpreadsheet(*bytes, path.string(), limits);
}

} // namespace peil::xlsform
