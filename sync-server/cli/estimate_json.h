// SPDX-License-Identifier: Apache-2.0
#pragma once

// Parts of a result as JSON, unrounded; for `peil estimate --json` and report.json.

#include "estimate_result.h"

#include <boost/json.hpp>

namespace peil::cli {

/// null for what is not there, not a number or unbounded.
[[nodiscard]] boost::json::value jsonNumber(double value);
[[nodiscard]] boost::json::value jsonNumber(const std::optional<double>& value);

[[nodiscard]] boost::json::object groupJson(const GroupResult& group);
/// The groups together; null when there are not two.
[[nodiscard]] boost::json::value totalJson(const EstimateResult& result);
/// null without derived sizes.
[[nodiscard]] boost::json::value derivedJson(const EstimateResult& result);
[[nodiscard]] boost::json::object weightsJson(const WeightNotes& weights);
/// Option, name, rows and checksum of each file that was read.
[[nodiscard]] boost::json::array filesJson(const std::vector<InputFile>& files);

} // namespace peil::cli
