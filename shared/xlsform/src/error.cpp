// SPDX-License-Identifier: Apache-2.0
#include "peil/xlsform/error.h"

namespace peil::xlsform {

namespace {

class Category final : public std::error_category {
public:
    const char* name() const noexcept override { return "peil.xlsform"; }
    std::string message(int value) const override {
        switch (static_cast<XlsformErrc>(value)) {
        case XlsformErrc::NotFound:
            return "The file or folder does not exist.";
        case XlsformErrc::NotAWorkbook:
            return "This is neither an .xlsx workbook nor a folder of CSV sheets.";
        case XlsformErrc::BadArchive:
            return "The .xlsx file is damaged.";
        case XlsformErrc::BadXml:
            return "A part of the .xlsx file cannot be read.";
        case XlsformErrc::BadCsv:
            return "A CSV sheet cannot be read.";
        case XlsformErrc::TooLarge:
            return "The workbook is too large for a form.";
        case XlsformErrc::Encrypted:
            return "The workbook is protected by a password.";
        case XlsformErrc::NoSurveySheet:
            return "The workbook has no sheet named survey.";
        case XlsformErrc::NotAnXForm:
            return "The text is not an XForm.";
        }
        return "Unknown error of peil.xlsform.";
    }
};

} // namespace

const std::error_category& xlsformCategory() noexcept {
    static const Category category;
    return category;
}

std::error_code make_error_code(XlsformErrc code) noexcept {
    return {static_cast<int>(code), xlsformCategory()};
}

} // namespace peil::xlsform
