// SPDX-License-Identifier: Apache-2.0
#pragma once

// SPSS .sav and Stata .dta (version 118) through ReadStat, with labels in one language, and a map of the short names
// that both formats need.

#include "peil/export/codebook.h"

namespace peil::exports {

enum class StatFormat { Sav, Dta };

struct StatOptions {
    std::vector<StatFormat> formats{StatFormat::Sav, StatFormat::Dta};
    std::string language = "en"; ///< of labels
};

/// A file that is not there because its format cannot hold the table.
struct NotWritten {
    std::string file;
    Error error; ///< TooManyColumns, or WriterFailed with ReadStat's reason
};

/// Writes `<main>.sav`, `<main>.dta`, the same for each repeat, and names.csv: table, column in CSV, name, what it
/// holds, and the numbers of codes that are none.
///
/// Numbers stay numbers. A choice is a number with value labels: a code that is a whole number keeps it in every
/// format, another code gets the next free number after the highest, in the form's order (0, 1, dk are 0, 1, 2; yes, no
/// are 1, 2); Stata has labels up to 2,147,483,620 only. Several choices are a text of codes and a 0/1 variable for
/// each choice. A day is a date of the format; a column with something else than days, or with codes that are not on
/// its list, stays text. Texts above 2,045 bytes go on in `<name>_p2`, … A reason for no answer is user-missing: .sav
/// codes -92 not asked, -93 broken off, -94 skipped, -95 refused, -96 does not know (-992 … and so on when the values
/// come so low), .dta .a does not know, .b refused, .c skipped, .d broken off, .e not asked. A text has it in
/// `<name>_r`, and a day there as well, and a number below -1e15.
/// @return the files that a format could not hold; the others are there. As writeCsv for every other error.
[[nodiscard]] Result<std::vector<NotWritten>> writeStatFiles(const Dataset& dataset, ExportFolder& folder,
                                                             const StatOptions& options = {},
                                                             const Progress& progress = {});

} // namespace peil::exports
