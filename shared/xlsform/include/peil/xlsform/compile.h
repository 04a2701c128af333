// SPDX-License-Identifier: Apache-2.0
#pragma once

// XLSForm to ODK XForm. All faults of a form come at once, each with its cell, the words and the likely cure.

#include "peil/xlsform/workbook.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peil::xlsform {

/// Namespace of Peil's own attributes on binds (`peil:class`, `peil:noAnswer`).
inline constexpr std::string_view kPeilNamespace = "urn:peil:1";

enum class Severity {
    Error,   ///< no XForm comes out
    Warning, ///< the form works; somebody should look at it
};

/// One remark about a form.
struct Diagnostic {
    Severity severity = Severity::Error;
    std::string id;      ///< stable name of the kind of fault, such as "unknown_type"
    std::string sheet;   ///< empty when the remark is about the whole workbook
    std::size_t row = 0; ///< as a spreadsheet counts: the header is row 1; 0 = no row
    std::string column;  ///< the header as the designer wrote it; empty = no column
    std::string message; ///< what is wrong, and what to do
};

/// "survey, row 12, column relevant: There is no question ..." for a terminal, which says the severity itself.
[[nodiscard]] std::string describe(const Diagnostic& diagnostic);

/// Yes: expressions are compiled and the XForm is read by the form engine, and what they object to is reported at the
/// cell. No: only the rules of XLSForm, for comparing with other compilers.
enum class EngineCheck { No, Yes };

struct Options {
    std::string fallbackFormId = "data"; ///< form id and title when the settings sheet gives none
    std::string formName = "data";       ///< name of the root element when the settings sheet gives none
    EngineCheck engineCheck = EngineCheck::Yes;
};

/// What became of a workbook.
struct Compiled {
    std::optional<std::string> xform;       ///< absent when there is an error
    std::optional<std::string> itemsetsCsv; ///< itemsets.csv, when a select_one_external uses external_choices
    std::vector<Diagnostic> diagnostics;    ///< ordered by sheet, row and column

    [[nodiscard]] bool ok() const { return xform.has_value(); }
};

/// Never fails as a call: a workbook that is no form has errors in `diagnostics`. Pure; any thread.
[[nodiscard]] Compiled compile(const Workbook& workbook, const Options& options = {});

} // namespace peil::xlsform
