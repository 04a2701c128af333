// SPDX-License-Identifier: Apache-2.0
#include "peil/xpath/outcomes.h"

#include "parser.h"
#include "peil/base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace peil::xpath {
namespace {

using Kind = Outcome::Kind;

bool isOneOf(std::string_view name, std::span<const std::string_view> names) {
    return std::ranges::find(names, name) != names.end();
}

bool givesNumber(std::string_view function) {
    static constexpr auto kNames = std::to_array<std::string_view>({"number",
                                                                    "int",
                                                                    "floor",
                                                                    "ceiling",
                                                                    "abs",
                                                                    "round",
                                                                    "sum",
                                                                    "max",
                                                                    "min",
                                                                    "pow",
                                                                    "log",
                                                                    "log10",
                                                                    "exp",
                                                                    "exp10",
                                                                    "sqrt",
                                                                    "sin",
                                                                    "cos",
                                                                    "tan",
                                                                    "asin",
                                                                    "acos",
                                                                    "atan",
                                                                    "atan2",
                                                                    "pi",
                                                                    "random",
                                                                    "count",
                                                                    "count-selected",
                                                                    "count-non-empty",
                                                                    "last",
                                                                    "position",
                                                                    "string-length",
                                                                    "decimal-date-time",
                                                                    "decimal-time",
                                                                    "area",
                                                                    "enclosed-area",
                                                                    "distance"});
    return isOneOf(function, kNames);
}

bool givesBoolean(std::string_view function) {
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"true", "false", "not", "boolean", "boolean-from-string", "checklist", "weighted-checklist", "selected",
         "is-selected", "contains", "starts-with", "ends-with", "regex", "geofence", "intersects", "lang"});
    return isOneOf(function, kNames);
}

class Reader {
public:
    explicit Reader(std::string_view contextPath)
        : m_context(contextPath) {}

    std::vector<Outcome> read(const Expr& expr) {
        visit(expr);
        return {m_found.begin(), m_found.end()};
    }

private:
    void add(Kind kind, std::string text = {}) { m_found.insert({kind, std::move(text)}); }

    void visit(const Expr& expr) {
        switch (expr.kind) {
        case ExprKind::Number:
            add(Kind::Literal, formatNumber(expr.number));
            break;
        case ExprKind::Literal:
            add(Kind::Literal, expr.text);
            break;
        case ExprKind::Or:
        case ExprKind::And:
        case ExprKind::Compare:
            add(Kind::Boolean);
            break;
        case ExprKind::Arithmetic:
        case ExprKind::Negate:
            add(Kind::Number);
            break;
        case ExprKind::Union:
            visitFrom(expr, 0);
            break;
        case ExprKind::Path:
            path(expr);
            break;
        case ExprKind::Call:
            call(expr);
            break;
        }
    }

    void visitFrom(const Expr& expr, std::size_t first) {
        for (std::size_t i = first; i < expr.arguments.size(); ++i)
            visit(*expr.arguments[i]);
    }

    void call(const Expr& expr) {
        const std::string_view name = expr.text;
        if (name == "if")
            visitFrom(expr, 1);
        else if (name == "coalesce" || name == "once" || (name == "string" && !expr.arguments.empty()))
            visitFrom(expr, 0);
        else if (name == "indexed-repeat")
            visit(*expr.arguments.front());
        else if (name == "today" || name == "date")
            add(Kind::Day);
        else if (givesNumber(name))
            add(Kind::Number);
        else if (givesBoolean(name))
            add(Kind::Boolean);
        else
            add(Kind::Other);
    }

    void path(const Expr& expr) {
        const bool current = expr.base && expr.base->kind == ExprKind::Call && expr.base->text == "current";
        if (expr.start == PathStart::Base && !current) return add(Kind::Other);
        std::string at = expr.start == PathStart::Root ? std::string() : m_context;
        for (const auto& step : expr.steps) {
            const bool named = step.test.kind == NodeTest::Kind::Name;
            if (step.axis == Axis::Child && named)
                at += "/" + std::string(step.test.local.text());
            else if (step.axis == Axis::Parent && !at.empty())
                at.resize(at.rfind('/'));
            else if (step.axis != Axis::Self)
                return add(Kind::Other);
        }
        if (at.empty()) return add(Kind::Other);
        add(Kind::Node, std::move(at));
    }

    std::string m_context;
    std::set<Outcome> m_found;
};

} // namespace

Result<std::vector<Outcome>> outcomesOf(std::string_view expression, std::string_view contextPath,
                                        const Namespaces& namespaces) {
    PEIL_TRY(const auto parsed, parseExpression(expression, namespaces, UnknownFunctions::FailWhenCalled));
    return Reader(contextPath).read(*parsed.root);
}

} // namespace peil::xpath
