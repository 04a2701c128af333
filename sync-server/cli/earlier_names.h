// SPDX-License-Identifier: Apache-2.0
#pragma once

// One option has one name. What it was called before is still taken, so that scripts go on working, but is in no help.

#include <string>
#include <vector>

namespace peil::cli {

/// `arguments` (without the program's name) with each option under its present name.
[[nodiscard]] std::vector<std::string> withPresentNames(std::vector<std::string> arguments);

} // namespace peil::cli
