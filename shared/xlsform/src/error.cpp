// SPDX-License-Identifier: Apache-2.0
#include "peil/xlsform/error.h"

#include "peil/base/error_category.h"

namespace peil::xlsform {

std::error_code make_error_code(XlsformErrc code) noexcept {
    static constexpr EnumText<XlsformErrc> kMessages[] = {
        {XlsformErrc::NotFound, "The file or folder does not exist."},
        {XlsformErrc::NotAWorkbook, "This is neither a workbook nor a folder of CSV sheets."},
        {XlsformErrc::BadArchive, "The workbook is damaged."},
        {XlsformErrc::BadXml, "A part of the workbook cannot be read."},
        {XlsformErrc::BadCsv, "A CSV sheet cannot be read."},
        {XlsformErrc::TooLarge, "The workbook is too large for a form."},
        {XlsformErrc::Encrypted, "The workbook is protected by a password."},
        {XlsformErrc::NoSurveySheet, "The workbook has no sheet named survey."},
        {XlsformErrc::NotAnXForm, "The text is not an XForm."},
    };
    return errorCode("peil.xlsform", kMessages, code);
}

} // namespace peil::xlsform
