// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an estimate says of its sources: register, area, year and definition of each count, the rows that were used, and
// those that were not, with their reason.

#include "estimate_result.h"

#include <boost/json.hpp>

namespace peil::cli {

/// Lines for the terminal.
[[nodiscard]] std::string sourcesText(const EstimateResult& result, const EstimateInput& input);

/// null for what the table does not state.
[[nodiscard]] boost::json::object factsJson(const analysis::RegisterFacts& facts);
/// Register, area, year, how the area was chosen, and the rows of the table.
[[nodiscard]] boost::json::object registerJson(const analysis::Register& counts);
/// The interviews: read, used, not_used.
[[nodiscard]] boost::json::object rowsJson(const analysis::RowAccount& rows);
/// null when the table has no counts of the cities.
[[nodiscard]] boost::json::value outsideJson(const std::optional<analysis::OutsideSample>& outside);

} // namespace peil::cli
