// SPDX-License-Identifier: Apache-2.0
#pragma once

// Puts the cells of a sheet together, whatever file they come from, within the limits.

#include "peil/xlsform/workbook.h"

#include <optional>

namespace peil::xlsform {

/// True for the sheets that a form may have, whatever their capitals; other sheets are the designer's own.
[[nodiscard]] bool isFormSheet(std::string_view name);

/// True when a sheet of that name is to be read: a form has it, and it is not in `workbook` yet. Otherwise the name is
/// kept in otherSheets.
[[nodiscard]] bool wants(Workbook& workbook, const std::string& name);

/// No-break spaces as plain ones, every kind of line end as a newline, and no other control characters, which an XForm
/// cannot hold.
[[nodiscard]] std::string cleanCell(std::string text);

/// The workbook that is being read: its name in messages, its limits, and what it has used of them.
struct Reading {
    std::string file;
    WorkbookLimits limits;
    std::size_t textBytes = 0; ///< of all sheets so far
    std::size_t entries = 0;   ///< of maxEntries
    std::size_t cells = 0;     ///< of maxCells
};

/// Counts an entry outside the cells that keeps `bytes`. @return TooLarge.
[[nodiscard]] Result<> countEntry(Reading& reading, std::size_t bytes);

/// "... has more than `what`. A form is far smaller."
[[nodiscard]] tl::unexpected<Error> tooMany(const Reading& reading, std::string_view what);

class SheetBuilder {
public:
    /// Borrows `reading`.
    SheetBuilder(std::string name, Reading& reading);

    [[nodiscard]] const std::string& name() const { return m_sheet.name; }
    /// Keeps a cell; `row` and `column` count from 0. Cells without text and note are left out, so that formatted and
    /// empty rows cost nothing. @return TooLarge, with the cell.
    [[nodiscard]] Result<> put(std::size_t row, std::size_t column, std::string text,
                               std::optional<CellNote> note = std::nullopt);
    /// A cell whose text, which is kept outside the sheet, is missing.
    [[nodiscard]] tl::unexpected<Error> noText(std::size_t row, std::size_t column) const;
    [[nodiscard]] Sheet take() { return std::move(m_sheet); }

private:
    Sheet m_sheet;
    Reading& m_reading;
};

/// Fails when there is no survey; the workbook otherwise.
[[nodiscard]] Result<Workbook> withSurvey(Workbook workbook, std::string_view source);

/// A file that is damaged in a way that only its program can mend.
[[nodiscard]] tl::unexpected<Error> damagedFile(XlsformErrc code, const std::string& file, std::string_view what);

} // namespace peil::xlsform
