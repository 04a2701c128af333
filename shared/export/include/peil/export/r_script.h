// SPDX-License-Identifier: Apache-2.0
#pragma once

// An R script that loads an export: numbers as numbers, choices as factors with labels, days as dates.

#include "peil/export/codebook.h"
#include "peil/export/export_folder.h"

namespace peil::exports {

enum class LoadFrom {
    Csv, ///< base R alone
    Sav, ///< needs the package haven; user-missing values are kept
    Dta,
};

/// `source("load.R", chdir = TRUE)` gives a list `tables` of one data frame for each table. Labels in `language`. ASCII
/// only, so that it reads the same in every locale.
[[nodiscard]] std::string loadScript(const Dataset& dataset, LoadFrom from, std::string_view language);

} // namespace peil::exports
