// SPDX-License-Identifier: Apache-2.0
#pragma once

// Output of `peil estimate`: the table with its sources, and the same as JSON.

#include "peil/analysis/estimate.h"

namespace peil::cli {

/// To standard error: what the user should know about how the tables were read.
void printNotices(const std::vector<analysis::InputFile>& files);
/// Sizes rounded as printedSize does, then checks, notes and sources.
[[nodiscard]] std::string tableOf(const analysis::EstimateResult& result, const analysis::EstimateInput& input);
/// Register, area, year and definition of each count, the rows that were used, and those that were not, with their
/// reason.
[[nodiscard]] std::string sourcesText(const analysis::EstimateResult& result, const analysis::EstimateInput& input);
/// Lines for a terminal: both definitions of each group, the register, each difference. Without a study one line that
/// says so.
[[nodiscard]] std::string definitionsText(const std::optional<analysis::DeclaredStudy>& declared,
                                          const analysis::RegisterFacts& used, const std::vector<std::string>& groups);

/// Unrounded, on one line, with what is needed to compute it again: command, checksums, version and seed.
[[nodiscard]] std::string jsonOf(const analysis::EstimateResult& result, const std::string& command, std::uint64_t seed,
                                 const analysis::EstimateInput& input);

} // namespace peil::cli
