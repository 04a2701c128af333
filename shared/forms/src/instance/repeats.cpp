// SPDX-License-Identifier: Apache-2.0
#include "instance/session_impl.h"

#include <algorithm>
#include <cmath>

namespace peil::forms {
namespace {

// Where the first instance of a repeat belongs: before the next sibling that the form knows.
NodeIndex placeFor(const Session::Impl& session, const Range& range) {
    const auto& children = session.def.nodes[session.states[range.parent].def].children;
    auto it = std::find(children.begin(), children.end(), range.repeat);
    for (++it; it != children.end(); ++it) {
        if (session.def.nodes[*it].attribute) continue;
        if (const auto next = session.childOf(range.parent, *it); next != kNoNode) return next;
    }
    return kNoNode;
}

// A repeat that the form counts takes the instances that the form itself holds, while there are any.
NodeIndex modelFor(const Session::Impl& session, const Range& range, std::size_t position) {
    const auto given = session.def.givenInstances.find(range.repeat);
    const bool counted = session.def.nodes[range.repeat].vertex(VertexKind::Count) != kNone;
    if (counted && given != session.def.givenInstances.end() && position < given->second.size())
        return given->second[position];
    const auto model = session.def.templateOf.find(range.repeat);
    return model == session.def.templateOf.end() ? kNoNode : model->second;
}

// True when the number of instances decides, over whatever calculations, about that number.
bool countsItself(const FormDefinition::Impl& def, VertexId count) {
    std::vector<bool> seen(def.vertices.size(), false);
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
            const auto& node = def.nodes[nodes[i]];
            follow(node.readers);
            follow(node.shapeReaders);
            nodes.insert(nodes.end(), node.children.begin(), node.children.end());
        }
    };
    followInstances(def.vertices[count].node);
    while (!pending.empty() && !seen[count]) {
        const auto& vertex = def.vertices[pending.back()];
        pending.pop_back();
        const auto& node = def.nodes[vertex.node];
        if (vertex.kind == VertexKind::Calculate || vertex.kind == VertexKind::Itemset) follow(node.readers);
        if (vertex.kind == VertexKind::Relevant) follow(node.relevanceReaders);
        if (vertex.kind == VertexKind::Count) followInstances(vertex.node);
    }
    return seen[count];
}

} // namespace

Result<NodeIndex> Session::Impl::insertInstance(const Range& range) {
    const auto count = countOf(range);
    if (count >= kMaxRepeatInstances)
        return fail(FormsErrc::TooManyInstances,
                    pathOf(range) + " already has " + std::to_string(count) + " instances; no more can be added.");
    const auto model = modelFor(*this, range, count);
    if (model == kNoNode) return fail(FormsErrc::NoSuchNode, pathOf(range) + " has no template in the form.");
    const auto before = count == 0 ? placeFor(*this, range) : document.nextSibling(lastInstance(range));
    const auto node = document.copySubtree(def.templates, model, range.parent, before);
    adopt(node);
    structureChanged = true;
    closedRanges.erase(range);
    changedRanges.insert(range);
    const auto& definition = def.nodes[range.repeat];
    markAll(definition.shapeReaders, node);
    eachNode(node, [&](NodeIndex at) {
        markAll(defOf(at).readers, at);
        if (!document.text(at).empty() && !defOf(at).group) rowNodes.insert(at);
        for (const auto child : defOf(at).children)
            if (def.nodes[child].repeat) changedRanges.insert({at, child});
    });
    if (restoring) return node;
    std::vector<NodeIndex> added;
    eachNode(node, [&](NodeIndex at) { added.push_back(at); });
    for (const auto at : added)
        if (alive(at)) runActionsOf(at, Event::NewRepeat);
    return node;
}

void Session::Impl::removeInstance(NodeIndex instance) {
    const Range range{document.parent(instance), states[instance].def};
    const auto& definition = def.nodes[range.repeat];
    const auto before = instancesOf(range);
    const auto position = static_cast<std::size_t>(std::find(before.begin(), before.end(), instance) - before.begin());
    for (auto i = position; i < before.size(); ++i)
        removedPrefixes.push_back(pathOf(before[i]));
    markAll(definition.shapeReaders, instance);
    eachNode(instance, [&](NodeIndex at) { markAll(defOf(at).readers, at); });
    forget(instance);
    document.removeSubtree(instance);
    if (const auto relevant = definition.vertex(VertexKind::Relevant); relevant != kNone && before.size() == 1)
        schedule(relevant, range.parent);
    structureChanged = true;
    changedRanges.insert(range);
    for (auto i = position + 1; i < before.size(); ++i) {
        markAll(definition.positionReaders, before[i]);
        eachNode(before[i], [&](NodeIndex at) {
            if (!defOf(at).group) rowNodes.insert(at);
            for (const auto child : defOf(at).children)
                if (def.nodes[child].repeat) changedRanges.insert({at, child});
        });
    }
}

Result<> Session::Impl::setCount(const Range& range, std::size_t wanted) {
    while (countOf(range) > wanted)
        removeInstance(lastInstance(range));
    for (auto have = countOf(range); have < wanted; ++have)
        PEIL_CHECK(insertInstance(range));
    return {};
}

namespace {

/// Calls `use` with an instance of the repeat to evaluate at: the first, or one that is lent for the moment.
template <class Use>
void withInstance(Session::Impl& session, const Range& range, const Use& use) {
    auto instance = session.childOf(range.parent, range.repeat);
    const bool lent = instance == kNoNode;
    const auto& definition = session.def.nodes[range.repeat];
    if (lent)
        instance =
            session.document.appendElement(range.parent, definition.name, definition.namespaceUri, definition.prefix);
    use(instance);
    if (lent) session.document.removeSubtree(instance);
}

} // namespace

void Session::Impl::updateEmptyRepeat(const Vertex& relevant, NodeIndex parent) {
    const Range range{parent, relevant.node};
    bool open = true;
    if (childOf(parent, relevant.node) == kNoNode)
        withInstance(*this, range, [&](NodeIndex instance) { open = truth(relevant, instance, true); });
    if (open ? closedRanges.erase(range) > 0 : closedRanges.insert(range).second) structureChanged = true;
}

// The count is read from the repeat itself (its paths begin there), also when there is no instance to read it from.
void Session::Impl::updateCount(const Vertex& vertex, NodeIndex parent) {
    if (restoring) return; // the rows say how many there are
    const Range range{parent, vertex.node};
    // A count that grows with its own instances would go on where the draft had stopped.
    if (reopening && childOf(parent, vertex.node) != kNoNode) {
        const auto id = def.nodes[vertex.node].vertex(VertexKind::Count);
        const auto [known, isNew] = selfCounting.try_emplace(id, false);
        if (isNew) known->second = countsItself(def, id);
        if (known->second) return;
    }
    if (++countRuns[range] > kMaxCountRuns) {
        fault(vertex,
              {make_error_code(FormsErrc::TooManyInstances), "its count depends on itself and does not settle"});
        return;
    }
    Result<double> number = 0;
    withInstance(*this, range,
                 [&](NodeIndex instance) { number = vertex.expressions.front().evaluateNumber(contextAt(instance)); });
    if (!number) fault(vertex, number.error());
    const bool starting = loading && !restoring && !reopening;
    if (!starting && (!number || std::isnan(*number))) return; // no number for the moment: what is there stays
    const double wanted =
        number && *number > 0 ? std::min(std::trunc(*number), static_cast<double>(kMaxRepeatInstances)) : 0;
    if (auto done = setCount(range, static_cast<std::size_t>(wanted)); !done) fault(vertex, done.error());
}

} // namespace peil::forms
