// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a designer should know of an export before there is one.

#include "form_file.h"

namespace peil::cli {

/// A warning for each of the first 20 questions that are renamed in .sav and .dta, and the number of others.
/// @param form  sound.
[[nodiscard]] std::vector<Diagnostic> exportRemarks(const FormFile& form);

} // namespace peil::cli
