// SPDX-License-Identifier: Apache-2.0
#pragma once

// Overlap of lists to estimate from: counts that were given, or counts made from interviews.

#include "peil/estimation/capture_recapture.h"

#include <filesystem>
#include <optional>
#include <variant>

namespace peil::analysis {

struct TwoLists {
    double first = 0, second = 0, both = 0;
};
/// frequency[i]: people who were met i+1 times.
struct Meetings {
    std::vector<double> frequency;
};
struct ListOverlap {
    estimation::ListCounts counts;
    std::vector<std::string> names; ///< of the lists, in the order of the bits
};
using Overlap = std::variant<TwoLists, Meetings, ListOverlap>;

struct OverlapOptions {
    std::vector<double> lists, met; ///< M,C,R; f1,f2,…
    std::filesystem::path counts;   ///< CSV: columns key and count
    std::filesystem::path data;     ///< interviews in CSV
    std::string code, wave, before, group, groupColumn = "group";
    std::optional<double> first; ///< people interviewed before, with `before`
};

/// @param notice  how the table was read, when the user should know; else empty
/// @return BadInput with the option, line or column to correct; a file or CSV error; or an error of the estimator.
[[nodiscard]] Result<Overlap> overlapOf(const OverlapOptions& options, std::string& notice);

} // namespace peil::analysis
