// SPDX-License-Identifier: Apache-2.0
#pragma once

// Error codes of peil::dataset. The context of each error is one sentence: what, where, what to do.

#include "peil/base/result.h"

namespace peil::dataset {

enum class DatasetErrc {
    BadInput = 1, ///< a study, manifest or earlier release that the user has to correct
    BadAnswer,    ///< a list of releases that makes no sense
};

std::error_code make_error_code(DatasetErrc code) noexcept;

} // namespace peil::dataset
