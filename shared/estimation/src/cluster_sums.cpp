// SPDX-License-Identifier: Apache-2.0
#include "cluster_sums.h"

#include "multiplier_input.h"
#include "variance.h"

#include <cmath>

namespace peil::estimation {

Result<ClusterSums> clusterSums(const Design& design, const Domain& domain, std::span<const double> indicator,
                                double benchmark) {
    PEIL_CHECK(checkColumn(design, domain, indicator.size()));
    PEIL_CHECK(checkIndicator(domain, indicator));
    PEIL_CHECK(checkBenchmark(benchmark));
    ClusterSums sums{std::vector<double>(design.clusters(), 0.0), std::vector<double>(design.clusters(), 0.0)};
    double total = 0;
    for (std::size_t row = 0; row < design.rows(); ++row) {
        if (!domain.contains(row) || std::isnan(indicator[row])) continue;
        const auto cluster = design.clusterOfRow()[row];
        sums.weight[cluster] += design.weight()[row];
        sums.inCare[cluster] += design.weight()[row] * indicator[row];
        total += design.weight()[row];
    }
    if (!(total > 0)) return fail(EstimationErrc::NoRows, "No row of the domain has an answer and a weight.");
    return sums;
}

} // namespace peil::estimation
