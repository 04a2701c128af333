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

/// The options as words of a command line, each with a space before it: files without their folders, standard values
/// included.
[[nodiscard]] std::string analysisWords(const analysis::AnalysisOptions& options);
/// " --name value", quoted for a shell where it must be.
[[nodiscard]] std::string optionWords(const std::string& name, const std::string& value);

} // namespace peil::cli
