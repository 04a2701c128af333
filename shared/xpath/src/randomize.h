// SPDX-License-Identifier: Apache-2.0
#pragma once

// The shuffle that ODK fixes, so that a seed gives the same order in every tool: inside-out Fisher-Yates over the
// generator of Park and Miller.

#include "evaluator.h"

namespace peil::xpath {

[[nodiscard]] NodeSet shuffled(const NodeSet& nodes, std::int64_t seed);
/// The seed that a number means: truncated, as a Java long.
[[nodiscard]] std::int64_t seedOf(double number);
/// The seed of a text that is not a number: the first 8 bytes of its SHA-256, big-endian; 0 for no text.
[[nodiscard]] Result<std::int64_t> seedOf(std::string_view text, const Host& host);

} // namespace peil::xpath
