// SPDX-License-Identifier: Apache-2.0
#pragma once

// What an expression can give, read off the expression alone: an export wants to know whether a calculated field is a
// number before there is any data, and the same for every dataset of a form. Not for evaluating.

#include "peil/xpath/expression.h"

namespace peil::xpath {

/// A possible result of an expression.
struct Outcome {
    enum class Kind : std::uint8_t {
        Number,  ///< of arithmetic or a function; which one is not known
        Boolean, ///< "true" or "false"
        Day,     ///< of today() or date()
        Literal, ///< this very text; numbers as XPath prints them
        Node,    ///< the value of the node at the path `text`, which has no positions: "/data/age"
        Other,   ///< any text
    };
    Kind kind = Kind::Other;
    std::string text;
    auto operator<=>(const Outcome&) const = default;
};

/// All of them, sorted, each once. if(), coalesce(), once(), string() and indexed-repeat() pass on what their arguments
/// give.
/// @param contextPath  path without positions of the node that the expression is at, for relative paths.
/// @return the errors of Expression::compile().
[[nodiscard]] Result<std::vector<Outcome>> outcomesOf(std::string_view expression, std::string_view contextPath,
                                                      const Namespaces& namespaces = {});

} // namespace peil::xpath
