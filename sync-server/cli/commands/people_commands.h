// SPDX-License-Identifier: Apache-2.0
#pragma once

// Commands about people: logging in, and the users, sessions and API tokens of a server.

#include "cli/command.h"

namespace peil::cli {

void addLoginCommands(CLI::App& app, Task& task);
void addPeopleCommands(CLI::App& app, Task& task);

} // namespace peil::cli
