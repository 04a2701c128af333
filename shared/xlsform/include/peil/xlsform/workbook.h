// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sheets of a form as plain text cells, whatever they were stored in: a workbook (.xlsx, .ods, .xls), a folder of
// CSV files or memory. Not for data: it computes no formulas, knows no merged cells, and reads only the sheets that an
// XLSForm has.

#include "peil/xlsform/error.h"

#include "peil/base/bytes.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peil::xlsform {

/// Bounds of a workbook that comes from outside. They count what stands in its cells, not how these are formatted.
/// Reading one needs about maxTextBytes of memory, and stops at the first bound that is passed.
struct WorkbookLimits {
    std::size_t maxFileBytes = std::size_t{32} << 20U;
    std::size_t maxUnpackedBytes = std::size_t{512} << 20U; ///< all parts of an archive; unpacked piece by piece
    std::size_t maxTextBytes = std::size_t{40} << 20U;      ///< all cells together
    std::size_t maxRows = 200'000;                          ///< of one sheet, to the last row with text
    std::size_t maxColumns = 1'000;
    std::size_t maxCells = 2'000'000; ///< of all sheets, empty ones before the last of a row included; of each in CSV
    std::size_t maxTexts = 700'000;   ///< different texts of a workbook, and its cell styles
    std::size_t maxEntries = 10'000;  ///< outside the cells: sheets, number formats and what they refer to
    std::size_t maxMarks = 10'000;    ///< of one sheet; cells beyond lose their note
};

using SheetRow = std::vector<std::string>;

/// What the text of a cell does not say.
enum class CellNote : unsigned char {
    Date,     ///< the spreadsheet keeps a date or time, and shows it in a form of its own
    Error,    ///< a failed formula: the text is "#N/A" or the like
    NoResult, ///< a formula whose result is not in the file
};

struct CellMark {
    std::size_t row = 0;    ///< as the spreadsheet counts, from 1
    std::size_t column = 0; ///< from 0
    CellNote note = CellNote::Date;
};

/// One sheet. rows[0] is row 1 of the spreadsheet (the header); rows may have different lengths.
struct Sheet {
    std::string name;
    std::vector<SheetRow> rows;
    std::vector<CellMark> marks;
    std::string notice{};             ///< how the sheet was read, when its designer should know
    std::string file{};               ///< its own, of a folder of CSV files
    std::vector<std::size_t> lines{}; ///< of a sheet in CSV: the line of the file on which each row begins; 0 = none
};

/// The sheets in the order of the file.
struct Workbook {
    std::vector<Sheet> sheets;
    std::vector<std::string> otherSheets; ///< names of sheets that no form has, or has once; they are not read

    /// The sheet of that name, ASCII case and outer space ignored; null if there is none.
    [[nodiscard]] const Sheet* sheet(std::string_view name) const;
};

/// Reads a workbook (.xlsx, .ods or .xls; the content decides), or one CSV file, or a folder with survey.csv,
/// choices.csv, settings.csv, ... (separated as parseCsv() finds; rows may end early; other files of the folder are
/// left alone).
/// @return NotFound, NotAWorkbook, BadArchive, BadXml, BadCsv, TooLarge, Encrypted or NoSurveySheet; the context names
///         the file and what to do.
[[nodiscard]] Result<Workbook> readWorkbook(const std::filesystem::path& path, const WorkbookLimits& limits = {});

/// The same for the bytes of a workbook; `name` is used in messages only.
[[nodiscard]] Result<Workbook> readSpreadsheet(ByteView bytes, std::string_view name,
                                               const WorkbookLimits& limits = {});

/// The same for sheets in CSV that are in memory: pairs of sheet name and text.
[[nodiscard]] Result<Workbook> readCsvSheets(const std::vector<std::pair<std::string, std::string>>& sheets,
                                             const WorkbookLimits& limits = {});

} // namespace peil::xlsform
