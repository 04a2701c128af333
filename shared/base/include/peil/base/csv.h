// SPDX-License-Identifier: Apache-2.0
#pragma once

// RFC 4180 tables: sheets of a form, choice lists, registers, interviews, exports. The only reader and writer of CSV.
// The meaning of cells (numbers, yes or no, missing) is in peil/base/cell.h.

#include "peil/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peil {

/// Bounds of a table that comes from outside.
struct CsvLimits {
    std::size_t maxBytes = std::size_t{64} << 20U;
    std::size_t maxRows = 1'000'000;
    std::size_t maxColumns = 10'000;
    std::size_t maxCells = 20'000'000; ///< that are kept
};

/// What a table may look like. By default, as for data: nothing is silently lost.
struct CsvRules {
    enum class Blanks {
        Trim, ///< around every cell, including no-break spaces; a space may precede an opening quote
        Keep,
    };
    enum class Rows {
        Even,     ///< as many cells as the header; a missing cell would shift all cells after it
        Short,    ///< missing cells at the end of a row are empty, as in a sheet that is typed by hand
        AnyWidth, ///< for a file with several tables, which its reader splits and checks with checkShape()
    };
    enum class Names { Distinct, Any }; ///< Any: the caller looks for doubles itself

    Blanks blanks = Blanks::Trim;
    Rows rows = Rows::Even;
    Names names = Names::Distinct;
};

/// A table whose first record is the header.
struct CsvTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; ///< none wider than the header; shorter with Rows::Short only
    std::vector<std::size_t> lines;             ///< for each row, the 1-based line of the file on which it begins
    std::size_t headerLine = 1;
    std::size_t firstLine = 1; ///< 2 after a line `sep=;`
    char separator = ',';
    std::size_t legacyLine = 0; ///< the first line that is not UTF-8, when the table was read as Windows-1252; else 0

    /// For the user, a sentence about legacyLine; empty for 0.
    [[nodiscard]] std::string encodingNotice() const;
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    /// @return CsvMissingColumn with a sentence that names `fileName`, the column and the nearest one that exists.
    [[nodiscard]] Result<std::size_t> requireColumn(std::string_view name, std::string_view fileName) const;
    /// Empty for a cell past the end of its row.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
};

/// Reads a table as R, SPSS, Excel and LibreOffice write them:
/// - UTF-8, or UTF-16 in either order of bytes, with or without a byte order mark; else Windows-1252, as Excel writes
///   CSV in Western Europe, unless other letters of the text are UTF-8;
/// - the separator is what a first line `sep=;` says, else what stands most often in the header outside quotes: comma,
///   semicolon or tab (in a tie: semicolon, then tab), or a bar where there is none of the three;
/// - CR, LF and CRLF end a record. Empty lines, and records that are separators alone, are skipped.
///
/// Columns without a name at the end of the header, and cells beyond the last column, must be empty and are removed;
/// anything else that does not match the header is rejected.
/// @return CsvUnclosedQuote, CsvTooLarge, NotUtf8, or as checkShape(); with the line in the context.
[[nodiscard]] Result<CsvTable> parseCsv(std::string_view text, const CsvLimits& limits = {},
                                        const CsvRules& rules = {});

/// Checks a table that was taken from another one against `rules`, as parseCsv() does.
/// @return CsvUnevenRow, CsvUnnamedColumn or CsvDoubleColumn; the context names line or columns, and the cure.
[[nodiscard]] Result<> checkShape(CsvTable& table, const CsvRules& rules);

/// On: puts an apostrophe before anything that a spreadsheet would run as a formula, at the start of a cell and,
/// because a spreadsheet may split cells at semicolons or tabs, after each of these and after each line end.
enum class FormulaGuard { Off, On };

/// Builds a table in memory: LF line ends, quotes only where needed.
class CsvWriter {
public:
    explicit CsvWriter(FormulaGuard guard = FormulaGuard::Off)
        : m_guard(guard) {}
    void cell(std::string_view text);
    /// A cell that needs neither quotes nor a guard: a number, or nothing.
    void plainCell(std::string_view text);
    void endRow();
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] std::string take() { return std::exchange(m_text, {}); }

private:
    std::string m_text;
    FormulaGuard m_guard;
    bool m_rowStarted = false;
};

} // namespace peil
