// SPDX-License-Identifier: Apache-2.0
#pragma once

// The table of people in a register, as `peil` and the server read it. Needed columns: group, area, count. Optional:
// register, year, definition, deduplicated, published_n, published_lower, published_upper. Others are ignored.

#include "peil/analysis/analysis_error.h"
#include "peil/base/csv.h"

#include <optional>
#include <string>
#include <vector>

namespace peil::analysis {

/// One count. Texts are as written, without spaces around them; empty = not stated.
struct RegisterRow {
    std::string group, area; ///< never empty
    std::string registerName, year, definition, deduplicated;
    double count = 0; ///< people, 0 and up; may have decimals
    std::optional<double> publishedN, publishedLower, publishedUpper;
    std::size_t line = 0; ///< of the file
};

struct RegisterTable {
    std::string name; ///< what sentences call the file
    std::vector<RegisterRow> rows;

    [[nodiscard]] std::vector<std::string> groups() const; ///< in the order of first appearance
};

/// @return BadRegister for a missing column, an empty group, area or count, or a number that is none; CountTwice. Both
/// name the line.
[[nodiscard]] Result<RegisterTable> readRegister(const CsvTable& table, std::string name);

} // namespace peil::analysis
