// SPDX-License-Identifier: Apache-2.0
#include "peil/export/export_error.h"

namespace peil::exports {
namespace {

class Category final : public std::error_category {
public:
    const char* name() const noexcept override { return "peil.export"; }
    std::string message(int value) const override {
        switch (static_cast<ExportErrc>(value)) {
        case ExportErrc::NoTable:
            return "the dataset needs exactly one main table";
        case ExportErrc::UnknownParent:
            return "a repeat belongs to a table that does not exist";
        case ExportErrc::BadName:
            return "a name is empty or used twice";
        case ExportErrc::BadRow:
            return "a row does not match its table";
        case ExportErrc::TargetExists:
            return "the output folder already exists";
        case ExportErrc::TooManyColumns:
            return "the format cannot hold so many columns";
        case ExportErrc::WriterFailed:
            return "writing the file format failed";
        case ExportErrc::Cancelled:
            return "cancelled";
        case ExportErrc::Unsafe:
            return "people could be recognised in the release";
        }
        return "unknown error";
    }
};

} // namespace

const std::error_category& exportCategory() noexcept {
    static const Category category;
    return category;
}

std::error_code make_error_code(ExportErrc code) noexcept {
    return {static_cast<int>(code), exportCategory()};
}

} // namespace peil::exports
