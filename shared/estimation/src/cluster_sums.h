// SPDX-License-Identifier: Apache-2.0
#pragma once

// Weighted counts of a domain by cluster: all that a replicate needs. Internal.

#include "peil/estimation/survey.h"

namespace peil::estimation {

struct ClusterSums {
    std::vector<double> weight; ///< sum w of the rows with an answer
    std::vector<double> inCare; ///< sum w y
};
/// @return SizeMismatch, BadIndicator, BadBenchmark or NoRows.
[[nodiscard]] Result<ClusterSums> clusterSums(const Design& design, const Domain& domain,
                                              std::span<const double> indicator, double benchmark);

} // namespace peil::estimation
