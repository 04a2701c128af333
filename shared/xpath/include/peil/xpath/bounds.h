// SPDX-License-Identifier: Apache-2.0
#pragma once

// Between which whole numbers a constraint holds its node, read off the expression alone: few of them can be shown as
// tiles instead of a number pad. Not for evaluating.

#include "peil/xpath/expression.h"

#include <cstdint>

namespace peil::xpath {

/// Each is absent when the expression does not say it.
struct WholeBounds {
    std::optional<std::int64_t> least, most;
    bool operator==(const WholeBounds&) const = default;
};

/// The bounds that comparisons of the value itself with numbers set, where all of them must hold: the parts of an
/// `and`, nested or not. Other parts may exclude more. @return the errors of Expression::compile().
[[nodiscard]] Result<WholeBounds> wholeBoundsOf(std::string_view expression, const Namespaces& namespaces = {});

} // namespace peil::xpath
