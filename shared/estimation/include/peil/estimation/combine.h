// SPDX-License-Identifier: Apache-2.0
#pragma once

// Several estimates of one size, pooled on ln N. Always print the separate ones too; pool only on request.

#include "peil/estimation/checked_interval.h"

#include <span>

namespace peil::estimation {

struct SourceEstimate {
    double N = 0;             ///< > 0
    double standardError = 0; ///< > 0
    double least = 0;         ///< smallest possible size, such as the count of its register: 0 to N
};
struct CombinedEstimate {
    std::size_t sources = 0;
    double fixed = 0;              ///< inverse-variance mean of ln N
    CheckedInterval fixedInterval; ///< above the largest `least` of the sources
    double Q = 0;                  ///< heterogeneity
    double I2 = 0;                 ///< max(0, (Q-(k-1))/Q)
    double tau2 = 0;               ///< DerSimonian-Laird
    double random = 0;
    CheckedInterval randomInterval;
    double median = 0;
};
/// @return BadLevel, NoRows, BadParameter for a size or standard error that is not positive, or NotEstimable when the
/// pooled size is below `least` of a source.
[[nodiscard]] Result<CombinedEstimate> combine(std::span<const SourceEstimate> sources, double level);

} // namespace peil::estimation
