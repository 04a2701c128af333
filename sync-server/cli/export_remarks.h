// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a designer should know of an export before there is one.

#include "form_file.h"

namespace peil::cli {

/// A warning for each question that .sav and .dta will call by another name, the first 20 of them, and how many more.
/// @param form  sound.
[[nodiscard]] std::vector<Diagnostic> exportRemarks(const FormFile& form);

} // namespace peil::cli
