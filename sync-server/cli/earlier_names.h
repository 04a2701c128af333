// SPDX-License-Identifier: Apache-2.0
#pragma once

// Earlier names of options: still accepted, so that scripts keep working, but not in the help.

#include <string>
#include <vector>

namespace peil::cli {

/// `arguments` (without the program's name) with each option under its present name.
[[nodiscard]] std::vector<std::string> withPresentNames(std::vector<std::string> arguments);

} // namespace peil::cli
