// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a check found in one or several forms, for programs (JSON, SARIF) and for people (a page with the sheets drawn).
// Pure: the same findings give the same bytes.

#include "peil/base/diagnostic.h"
#include "peil/xlsform/workbook.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peil::xlsform {

struct CheckedForm {
    std::string source; ///< the file or folder, as the user named it
    Workbook sheets{};  ///< as read; without sheets for an XForm, or when nothing could be read
    std::vector<Diagnostic> findings{};
    bool sheetsAreFiles = false;           ///< the source is a folder with a CSV file for each sheet
    std::size_t fields = 0, languages = 0; ///< of the compiled form; 0 when it has an error

    [[nodiscard]] std::size_t count(Severity severity) const;
};

/// Column, from 0, and row, from 1, of a finding in the sheets of its form; column npos when it names none that is
/// there.
struct Cell {
    const Sheet* sheet = nullptr;
    std::size_t row = 0, column = std::string::npos;

    /// As spreadsheets write it: "C12", "row 12" as "12:12"; empty without a row.
    [[nodiscard]] std::string reference() const;
};
/// @return a cell without a sheet when the place is not in one.
[[nodiscard]] Cell cellOf(const Workbook& sheets, const Place& place);

/// {"forms": [{"file", "fields", "languages", "findings": [{"severity", "id", "sheet", "row", "column", "cell", "node",
/// "message", "cure"}]}], "errors", "warnings", "notes"}. What a finding does not have is absent.
[[nodiscard]] std::string findingsJson(std::span<const CheckedForm> forms);

/// SARIF 2.1.0 (OASIS), which editors and code hosts read. Rows are lines of the artifact for sheets in CSV only: what
/// a workbook holds has a logical location such as survey!C12.
[[nodiscard]] std::string findingsSarif(std::span<const CheckedForm> forms, std::string_view version);

/// One HTML page without script that loads nothing: each form with its findings, and its sheets with each finding at
/// its cell. Of long sheets only the rows near a finding are drawn, and the page says so.
[[nodiscard]] std::string findingsPage(std::span<const CheckedForm> forms);

} // namespace peil::xlsform
