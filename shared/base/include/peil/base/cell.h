// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the cells of a data table mean, as R, SPSS, Stata, Excel and LibreOffice write them in English, Dutch and
// German: numbers, counts, yes or no, and nothing. One parser for every table that is read. Not for answers of an
// interview, which have one spelling (forms), nor for options on a command line.

#include "peil/base/csv.h"

namespace peil {

/// Without blanks on both sides: what trim() takes, and no-break, thin and zero-width spaces and a byte order mark.
[[nodiscard]] std::string_view trimBlanks(std::string_view text);

/// Nothing, or what R, Stata, SAS, SPSS and spreadsheets write for it, in any case; the list stands in cell.cpp. The
/// fault of a formula, such as a division by zero, is not missing: it is refused.
[[nodiscard]] bool isMissingCell(std::string_view text);

/// A number of a data table has this magnitude at most, and the inverse at least, or is zero: beyond it sums of squares
/// lose all other rows, or overflow, and no weight, count or size is meant.
inline constexpr double kLargestCell = 1e12;

/// Why a cell is refused: "EXPECTED is expected here, not ...; CURE." Both are texts without end.
struct CellFault {
    std::string_view expected;
    std::string_view cure;
};
/// NaN for a missing cell.
using CellValue = tl::expected<double, CellFault>;

/// What stands before the decimals.
enum class DecimalMark { Point, Comma };

/// Sign, digits, mark, digits, and perhaps an exponent. Nothing separates thousands.
[[nodiscard]] CellValue numberCell(std::string_view text, DecimalMark mark);
/// A number of people, as parseCount(): what may be a separator of thousands is refused; also a large number as R
/// writes it (1e+05).
[[nodiscard]] CellValue countCell(std::string_view text, DecimalMark mark);
/// 1 or 0, also as 1.0; TRUE, FALSE; WAAR, ONWAAR; WAHR, FALSCH; yes, no; ja, nee, nein; in any case.
[[nodiscard]] CellValue indicatorCell(std::string_view text, DecimalMark mark);

/// One column of a table. Decimals follow a point in a table between commas. Elsewhere the first cell decides that can
/// be read in one way only (0,726 or 0.726); without one they follow a comma, as where the semicolon separates because
/// the comma is taken. Borrows the table.
class CsvColumn {
public:
    /// Precondition: `column` is one of the header.
    CsvColumn(const CsvTable& table, std::size_t column);

    [[nodiscard]] std::size_t size() const { return m_table->rows.size(); }
    [[nodiscard]] const std::string& name() const { return m_table->header[m_column]; }
    [[nodiscard]] std::size_t line(std::size_t row) const { return m_table->lines[row]; }
    /// As it stands in the table.
    [[nodiscard]] std::string_view cell(std::size_t row) const { return m_table->cell(row, m_column); }
    /// Without blanks; empty for a missing cell.
    [[nodiscard]] std::string_view text(std::size_t row) const;
    [[nodiscard]] CellValue number(std::size_t row) const { return numberCell(cell(row), m_mark); }
    [[nodiscard]] CellValue count(std::size_t row) const { return countCell(cell(row), m_mark); }
    [[nodiscard]] CellValue indicator(std::size_t row) const { return indicatorCell(cell(row), m_mark); }

private:
    const CsvTable* m_table;
    std::size_t m_column;
    DecimalMark m_mark;
};

} // namespace peil
