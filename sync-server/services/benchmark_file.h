// SPDX-License-Identifier: Apache-2.0
#pragma once

// The table of people in the register, as the study office sends it: analysis/register_table.h says which columns.
// Every group in it must be one of the study.

#include "peil/analysis/register.h"
#include "peil/study/study.h"
#include "repository/records.h"

#include <string_view>
#include <vector>

namespace peil::server::services {

/// Options of the office for the table; empty = as the study declares, else the rule of chooseRegister().
struct BenchmarkAsked {
    std::string area, registerName, year;
};

struct Benchmark {
    std::vector<repository::BenchmarkRow> rows;  ///< of one register and one year, of all areas
    analysis::Register counts;                   ///< those that the estimate takes, and the rows that are not used
    std::vector<std::string> groupsWithoutCount; ///< of the study
    std::string notice;                          ///< CsvTable::encodingNotice()
};

/// @return BadBenchmark with a sentence that names line and column, or lists areas, registers or years to choose from.
[[nodiscard]] Result<Benchmark> readBenchmark(std::string_view csv, const BenchmarkAsked& asked,
                                              const study::Study& study);

} // namespace peil::server::services
