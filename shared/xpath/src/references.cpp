// SPDX-License-Identifier: Apache-2.0
#include "references.h"

#include "functions.h"
#include "parser.h"

#include <algorithm>

namespace peil::xpath {
namespace {

using Indexes = std::vector<std::size_t>;

Reference::Step::Axis publicAxis(Axis axis) {
    switch (axis) {
    case Axis::Child:
        return Reference::Step::Axis::Child;
    case Axis::Parent:
        return Reference::Step::Axis::Parent;
    case Axis::Self:
        return Reference::Step::Axis::Self;
    case Axis::Descendant:
    case Axis::DescendantOrSelf:
        return Reference::Step::Axis::Descendant;
    case Axis::Attribute:
        return Reference::Step::Axis::Attribute;
    default:
        return Reference::Step::Axis::Other;
    }
}

bool readsContext(std::string_view name) {
    return name == "string" || name == "number" || name == "string-length" || name == "normalize-space";
}

/// Functions that only look at which nodes there are.
bool readsShape(std::string_view name) {
    return name == "count" || name == "position";
}

/// Functions whose nodes are nodes of their arguments.
bool passesNodes(std::string_view name) {
    return name == "randomize" || name == "indexed-repeat" || name == "once" || name == "if" || name == "coalesce";
}

class Collector {
public:
    std::vector<Reference> run(const Expr& root) {
        scan(root, false);
        return std::move(m_all);
    }

private:
    struct InPredicate {
        std::size_t base = 0;
        std::size_t step = 0;
    };

    std::size_t add(Reference reference) {
        if (!m_predicates.empty()) {
            reference.inPredicate = true;
            reference.base = m_predicates.back().base;
            reference.baseStep = m_predicates.back().step;
        }
        m_all.push_back(std::move(reference));
        return m_all.size() - 1;
    }

    /// The references whose nodes `expr` gives; none when it gives a plain value.
    Indexes scan(const Expr& expr, bool shape) {
        switch (expr.kind) {
        case ExprKind::Path:
            return path(expr, shape);
        case ExprKind::Call:
            return call(expr, shape);
        case ExprKind::Union: {
            Indexes all;
            for (const auto& argument : expr.arguments)
                append(all, scan(*argument, shape));
            return all;
        }
        default:
            for (const auto& argument : expr.arguments)
                scan(*argument, false);
            return {};
        }
    }

    static void append(Indexes& all, const Indexes& more) { all.insert(all.end(), more.begin(), more.end()); }

    Indexes call(const Expr& expr, bool shape) {
        const auto& name = expr.text;
        if (name == "current" || (name == "instance" && expr.arguments.size() == 1)) {
            Reference reference;
            reference.shape = shape;
            reference.start = name == "current" ? Reference::Start::Current : Reference::Start::Instance;
            if (name == "instance" && expr.arguments[0]->kind == ExprKind::Literal)
                reference.instanceId = expr.arguments[0]->text;
            else if (name == "instance")
                scan(*expr.arguments[0], false);
            return {add(std::move(reference))};
        }
        if (name == "pulldata" && expr.arguments.size() == 4) addTable(expr);
        if (expr.arguments.empty() && readsContext(name)) return {add(Reference{})};
        if (expr.arguments.empty() && name == "position") {
            Reference here;
            here.shape = true;
            add(std::move(here));
            return {};
        }
        Indexes given;
        for (std::size_t i = 0; i < expr.arguments.size(); ++i) {
            const bool group = name == "indexed-repeat" && i % 2 == 1;
            auto some = scan(*expr.arguments[i], readsShape(name) || group || (shape && passesNodes(name)));
            const bool passed = passesNodes(name) && !(name == "if" && i == 0) && !(name == "randomize" && i > 0) &&
                                !(name == "indexed-repeat" && i > 0);
            if (passed) append(given, some);
        }
        return given;
    }

    void addTable(const Expr& expr) {
        Reference table;
        table.start = Reference::Start::Instance;
        if (expr.arguments[0]->kind == ExprKind::Literal) table.instanceId = expr.arguments[0]->text;
        for (const auto* name : {"root", "item", "*"})
            table.steps.push_back({Reference::Step::Axis::Child, name, false});
        table.steps[1].hasPredicate = true;
        add(std::move(table));
    }

    Indexes path(const Expr& expr, bool shape) {
        Indexes starts;
        if (expr.start == PathStart::Base) {
            starts = scan(*expr.base, shape);
            if (starts.empty()) {
                Reference other;
                other.start = Reference::Start::Other;
                other.shape = shape;
                starts.push_back(add(std::move(other)));
            }
        } else {
            Reference reference;
            reference.start = expr.start == PathStart::Root ? Reference::Start::Root : Reference::Start::Context;
            reference.shape = shape;
            starts.push_back(add(std::move(reference)));
        }
        const auto first = starts.front();
        for (const auto start : starts)
            extend(start, expr);
        const auto before = m_all[first].steps.size() - expr.steps.size();
        inside(expr.basePredicates, first, before == 0 ? 0 : before - 1);
        for (std::size_t i = 0; i < expr.steps.size(); ++i)
            inside(expr.steps[i].predicates, first, before + i);
        return starts;
    }

    void extend(std::size_t index, const Expr& expr) {
        auto& steps = m_all[index].steps;
        if (!expr.basePredicates.empty() && !steps.empty()) steps.back().hasPredicate = true;
        for (const auto& step : expr.steps) {
            const bool named = step.test.kind == NodeTest::Kind::Name;
            const auto text = step.test.kind == NodeTest::Kind::Text ? std::string("text()") : std::string("*");
            steps.push_back({publicAxis(step.axis), named ? step.test.local.text() : text, !step.predicates.empty()});
        }
    }

    void inside(const std::vector<Predicate>& predicates, std::size_t base, std::size_t step) {
        if (predicates.empty()) return;
        m_predicates.push_back({base, step});
        for (const auto& predicate : predicates)
            scan(*predicate.expr, false);
        m_predicates.pop_back();
    }

    std::vector<Reference> m_all;
    std::vector<InPredicate> m_predicates;
};

// --- what a predicate can be answered by ---------------------------------------------------------------------------

/// True when the value depends on the node that the predicate is at, or changes from call to call.
bool dependsOnItem(const Expr& expr) {
    if (expr.kind == ExprKind::Path && expr.start == PathStart::Context) return true;
    if (expr.kind == ExprKind::Call) {
        if (expr.function == nullptr) return true;
        static constexpr std::string_view kFixed[] = {"current", "instance", "true", "false", "pi", "today", "now"};
        const bool fixed = std::find(std::begin(kFixed), std::end(kFixed), expr.text) != std::end(kFixed);
        if (expr.arguments.empty() && !fixed) return true; // position(), last(), random(), string() ...
        if (expr.text == "id" || expr.text == "lang" || expr.text == "once" || expr.text == "uuid" ||
            expr.text == "randomize" || expr.text == "jr:choice-name" || expr.text == "indexed-repeat")
            return true;
    }
    bool depends = false;
    for (const auto& argument : expr.arguments)
        depends = depends || dependsOnItem(*argument);
    if (expr.base) depends = depends || dependsOnItem(*expr.base);
    return depends; // predicates inside a path have other context nodes
}

bool isColumn(const Expr& expr) {
    return expr.kind == ExprKind::Path && expr.start == PathStart::Context && expr.steps.size() == 1 &&
           expr.steps[0].axis == Axis::Child && expr.steps[0].test.kind == NodeTest::Kind::Name &&
           !expr.steps[0].test.hasPrefix && expr.steps[0].predicates.empty();
}

bool giveKey(const Expr& expr, Predicate& predicate) {
    if (expr.kind != ExprKind::Compare || expr.operators.front() != TokenKind::Equal) return false;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& column = *expr.arguments[i];
        const auto& value = *expr.arguments[1 - i];
        if (!isColumn(column) || dependsOnItem(value)) continue;
        predicate.keys.push_back({column.steps[0].test.local, &value});
        return true;
    }
    return false;
}

/// position() or last() anywhere at the level of this predicate.
bool callsPosition(const Expr& expr) {
    if (expr.kind == ExprKind::Call && (expr.text == "position" || expr.text == "last") && expr.arguments.empty())
        return true;
    return std::any_of(expr.arguments.begin(), expr.arguments.end(),
                       [](const ExprPtr& argument) { return callsPosition(*argument); }) ||
           (expr.base && callsPosition(*expr.base));
}

bool isTruth(const Expr& expr) {
    return expr.kind == ExprKind::Or || expr.kind == ExprKind::And || expr.kind == ExprKind::Compare;
}

void classify(Predicate& predicate) {
    const auto& expr = *predicate.expr;
    if (expr.kind == ExprKind::Number) predicate.number = expr.number == 0 ? -1 : expr.number;
    predicate.usesPosition = !isTruth(expr) && expr.kind != ExprKind::Path && expr.kind != ExprKind::Union;
    if (callsPosition(expr)) return;
    predicate.keyIsWhole = giveKey(expr, predicate);
    if (expr.kind != ExprKind::And) return;
    for (const auto& argument : expr.arguments)
        giveKey(*argument, predicate);
}

} // namespace

std::vector<Reference> collectReferences(const Expr& root) {
    return Collector().run(root);
}

void classifyPredicates(Expr& expr) {
    for (auto& argument : expr.arguments)
        classifyPredicates(*argument);
    if (expr.base) classifyPredicates(*expr.base);
    for (auto& predicate : expr.basePredicates) {
        classifyPredicates(*predicate.expr);
        classify(predicate);
    }
    for (auto& step : expr.steps)
        for (auto& predicate : step.predicates) {
            classifyPredicates(*predicate.expr);
            classify(predicate);
        }
}

} // namespace peil::xpath
