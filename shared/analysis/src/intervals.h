// SPDX-License-Identifier: Apache-2.0
#pragma once

// The intervals of one size by each requested method.

#include "peil/analysis/result.h"

namespace peil::analysis {

/// @return BadInput for a method that does not exist, or an error of the estimator.
[[nodiscard]] Result<std::vector<MethodInterval>> intervalsOf(const GroupContext& context);

} // namespace peil::analysis
