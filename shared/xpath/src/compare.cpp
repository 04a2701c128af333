// SPDX-License-Identifier: Apache-2.0
#include "convert.h"
#include "dates.h"
#include "evaluator.h"

#include <cmath>

namespace peil::xpath {
namespace {

bool isEquality(TokenKind op) {
    return op == TokenKind::Equal || op == TokenKind::NotEqual;
}

TokenKind mirrored(TokenKind op) {
    switch (op) {
    case TokenKind::Less:
        return TokenKind::Greater;
    case TokenKind::LessEqual:
        return TokenKind::GreaterEqual;
    case TokenKind::Greater:
        return TokenKind::Less;
    case TokenKind::GreaterEqual:
        return TokenKind::LessEqual;
    default:
        return op;
    }
}

template <class T>
bool ordered(T a, TokenKind op, T b) {
    switch (op) {
    case TokenKind::Less:
        return a < b;
    case TokenKind::LessEqual:
        return a <= b;
    case TokenKind::Greater:
        return a > b;
    case TokenKind::GreaterEqual:
        return a >= b;
    case TokenKind::Equal:
        return a == b;
    default:
        return a != b;
    }
}

bool compareNumbers(double a, TokenKind op, double b) {
    if (!isEquality(op)) return ordered(a, op, b);
    const bool equal = a == b || std::fabs(a - b) < kTolerance;
    return equal == (op == TokenKind::Equal);
}

/// One side of a comparison of single values.
struct Side {
    enum class Kind : std::uint8_t { Boolean, Number, Text, Date };
    Kind kind = Kind::Text;
    bool truth = false;
    double number = 0;
    std::string_view text;
    DateValue date;
    bool typedDate = false; ///< a node with a date type: text that means a date
};

bool asDate(const Side& side, const Host& host, DateValue& out) {
    if (side.kind == Side::Kind::Date) {
        out = side.date;
        return true;
    }
    return side.kind == Side::Kind::Text && side.text.size() >= 10 &&
           parseDate(side.text, host, out) == DateText::Valid;
}

double asNumber(const Side& side, const Host& host) {
    switch (side.kind) {
    case Side::Kind::Boolean:
        return side.truth ? 1 : 0;
    case Side::Kind::Number:
        return side.number;
    case Side::Kind::Date:
        return dateNumber(side.date);
    default:
        break;
    }
    DateValue date;
    if (side.typedDate && asDate(side, host, date)) return dateNumber(date);
    return textNumber(side.text, host);
}

bool asBoolean(const Side& side) {
    switch (side.kind) {
    case Side::Kind::Boolean:
        return side.truth;
    case Side::Kind::Number:
        return std::fabs(side.number) >= kTolerance;
    case Side::Kind::Date:
        return true;
    default:
        return !side.text.empty();
    }
}

bool compareSides(const Side& a, TokenKind op, const Side& b, const Host& host) {
    using Kind = Side::Kind;
    if (isEquality(op) && (a.kind == Kind::Boolean || b.kind == Kind::Boolean))
        return ordered(asBoolean(a), op, asBoolean(b));
    const bool noNumber =
        a.kind != Kind::Number && b.kind != Kind::Number && a.kind != Kind::Boolean && b.kind != Kind::Boolean;
    const bool dates = a.kind == Kind::Date || b.kind == Kind::Date || a.typedDate || b.typedDate || !isEquality(op);
    DateValue left;
    DateValue right;
    if (noNumber && dates && asDate(a, host, left) && asDate(b, host, right))
        return ordered(compareDates(left, right), op, 0);
    if (noNumber && isEquality(op)) {
        if (a.kind == Kind::Date) return ordered(std::string_view(dateText(a.date)), op, b.text);
        if (b.kind == Kind::Date) return ordered(a.text, op, std::string_view(dateText(b.date)));
        return ordered(a.text, op, b.text);
    }
    return compareNumbers(asNumber(a, host), op, asNumber(b, host));
}

Side sideOf(const Value& value) {
    Side side;
    if (const auto* truth = std::get_if<bool>(&value)) {
        side.kind = Side::Kind::Boolean;
        side.truth = *truth;
    } else if (const auto* number = std::get_if<double>(&value)) {
        side.kind = Side::Kind::Number;
        side.number = *number;
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        side.text = *text;
    } else if (const auto* date = std::get_if<DateValue>(&value)) {
        side.kind = Side::Kind::Date;
        side.date = *date;
    }
    return side;
}

Side textSide(const Text& text, const NodeRef& node) {
    Side side;
    side.text = text.view();
    if (node) {
        const auto type = node.document->type(node.node);
        side.typedDate = type == NodeType::Date || type == NodeType::DateTime;
    }
    return side;
}

/// True when `compareSides` holds for one of the nodes; a path without nodes counts as one empty text.
bool anyNode(const Evaluator& evaluator, const NodeSet& nodes, TokenKind op, const Side& other) {
    if (nodes.empty()) return compareSides(Side{}, op, other, evaluator.host());
    for (const auto& node : nodes) {
        const auto text = evaluator.textOf(node);
        if (compareSides(textSide(text, node), op, other, evaluator.host())) return true;
    }
    return false;
}

} // namespace

bool Evaluator::compareValues(const Value& left, TokenKind op, const Value& right) {
    const auto* leftNodes = std::get_if<NodeSet>(&left);
    const auto* rightNodes = std::get_if<NodeSet>(&right);
    if (leftNodes == nullptr && rightNodes == nullptr) return compareSides(sideOf(left), op, sideOf(right), *m_host);
    if (leftNodes != nullptr && rightNodes != nullptr) {
        if (rightNodes->empty()) return anyNode(*this, *leftNodes, op, Side{});
        for (const auto& node : *rightNodes) {
            if (!spend(leftNodes->size() + 1)) return false;
            const auto text = textOf(node);
            if (anyNode(*this, *leftNodes, op, textSide(text, node))) return true;
        }
        return false;
    }
    const auto& nodes = leftNodes != nullptr ? *leftNodes : *rightNodes;
    const auto& other = leftNodes != nullptr ? right : left;
    const auto direction = leftNodes != nullptr ? op : mirrored(op);
    auto side = sideOf(other);
    if (side.kind == Side::Kind::Boolean && isEquality(op)) {
        Side truth;
        truth.kind = Side::Kind::Boolean;
        truth.truth = booleanOf(nodes);
        return compareSides(truth, direction, side, *m_host);
    }
    return anyNode(*this, nodes, direction, side);
}

namespace {

/// A literal, or nothing when `expr` is none.
bool literalSide(const Expr& expr, Side& out) {
    if (expr.kind == ExprKind::Number) {
        out.kind = Side::Kind::Number;
        out.number = expr.number;
    } else {
        out.text = expr.text;
    }
    return expr.kind == ExprKind::Number || expr.kind == ExprKind::Literal;
}

} // namespace

bool Evaluator::compareFast(const Expr& expr, const Place& place, bool& answer) {
    Text texts[2];
    Side sides[2];
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& argument = *expr.arguments[i];
        if (literalSide(argument, sides[i])) continue;
        NodeRef node;
        if (!direct(argument, place, node)) return false;
        if (node) texts[i] = textOf(node);
        sides[i] = textSide(texts[i], node);
    }
    answer = compareSides(sides[0], expr.operators.front(), sides[1], *m_host);
    return true;
}

bool Evaluator::compare(const Expr& expr, const Place& place) {
    bool answer = false;
    if (compareFast(expr, place, answer)) return answer && !m_failed;
    const auto left = value(*expr.arguments[0], place);
    if (m_failed) return false;
    const auto right = value(*expr.arguments[1], place);
    if (m_failed) return false;
    return compareValues(left, expr.operators.front(), right);
}

} // namespace peil::xpath
