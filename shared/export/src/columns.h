// SPDX-License-Identifier: Apache-2.0
#pragma once

// Finding a declared column, and a cell as text. Internal.

#include "peil/export/dataset.h"

namespace peil::exports {

/// @param purpose  ends the sentence of the error: "to coarsen", "to count". @return BadName.
[[nodiscard]] Result<std::size_t> columnIndex(const Table& table, std::string_view column, std::string_view purpose);
/// "(refused)" and the like for no answer.
[[nodiscard]] std::string valueText(const Variable& variable, const Cell& cell);
/// True when `code` is among the codes of a Choices cell.
[[nodiscard]] bool holdsChoice(std::string_view choices, std::string_view code);

} // namespace peil::exports
