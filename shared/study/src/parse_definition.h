// SPDX-License-Identifier: Apache-2.0
#pragma once

// The definitions of [[group]], [benchmark] and [[benchmark.group]] of study.toml. Internal.

#include "table_reader.h"

namespace peil::study {

/// The keys of a definition in the table of a group. Flags need the words that they sum up.
/// @return MissingKey, BadValue.
[[nodiscard]] Result<CaseDefinition> readDefinition(const TableReader& table);
/// @param groups  ids of the study's groups. @return MissingKey, BadValue, UnknownReference, Duplicate.
[[nodiscard]] Result<std::optional<Benchmark>> readBenchmark(const TableReader& root,
                                                             const std::vector<std::string>& groups);

} // namespace peil::study
