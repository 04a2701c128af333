// SPDX-License-Identifier: Apache-2.0
#pragma once

// The differences of two forms as a user sees them: for `peil form diff` and `peil study check --against`.

#include "peil/dataset/form_diff.h"

namespace peil::cli {

struct ComparedForm {
    const forms::FormDefinition& form;
    std::string_view xform;
};
[[nodiscard]] std::vector<dataset::FormChange> changesBetween(const ComparedForm& before, const ComparedForm& after);
[[nodiscard]] bool anyBreaks(const std::vector<dataset::FormChange>& changes);
/// To standard output: the changes by effect, the worst first, then a line with their numbers.
void printChanges(const std::vector<dataset::FormChange>& changes);

} // namespace peil::cli
