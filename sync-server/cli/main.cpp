// SPDX-License-Identifier: Apache-2.0
// `peil`: the command line of study designers, administrators and researchers.

#include "command.h"
#include "earlier_names.h"
#include "peil/base/terminal.h"

#include <algorithm>
#include <exception>
#include <iostream>

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
    addDeviceCommands(app, task);
    addLedgerCommand(app, task);
    addContactsCommand(app, task);
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
    std::cerr << "peil: " << peil::describe(code.error()) << '\n';
    return exitCodeOf(code.error());
}

} // namespace

int main(int argc, char** argv) {
    peil::crypto::prepareProcess();
    // What a command prints may quote a file, a server or the user.
    const peil::TerminalGuard output(std::cout), errors(std::cerr);
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << "peil: Internal error: " << error.what() << ". Please report it, with the command that you ran.\n";
        return kOurFault;
    }
}
