// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sheets of a form as plain text cells, from an .xlsx workbook, a folder of CSV files or memory. Not for data: it
// ignores formulas, formats and merged cells, and reads only the sheets of an XLSForm.

#include "peil/xlsform/error.h"

#include "peil/base/bytes.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peil::xlsform {

/// Bounds of a workbook that comes from outside. Reading one needs about maxTextBytes plus the unpacked sheet in
/// memory, and stops at the first bound that is passed.
struct WorkbookLimits {
    std::size_t maxFileBytes = std::size_t{32} << 20U;
    std::size_t maxPartBytes = std::size_t{48} << 20U; ///< one part of an .xlsx, unpacked
    std::size_t maxTextBytes = std::size_t{64} << 20U; ///< all cells together
    std::size_t maxRows = 200'000;                     ///< of one sheet, to the last row with text
    std::size_t maxColumns = 1'000;
    std::size_t maxCells = 2'000'000; ///< of one sheet, empty ones included
    std::size_t maxTexts = 700'000;   ///< different texts of an .xlsx, and its cell styles
};

using SheetRow = std::vector<std::string>;

/// One sheet. rows[0] is row 1 of the spreadsheet (the header); rows may have different lengths.
struct Sheet {
    std::string name;
    std::vector<SheetRow> rows;
};

/// The sheets in the order of the file.
struct Workbook {
    std::vector<Sheet> sheets;
    std::vector<std::string> otherSheets; ///< names of sheets that no form has; they are not read

    /// The sheet of that name, ASCII case and outer space ignored; null if there is none.
    [[nodiscard]] const Sheet* sheet(std::string_view name) const;
};

/// Reads an .xlsx file, or one CSV file, or a folder with survey.csv, choices.csv, settings.csv, ... (separated
/// as parseCsv() finds; rows may end early; other files of the folder are left alone).
/// @return NotFound, NotAWorkbook, BadArchive, BadXml, BadCsv, TooLarge, Encrypted or NoSurveySheet; the context names
///         the file and what to do.
[[nodiscard]] Result<Workbook> readWorkbook(const std::filesystem::path& path, const WorkbookLimits& limits = {});

/// The same for the bytes of an .xlsx file; `name` is used in messages only.
[[nodiscard]] Result<Workbook> readXlsx(ByteView bytes, std::string_view name, const WorkbookLimits& limits = {});

/// The same for sheets in CSV that are in memory: pairs of sheet name and text.
[[nodiscard]] Result<Workbook> readCsvSheets(const std::vector<std::pair<std::string, std::string>>& sheets,
                                             const WorkbookLimits& limits = {});

} // namespace peil::xlsform
