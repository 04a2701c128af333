// SPDX-License-Identifier: Apache-2.0
#pragma once

// Parts of a result as JSON, unrounded; for `peil estimate --json` and report.json.

#include "peil/analysis/result.h"

#include <boost/json.hpp>

namespace peil::analysis {

/// null for what is not there, not a number or unbounded.
[[nodiscard]] boost::json::value jsonNumber(double value);
[[nodiscard]] boost::json::value jsonNumber(const std::optional<double>& value);

[[nodiscard]] boost::json::object groupJson(const GroupResult& group);
/// The groups together; null if there are not two.
[[nodiscard]] boost::json::value totalJson(const EstimateResult& result);
/// null without derived sizes.
[[nodiscard]] boost::json::value derivedJson(const EstimateResult& result);
[[nodiscard]] boost::json::object weightsJson(const WeightNotes& weights);
/// Option, name, rows and checksum of each file that was read.
[[nodiscard]] boost::json::array filesJson(const std::vector<InputFile>& files);

/// null for what the table does not state.
[[nodiscard]] boost::json::object factsJson(const RegisterFacts& facts);
/// Register, area, year, how the area was chosen, and the rows of the table.
[[nodiscard]] boost::json::object registerJson(const Register& counts);
/// Rows of a register that are not used, by reason.
[[nodiscard]] boost::json::array unusedJson(const std::vector<UnusedRegisterRows>& rows);
/// The interviews: read, used, not_used.
[[nodiscard]] boost::json::object rowsJson(const RowAccount& rows);
/// null if the table has no counts of the cities.
[[nodiscard]] boost::json::value outsideJson(const std::optional<OutsideSample>& outside);

} // namespace peil::analysis
