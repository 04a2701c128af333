// SPDX-License-Identifier: Apache-2.0
#pragma once

// The published figures of the model study, recomputed from a table of interviews: the proof that nothing was lost or
// changed between the street and the researcher's file.

#include "peil/base/csv.h"
#include "peil/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace peil_demo {

struct AggregateCheck {
    std::string figure;
    double got = 0;
    double published = 0;
    bool ok = false; ///< equal after the rounding of the publication
};

/// Every figure that `checkJson` (synthetic_check.json) marks as matching, in its order. Columns are found by their
/// own name or by the end of a path ("about_you-age"). `benchmark` is benchmark.csv.
/// @return BaseErrc::CsvMissingColumn, or BaseErrc::NotANumber for a figure that is not known or a file that is no
/// JSON.
[[nodiscard]] peil::Result<std::vector<AggregateCheck>>
checkAggregates(const peil::CsvTable& interviews, const peil::CsvTable& benchmark, std::string_view checkJson);

} // namespace peil_demo
