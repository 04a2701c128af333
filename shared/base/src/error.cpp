// SPDX-License-Identifier: Apache-2.0
#include "peil/base/error.h"

#include "peil/base/error_category.h"

namespace peil {

std::error_code make_error_code(BaseErrc code) noexcept {
    static constexpr EnumText<BaseErrc> kMessages[] = {
        {BaseErrc::FileNotFound, "The file does not exist or cannot be opened."},
        {BaseErrc::FileUnreadable, "The file cannot be read."},
        {BaseErrc::FileUnwritable, "The file cannot be written."},
        {BaseErrc::DiskFull, "The disk is full."},
        {BaseErrc::NotUtf8, "The text is not valid UTF-8."},
        {BaseErrc::NotANumber, "The text is not a number."},
        {BaseErrc::BadHex, "The text is not hexadecimal."},
        {BaseErrc::BadBase64, "The text is not base64."},
        {BaseErrc::CsvUnclosedQuote, "A quoted cell is not closed."},
        {BaseErrc::CsvTooLarge, "The table is larger than the limit."},
        {BaseErrc::CsvMissingColumn, "A required column is missing."},
        {BaseErrc::CsvUnevenRow, "A row has more or fewer cells than the header."},
        {BaseErrc::CsvDoubleColumn, "Two columns have the same name."},
        {BaseErrc::CsvUnnamedColumn, "A column with values has no name."},
        {BaseErrc::BadUuid, "The text is not a UUID."},
    };
    return errorCode("peil.base", kMessages, code);
}

std::string describe(const Error& error) {
    return error.context.empty() ? error.code.message() : error.context;
}

} // namespace peil
