// SPDX-License-Identifier: Apache-2.0
#include "peil/report/report_error.h"

#include "peil/base/error_category.h"

namespace peil::report {

const std::error_category& reportCategory() noexcept {
    static const ErrorCategory<ReportErrc>::Messages messages{
        {ReportErrc::BadInput, "An input of the report is invalid."},
    };
    static const ErrorCategory<ReportErrc> category("peil.report", messages);
    return category;
}

std::error_code make_error_code(ReportErrc code) noexcept {
    return {static_cast<int>(code), reportCategory()};
}

} // namespace peil::report
