// SPDX-License-Identifier: Apache-2.0
#pragma once

// Changes XML by its structure: elements are added, copied, moved and taken out, attributes and texts get new values.
// Reads tags only as far as needed; the XML may be broken already.

#include "text_mutator.h"

#include <vector>

namespace peil_fuzz {

/// `rules` write the symbols "element", "attribute" (with its value), "value" (of an attribute) and "text".
/// Borrowed for as long as the mutations live.
[[nodiscard]] std::vector<Mutation> xmlMutations(std::span<const Rule> rules);

} // namespace peil_fuzz
