// SPDX-License-Identifier: Apache-2.0
#include "peil/records/error.h"

#include <string>

namespace peil::records {
namespace {

class Category final : public std::error_category {
public:
    [[nodiscard]] const char* name() const noexcept override { return "peil.records"; }
    [[nodiscard]] std::string message(int code) const override {
        switch (static_cast<RecordsErrc>(code)) {
        case RecordsErrc::BadRule:
            return "A rule of the study is invalid.";
        case RecordsErrc::BadRecord:
            return "A record does not match the form.";
        case RecordsErrc::BadInput:
            return "An input of the export is invalid.";
        case RecordsErrc::Cancelled:
            return "The export was interrupted.";
        }
        return "Unknown error.";
    }
};

} // namespace

const std::error_category& recordsCategory() noexcept {
    static const Category category;
    return category;
}

std::error_code make_error_code(RecordsErrc code) noexcept {
    return {static_cast<int>(code), recordsCategory()};
}

} // namespace peil::records
