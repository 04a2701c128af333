// SPDX-License-Identifier: Apache-2.0
#pragma once

// Static analysis of the paths that a compiled expression reads.

#include "ast.h"
#include "peil/xpath/expression.h"

namespace peil::xpath {

[[nodiscard]] std::vector<Reference> collectReferences(const Expr& root);

/// Calls `visit` for each direct part: arguments, base and predicates.
template <class Visit>
void forEachPart(const Expr& expr, Visit visit) {
    for (const auto& argument : expr.arguments)
        visit(*argument);
    if (expr.base) visit(*expr.base);
    for (const auto& predicate : expr.basePredicates)
        visit(*predicate.expr);
    for (const auto& step : expr.steps)
        for (const auto& predicate : step.predicates)
            visit(*predicate.expr);
}

} // namespace peil::xpath
