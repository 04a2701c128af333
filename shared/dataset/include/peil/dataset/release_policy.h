// SPDX-License-Identifier: Apache-2.0
#pragma once

// [disclosure] of study.toml in the columns of an export.

#include "peil/export/release.h"
#include "peil/study/study.h"

#include <optional>

namespace peil::dataset {

using Sources = std::span<exports::TableSource* const>; ///< the main table first

/// The column of a question, as the rules of a release name it: "age", of a repeat "visit/place"; nullopt if these
/// tables do not hold it.
/// @return BadInput when several repeats have a question of that name.
[[nodiscard]] Result<std::optional<std::string>> columnOf(Sources tables, const std::string& question);

/// What the policy says of those questions that the tables hold. Without earlier releases.
/// @return as columnOf().
[[nodiscard]] Result<exports::ReleasePlan> planOf(Sources tables, const study::Study& study,
                                                  exports::OnUnsafe onUnsafe);

/// SHA-256 over quasi-identifiers and ladder, hexadecimal: two releases can be compared only when they agree.
[[nodiscard]] std::string fingerprintOf(const exports::ReleasePlan& plan);

} // namespace peil::dataset
