// SPDX-License-Identifier: Apache-2.0
#pragma once

// An R script that loads an export: numbers as numbers, choices as factors with labels, days as dates, and the sample's
// design for the package survey.

#include "peil/export/codebook.h"

namespace peil::exports {

enum class LoadFrom {
    Csv, ///< base R alone
    Sav, ///< needs the package haven; user-missing values are kept
    Dta,
};

/// Columns of the main table, as columnNames() has them. Empty: not declared.
struct SurveyDesign {
    std::string strata;
    std::string cluster; ///< what was sampled first: the sites
    std::string weight;
    std::string frame; ///< number of clusters in the stratum's frame, for the finite population correction
};

struct LoadOptions {
    LoadFrom from = LoadFrom::Csv;
    std::string language = "en"; ///< of labels
    SurveyDesign design = {};
    std::vector<std::string> notWritten = {}; ///< files that are not there, and are not loaded
};

/// `source("load.R", chdir = TRUE)` gives a list `tables` of one data frame for each table, and `design`, made by
/// survey::svydesign() of those declared columns that the main table has. `design` is NULL, with a message that says
/// why, without the package survey, or when a release emptied one of the columns; rows without a value in one of them,
/// or without a positive weight, are not in it, and a message says how many. ASCII only, so that it reads the same in
/// every locale.
[[nodiscard]] std::string loadScript(const Dataset& dataset, const LoadOptions& options = {});

} // namespace peil::exports
