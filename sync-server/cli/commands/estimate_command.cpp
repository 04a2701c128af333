// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "estimate_options.h"
#include "estimate_print.h"

#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

using namespace analysis;

struct EstimateArguments {
    AnalysisArguments analysis;
    bool json = false;
    std::string line; ///< the command itself, for its JSON
};

Result<int> estimate(const EstimateArguments& arguments) {
    PEIL_TRY(const auto options, checkedAnalysis(arguments.analysis));
    PEIL_TRY(const auto input, readEstimateInput(options));
    printNotices(input.files);
    PEIL_TRY(const auto result, estimateGroups(options, input));
    std::vector<std::string> groups;
    for (const auto& group : result.groups)
        groups.push_back(group.group);
    std::cout << (arguments.json
                      ? jsonOf(result, arguments.line, options.seed, input) + "\n"
                      : tableOf(result, input) + definitionsText(input.declared, input.counts.facts, groups));
    return kDone;
}

} // namespace

void addEstimateCommand(CLI::App& app, Task& task) {
    const auto arguments = std::make_shared<EstimateArguments>();
    auto* command = app.add_subcommand("estimate", "Estimate a population size: people in the register, divided by the "
                                                   "proportion of interviewed people who are in it");
    addAnalysisOptions(*command, arguments->analysis);
    command->add_flag("--json", arguments->json, "Print JSON with unrounded figures");
    command->callback([arguments, command, &task] {
        arguments->line = commandLineOf(*command);
        task = [arguments] { return estimate(*arguments); };
    });
}

} // namespace peil::cli
