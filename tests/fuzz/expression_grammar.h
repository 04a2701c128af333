// SPDX-License-Identifier: Apache-2.0
#pragma once

// Expressions of ODK XForms over a handful of names; also what attributes of a form hold.

#include "grammar.h"

namespace peil_fuzz {

/// Symbols: "expr", "path", "name", "literal", "number".
[[nodiscard]] std::span<const Rule> expressionRules();

} // namespace peil_fuzz
