// SPDX-License-Identifier: Apache-2.0
// `peil`: the command line of study designers, administrators and researchers.

#include "command.h"
#include "earlier_names.h"
#include "peil/base/terminal.h"
#include "people_commands.h"

#include <algorithm>
#include <cstdio>
#include <exception>

namespace {

using namespace peil::cli;

int run(int argc, char** argv) {
    CLI::App app{"Peil: studies, keys, tablets, exports and estimates.", "peil"};
    app.require_subcommand(1);
    app.set_version_flag("--version", PEIL_VERSION);
    Task task;
    addFormCommands(app, task);
    addStudyCommands(app, task);
    addKeyCommands(app, task);
    addServerCommands(app, task);
    addLoginCommands(app, task);
    addPeopleCommands(app, task);
    addReviewCommands(app, task);
    addAuditCommands(app, task);
    addReleaseCommands(app, task);
    addQuarantineCommands(app, task);
    addQuotaCommand(app, task);
    addExportCommand(app, task);
    addEstimateCommand(app, task);
    addReportCommand(app, task);
    addCaptureCommand(app, task);
    addPlanCommand(app, task);
    try {
        auto arguments = withPresentNames({argv + 1, argv + argc});
        std::ranges::reverse(arguments); // as CLI11 takes them
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kWrongUsage;
    }
    const auto code = task();
    if (code) return *code;
    // The sentence may quote what a server or a file says.
    std::fprintf(stderr, "peil: %s\n", peil::forTerminal(peil::describe(code.error()), peil::LineBreaks::Keep).c_str());
    return exitCodeOf(code.error());
}

} // namespace

int main(int argc, char** argv) {
    peil::crypto::prepareProcess();
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::fprintf(stderr,
                     "peil: An error that should not happen: %s. Please report it with the command that you gave.\n",
                     error.what());
        return kOurFault;
    }
}
