// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a study may declare as releasable. A question of a type that usually identifies people must be declared harmless
// or be a quasi-identifier, so that its answers are counted; some types are never released.

#include "peil/dataset/layout.h"

namespace peil::dataset {

/// One sentence for each question of [disclosure] in study.toml that may not be released so: "the question …; cure."
/// @param layout  of the study's form, typed.
[[nodiscard]] std::vector<std::string> releaseFaults(const study::Study& study, const Layout& layout,
                                                     const FormLogic& logic);

/// Whether [disclosure] of study.toml names questions of the form, and releases nothing that tells people apart.
/// @param toml  text of study.toml, for the lines in the remarks. @param xform  the same form as text.
[[nodiscard]] std::vector<Diagnostic> checkRelease(const study::Study& study, std::string_view toml,
                                                   const forms::FormDefinition& form, std::string_view xform);

/// More different answers than this, among so many rows, and a column may tell people apart: fewer than k share one on
/// average. Below ten nothing is said.
[[nodiscard]] std::uint64_t mostValues(std::uint64_t rows, int k);

inline constexpr const char* kStratum = "stratum"; ///< columns that replace city and site in a release
inline constexpr const char* kPsu = "psu";

} // namespace peil::dataset
