// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/builder.h"

namespace peil::forms {

/// Forms made before 2020 write absolute paths inside repeats and mean the instance around the expression, as JavaRosa
/// reads them. Rewrites those as relative paths. Left as they are: arguments of functions over many nodes (sum, count,
/// indexed-repeat, …), paths with a predicate on the shared repeat, and whatever shares no repeat with `context`.
/// @return the text rewritten; nullopt if it stays as it is.
[[nodiscard]] std::optional<std::string> qualifyPaths(const Builder& builder, std::string_view text, DefId context);

} // namespace peil::forms
