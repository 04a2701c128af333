// SPDX-License-Identifier: Apache-2.0
#include "peil/base/error.h"

namespace peil {
namespace {

class BaseCategory final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.base"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<BaseErrc>(code)) {
        case BaseErrc::FileNotFound:
            return "The file does not exist or cannot be opened.";
        case BaseErrc::FileUnreadable:
            return "The file cannot be read.";
        case BaseErrc::FileUnwritable:
            return "The file cannot be written.";
        case BaseErrc::DiskFull:
            return "The disk is full.";
        case BaseErrc::NotUtf8:
            return "The text is not valid UTF-8.";
        case BaseErrc::NotANumber:
            return "The text is not a number.";
        case BaseErrc::BadHex:
            return "The text is not hexadecimal.";
        case BaseErrc::BadBase64:
            return "The text is not base64.";
        case BaseErrc::CsvUnclosedQuote:
            return "A quoted cell is not closed.";
        case BaseErrc::CsvTooLarge:
            return "The table is larger than the limit.";
        case BaseErrc::CsvMissingColumn:
            return "A needed column is missing.";
        case BaseErrc::CsvUnevenRow:
            return "A row has more or fewer cells than the header.";
        case BaseErrc::CsvDoubleColumn:
            return "Two columns have the same name.";
        case BaseErrc::CsvUnnamedColumn:
            return "A column with values has no name.";
        case BaseErrc::BadUuid:
            return "The text is not a UUID.";
        }
        return "Unknown error.";
    }
};

} // namespace

const std::error_category& baseCategory() noexcept {
    static const BaseCategory category;
    return category;
}

std::error_code make_error_code(BaseErrc code) noexcept {
    return {static_cast<int>(code), baseCategory()};
}

std::string describe(const Error& error) {
    return error.context.empty() ? error.code.message() : error.context;
}

} // namespace peil
