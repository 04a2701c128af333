// SPDX-License-Identifier: Apache-2.0
#include "estimate_analysis.h"

#include <iostream>
#include <memory>

namespace peil::cli {
namespace {

struct EstimateOptions {
    AnalysisOptions analysis;
    bool json = false;
};

Result<int> estimate(const EstimateOptions& options) {
    const auto& analysis = options.analysis;
    PEIL_TRY(const auto register_, readRegister(analysis.benchmark, analysis.area));
    PEIL_TRY(const auto rows, readInterviews(analysis.data, analysis.columns));
    PEIL_TRY(const auto result, estimateGroups(analysis, rows, register_));
    if (options.json) {
        std::cout << toJson(result) << '\n';
    } else {
        printTable(std::cout, result);
    }
    return kDone;
}

} // namespace

void addEstimateCommand(CLI::App& app, Task& task) {
    const auto options = std::make_shared<EstimateOptions>();
    auto* command = app.add_subcommand(
        "estimate",
        "Size of a population: people in the register, divided by the share of interviewed people who are in it");
    addAnalysisOptions(*command, options->analysis);
    command->add_flag("--json", options->json, "As JSON, unrounded");
    command->callback([options, &task] { task = [options] { return estimate(*options); }; });
}

} // namespace peil::cli
