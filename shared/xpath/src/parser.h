// SPDX-License-Identifier: Apache-2.0
#pragma once

// Text to tree, with every function looked up, every argument counted and every predicate classified.

#include "ast.h"
#include "peil/xpath/expression.h"

#include <set>

namespace peil::xpath {

struct ParsedExpression {
    ExprPtr root;
    std::set<std::string> functions;
};

/// @return XpathErrc::Syntax, UnknownFunction, WrongArity, TooDeep or TooLong.
[[nodiscard]] Result<ParsedExpression> parseExpression(std::string_view text, const Namespaces& namespaces,
                                                       UnknownFunctions unknown, const ColumnOf& columnOf = {});

/// Replaces arithmetic on numbers alone by its result.
void foldConstants(Expr& expr);

/// Fills what a predicate can be answered by, for all predicates below `expr`.
void classifyPredicates(Expr& expr);

} // namespace peil::xpath
