// SPDX-License-Identifier: Apache-2.0
#pragma once

// Columns of the tables that estimates are made from. Every error names file, line and column, and what to do.

#include "peil/base/cell.h"
#include "peil/estimation/design.h"

#include <filesystem>

namespace peil::analysis {

/// Largest file of a table.
inline constexpr std::uintmax_t kMaxTableBytes = std::uintmax_t{512} << 20U;

/// A table with the name that sentences call it.
struct NamedTable {
    CsvTable table;
    std::string name;
    std::string sha256; ///< of the file, in hexadecimal
};
/// @return a file or CSV error, or BadInput when there are no rows.
[[nodiscard]] Result<NamedTable> readTable(const std::filesystem::path& file);

/// A column by its own name, or by the one header that ends in "-name" or "/name" (exports name the section too).
/// @return BaseErrc::CsvMissingColumn, AnalysisErrc::BadInput when several headers end so.
[[nodiscard]] Result<std::size_t> findColumn(const NamedTable& source, std::string_view name);

/// Cells of one column without surrounding spaces; empty for missing values (isMissingCell()).
/// Precondition: `column` is one of the header.
[[nodiscard]] std::vector<std::string> textColumn(const NamedTable& source, std::size_t column);
/// Strata or clusters. Every row is part of the design, so a missing cell is an error and does not become a separate
/// stratum or site. `what` names the column in the message.
/// @return as findColumn, or BadInput with line and column.
[[nodiscard]] Result<estimation::Factor> fullFactor(const NamedTable& source, const std::string& name,
                                                    const char* what);

/// Cells as numberCell() reads them, from `lowest`; kMissing for a missing one. @return BadInput with line and column.
[[nodiscard]] Result<std::vector<double>> numberColumn(const NamedTable& source, std::size_t column, double lowest);
/// The same without gaps. `cure` says what to do about a missing cell.
/// @return as findColumn, or BadInput with line and column.
[[nodiscard]] Result<std::vector<double>> fullNumbers(const NamedTable& source, const std::string& name, double lowest,
                                                      const char* cure);
/// What a column counts, and from which number on.
struct Counted {
    const char* what = "a number of people";
    double lowest = 0;
};
/// Counts as countCell() reads them; kMissing for a missing one. @return BadInput with line and column.
[[nodiscard]] Result<std::vector<double>> countColumn(const NamedTable& source, std::size_t column,
                                                      const Counted& counted = {});
/// The same without gaps. @return as findColumn, or BadInput with line and column.
[[nodiscard]] Result<std::vector<double>> fullCounts(const NamedTable& source, const std::string& name,
                                                     const char* cure, const Counted& counted = {});
/// Yes (1), no (0) or nothing (kMissing) as indicatorCell() reads them. @return BadInput with line and column.
[[nodiscard]] Result<std::vector<double>> indicatorColumn(const NamedTable& source, std::size_t column);

} // namespace peil::analysis
