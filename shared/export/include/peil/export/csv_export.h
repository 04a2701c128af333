// SPDX-License-Identifier: Apache-2.0
#pragma once

// CSV as ODK Central and Briefcase name it: one file for the form, `group-question` columns and KEY; one for each
// repeat, with PARENT_KEY and KEY. A cell that a spreadsheet would run gets a leading apostrophe.

#include "peil/export/dataset.h"
#include "peil/export/export_folder.h"

namespace peil::exports {

/// Writes `<main>.csv` and `<main>-<repeat>.csv` for every table. A cell without a value is empty, and its reason is in
/// `question_reason`, for every variable that has one somewhere.
/// @return NoTable, UnknownParent, BadName, BadRow, Cancelled, or an error of the disk or of the source.
[[nodiscard]] Result<> writeCsv(const Dataset& dataset, ExportFolder& folder, const Progress& progress = {});

/// The base name of a table's files: `<main>` or `<main>-<repeat>`, with only letters, digits, '-', '_' and '.'.
[[nodiscard]] std::string fileStem(const Dataset& dataset, const Table& table);
/// @return NoTable, UnknownParent or BadName.
[[nodiscard]] Result<> checkDataset(const Dataset& dataset);

} // namespace peil::exports
