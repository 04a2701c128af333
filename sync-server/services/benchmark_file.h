// SPDX-License-Identifier: Apache-2.0
#pragma once

// The table of people in the register. Columns: group (an id of the study), area, count; optional published_n,
// published_lower, published_upper; others are ignored.

#include "peil/study/study.h"
#include "repository/records.h"

#include <string_view>
#include <vector>

namespace peil::server::services {

/// @param wholeArea  the area that the study's estimate is about; empty = for each group the area with the largest
/// count, which must be the same one for all groups.
/// @return BadBenchmark with a sentence that names line and column.
[[nodiscard]] Result<std::vector<repository::BenchmarkRow>>
readBenchmark(std::string_view csv, std::string_view wholeArea, const study::Study& study);

} // namespace peil::server::services
