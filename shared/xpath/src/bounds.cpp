// SPDX-License-Identifier: Apache-2.0
#include "peil/xpath/bounds.h"

#include "parser.h"

#include <algorithm>
#include <cmath>

namespace peil::xpath {
namespace {

constexpr double kLargest = 9.0e15; ///< up to here a double holds every whole number

bool isSelf(const Expr& expr) {
    return expr.kind == ExprKind::Path && expr.start == PathStart::Context &&
           std::all_of(expr.steps.begin(), expr.steps.end(), [](const Step& step) {
               return step.axis == Axis::Self && step.test.kind == NodeTest::Kind::AnyNode && step.predicates.empty();
           });
}

std::optional<double> numberOf(const Expr& expr) {
    if (expr.kind == ExprKind::Number) return expr.number;
    if (expr.kind != ExprKind::Negate || expr.arguments.size() != 1) return std::nullopt;
    const auto positive = numberOf(*expr.arguments.front());
    return positive ? std::optional(-*positive) : std::nullopt;
}

/// The same comparison with its sides changed over.
TokenKind turned(TokenKind comparison) {
    switch (comparison) {
    case TokenKind::Less:
        return TokenKind::Greater;
    case TokenKind::LessEqual:
        return TokenKind::GreaterEqual;
    case TokenKind::Greater:
        return TokenKind::Less;
    case TokenKind::GreaterEqual:
        return TokenKind::LessEqual;
    default:
        return comparison;
    }
}

void narrow(WholeBounds& bounds, TokenKind comparison, double number) {
    if (!(std::abs(number) <= kLargest)) return;
    const auto atLeast = [&](double least) {
        const auto whole = static_cast<std::int64_t>(least);
        bounds.least = std::max(bounds.least.value_or(whole), whole);
    };
    const auto atMost = [&](double most) {
        const auto whole = static_cast<std::int64_t>(most);
        bounds.most = std::min(bounds.most.value_or(whole), whole);
    };
    if (comparison == TokenKind::GreaterEqual) atLeast(std::ceil(number));
    if (comparison == TokenKind::Greater) atLeast(std::floor(number) + 1);
    if (comparison == TokenKind::LessEqual) atMost(std::floor(number));
    if (comparison == TokenKind::Less) atMost(std::ceil(number) - 1);
}

void read(const Expr& expr, WholeBounds& bounds) {
    if (expr.kind == ExprKind::And) {
        for (const auto& part : expr.arguments)
            read(*part, bounds);
        return;
    }
    if (expr.kind != ExprKind::Compare || expr.operators.empty() || expr.arguments.size() != 2) return;
    const auto &left = *expr.arguments[0], &right = *expr.arguments[1];
    if (const auto number = numberOf(right); number && isSelf(left)) narrow(bounds, expr.operators.front(), *number);
    if (const auto number = numberOf(left); number && isSelf(right))
        narrow(bounds, turned(expr.operators.front()), *number);
}

} // namespace

Result<WholeBounds> wholeBoundsOf(std::string_view expression, const Namespaces& namespaces) {
    PEIL_TRY(const auto parsed, parseExpression(expression, namespaces, UnknownFunctions::FailWhenCalled));
    WholeBounds bounds;
    read(*parsed.root, bounds);
    return bounds;
}

} // namespace peil::xpath
