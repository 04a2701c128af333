// SPDX-License-Identifier: Apache-2.0
#include "evaluator.h"

#include "convert.h"
#include "functions.h"

#include <algorithm>
#include <cmath>

namespace peil::xpath {

Evaluator::Evaluator(const Context& context)
    : m_context(context)
    , m_host(&hostOf(context)) {}

void Evaluator::fail(XpathErrc code, std::string context) {
    if (m_failed) return;
    m_failed = true;
    m_error = {make_error_code(code), std::move(context)};
}

bool Evaluator::spend(std::size_t work) {
    m_work += work;
    if (m_work <= kMaxWork) return !m_failed;
    fail(XpathErrc::TooMuchWork, "The expression visits more than " + std::to_string(kMaxWork) +
                                     " nodes; make its paths and filters narrower.");
    return false;
}

bool Evaluator::within(std::size_t bytes) {
    if (bytes <= kMaxValueBytes) return true;
    fail(XpathErrc::TooLong, "The expression produces a text of more than 16 MiB; shorten it.");
    return false;
}

Value Evaluator::call(const Expr& expr, const Place& place) {
    if (expr.function == nullptr) {
        fail(XpathErrc::UnknownFunction, "The function " + expr.text + "() at character " +
                                             std::to_string(expr.column) + " does not exist; check its name.");
        return std::string{};
    }
    if (!expr.function->accepts(expr.arguments.size())) {
        fail(XpathErrc::WrongArity, arityError(expr).context);
        return std::string{};
    }
    if (!spend(1)) return std::string{};
    return expr.function->run(Call(*this, expr, place));
}

Value Evaluator::value(const Expr& expr, const Place& place) {
    switch (expr.kind) {
    case ExprKind::Number:
        return expr.number;
    case ExprKind::Literal:
        return expr.text;
    case ExprKind::Or:
    case ExprKind::And:
    case ExprKind::Compare:
        return boolean(expr, place);
    case ExprKind::Arithmetic:
    case ExprKind::Negate:
        return number(expr, place);
    case ExprKind::Union:
    case ExprKind::Path:
        return nodes(expr, place);
    case ExprKind::Call:
        return call(expr, place);
    }
    return std::string{};
}

double Evaluator::number(const Expr& expr, const Place& place) {
    switch (expr.kind) {
    case ExprKind::Number:
        return expr.number;
    case ExprKind::Arithmetic:
        return arithmetic(expr, place);
    case ExprKind::Negate:
        return expr.number * number(*expr.arguments[0], place);
    case ExprKind::Path:
    case ExprKind::Union: {
        const auto node = first(expr, place);
        return node ? numberOf(node) : std::nan("");
    }
    default:
        return numberOf(value(expr, place));
    }
}

double Evaluator::arithmetic(const Expr& expr, const Place& place) {
    auto result = number(*expr.arguments[0], place);
    for (std::size_t i = 1; i < expr.arguments.size() && !m_failed; ++i) {
        const auto operand = number(*expr.arguments[i], place);
        switch (expr.operators[i - 1]) {
        case TokenKind::Plus:
            result += operand;
            break;
        case TokenKind::Minus:
            result -= operand;
            break;
        case TokenKind::Times:
            result *= operand;
            break;
        case TokenKind::Div:
            result /= operand;
            break;
        default:
            result = std::fmod(result, operand);
            break;
        }
    }
    return result;
}

bool Evaluator::boolean(const Expr& expr, const Place& place) {
    switch (expr.kind) {
    case ExprKind::Or:
        for (const auto& argument : expr.arguments)
            if (boolean(*argument, place) || m_failed) return !m_failed;
        return false;
    case ExprKind::And:
        for (const auto& argument : expr.arguments)
            if (!boolean(*argument, place) || m_failed) return false;
        return true;
    case ExprKind::Compare:
        return compare(expr, place);
    case ExprKind::Path:
    case ExprKind::Union:
        return booleanOf(nodes(expr, place));
    default:
        return booleanOf(value(expr, place));
    }
}

Text Evaluator::text(const Expr& expr, const Place& place) {
    switch (expr.kind) {
    case ExprKind::Literal:
        return Text::borrowed(expr.text);
    case ExprKind::Path:
    case ExprKind::Union: {
        const auto node = first(expr, place);
        return node ? textOf(node) : Text{};
    }
    default: {
        auto result = value(expr, place);
        if (auto* own = std::get_if<std::string>(&result)) return Text::owned(std::move(*own));
        return textOf(result);
    }
    }
}

bool Evaluator::direct(const Expr& expr, const Place& place, NodeRef& out) const {
    if (expr.kind != ExprKind::Path || !expr.basePredicates.empty()) return false;
    if (expr.tag < m_context.nodeOfTag.size() && m_context.nodeOfTag[expr.tag] != kNoNode) {
        const NodeRef known{m_context.absoluteRoot.document, m_context.nodeOfTag[expr.tag]};
        out = known.document->impl().isRelevant(known.node) ? known : NodeRef{};
        return true;
    }
    auto at = place.node;
    if (expr.start == PathStart::Root) {
        at = m_context.absoluteRoot ? m_context.absoluteRoot : NodeRef{m_context.node.document, kRoot};
    } else if (expr.start == PathStart::Base) {
        if (expr.base->kind != ExprKind::Call || expr.base->text != "current") return false;
        at = m_context.current ? m_context.current : m_context.node;
    }
    if (!at) return false;
    const auto& impl = at.document->impl();
    for (const auto& step : expr.steps) {
        if (!step.predicates.empty() || step.test.hasPrefix) return false;
        if (step.test.kind == NodeTest::Kind::AnyNode && step.axis == Axis::Parent) {
            at.node = impl.nodes[at.node].parent;
        } else if (step.test.kind == NodeTest::Kind::Name && step.axis == Axis::Child) {
            const auto local = step.test.local.in(*impl.names);
            at.node = local == kNoName ? kNoNode : impl.firstOfName(at.node, local);
            if (at.node != kNoNode && (impl.nodes[at.node].nextSame != kNoNode || impl.spaceOf(at.node).xhtml))
                return false;
        } else if (step.test.kind != NodeTest::Kind::AnyNode || step.axis != Axis::Self) {
            return false;
        }
        if (at.node == kNoNode) break;
    }
    out = at.node == kNoNode || !impl.isRelevant(at.node) ? NodeRef{} : at;
    return true;
}

NodeRef Evaluator::first(const Expr& expr, const Place& place) {
    NodeRef only;
    if (direct(expr, place, only)) return only;
    const auto set = nodes(expr, place);
    return set.empty() ? NodeRef{} : set.front();
}

NodeSet Evaluator::unionOf(const Expr& expr, const Place& place) {
    NodeSet all;
    for (const auto& argument : expr.arguments) {
        auto some = nodes(*argument, place);
        all.insert(all.end(), some.begin(), some.end());
    }
    sortUnique(all);
    return all;
}

NodeSet Evaluator::nodes(const Expr& expr, const Place& place, Filter filter) {
    if (m_failed) return {};
    if (expr.kind == ExprKind::Union) return unionOf(expr, place);
    if (expr.kind != ExprKind::Path) {
        auto result = value(expr, place);
        if (auto* set = std::get_if<NodeSet>(&result)) return std::move(*set);
        if (!m_failed && expr.text == "jr:itext" && m_host->itextNodes)
            return m_host->itextNodes(text(*expr.arguments[0], place).view());
        fail(XpathErrc::NotANodeSet,
             "At character " + std::to_string(expr.column) + ": expected a path, found a value; enter a path.");
        return {};
    }
    if (NodeRef only; filter == Filter::Relevant && direct(expr, place, only)) return only ? NodeSet{only} : NodeSet{};
    NodeSet starts;
    if (expr.start == PathStart::Base) {
        starts = nodes(*expr.base, place, Filter::All);
        filterSet(expr.basePredicates, starts);
        if (expr.steps.empty()) return starts;
    } else if (expr.start == PathStart::Context) {
        if (place.node) starts.push_back(place.node);
    } else if (m_context.absoluteRoot) {
        starts.push_back(m_context.absoluteRoot);
    } else if (m_context.node) {
        starts.push_back({m_context.node.document, kRoot});
    }
    NodeSet result;
    for (std::size_t i = 0; i < starts.size();) {
        const auto* document = starts[i].document;
        NodeList list;
        for (; i < starts.size() && starts[i].document == document; ++i)
            list.push_back(starts[i].node);
        walk(expr, document, list, place);
        const auto& impl = document->impl();
        result.reserve(result.size() + list.size());
        for (const auto node : list)
            if (filter == Filter::All || impl.isRelevant(node)) result.push_back({document, node});
    }
    return result;
}

void Evaluator::walk(const Expr& expr, const Document* document, NodeList& nodes, const Place& place) {
    bool disjoint = nodes.size() < 2;
    if (!disjoint && expr.start == PathStart::Base) sortUnique(*document, nodes);
    for (const auto& step : expr.steps) {
        if (nodes.empty() || m_failed) return;
        stepAll(document, step, nodes, disjoint, place);
    }
}

void Evaluator::stepAll(const Document* document, const Step& step, NodeList& nodes, bool& disjoint,
                        const Place& place) {
    const auto& impl = document->impl();
    NodeList result;
    const bool plainChild =
        step.axis == Axis::Child && step.test.kind == NodeTest::Kind::Name && step.predicates.empty();
    if (plainChild) {
        namedChildren(impl, {nodes.data(), nodes.size()}, step.test, result);
        if (!spend(nodes.size() + result.size())) return;
    } else {
        for (const auto from : nodes) {
            const auto before = result.size();
            if (!indexed(document, from, step, result, place)) {
                expand(impl, from, step, result);
                if (!spend(1 + result.size() - before)) return; // after the nodes that the step looked at
                applyPredicates(document, step.predicates, before, result, place);
            }
            if (m_failed) return;
        }
    }
    const bool several = nodes.size() > 1;
    const bool reverse = step.axis == Axis::Ancestor || step.axis == Axis::AncestorOrSelf ||
                         step.axis == Axis::Preceding || step.axis == Axis::PrecedingSibling;
    const bool keepsOrder =
        step.axis == Axis::Self || ((step.axis == Axis::Child || step.axis == Axis::Attribute) && disjoint);
    if (reverse && !several)
        std::reverse(result.begin(), result.end());
    else if (several && !keepsOrder)
        sortUnique(*document, result);
    const bool keepsDisjoint = step.axis == Axis::Self || step.axis == Axis::Child || step.axis == Axis::Attribute ||
                               step.axis == Axis::FollowingSibling || step.axis == Axis::PrecedingSibling;
    disjoint = result.size() < 2 || (keepsDisjoint && (disjoint || !several));
    nodes = std::move(result);
}

namespace {

/// A value that cannot fail and costs nearly nothing.
bool isPlain(const Expr& expr) {
    if (expr.kind == ExprKind::Literal) return true;
    return expr.kind == ExprKind::Path && expr.start != PathStart::Base &&
           std::all_of(expr.steps.begin(), expr.steps.end(), [](const Step& step) { return step.predicates.empty(); });
}

} // namespace

bool Evaluator::keyed(const Document* document, const ValueIndex& index, const Key& key, NodeList& out,
                      const Place& place) {
    auto wanted = value(*key.value, place);
    std::vector<std::string> texts;
    if (auto* text = std::get_if<std::string>(&wanted)) {
        texts.push_back(std::move(*text));
    } else if (const auto* set = std::get_if<NodeSet>(&wanted); set != nullptr) {
        if (set->empty()) texts.emplace_back();
        for (const auto& node : *set) {
            const auto type = node.document->type(node.node);
            if (type == NodeType::Date || type == NodeType::DateTime) return false;
            texts.push_back(textOf(node).take());
        }
    } else {
        return false;
    }
    for (const auto& text : texts)
        if (const auto found = index.rows.find(text); found != index.rows.end())
            out.insert(out.end(), found->second.begin(), found->second.end());
    if (texts.size() > 1) sortUnique(*document, out);
    return true;
}

bool Evaluator::indexed(const Document* document, NodeIndex parent, const Step& step, NodeList& out,
                        const Place& place) {
    constexpr std::size_t kMany = 64;
    if (step.predicates.empty() || step.predicates.front().keys.empty() || step.axis != Axis::Child ||
        step.test.kind != NodeTest::Kind::Name || step.test.hasPrefix)
        return false;
    const auto& impl = document->impl();
    const auto& predicate = step.predicates.front();
    const auto row = step.test.local.in(*impl.names);
    if (row == kNoName) return false;
    NodeList rows;
    for (const auto& key : predicate.keys) {
        const bool first = &key == &predicate.keys.front();
        if (!first && (rows.size() <= kMany || !isPlain(*key.value))) continue;
        const auto column = key.column.in(*impl.names);
        const auto* index = column == kNoName ? nullptr : impl.valueIndex(parent, row, column, first);
        NodeList some;
        if (index == nullptr || !keyed(document, *index, key, some, place)) {
            if (first) return false;
        } else if (first || some.size() < rows.size()) {
            rows = std::move(some);
        }
    }
    if (!spend(1 + rows.size())) return true;
    for (std::size_t i = predicate.keyIsWhole ? 1 : 0; i < step.predicates.size() && !m_failed; ++i)
        applyPredicate(document, step.predicates[i], rows);
    out.insert(out.end(), rows.begin(), rows.end());
    return true;
}

void Evaluator::applyPredicates(const Document* document, const std::vector<Predicate>& predicates, std::size_t from,
                                NodeList& nodes, const Place&) {
    if (predicates.empty()) return;
    NodeList some(nodes.begin() + static_cast<std::ptrdiff_t>(from), nodes.end());
    for (const auto& predicate : predicates) {
        if (some.empty() || m_failed) break;
        applyPredicate(document, predicate, some);
    }
    nodes.resize(from);
    nodes.insert(nodes.end(), some.begin(), some.end());
}

void Evaluator::applyPredicate(const Document* document, const Predicate& predicate, NodeList& nodes) {
    if (predicate.number != 0) {
        const bool within = predicate.number >= 1 && predicate.number <= static_cast<double>(nodes.size());
        if (!within || predicate.number != std::floor(predicate.number)) {
            nodes.clear();
        } else {
            const auto chosen = nodes[static_cast<std::size_t>(predicate.number) - 1];
            nodes.assign(1, chosen);
        }
        return;
    }
    ++m_inPredicate;
    std::size_t kept = 0;
    const auto size = nodes.size();
    for (std::size_t i = 0; i < size && spend(1); ++i) {
        const Place inner{{document, nodes[i]}, i + 1, size};
        bool take = false;
        if (predicate.usesPosition) {
            const auto result = value(*predicate.expr, inner);
            const auto* number = std::get_if<double>(&result);
            take = number != nullptr ? *number == static_cast<double>(i + 1) : booleanOf(result);
        } else {
            take = boolean(*predicate.expr, inner);
        }
        if (take) nodes[kept++] = nodes[i];
    }
    --m_inPredicate;
    nodes.resize(kept);
}

void Evaluator::filterSet(const std::vector<Predicate>& predicates, NodeSet& nodes) {
    for (const auto& predicate : predicates) {
        ++m_inPredicate;
        NodeSet kept;
        for (std::size_t i = 0; i < nodes.size() && spend(1); ++i) {
            const auto result = value(*predicate.expr, {nodes[i], i + 1, nodes.size()});
            const auto* number = std::get_if<double>(&result);
            if (number != nullptr ? *number == static_cast<double>(i + 1) : booleanOf(result)) kept.push_back(nodes[i]);
        }
        --m_inPredicate;
        nodes = std::move(kept);
    }
}

} // namespace peil::xpath
