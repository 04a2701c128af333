// SPDX-License-Identifier: Apache-2.0
#include "peil/report/report_error.h"

#include "peil/base/error_category.h"

namespace peil::report {

std::error_code make_error_code(ReportErrc code) noexcept {
    static constexpr EnumText<ReportErrc> kMessages[] = {
        {ReportErrc::BadInput, "An input of the report is invalid."},
    };
    return errorCode("peil.report", kMessages, code);
}

} // namespace peil::report
