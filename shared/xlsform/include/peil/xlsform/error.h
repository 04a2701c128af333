// SPDX-License-Identifier: Apache-2.0
#pragma once

// Error codes of peil::xlsform: files that cannot be read as sheets at all. An error of the form itself is a
// Diagnostic.

#include "peil/base/result.h"

namespace peil::xlsform {

enum class XlsformErrc {
    NotFound = 1,  ///< the path does not exist
    NotAWorkbook,  ///< neither an .xlsx workbook nor a folder of CSV files
    BadArchive,    ///< the .xlsx is not a zip archive, or one of its parts cannot be unpacked
    BadXml,        ///< a part of the .xlsx is not well-formed XML, or not what a spreadsheet holds
    BadCsv,        ///< a sheet in CSV cannot be read
    TooLarge,      ///< more bytes, sheets, rows, columns or text than WorkbookLimits
    Encrypted,     ///< the workbook is protected by a password
    NoSurveySheet, ///< no sheet named survey
    NotAnXForm,    ///< facts were asked of a text that is not an XForm
};

std::error_code make_error_code(XlsformErrc code) noexcept;

} // namespace peil::xlsform
