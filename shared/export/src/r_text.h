// SPDX-License-Identifier: Apache-2.0
#pragma once

// Pieces of an R script. Internal.

#include "peil/export/r_script.h"

namespace peil::exports {

/// An R string in ASCII. A byte that is no UTF-8 becomes U+FFFD.
[[nodiscard]] std::string rString(std::string_view text);

/// Makes `design` of the main table; empty if none of the declared columns is in it.
[[nodiscard]] std::string designScript(const Table& table, const LoadOptions& options);

} // namespace peil::exports
