// SPDX-License-Identifier: Apache-2.0
#include "instance/recomputation.h"

#include <algorithm>
#include <cmath>

namespace peil::forms {
namespace {

// Where the first instance of a repeat belongs: before the next sibling that the form knows.
NodeIndex placeFor(const LiveInstance& instance, const Range& range) {
    const auto& children = instance.form().nodes[instance.state(range.parent).def].children;
    auto it = std::find(children.begin(), children.end(), range.repeat);
    for (++it; it != children.end(); ++it) {
        if (instance.form().nodes[*it].attribute) continue;
        if (const auto next = instance.childOf(range.parent, *it); next != kNoNode) return next;
    }
    return kNoNode;
}

// A repeat that the form counts takes the instances that the form itself holds, while there are any.
NodeIndex modelFor(const LiveInstance& instance, const Range& range, std::size_t position) {
    const auto given = instance.form().givenInstances.find(range.repeat);
    const bool counted = instance.form().nodes[range.repeat].vertex(VertexKind::Count) != kNone;
    if (counted && given != instance.form().givenInstances.end() && position < given->second.size())
        return given->second[position];
    const auto model = instance.form().templateOf.find(range.repeat);
    return model == instance.form().templateOf.end() ? kNoNode : model->second;
}

// True when the number of instances decides, over whatever calculations, about that number.
bool decidesItself(const FormDefinition::Impl& form, VertexId count) {
    std::vector<bool> seen(form.vertices.size(), false);
    std::vector<VertexId> pending;
    const auto follow = [&](const std::vector<Edge>& edges) {
        for (const auto& edge : edges) {
            if (seen[edge.vertex]) continue;
            seen[edge.vertex] = true;
            pending.push_back(edge.vertex);
        }
    };
    const auto followInstances = [&](DefId repeat) {
        std::vector<DefId> nodes{repeat};
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const auto& node = form.nodes[nodes[i]];
            follow(node.readers);
            follow(node.shapeReaders);
            nodes.insert(nodes.end(), node.children.begin(), node.children.end());
        }
    };
    followInstances(form.vertices[count].node);
    while (!pending.empty() && !seen[count]) {
        const auto& vertex = form.vertices[pending.back()];
        pending.pop_back();
        const auto& node = form.nodes[vertex.node];
        if (vertex.kind == VertexKind::Calculate || vertex.kind == VertexKind::Itemset) follow(node.readers);
        if (vertex.kind == VertexKind::Relevant) follow(node.relevanceReaders);
        if (vertex.kind == VertexKind::Count) followInstances(vertex.node);
    }
    return seen[count];
}

} // namespace

Result<NodeIndex> Recomputation::insertInstance(const Range& range) {
    const auto count = m_instance.countOf(range);
    if (count >= Session::kMaxRepeatInstances)
        return fail(FormsErrc::TooManyInstances, m_instance.pathOf(range) + " already has " + std::to_string(count) +
                                                     " instances; no more can be added.");
    const auto model = modelFor(m_instance, range, count);
    if (model == kNoNode)
        return fail(FormsErrc::NoSuchNode, m_instance.pathOf(range) + " has no template in the form.");
    const auto before =
        count == 0 ? placeFor(m_instance, range) : m_instance.document().nextSibling(m_instance.lastInstance(range));
    const auto node = m_instance.insert(range, model, before);
    adopted(node);
    m_record.structure();
    m_record.count(range);
    const auto& definition = m_form.nodes[range.repeat];
    markAll(definition.shapeReaders, node);
    m_instance.eachNode(node, [&](NodeIndex at) {
        markAll(m_instance.defOf(at).readers, at);
        if (!m_instance.text(at).empty() && !m_instance.defOf(at).group) m_record.row(at);
        for (const auto child : m_instance.defOf(at).children)
            if (m_form.nodes[child].repeat) m_record.count({at, child});
    });
    if (m_phase == Phase::Restoring) return node;
    std::vector<NodeIndex> added;
    m_instance.eachNode(node, [&](NodeIndex at) { added.push_back(at); });
    for (const auto at : added)
        if (m_instance.alive(at)) runActionsOf(at, Event::NewRepeat);
    return node;
}

void Recomputation::removeInstance(NodeIndex instance) {
    const Range range{m_instance.document().parent(instance), m_instance.state(instance).def};
    const auto& definition = m_form.nodes[range.repeat];
    const auto before = m_instance.instancesOf(range);
    const auto position = static_cast<std::size_t>(std::find(before.begin(), before.end(), instance) - before.begin());
    for (auto i = position; i < before.size(); ++i)
        m_record.removed(m_instance.pathOf(before[i]));
    markAll(definition.shapeReaders, instance);
    m_instance.eachNode(instance, [&](NodeIndex at) { markAll(m_instance.defOf(at).readers, at); });
    m_instance.remove(instance);
    m_record.forget(m_instance);
    m_choices.forgetGone();
    std::erase_if(m_triggered, [this](NodeIndex node) { return !m_instance.alive(node); });
    if (const auto relevant = definition.vertex(VertexKind::Relevant); relevant != kNone && before.size() == 1)
        m_pending.add(relevant, range.parent);
    m_record.structure();
    m_record.count(range);
    for (auto i = position + 1; i < before.size(); ++i) {
        markAll(definition.positionReaders, before[i]);
        m_instance.eachNode(before[i], [&](NodeIndex at) {
            if (!m_instance.defOf(at).group) m_record.row(at);
            for (const auto child : m_instance.defOf(at).children)
                if (m_form.nodes[child].repeat) m_record.count({at, child});
        });
    }
}

Result<> Recomputation::setCount(const Range& range, std::size_t wanted) {
    while (m_instance.countOf(range) > wanted)
        removeInstance(m_instance.lastInstance(range));
    for (auto have = m_instance.countOf(range); have < wanted; ++have)
        PEIL_CHECK(insertInstance(range));
    return {};
}

void Recomputation::updateEmptyRepeat(const Vertex& relevant, NodeIndex parent) {
    const Range range{parent, relevant.node};
    bool open = true;
    if (m_instance.childOf(parent, relevant.node) == kNoNode)
        m_instance.withInstance(range, [&](NodeIndex instance) { open = truth(relevant, instance, OnFault::True); });
    if (m_instance.setClosed(range, !open)) m_record.structure();
}

bool Recomputation::countsItself(const Vertex& count) {
    const auto id = m_form.nodes[count.node].vertex(VertexKind::Count);
    const auto [known, isNew] = m_selfCounting.try_emplace(id, false);
    if (isNew) known->second = decidesItself(m_form, id);
    return known->second;
}

// The count is read from the repeat itself (its paths begin there), also when there is no instance to read it from.
void Recomputation::updateCount(const Vertex& vertex, NodeIndex parent) {
    if (m_phase == Phase::Restoring) return; // the rows say how many there are
    const Range range{parent, vertex.node};
    // A count that grows with its own instances would continue where the draft had stopped.
    if (isReopening() && m_instance.childOf(parent, vertex.node) != kNoNode && countsItself(vertex)) return;
    if (++m_countRuns[range] > kMaxCountRuns) {
        fault(vertex, {make_error_code(FormsErrc::TooManyInstances),
                       "its count depends on itself and does not reach a stable value"});
        return;
    }
    Result<double> number = 0;
    m_instance.withInstance(range, [&](NodeIndex instance) {
        number = vertex.expressions.front().evaluateNumber(m_evaluator.contextAt(instance));
    });
    if (!number) fault(vertex, number.error());
    if (m_phase != Phase::Starting && (!number || std::isnan(*number)))
        return; // no number at the moment: the existing instances stay
    const double wanted =
        number && *number > 0 ? std::min(std::trunc(*number), static_cast<double>(Session::kMaxRepeatInstances)) : 0;
    if (auto done = setCount(range, static_cast<std::size_t>(wanted)); !done) fault(vertex, done.error());
}

} // namespace peil::forms
