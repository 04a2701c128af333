// SPDX-License-Identifier: Apache-2.0
#include "peil/records/error.h"

#include "peil/base/error_category.h"

namespace peil::records {

std::error_code make_error_code(RecordsErrc code) noexcept {
    static constexpr EnumText<RecordsErrc> kMessages[] = {
        {RecordsErrc::BadRule, "A rule of the study is invalid."},
        {RecordsErrc::BadRecord, "A record does not match the form."},
        {RecordsErrc::BadInput, "An input of the export is invalid."},
        {RecordsErrc::Cancelled, "The export was interrupted."},
    };
    return errorCode("peil.records", kMessages, code);
}

} // namespace peil::records
