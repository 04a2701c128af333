// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a study may declare as releasable. A question whose kind mostly tells people apart needs the study's word that
// it does not, or must be a quasi-identifier, so that its answers are counted; some never leave.

#include "peil/dataset/layout.h"

namespace peil::dataset {

/// One sentence for each question of [disclosure] in study.toml that may not be released so: "the question …; cure."
/// @param layout  of the study's form, typed.
[[nodiscard]] std::vector<std::string> releaseFaults(const study::Study& study, const Layout& layout,
                                                     const FormLogic& logic);

/// More different answers than this, among so many rows, and a column may tell people apart: fewer than k share one on
/// average. Below ten nothing is said.
[[nodiscard]] std::uint64_t mostValues(std::uint64_t rows, int k);

inline constexpr const char* kStratum = "stratum"; ///< columns that stand for city and site in a release
inline constexpr const char* kPsu = "psu";

} // namespace peil::dataset
