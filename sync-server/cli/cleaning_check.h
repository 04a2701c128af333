// SPDX-License-Identifier: Apache-2.0
#pragma once

// Checks [cleaning] and the rules of study.toml against the questionnaire. A mismatch would exclude every interview, or
// none, and only show at the export, so it is an error of the study.

#include "form_file.h"
#include "peil/study/study.h"

namespace peil::cli {

/// @param toml  text of study.toml, for the lines in the remarks.
void checkCleaning(const study::Study& study, std::string_view toml, const FormFile& form,
                   const forms::ResourceLoader& resources, std::vector<Diagnostic>& remarks);

} // namespace peil::cli
