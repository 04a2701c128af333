// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether the fields, [cleaning] and the rules of study.toml fit the questionnaire. What does not would leave out every
// interview, or none, and show only when the data are exported: so it is a fault of the study.

#include "peil/forms/definition.h"
#include "peil/study/study.h"

namespace peil::records {

/// @param toml  text of study.toml, for the lines in the remarks.
/// @param xform  the same form as text.
[[nodiscard]] std::vector<Diagnostic> checkStudy(const study::Study& study, std::string_view toml,
                                                 const forms::FormDefinition& form, std::string_view xform,
                                                 const forms::ResourceLoader& resources);

} // namespace peil::records
