// SPDX-License-Identifier: Apache-2.0
#pragma once

// From the tables of a study to those that others may get: only columns that are named, and rows that do not say where
// they come from. Whether people could be recognised in them is for release.h.

#include "peil/base/rng.h"
#include "peil/export/dataset.h"

#include <deque>

namespace peil::exports {

/// These columns and no others, in the order of the tables; a repeat that holds none of them, and whose own repeats
/// hold none, is not there.
/// @param tables   the main one first. @param columns  as columnOf() names them; of a repeat: "repeat/column".
/// @return BadName for a column that is not there, BadRow, Cancelled, or an error of a source.
[[nodiscard]] Result<std::deque<MemoryTable>> onlyColumns(std::span<TableSource* const> tables,
                                                          const std::vector<std::string>& columns,
                                                          const Progress& progress = {});

/// The same rows under new random keys, in the order of their answers; rows of a repeat are sorted within their
/// interview. Neither key nor order says anything that the answers do not.
/// @return UnknownParent for a row whose interview is not there, BadRow, Cancelled, or an error of a source.
[[nodiscard]] Result<std::deque<MemoryTable>> withoutOrigin(std::span<TableSource* const> tables, Rng& rng,
                                                            const Progress& progress = {});

/// The table with an extra column of random numbers 1, 2, … that replace the answers of column `from`; empty where
/// `from` is.
/// @return BadName, BadRow, Cancelled, or an error of the source.
[[nodiscard]] Result<MemoryTable> withNumbers(TableSource& table, const std::string& from, Variable variable, Rng& rng,
                                              const Progress& progress = {});

} // namespace peil::exports
