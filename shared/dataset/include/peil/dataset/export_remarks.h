// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a designer should know of an export before there is one.

#include "peil/forms/definition.h"

namespace peil::dataset {

/// A warning for each question that .sav and .dta will call by another name, the first 20 of them, and how many more.
[[nodiscard]] std::vector<Diagnostic> exportRemarks(const forms::FormDefinition& form);

} // namespace peil::dataset
