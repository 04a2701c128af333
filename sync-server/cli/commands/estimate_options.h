// SPDX-License-Identifier: Apache-2.0
#pragma once

// What `peil estimate` and `peil report` can be asked on the command line.

#include "cli/cli_error.h"
#include "peil/analysis/options.h"

namespace CLI {
class App;
}

namespace peil::cli {

/// As the command line has it; checkedAnalysis() turns words into values.
struct AnalysisArguments {
    analysis::AnalysisOptions options;
    std::string benchmarkError = "none", singleCluster = "adjust";
    std::vector<std::string> others;
};

/// The options that both commands have. `arguments` must live as long as `command`.
void addAnalysisOptions(CLI::App& command, AnalysisArguments& arguments);
/// @return BadInput with the option to correct.
[[nodiscard]] Result<analysis::AnalysisOptions> checkedAnalysis(const AnalysisArguments& arguments);

/// The command that gives the same figures again, read off the options that it has: values that were given and standard
/// values, quoted for a shell where they must be. Files stand without their folders; they are of the type kFile, or
/// kColumnAndFile. To be called when the command has been parsed.
[[nodiscard]] std::string commandLineOf(const CLI::App& command);
inline constexpr const char *kFile = "FILE", *kColumnAndFile = "COLUMN=FILE", *kStudyFolder = "DIR";

} // namespace peil::cli
