// SPDX-License-Identifier: Apache-2.0
#pragma once

// What accompanies an estimate: the sizes of cities and their sums, the influence of each site and city, and the
// warnings that need more information than the estimator has (METHOD.md, 10).

#include "peil/analysis/result.h"

namespace peil::analysis {

/// Fills cities, citySums, withoutSite, withoutCity and warnings of a result that has its methods.
/// @return as multiplierEstimate, separateEstimate and leaveOneOut.
[[nodiscard]] Result<> addChecks(GroupResult& group, const GroupContext& context);

} // namespace peil::analysis
