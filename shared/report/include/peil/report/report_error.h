// SPDX-License-Identifier: Apache-2.0
#pragma once

// Error codes of peil::report. The context of each error is one sentence: what, where, what to do.

#include "peil/base/result.h"

namespace peil::report {

enum class ReportErrc {
    BadInput = 1, ///< a published size, a contact log or a manifest that the user has to correct
};

const std::error_category& reportCategory() noexcept;
std::error_code make_error_code(ReportErrc code) noexcept;

} // namespace peil::report

template <>
struct std::is_error_code_enum<peil::report::ReportErrc> : std::true_type {};
