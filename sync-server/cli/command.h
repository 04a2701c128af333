// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the commands of `peil` share: how one is registered, how it fails, and what its exit code says.

#include "cli_error.h"
#include "peil/crypto/secret.h"

#include <CLI/CLI.hpp>
#include <boost/json/value.hpp>
#include <filesystem>
#include <functional>

namespace peil::cli {

/// Exit codes (README.md). 2 is for wrong usage and comes from the command line parser.
inline constexpr int kDone = 0, kUsersFault = 1, kWrongUsage = 2, kOurFault = 3;
/// kOurFault for a full disk, a failing device or a failing server, else kUsersFault.
[[nodiscard]] int exitCodeOf(const Error& error);

/// What the chosen command does; its value is the exit code. Set by the callback of a subcommand, run by main().
using Task = std::function<Result<int>()>;

void addFormCommands(CLI::App& app, Task& task);
void addFormCheck(CLI::App& form, Task& task);
void addFormDiff(CLI::App& form, Task& task);
void addStudyCommands(CLI::App& app, Task& task);
void addKeyCommands(CLI::App& app, Task& task);
void addEstimateCommand(CLI::App& app, Task& task);
void addReportCommand(CLI::App& app, Task& task);
void addCaptureCommand(CLI::App& app, Task& task);
void addPlanCommand(CLI::App& app, Task& task);
void addDeviceCommands(CLI::App& app, Task& task);
void addLedgerCommand(CLI::App& app, Task& task);
void addContactsCommand(CLI::App& app, Task& task);
void addLoginCommands(CLI::App& app, Task& task);
void addPeopleCommands(CLI::App& app, Task& task);
void addReviewCommands(CLI::App& app, Task& task);
void addAuditCommands(CLI::App& app, Task& task);
void addQuarantineCommands(CLI::App& app, Task& task);
void addQuotaCommand(CLI::App& app, Task& task);
void addExportCommand(CLI::App& app, Task& task);
void addReleaseCommands(CLI::App& app, Task& task);

/// Below the tables of `device list` and `ledger`: tablets that the store does not know, because it was restored from a
/// backup that is older than their enrolment.
void printUnknownTablets(const boost::json::value& answer);

/// @return AlreadyThere when `file` exists.
[[nodiscard]] Result<> refuseToOverwrite(const std::filesystem::path& file);

/// The first line of `file`; without a file, asks at the terminal (`Twice`: two times, and both must agree).
/// @return NotATerminal, BadInput or a base file error.
enum class AskPassphrase { Once, Twice };
[[nodiscard]] Result<crypto::SecretBytes> passphraseFrom(const std::filesystem::path& file, AskPassphrase ask);

} // namespace peil::cli
