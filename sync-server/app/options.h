// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the command line and the configuration file say.

#include "http/server.h"
#include "repository/repository.h"
#include "services/intake.h"

#include <filesystem>
#include <string>
#include <vector>

namespace peil::server {

struct Options {
    std::filesystem::path data;
    http::Address device{"127.0.0.1", 8443};
    http::Address dashboard{"127.0.0.1", 8444};
    std::string publicAddress;      ///< "https://host:port" for enrolment codes; empty = the device address
    std::vector<std::string> hosts; ///< names and addresses for the server's certificate
    repository::OpenOptions::Restored restored = repository::OpenOptions::Restored::No;
    std::size_t eraseWithdrawn = 0; ///< exact number that the list of withdrawals erases, if above ten
    http::Limits limits;
    services::DailyBound dailyBound;
};

enum class Command : std::uint8_t { Serve, ResetAdmin };

/// A copy of the store to make, or to put back.
struct CopyTask {
    enum class Kind : std::uint8_t { Backup, Restore } kind{};
    std::filesystem::path folder, data;
};

/// What to do after the command line was read.
struct CommandLine {
    Command command = Command::Serve;
    std::optional<Options> options = {};
    int exitCode = 0;                  ///< when there is nothing to do: help, version, or wrong usage (2)
    std::optional<CopyTask> copy = {}; ///< instead of `command`
};

/// Prints help, version and complaints itself. @return the errors of the configuration file.
[[nodiscard]] Result<CommandLine> readCommandLine(int argc, const char* const* argv);

} // namespace peil::server
