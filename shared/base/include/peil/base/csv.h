// SPDX-License-Identifier: Apache-2.0
#pragma once

// RFC 4180 tables: sheets of a form, secondary instances, benchmark files, exports. One reader and one writer for all.

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

/// A table whose first record is the header. Rows may be shorter than the header (cells then read as empty).
struct CsvTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::size_t> lines; ///< for each row, the 1-based line of the file on which it begins

    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
    /// @return CsvMissingColumn with a sentence that names `fileName`, the column and the nearest one that exists.
    [[nodiscard]] Result<std::size_t> requireColumn(std::string_view name, std::string_view fileName) const;
    /// Empty for a cell past the end of its row.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
};

enum class CsvSeparator { Comma, Semicolon, Detect }; ///< Detect: semicolon when the header has one outside quotes

/// Byte order mark removed; CR, LF and CRLF end a record; wholly empty lines are skipped.
/// @return CsvUnclosedQuote, CsvTooLarge or NotUtf8, with the line in the context.
[[nodiscard]] Result<CsvTable> parseCsv(std::string_view text, const CsvLimits& limits = {},
                                        CsvSeparator separator = CsvSeparator::Comma);

enum class FormulaGuard { Off, On }; ///< On: a cell that a spreadsheet would run gets a leading apostrophe

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
