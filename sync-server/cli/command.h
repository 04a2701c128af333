// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the commands of `peil` share: how one is registered, how it fails, and what its exit code says.

#include "peil/base/bytes.h"
#include "peil/crypto/secret.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <string>

namespace peil::cli {

enum class CliErrc {
    BadInput = 1,      ///< a file, option value or study that the user has to correct
    AlreadyThere,      ///< a file or folder that the command would have to overwrite
    NotATerminal,      ///< a passphrase is needed, and there is nobody to ask
    ServerUnreachable, ///< no connection, or the certificate is not the server's
    ServerRefused,     ///< the server answered 4xx
    ServerFailed,      ///< the server answered 5xx, or something that is no answer
    Stopped,           ///< the user ended the command while it waited for the server
};

const std::error_category& cliCategory() noexcept;
std::error_code make_error_code(CliErrc code) noexcept;

/// Exit codes (architecture.md, "Commands"). 2 is for wrong usage and comes from the command line parser.
inline constexpr int kDone = 0, kUsersFault = 1, kWrongUsage = 2, kOurFault = 3;
/// kOurFault for a full disk, a failing device or a failing server, else kUsersFault.
[[nodiscard]] int exitCodeOf(const Error& error);

/// What the chosen command does; its value is the exit code. Set by the callback of a subcommand, run by main().
using Task = std::function<Result<int>()>;

void addFormCommands(CLI::App& app, Task& task);
void addStudyCommands(CLI::App& app, Task& task);
void addKeyCommands(CLI::App& app, Task& task);
void addEstimateCommand(CLI::App& app, Task& task);
void addReportCommand(CLI::App& app, Task& task);
void addServerCommands(CLI::App& app, Task& task);
void addReviewCommands(CLI::App& app, Task& task);
void addQuotaCommand(CLI::App& app, Task& task);
void addExportCommand(CLI::App& app, Task& task);

/// Bounds of the files that `peil` reads.
inline constexpr std::uintmax_t kMaxFormBytes = std::uintmax_t{64} << 20U;
inline constexpr std::uintmax_t kMaxTableBytes = std::uintmax_t{512} << 20U;

/// Text of a file, with a sentence that names it when it cannot be had.
[[nodiscard]] Result<std::string> readText(const std::filesystem::path& file, std::uintmax_t maxBytes);
/// @return AlreadyThere when `file` exists.
[[nodiscard]] Result<> refuseToOverwrite(const std::filesystem::path& file);

/// The first line of `file`; without a file, asks at the terminal (`Twice`: two times, and both must agree).
/// @return NotATerminal, BadInput or a base file error.
enum class AskPassphrase { Once, Twice };
[[nodiscard]] Result<crypto::SecretBytes> passphraseFrom(const std::filesystem::path& file, AskPassphrase ask);

} // namespace peil::cli

template <>
struct std::is_error_code_enum<peil::cli::CliErrc> : std::true_type {};
