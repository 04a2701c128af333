// SPDX-License-Identifier: Apache-2.0
#pragma once

// The two tables of `peil estimate` as columns: interviews and register. Every fault names file, line and column.

#include "peil/base/csv.h"
#include "peil/estimation/design.h"

#include <filesystem>
#include <map>
#include <optional>

namespace peil::cli {

/// Names of the columns to read; empty = not used.
struct EstimateColumns {
    std::string group = "group", inCare = "in_care";
    std::string strata, cluster, weight, frame, trait;
};

struct InterviewColumns {
    estimation::Factor group;
    std::vector<double> inCare;
    std::optional<std::vector<double>> trait; ///< absent when the table has no such column
    estimation::Design design;
};

/// A table with the name that sentences call it.
struct NamedTable {
    CsvTable table;
    std::string name;
};
/// @return a file or CSV error, or BadInput when there are no rows.
[[nodiscard]] Result<NamedTable> readTable(const std::filesystem::path& file);

/// A column by its own name, or by the one header that ends in "-name" or "/name" (exports name the section too).
/// @return BaseErrc::CsvMissingColumn, CliErrc::BadInput when several headers end so.
[[nodiscard]] Result<std::size_t> findColumn(const CsvTable& table, std::string_view name, const std::string& fileName);

/// Cells of one column. Precondition: `column` is one of the header.
[[nodiscard]] std::vector<std::string> textColumn(const CsvTable& table, std::size_t column);
/// Cells as numbers from `lowest`; an empty cell becomes `whenEmpty`. @return BadInput with line and column.
[[nodiscard]] Result<std::vector<double>> numberColumn(const NamedTable& source, std::size_t column, double lowest,
                                                       double whenEmpty);

/// @return CsvMissingColumn, BadInput with line and column, or an error of Design::create.
[[nodiscard]] Result<InterviewColumns> interviewsOf(const NamedTable& source, const EstimateColumns& columns);
/// @return a file or CSV error, or as interviewsOf.
[[nodiscard]] Result<InterviewColumns> readInterviews(const std::filesystem::path& file,
                                                      const EstimateColumns& columns);

/// People in the register by group, in the area asked for; without one, in the area with the largest count of each
/// group.
/// @return CsvMissingColumn or BadInput.
[[nodiscard]] Result<std::map<std::string, double>> registerOf(const NamedTable& source, const std::string& area);
/// @return a file or CSV error, or as registerOf.
[[nodiscard]] Result<std::map<std::string, double>> readRegister(const std::filesystem::path& file,
                                                                 const std::string& area);

} // namespace peil::cli
