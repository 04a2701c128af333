// SPDX-License-Identifier: Apache-2.0
#pragma once

// The estimate itself, for `peil estimate` and `peil report`: which groups, by which methods, under which design.

#include "command.h"
#include "estimate_input.h"
#include "estimate_result.h"

namespace peil::cli {

struct AnalysisOptions {
    std::filesystem::path data, benchmark;
    EstimateColumns columns;
    std::string group, area; ///< empty: every group; the largest area of each group
    std::vector<std::string> methods{"logit"};
    double level = 0.95;
    std::size_t bootstrap = 0; ///< replicates; 0 = none
    std::uint64_t seed = 1;
};

/// The options that both commands have. `options` must live as long as `command`.
void addAnalysisOptions(CLI::App& command, AnalysisOptions& options);

/// The groups to estimate: those that both tables have, in the order of the interviews; or the one asked for.
/// @return BadInput with the groups that there are.
[[nodiscard]] Result<std::vector<std::string>> groupsOf(const AnalysisOptions& options, const InterviewColumns& rows,
                                                        const std::map<std::string, double>& register_);

/// Every method asked for and, with replicates, the bootstrap.
/// @return BadInput for an unknown method, or an error of the estimator.
[[nodiscard]] Result<GroupResult> estimateGroup(const AnalysisOptions& options, const InterviewColumns& rows,
                                                const std::string& group, double benchmark);

/// All groups and, where two groups share a trait, the sizes across them.
/// @return as groupsOf and estimateGroup.
[[nodiscard]] Result<EstimateResult> estimateGroups(const AnalysisOptions& options, const InterviewColumns& rows,
                                                    const std::map<std::string, double>& register_);

} // namespace peil::cli
