// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every column means and how its values are distributed: as a table, as DDI Codebook 2.5 XML, and as one HTML
// page.

#include "peil/export/dataset.h"
#include "peil/export/export_folder.h"

#include <array>

namespace peil::exports {

/// Counts of one variable over all rows.
struct VariableProfile {
    std::uint64_t valid = 0;
    std::array<std::uint64_t, kMissingReasons> missing{}; ///< by MissingReason; [0] stays 0
    std::vector<std::uint64_t> frequencies;               ///< of each of the variable's `values`
    std::uint64_t otherValues = 0;                        ///< choices that are not among them; dates that are no day
    double minimum = 0, maximum = 0;                      ///< of a Number with valid > 0
    double mean = 0;                                      ///< of a Number with valid > 0
    double standardDeviation = 0;                         ///< of a Number with valid > 1
    bool wholeNumbers = true;
    std::string firstDate, lastDate; ///< of a Date with valid > 0
    std::size_t longestText = 0;     ///< bytes
    [[nodiscard]] std::uint64_t missingTotal() const;
    /// True when a reason other than Missing occurs.
    [[nodiscard]] bool hasReasons() const;
};
struct TableProfile {
    std::uint64_t rows = 0;
    std::size_t longestKey = 0;
    std::size_t longestParentKey = 0;
    std::vector<VariableProfile> variables;
};
/// Reads the table once. @return BadRow, Cancelled, or an error of the source.
[[nodiscard]] Result<TableProfile> profile(TableSource& source, const Progress& progress = {});

/// One profile for each table, in the dataset's order.
struct Codebook {
    const Dataset& dataset;
    const std::vector<TableProfile>& profiles;
    std::string language = "en"; ///< of labels and headings; headings in Dutch for "nl", else English
};
/// table, column, name, type, class, label in each language, value, value label in each language, count; then who says
/// the type, and how it is in .sav and .dta: the column's name there, and the number of the value.
[[nodiscard]] std::string codebookCsv(const Codebook& codebook);
[[nodiscard]] std::string codebookDdi(const Codebook& codebook);
/// Self-contained: no script, no other file.
[[nodiscard]] std::string codebookHtml(const Codebook& codebook);

/// Profiles every table and writes codebook.csv, codebook.xml and codebook.html.
/// @return as profile and writeCsv.
[[nodiscard]] Result<> writeCodebook(const Dataset& dataset, ExportFolder& folder, const std::string& language = "en",
                                     const Progress& progress = {});

} // namespace peil::exports
