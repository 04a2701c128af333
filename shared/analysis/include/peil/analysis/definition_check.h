// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether sample and register of a study are about the same people: its declared definitions against each other, and
// against the table of the register when that is in the study's folder.

#include "peil/base/diagnostic.h"
#include "peil/study/study.h"

#include <filesystem>

namespace peil::analysis {

/// Name of the register's table in the folder of a study.
inline constexpr const char* kBenchmarkFile = "benchmark.csv";

/// Differences are warnings that say what they do to the estimate; what is not declared is a note; a table that has no
/// row for the declared register, area and year is an error.
[[nodiscard]] std::vector<Diagnostic> checkDefinitions(const study::Study& study, const std::filesystem::path& folder);

} // namespace peil::analysis
