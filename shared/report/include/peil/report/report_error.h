// SPDX-License-Identifier: Apache-2.0
#pragma once

// Error codes of peil::report. The context of each error is one sentence: what, where, what to do.

#include "peil/base/result.h"

namespace peil::report {

enum class ReportErrc {
    BadInput = 1, ///< a published size, a contact log or a manifest that the user has to correct
};

std::error_code make_error_code(ReportErrc code) noexcept;

} // namespace peil::report
