// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the cells of a data table mean, as R, SPSS, Stata, Excel and LibreOffice write them in English, Dutch and
// German: numbers, counts, yes or no, and missing values. The only parser for data tables. Not for answers of an
// interview, which have one spelling (forms), or for options on a command line.

#include "peil/base/csv.h"

namespace peil {

/// Without surrounding spaces, including no-break, thin and zero-width spaces and a byte order mark.
[[nodiscard]] std::string_view trimBlanks(std::string_view text);

/// An empty cell, or a missing-value mark of R, Stata, SAS, SPSS or a spreadsheet, in any case; the list is in
/// cell.cpp. A formula error, such as a division by zero, is not a missing value: it is rejected.
[[nodiscard]] bool isMissingCell(std::string_view text);

/// The largest magnitude of a number in a data table; its inverse is the smallest, except zero. Beyond it, sums of
/// squares lose precision or overflow, and no weight, count or size is plausible.
inline constexpr double kLargestCell = 1e12;

/// Why a cell is rejected: "EXPECTED is expected here, not ...; CURE." Both texts have no final punctuation.
struct CellFault {
    std::string_view expected;
    std::string_view cure;
};
/// NaN for a missing cell.
using CellValue = tl::expected<double, CellFault>;

/// The decimal sign.
enum class DecimalMark { Point, Comma };

/// Sign, digits, mark, digits, and perhaps an exponent. Nothing separates thousands.
[[nodiscard]] CellValue numberCell(std::string_view text, DecimalMark mark);
/// A number of people, as parseCount(): a possible thousands separator is rejected; also accepts large numbers as R
/// writes them (1e+05).
[[nodiscard]] CellValue countCell(std::string_view text, DecimalMark mark);
/// 1 or 0, also as 1.0; TRUE, FALSE; WAAR, ONWAAR; WAHR, FALSCH; yes, no; ja, nee, nein; in any case.
[[nodiscard]] CellValue indicatorCell(std::string_view text, DecimalMark mark);

/// One column of a table. In a comma-separated table the decimal sign is a point. Otherwise the first unambiguous cell
/// (0,726 or 0.726) decides; without one, it is a comma. Borrows the table.
class CsvColumn {
public:
    /// Precondition: `column` is one of the header.
    CsvColumn(const CsvTable& table, std::size_t column);

    [[nodiscard]] std::size_t size() const { return m_table->rows.size(); }
    [[nodiscard]] const std::string& name() const { return m_table->header[m_column]; }
    [[nodiscard]] std::size_t line(std::size_t row) const { return m_table->lines[row]; }
    /// As it is in the table.
    [[nodiscard]] std::string_view cell(std::size_t row) const { return m_table->cell(row, m_column); }
    /// Without spaces; empty for a missing cell.
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
