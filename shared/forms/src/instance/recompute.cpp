// SPDX-License-Identifier: Apache-2.0

// Evaluates what depends on a change, each vertex after those it reads, for exactly the instances that are touched.

#include "instance/session_impl.h"

#include "codecs/codec.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace peil::forms {

xpath::Context Session::Impl::contextAt(NodeIndex node) const {
    xpath::Context context;
    context.node = {&document, node};
    context.current = context.node;
    context.absoluteRoot = {&document, xpath::kRoot};
    context.nodeOfTag = singles;
    context.host = &host;
    return context;
}

void Session::Impl::schedule(VertexId vertex, NodeIndex node) {
    auto& nodes = pending[vertex];
    if (!nodes.empty() && nodes.back() == node) return;
    nodes.push_back(node);
    if (queued[vertex]) return;
    queued[vertex] = true;
    queue.push(def.vertices[vertex].rank);
}

void Session::Impl::mark(const Edge& edge, NodeIndex from) {
    const auto& vertex = def.vertices[edge.vertex];
    const auto contextDef = vertex.kind == VertexKind::Count ? def.nodes[vertex.node].parent : vertex.node;
    if (!def.nodes[contextDef].several) {
        if (singles[contextDef] != kNoNode) schedule(edge.vertex, singles[contextDef]);
        return;
    }
    auto shared = edge.shared;
    if (def.nodes[shared].depth > def.nodes[contextDef].depth) shared = contextDef;
    const auto top = ancestor(from, shared);
    if (top == kNoNode) return;
    if (shared == contextDef) {
        schedule(edge.vertex, top);
        return;
    }
    for (const auto node : nodesBelow(top, contextDef))
        schedule(edge.vertex, node);
    if (vertex.kind == VertexKind::Relevant && def.nodes[contextDef].repeat) scheduleEmptyRepeats(edge.vertex, top);
}

// The relevance of a repeat without an instance is evaluated at the group that would hold it.
void Session::Impl::scheduleEmptyRepeats(VertexId relevant, NodeIndex top) {
    const auto repeat = def.vertices[relevant].node;
    for (const auto parent : nodesBelow(top, def.nodes[repeat].parent))
        if (childOf(parent, repeat) == kNoNode) schedule(relevant, parent);
}

void Session::Impl::markAll(const std::vector<Edge>& edges, NodeIndex from) {
    for (const auto& edge : edges)
        mark(edge, from);
}

void Session::Impl::setValue(NodeIndex node, std::string_view text) {
    if (document.text(node) == text) return;
    document.setText(node, text);
    if (!text.empty()) states[node].reason = NoAnswer::None;
    changedValues.insert(node);
    rowNodes.insert(node);
    const auto& definition = defOf(node);
    markAll(definition.readers, node);
    if ((acting || !loading) && def.actionsBySource.contains(states[node].def)) triggered.push_back(node);
}

// What is pending may have gone, and its number may have been given to a node of another kind.
bool Session::Impl::isContextOf(const Vertex& vertex, NodeIndex node) const {
    if (!alive(node)) return false;
    if (states[node].def == vertex.node) return vertex.kind != VertexKind::Count;
    const bool above = vertex.kind == VertexKind::Count || vertex.kind == VertexKind::Relevant;
    return above && def.nodes[vertex.node].repeat && states[node].def == def.nodes[vertex.node].parent;
}

void Session::Impl::recompute() {
    evaluations = 0;
    countRuns.clear();
    std::size_t rounds = 0;
    PendingNodes nodes;
    while (true) {
        while (!queue.empty()) {
            const auto id = def.order[queue.top()];
            queue.pop();
            queued[id] = false;
            nodes.clear();
            nodes.swap(pending[id]);
            std::sort(nodes.begin(), nodes.end());
            nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
            if (nodes.size() > 1)
                std::sort(nodes.begin(), nodes.end(), [&](NodeIndex a, NodeIndex b) {
                    return alive(a) && alive(b) ? document.isBefore(a, b) : a < b;
                });
            for (const auto node : nodes) {
                if (!isContextOf(def.vertices[id], node) || ++evaluations > kMaxEvaluations) continue;
                evaluate(def.vertices[id], node);
            }
        }
        if (triggered.empty() || ++rounds > kMaxActionRounds) break;
        const auto node = triggered.front();
        triggered.pop_front();
        if (alive(node)) runActionsOf(node, Event::ValueChanged);
    }
    triggered.clear();
}

void Session::Impl::fault(const Vertex& vertex, const Error& error) {
    if (firstFault) return;
    firstFault = Error{make_error_code(FormsErrc::EvaluationFailed),
                       "An expression of " + def.nodes[vertex.node].path + " failed: " + describe(error)};
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

bool Session::Impl::truth(const Vertex& vertex, NodeIndex node, bool onFault) {
    const auto context = contextAt(node);
    auto value = vertex.expressions.front().evaluate(context);
    if (!value) {
        fault(vertex, value.error());
        return onFault;
    }
    if (const auto* nodes = std::get_if<xpath::NodeSet>(&*value)) return !nodes->empty() && nodeTruth(nodes->front());
    return xpath::toBoolean(*value, context);
}

// A calculated node without a type of its own is of the type that its expression gave, so that dates stay dates.
void Session::Impl::adaptType(NodeIndex node, const xpath::Value& value) {
    const auto& definition = defOf(node);
    if (definition.type != DataType::String) return;
    auto type = xpath::NodeType::String;
    if (const auto* date = std::get_if<xpath::DateValue>(&value))
        type = date->hasTime ? xpath::NodeType::DateTime : xpath::NodeType::Date;
    if (const auto* nodes = std::get_if<xpath::NodeSet>(&value); nodes != nullptr && !nodes->empty())
        type = nodes->front().document->type(nodes->front().node);
    if (definition.untyped && std::holds_alternative<bool>(value)) type = xpath::NodeType::Boolean;
    if (document.type(node) != type) document.setType(node, type);
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

std::string Session::Impl::calculated(const xpath::Value& value, NodeIndex node) const {
    const auto codec = defOf(node).codec;
    const auto* number = std::get_if<double>(&value);
    if (number != nullptr && std::isnan(*number)) return {};
    if (number != nullptr && codec == DataType::Integer) return encodeInteger(*number).value_or("");
    if (number != nullptr && codec == DataType::Date) return dayText(*number);
    if (const auto* flag = std::get_if<bool>(&value); flag != nullptr)
        if (defOf(node).untyped || codec == DataType::Integer || codec == DataType::Decimal) return *flag ? "1" : "0";
    return castValue(codec, xpath::toString(value, contextAt(node)));
}

void Session::Impl::updateRelevance(const Vertex& vertex, NodeIndex node) {
    const bool relevant = truth(vertex, node, true);
    if (states[node].relevant == relevant) return;
    states[node].relevant = relevant;
    document.setRelevant(node, relevant);
    changedStates.insert(node);
    structureChanged = true;
    markAll(defOf(node).relevanceReaders, node);
}

void Session::Impl::updateConstraint(const Vertex& vertex, NodeIndex node) {
    const bool applies = isRelevant(node) && !document.text(node).empty();
    const bool ok = !applies || truth(vertex, node, true);
    if (states[node].constraintOk == ok) return;
    states[node].constraintOk = ok;
    changedStates.insert(node);
}

// Opening a record again keeps what chance gave, and what somebody typed over a calculation.
bool Session::Impl::isKept(const Vertex& vertex, NodeIndex node) const {
    if (document.text(node).empty() && states[node].reason == NoAnswer::None) return false;
    return vertex.random || (!editing && def.nodes[vertex.node].control != kNone);
}

void Session::Impl::evaluate(const Vertex& vertex, NodeIndex node) {
    switch (vertex.kind) {
    case VertexKind::Count:
        updateCount(vertex, node);
        return;
    case VertexKind::Relevant:
        if (states[node].def == vertex.node)
            updateRelevance(vertex, node);
        else
            updateEmptyRepeat(vertex, node);
        return;
    case VertexKind::Constraint:
        updateConstraint(vertex, node);
        return;
    case VertexKind::Itemset:
        shuffled.erase(node);
        changedStates.insert(node);
        dropMissingChoices(node);
        return;
    case VertexKind::Label:
        changedStates.insert(node);
        if (defOf(node).group) structureChanged = true;
        return;
    case VertexKind::Readonly: {
        const bool readonly = truth(vertex, node, false);
        if (std::exchange(states[node].readonly, readonly) != readonly)
            eachNode(node, [this](NodeIndex below) { changedStates.insert(below); });
        return;
    }
    case VertexKind::Required: {
        const bool required = truth(vertex, node, false);
        if (std::exchange(states[node].required, required) != required) changedStates.insert(node);
        return;
    }
    case VertexKind::Calculate:
        break;
    }
    if (restoring) return;
    if (reopening && isKept(vertex, node)) return;
    if (vertex.node == def.instanceIdNode && !document.text(node).empty()) return;
    const auto value = vertex.expressions.front().evaluate(contextAt(node));
    if (!value) {
        if (isRelevant(node)) fault(vertex, value.error());
        setValue(node, "");
        return;
    }
    adaptType(node, *value);
    setValue(node, calculated(*value, node));
}

Changes Session::Impl::finish() {
    Changes changes;
    changes.values = changedValues.inOrder();
    changes.states = changedStates.inOrder();
    changes.structure = structureChanged;
    changes.removedPrefixes = std::move(removedPrefixes);
    for (const auto& range : changedRanges)
        changes.rows.push_back({pathOf(range), std::to_string(countOf(range)), {}});
    changes.rows.reserve(changes.rows.size() + rowNodes.inOrder().size());
    for (const auto node : rowNodes.inOrder())
        changes.rows.push_back(
            {pathOf(node), std::string(document.text(node)), std::string(reasonText(states[node].reason))});
    if (structureChanged) screensValid = false;
    changedValues.clear();
    changedStates.clear();
    rowNodes.clear();
    changedRanges.clear();
    removedPrefixes.clear();
    structureChanged = false;
    return changes;
}

} // namespace peil::forms
