// SPDX-License-Identifier: Apache-2.0
#include "instance/recomputation.h"

#include "codecs/codec.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace peil::forms {

Recomputation::Recomputation(LiveInstance& instance, const Evaluator& evaluator, Choices& choices,
                             const Environment& environment)
    : m_instance(instance)
    , m_form(instance.form())
    , m_evaluator(evaluator)
    , m_choices(choices)
    , m_environment(environment)
    , m_pending(instance.form()) {}

void Recomputation::open() {
    m_instance.open();
    adopted(m_instance.root());
}

// New nodes: every expression of theirs is to be evaluated.
void Recomputation::adopted(NodeIndex top) {
    m_instance.eachNode(top, [this](NodeIndex node) { scheduleOf(node); });
}

void Recomputation::scheduleOf(NodeIndex node) {
    const auto& definition = m_instance.defOf(node);
    for (std::size_t kind = 0; kind < definition.vertices.size(); ++kind) {
        const auto vertex = definition.vertices.at(kind);
        if (vertex != kNone && static_cast<VertexKind>(kind) != VertexKind::Count &&
            static_cast<VertexKind>(kind) != VertexKind::Label)
            m_pending.add(vertex, node);
    }
    if (!definition.group) return;
    for (const auto child : definition.children) {
        const auto& inner = m_form.nodes[child];
        if (const auto count = inner.vertex(VertexKind::Count); count != kNone) m_pending.add(count, node);
        const auto relevant = inner.vertex(VertexKind::Relevant);
        if (inner.repeat && relevant != kNone && m_instance.childOf(node, child) == kNoNode)
            m_pending.add(relevant, node);
    }
}

NodeIndex Recomputation::deprecatedId(NodeIndex meta) {
    const auto known = m_instance.childOf(meta, m_form.deprecatedIdNode);
    if (known != kNoNode) return known;
    const auto node = m_instance.append(meta, m_form.deprecatedIdNode);
    adopted(node);
    return node;
}

void Recomputation::languageChanged() {
    for (VertexId id = 0; id < m_form.vertices.size(); ++id) {
        const auto& vertex = m_form.vertices[id];
        if (!vertex.languageDependent || vertex.kind == VertexKind::Count) continue;
        for (const auto node : m_instance.nodesOf(vertex.node))
            m_pending.add(id, node);
    }
    m_record.structure();
}

void Recomputation::mark(const Edge& edge, NodeIndex from) {
    const auto& vertex = m_form.vertices[edge.vertex];
    const auto contextDef = vertex.kind == VertexKind::Count ? m_form.nodes[vertex.node].parent : vertex.node;
    if (!m_form.nodes[contextDef].several) {
        if (m_instance.singles()[contextDef] != kNoNode) m_pending.add(edge.vertex, m_instance.singles()[contextDef]);
        return;
    }
    auto shared = edge.shared;
    if (m_form.nodes[shared].depth > m_form.nodes[contextDef].depth) shared = contextDef;
    const auto top = m_instance.ancestor(from, shared);
    if (top == kNoNode) return;
    if (shared == contextDef) {
        m_pending.add(edge.vertex, top);
        return;
    }
    for (const auto node : m_instance.nodesBelow(top, contextDef))
        m_pending.add(edge.vertex, node);
    if (vertex.kind == VertexKind::Relevant && m_form.nodes[contextDef].repeat) scheduleEmptyRepeats(edge.vertex, top);
}

// The relevance of a repeat without an instance is evaluated at the group that would hold it.
void Recomputation::scheduleEmptyRepeats(VertexId relevant, NodeIndex top) {
    const auto repeat = m_form.vertices[relevant].node;
    for (const auto parent : m_instance.nodesBelow(top, m_form.nodes[repeat].parent))
        if (m_instance.childOf(parent, repeat) == kNoNode) m_pending.add(relevant, parent);
}

void Recomputation::markAll(const std::vector<Edge>& edges, NodeIndex from) {
    for (const auto& edge : edges)
        mark(edge, from);
}

void Recomputation::setValue(NodeIndex node, std::string_view text, Cause cause) {
    if (!m_instance.setText(node, text)) return;
    m_record.value(node);
    markAll(m_instance.defOf(node).readers, node);
    if ((cause == Cause::Action || m_phase == Phase::Answering) &&
        m_form.actionsBySource.contains(m_instance.state(node).def))
        m_triggered.push_back(node);
}

void Recomputation::setReason(NodeIndex node, NoAnswer reason) {
    if (!m_instance.setReason(node, reason)) return;
    m_record.value(node);
    m_record.state(node);
}

// A pending node may have been removed, and its number reused for a different node.
bool Recomputation::isContextOf(const Vertex& vertex, NodeIndex node) const {
    if (!m_instance.alive(node)) return false;
    if (m_instance.state(node).def == vertex.node) return vertex.kind != VertexKind::Count;
    const bool above = vertex.kind == VertexKind::Count || vertex.kind == VertexKind::Relevant;
    return above && m_form.nodes[vertex.node].repeat && m_instance.state(node).def == m_form.nodes[vertex.node].parent;
}

void Recomputation::settle() {
    m_evaluations = 0;
    m_countRuns.clear();
    std::size_t rounds = 0;
    while (true) {
        drain();
        if (m_triggered.empty() || ++rounds > kMaxActionRounds) break;
        const auto node = m_triggered.front();
        m_triggered.pop_front();
        if (m_instance.alive(node)) runActionsOf(node, Event::ValueChanged);
    }
    m_triggered.clear();
}

void Recomputation::drain() {
    PendingNodes nodes;
    while (!m_pending.empty()) {
        const auto& vertex = m_form.vertices[m_pending.take(nodes)];
        if (nodes.size() > 1)
            std::sort(nodes.begin(), nodes.end(), [this](NodeIndex a, NodeIndex b) {
                return m_instance.alive(a) && m_instance.alive(b) ? m_instance.document().isBefore(a, b) : a < b;
            });
        for (const auto node : nodes) {
            if (!isContextOf(vertex, node) || ++m_evaluations > kMaxEvaluations) continue;
            evaluate(vertex, node);
        }
    }
}

void Recomputation::noteFault(Error fault) {
    if (!m_firstFault) m_firstFault = std::move(fault);
}

void Recomputation::fault(const Vertex& vertex, const Error& error) {
    noteFault({make_error_code(FormsErrc::EvaluationFailed),
               "An expression of " + m_form.nodes[vertex.node].path + " failed: " + describe(error)});
}

namespace {

// JavaRosa's reading of a bare path as a condition: the value of the node, not its existence.
bool nodeTruth(const xpath::NodeRef& node) {
    const auto text = node.document->stringValue(node.node);
    if (!node.document->isRelevant(node.node) || text.empty()) return false;
    switch (node.document->type(node.node)) {
    case xpath::NodeType::Boolean:
        return text != "false" && text != "0";
    case xpath::NodeType::Integer:
    case xpath::NodeType::Decimal:
        return text.find_first_of("123456789") != std::string::npos;
    default:
        return true;
    }
}

} // namespace

bool Recomputation::truth(const Vertex& vertex, NodeIndex node, OnFault onFault) {
    const auto context = m_evaluator.contextAt(node);
    auto value = vertex.expressions.front().evaluate(context);
    if (!value) {
        fault(vertex, value.error());
        return onFault == OnFault::True;
    }
    if (const auto* nodes = std::get_if<xpath::NodeSet>(&*value)) return !nodes->empty() && nodeTruth(nodes->front());
    return xpath::toBoolean(*value, context);
}

// A calculated node without a type has the type of its expression, so that dates stay dates.
void Recomputation::adaptType(NodeIndex node, const xpath::Value& value) {
    const auto& definition = m_instance.defOf(node);
    if (definition.type != DataType::String) return;
    auto type = xpath::NodeType::String;
    if (const auto* date = std::get_if<xpath::DateValue>(&value))
        type = date->hasTime ? xpath::NodeType::DateTime : xpath::NodeType::Date;
    if (const auto* nodes = std::get_if<xpath::NodeSet>(&value); nodes != nullptr && !nodes->empty())
        type = nodes->front().document->type(nodes->front().node);
    if (definition.untyped && std::holds_alternative<bool>(value)) type = xpath::NodeType::Boolean;
    m_instance.setType(node, type);
}

namespace {

// A date that days are added to is a number of days since 1970; in a question about a date it is a date again.
std::string dayText(double days) {
    constexpr double kFirst = -719'528; // 0000-01-01
    constexpr double kPast = 2'932'897; // 10000-01-01, which the four digits of a date cannot hold
    if (days < kFirst || days >= kPast) return {};
    xpath::DateValue day;
    day.epochMillis = static_cast<std::int64_t>(std::floor(days)) * 86'400'000;
    return xpath::toString(day, {});
}

} // namespace

std::string Recomputation::calculated(const xpath::Value& value, NodeIndex node) const {
    const auto codec = m_instance.defOf(node).codec;
    const auto* number = std::get_if<double>(&value);
    if (number != nullptr && std::isnan(*number)) return {};
    if (number != nullptr && codec == DataType::Integer) return encodeInteger(*number).value_or("");
    if (number != nullptr && codec == DataType::Date) return dayText(*number);
    if (const auto* flag = std::get_if<bool>(&value); flag != nullptr)
        if (m_instance.defOf(node).untyped || codec == DataType::Integer || codec == DataType::Decimal)
            return *flag ? "1" : "0";
    return castValue(codec, xpath::toString(value, m_evaluator.contextAt(node)));
}

void Recomputation::updateRelevance(const Vertex& vertex, NodeIndex node) {
    const bool relevant = truth(vertex, node, OnFault::True);
    if (!m_instance.setRelevant(node, relevant)) return;
    m_record.state(node);
    m_record.structure();
    markAll(m_instance.defOf(node).relevanceReaders, node);
}

void Recomputation::updateConstraint(const Vertex& vertex, NodeIndex node) {
    const bool applies = m_instance.isRelevant(node) && !m_instance.text(node).empty();
    const bool ok = !applies || truth(vertex, node, OnFault::True);
    if (m_instance.setConstraintOk(node, ok)) m_record.state(node);
}

void Recomputation::updateItemset(NodeIndex node) {
    m_choices.forgetOrder(node);
    m_record.state(node);
    const auto left = m_choices.remaining(node);
    if (!left) return;
    m_instance.setRanked(node, left->ranked);
    setValue(node, left->value);
}

// Opening a record again keeps what chance gave, and what someone typed over a calculation.
bool Recomputation::isKept(const Vertex& vertex, NodeIndex node) const {
    if (m_instance.text(node).empty() && m_instance.state(node).reason == NoAnswer::None) return false;
    return vertex.random || (m_phase == Phase::Reopening && m_form.nodes[vertex.node].control != kNone);
}

void Recomputation::evaluate(const Vertex& vertex, NodeIndex node) {
    switch (vertex.kind) {
    case VertexKind::Count:
        return updateCount(vertex, node);
    case VertexKind::Relevant:
        return m_instance.state(node).def == vertex.node ? updateRelevance(vertex, node)
                                                         : updateEmptyRepeat(vertex, node);
    case VertexKind::Constraint:
        return updateConstraint(vertex, node);
    case VertexKind::Itemset:
        return updateItemset(node);
    case VertexKind::Label:
        m_record.state(node);
        if (m_instance.defOf(node).group) m_record.structure();
        return;
    case VertexKind::Readonly:
        if (m_instance.setReadonly(node, truth(vertex, node, OnFault::False)))
            m_instance.eachNode(node, [this](NodeIndex below) { m_record.state(below); });
        return;
    case VertexKind::Required:
        if (m_instance.setRequired(node, truth(vertex, node, OnFault::False))) m_record.state(node);
        return;
    case VertexKind::Calculate:
        return calculate(vertex, node);
    }
}

void Recomputation::calculate(const Vertex& vertex, NodeIndex node) {
    if (m_phase == Phase::Restoring) return;
    if (isReopening() && isKept(vertex, node)) return;
    if (vertex.node == m_form.instanceIdNode && !m_instance.text(node).empty()) return;
    const auto value = vertex.expressions.front().evaluate(m_evaluator.contextAt(node));
    if (!value) {
        if (m_instance.isRelevant(node)) fault(vertex, value.error());
        setValue(node, "");
        return;
    }
    adaptType(node, *value);
    setValue(node, calculated(*value, node));
}

} // namespace peil::forms
