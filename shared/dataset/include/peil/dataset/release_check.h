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

/// The number of different answers above which a column may identify people: fewer than k rows share one on average. At
/// least ten.
[[nodiscard]] std::uint64_t mostValues(std::uint64_t rows, int k);

inline constexpr const char* kStratum = "stratum"; ///< columns that replace city and site in a release
inline constexpr const char* kPsu = "psu";

} // namespace peil::dataset
