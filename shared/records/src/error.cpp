// SPDX-License-Identifier: Apache-2.0
#include "peil/records/error.h"

#include "peil/base/error_category.h"

namespace peil::records {

const std::error_category& recordsCategory() noexcept {
    static const ErrorCategory<RecordsErrc>::Messages messages{
        {RecordsErrc::BadRule, "A rule of the study is invalid."},
        {RecordsErrc::BadRecord, "A record does not match the form."},
        {RecordsErrc::BadInput, "An input of the export is invalid."},
        {RecordsErrc::Cancelled, "The export was interrupted."},
    };
    static const ErrorCategory<RecordsErrc> category("peil.records", messages);
    return category;
}

std::error_code make_error_code(RecordsErrc code) noexcept {
    return {static_cast<int>(code), recordsCategory()};
}

} // namespace peil::records
