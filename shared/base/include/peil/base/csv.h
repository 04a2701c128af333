// SPDX-License-Identifier: Apache-2.0
#pragma once

// RFC 4180 tables: sheets of a form, lists beside it, registers, interviews, exports. One reader and one writer for
// all. What the cells of a data table mean (numbers, yes or no, missing) is in peil/base/cell.h.

#include "peil/base/bytes.h"

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
};

/// What a table may look like. The default is that of data: nothing can be lost without a word.
struct CsvRules {
    enum class Blanks {
        Trim, ///< around every cell, no-break spaces too; a blank may stand before an opening quote
        Keep,
    };
    enum class Rows {
        Even,     ///< as many cells as the header. A lone cell that slipped away would move all cells behind it
        Short,    ///< cells that are not there at the end of a row read as empty, as in a sheet that is typed by hand
        AnyWidth, ///< for a file of several tables, which its reader takes apart and holds against checkShape()
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
    char separator = ',';

    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    /// @return CsvMissingColumn with a sentence that names `fileName`, the column and the nearest one that exists.
    [[nodiscard]] Result<std::size_t> requireColumn(std::string_view name, std::string_view fileName) const;
    /// Empty for a cell past the end of its row.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
};

/// Reads a table as R, SPSS, Excel and LibreOffice write them:
/// - UTF-8, or UTF-16 in either order of bytes, with or without a byte order mark;
/// - the separator is what a first line `sep=;` says, else what stands most often in the header outside quotes: comma,
///   semicolon or tab (in a tie: semicolon, then tab), or a bar where there is none of the three;
/// - CR, LF and CRLF end a record. Empty lines, and records that are separators alone, are skipped.
///
/// Columns without a name at the end of the header, and cells beyond the last column, must be empty and are taken off;
/// whatever else does not fit the header is refused.
/// @return CsvUnclosedQuote, CsvTooLarge, NotUtf8, or as checkShape(); with the line in the context.
[[nodiscard]] Result<CsvTable> parseCsv(std::string_view text, const CsvLimits& limits = {},
                                        const CsvRules& rules = {});

/// Holds a table that was taken out of another against `rules`, as parseCsv() does.
/// @return CsvUnevenRow, CsvUnnamedColumn or CsvDoubleColumn; the context names line or columns, and the cure.
[[nodiscard]] Result<> checkShape(CsvTable& table, const CsvRules& rules);

/// On: what a spreadsheet would run as a formula gets an apostrophe before it, at the start of a cell and, because a
/// spreadsheet may separate cells by semicolons or tabs instead of commas, behind each of these and behind each line end.
enum class FormulaGuard { Off, On };

/// Builds a table in memory: LF line ends, quotes only where needed.
class CsvWriter {
public:
    explicit CsvWriter(FormulaGuard guard = FormulaGuard::Off)
        : m_guard(guard) {}
    void cell(std::string_view text);
    void endRow();
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] std::string take() { return std::exchange(m_text, {}); }

private:
    std::string m_text;
    FormulaGuard m_guard;
    bool m_rowStarted = false;
};

} // namespace peil
