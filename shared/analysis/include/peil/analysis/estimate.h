// SPDX-License-Identifier: Apache-2.0
#pragma once

// The estimate itself, for `peil estimate` and `peil report`: which groups, by which methods, under which design.

#include "peil/analysis/result.h"

namespace peil::analysis {

/// All groups with their checks and, where two groups share a trait, the sizes across them. The groups are those
/// of the input.
/// @return BadInput for an unknown method, or an error of the estimator.
[[nodiscard]] Result<EstimateResult> estimateGroups(const AnalysisOptions& options, const EstimateInput& input);

/// The design of the sample in `language`, e.g. "strata city, clusters site".
[[nodiscard]] std::string designText(const EstimateColumns& columns, const WeightNotes& weights,
                                     std::string_view language = "en");

/// What the parts of a group's result are made from. `domain` must be that of the group and outlive the context.
[[nodiscard]] GroupContext contextOf(const AnalysisOptions& options, const EstimateInput& input,
                                     const estimation::Domain& domain, const std::string& group);

} // namespace peil::analysis
