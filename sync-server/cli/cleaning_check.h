// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether [cleaning] and the rules of study.toml fit the questionnaire. What does not would leave out every interview,
// or none, and show only when the data are exported: so it is a fault of the study.

#include "form_file.h"
#include "peil/study/study.h"

namespace peil::cli {

/// @param toml  text of study.toml, for the lines in the remarks.
void checkCleaning(const study::Study& study, std::string_view toml, const FormFile& form,
                   const forms::ResourceLoader& resources, std::vector<Diagnostic>& remarks);

} // namespace peil::cli
