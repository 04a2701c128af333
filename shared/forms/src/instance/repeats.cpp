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

} // namespace

Result<NodeIndex> Session::Impl::insertInstance(const Range& range) {
    const auto existing = instancesOf(range);
    if (existing.size() >= kMaxRepeatInstances)
        return fail(FormsErrc::TooManyInstances, pathOf(range) + " already has " + std::to_string(existing.size()) +
                                                     " instances; no more can be added.");
    const auto model = modelFor(*this, range, existing.size());
    if (model == kNoNode) return fail(FormsErrc::NoSuchNode, pathOf(range) + " has no template in the form.");
    const auto before = existing.empty() ? placeFor(*this, range) : document.nextSibling(existing.back());
    const auto node = document.copySubtree(def.templates, model, range.parent, before);
    adopt(node);
    structureChanged = true;
    changedRanges.insert(range);
    const auto& definition = def.nodes[range.repeat];
    markAll(definition.shapeReaders, node);
    eachNode(node, [&](NodeIndex at) {
        markAll(defOf(at).readers, at);
        if (!document.text(at).empty() && !defOf(at).group) rowNodes.insert(at);
        for (const auto child : defOf(at).children)
            if (def.nodes[child].repeat) changedRanges.insert({at, child});
    });
    if (!restoring) runActionsOf(node, Event::NewRepeat);
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
    auto existing = instancesOf(range);
    while (existing.size() > wanted) {
        removeInstance(existing.back());
        existing.pop_back();
    }
    for (auto have = existing.size(); have < wanted; ++have)
        PEIL_CHECK(insertInstance(range));
    return {};
}

// The count is read from the repeat itself (its paths begin there), also when there is no instance to read it from.
void Session::Impl::updateCount(const Vertex& vertex, NodeIndex parent) {
    if (restoring) return; // the rows say how many there are
    const Range range{parent, vertex.node};
    if (++countRuns[range] > kMaxCountRuns) {
        fault(vertex,
              {make_error_code(FormsErrc::TooManyInstances), "its count depends on itself and does not settle"});
        return;
    }
    auto context = childOf(parent, vertex.node);
    const bool borrowed = context == kNoNode;
    const auto& definition = def.nodes[vertex.node];
    if (borrowed) context = document.appendElement(parent, definition.name, definition.namespaceUri, definition.prefix);
    const auto number = vertex.expressions.front().evaluateNumber(contextAt(context));
    if (borrowed) document.removeSubtree(context);
    if (!number) fault(vertex, number.error());
    const bool starting = loading && !restoring && !reopening;
    if (!starting && (!number || std::isnan(*number))) return; // no number for the moment: what is there stays
    const double wanted =
        number && *number > 0 ? std::min(std::trunc(*number), static_cast<double>(kMaxRepeatInstances)) : 0;
    if (auto done = setCount(range, static_cast<std::size_t>(wanted)); !done) fault(vertex, done.error());
}

} // namespace peil::forms
