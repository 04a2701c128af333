// SPDX-License-Identifier: Apache-2.0
#pragma once

// What each interview is worth: a column of weights or time-location weights, cut when asked, adjusted to known totals.

#include "peil/analysis/options.h"
#include "peil/analysis/tables.h"

namespace peil::analysis {

struct WeightNotes {
    bool weighted = false;            ///< weights other than 1
    std::optional<double> limit;      ///< where they were cut
    std::size_t trimmed = 0;          ///< interviews that were cut
    double kishDeffBefore = 1;        ///< of the weights before they were cut
    std::vector<std::string> margins; ///< columns whose totals the weights were adjusted to
};

struct WeightedDesign {
    estimation::Design design;
    WeightNotes notes;
    std::optional<NamedTable> totals; ///< the table of known totals, for its checksum
};

/// Strata, clusters, frame and weights as the options ask for.
/// @return as the functions of estimate_table.h, or an error of Design::create, trimWeights, postStratify or rake.
[[nodiscard]] Result<WeightedDesign> designOf(const NamedTable& source, const AnalysisOptions& options,
                                              const estimation::Factor& group);

} // namespace peil::analysis
