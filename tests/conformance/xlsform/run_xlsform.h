// SPDX-License-Identifier: Apache-2.0
#pragma once

// Compiles the workbooks of reference cases and compares the facts of what comes out.

#include <filesystem>
#include <iosfwd>
#include <vector>

namespace peil::conformance {

/// Runs each case under `paths` (a case file, a folder of cases, or a folder above one). Prints a line for each case
/// that fails, then "N passed, N failed, N skipped".
/// @return 0 when all pass, 1 when one fails, 2 when there is no case at all.
[[nodiscard]] int runXlsform(const std::vector<std::filesystem::path>& paths, std::ostream& out);

} // namespace peil::conformance
