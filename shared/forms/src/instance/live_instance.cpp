// SPDX-License-Identifier: Apache-2.0
#include "instance/session_impl.h"

#include "definition/xml_reader.h"

#include "peil/base/text.h"

namespace peil::forms {

void Session::Impl::adopt(NodeIndex node) {
    const auto tag = document.tag(node);
    if (tag == kNone) return;
    if (states.size() <= node) states.resize(std::max<std::size_t>(node + 1, states.size() * 2));
    states[node] = NodeState{};
    states[node].def = tag;
    document.setRelevant(node, true);
    const auto& definition = def.nodes[tag];
    if (!definition.several) singles[tag] = node;
    for (std::size_t kind = 0; kind < definition.vertices.size(); ++kind) {
        const auto vertex = definition.vertices.at(kind);
        if (vertex != kNone && static_cast<VertexKind>(kind) != VertexKind::Count &&
            static_cast<VertexKind>(kind) != VertexKind::Label)
            schedule(vertex, node);
    }
    if (!definition.group) {
        for (auto at = document.firstAttribute(node); at != kNoNode; at = document.nextSibling(at))
            adopt(at);
        return;
    }
    for (const auto child : definition.children)
        if (const auto count = def.nodes[child].vertex(VertexKind::Count); count != kNone) schedule(count, node);
    for (const auto child : definition.children)
        if (const auto relevant = def.nodes[child].vertex(VertexKind::Relevant);
            def.nodes[child].repeat && relevant != kNone && childOf(node, child) == kNoNode)
            schedule(relevant, node);
    for (auto at = document.firstAttribute(node); at != kNoNode; at = document.nextSibling(at))
        adopt(at);
    for (auto at = document.firstChild(node); at != kNoNode; at = document.nextSibling(at))
        adopt(at);
}

void Session::Impl::forget(NodeIndex node) {
    std::vector<NodeIndex> all;
    eachNode(node, [&](NodeIndex at) { all.push_back(at); });
    for (const auto at : all) {
        if (singles[states[at].def] == at) singles[states[at].def] = kNoNode;
        states[at].def = kNone;
        shuffled.erase(at);
    }
    const auto gone = [&](NodeIndex at) { return !alive(at); };
    changedValues.eraseIf(gone);
    changedStates.eraseIf(gone);
    rowNodes.eraseIf(gone);
    std::erase_if(changedRanges, [&](const Range& range) { return gone(range.parent); });
    std::erase_if(closedRanges, [&](const Range& range) { return gone(range.parent); });
    std::erase_if(triggered, gone);
    for (auto it = rangeIds.begin(); it != rangeIds.end();)
        it = states[it->first.parent].def == kNone ? rangeIds.erase(it) : std::next(it);
}

std::string Session::Impl::pathOf(NodeIndex node) const {
    if (!alive(node)) return {};
    if (!defOf(node).several) return defOf(node).path;
    std::vector<NodeIndex> chain;
    for (auto at = node; at != kNoNode && alive(at); at = document.parent(at))
        chain.push_back(at);
    std::string path;
    for (auto at = chain.rbegin(); at != chain.rend(); ++at) {
        const auto& definition = defOf(*at);
        path += definition.attribute ? "/@" : "/";
        path += definition.name;
        if (definition.repeat || definition.multiple)
            path += '[' + std::to_string(document.positionAmongSameName(*at)) + ']';
    }
    return path;
}

std::string Session::Impl::pathOf(const Range& range) const {
    return pathOf(range.parent) + '/' + def.nodes[range.repeat].name;
}

std::optional<NodeId> Session::Impl::find(std::string_view path) const {
    if (path.empty() || path.front() != '/') return std::nullopt;
    auto steps = split(path.substr(1), '/');
    auto at = document.documentElement();
    if (steps.empty() || localName(steps[0]) != def.nodes[0].name) return std::nullopt;
    for (std::size_t i = 1; i < steps.size(); ++i) {
        auto step = steps[i];
        if (!step.empty() && step.front() == '@') {
            const auto name = localName(step.substr(1));
            at = document.firstAttribute(at);
            while (at != kNoNode && document.localName(at) != name)
                at = document.nextSibling(at);
            if (at == kNoNode || !alive(at) || i + 1 != steps.size()) return std::nullopt;
            return at;
        }
        const auto bracket = step.find('[');
        const auto name = localName(step.substr(0, bracket));
        auto next = document.childElement(at, name);
        if (bracket == std::string_view::npos && i + 1 == steps.size()) {
            const auto found = def.byPath.find(defOf(at).path + "/" + std::string(name));
            if (found != def.byPath.end() && def.nodes[found->second].repeat) return rangeId({at, found->second});
        }
        if (bracket != std::string_view::npos) {
            const auto position = parseInteger(step.substr(bracket + 1, step.size() - bracket - 2));
            if (!position || *position < 1) return std::nullopt;
            for (std::int64_t k = 1; k < *position && next != kNoNode; ++k)
                next = document.nextOfSameName(next);
        }
        if (next == kNoNode || !alive(next)) return std::nullopt;
        at = next;
    }
    return at;
}

NodeIndex Session::Impl::ancestor(NodeIndex node, DefId wanted) const {
    auto at = node;
    while (at != kNoNode && alive(at) && states[at].def != wanted)
        at = document.parent(at);
    return at != kNoNode && alive(at) ? at : kNoNode;
}

NodeIndex Session::Impl::childOf(NodeIndex parent, DefId child) const {
    const auto& definition = def.nodes[child];
    if (definition.attribute) return document.attribute(parent, definition.name, definition.namespaceUri);
    return document.childElement(parent, definition.name);
}

std::vector<NodeIndex> Session::Impl::nodesBelow(NodeIndex top, DefId wanted) const {
    if (!def.nodes[wanted].several && top == document.documentElement()) {
        if (singles[wanted] == kNoNode) return {};
        return {singles[wanted]};
    }
    std::vector<DefId> chain;
    for (auto at = wanted; at != kNone && at != states[top].def; at = def.nodes[at].parent)
        chain.push_back(at);
    std::vector<NodeIndex> level{top};
    for (auto step = chain.rbegin(); step != chain.rend(); ++step) {
        std::vector<NodeIndex> next;
        for (const auto parent : level)
            for (auto at = childOf(parent, *step); at != kNoNode; at = document.nextOfSameName(at)) {
                if (alive(at)) next.push_back(at);
                if (def.nodes[*step].attribute) break;
            }
        level = std::move(next);
    }
    return level;
}

std::vector<NodeIndex> Session::Impl::instancesOf(const Range& range) const {
    std::vector<NodeIndex> all;
    for (auto at = childOf(range.parent, range.repeat); at != kNoNode; at = document.nextOfSameName(at))
        all.push_back(at);
    return all;
}

NodeIndex Session::Impl::lastInstance(const Range& range) const {
    return document.lastChildElement(range.parent, def.nodes[range.repeat].name);
}

std::size_t Session::Impl::countOf(const Range& range) const {
    const auto last = lastInstance(range);
    return last == kNoNode ? 0 : document.positionAmongSameName(last);
}

NodeId Session::Impl::rangeId(const Range& range) const {
    const auto found = rangeIds.find(range);
    if (found != rangeIds.end()) return found->second;
    const auto id = kRangeBit | static_cast<NodeId>(ranges.size());
    ranges.push_back(range);
    rangeIds.emplace(range, id);
    return id;
}

std::optional<Range> Session::Impl::rangeOf(NodeId id) const {
    if ((id & kRangeBit) != 0) {
        const auto index = id & ~kRangeBit;
        if (index >= ranges.size() || !alive(ranges[index].parent)) return std::nullopt;
        const auto known = rangeIds.find(ranges[index]);
        if (known == rangeIds.end() || known->second != id) return std::nullopt;
        return ranges[index];
    }
    if (!alive(id) || !defOf(id).repeat) return std::nullopt;
    return Range{document.parent(id), states[id].def};
}

bool Session::Impl::isRelevant(const Range& range) const {
    return isRelevant(range.parent) && !closedRanges.contains(range);
}

bool Session::Impl::isReadonly(NodeIndex node) const {
    for (auto at = node; at != kNoNode && alive(at); at = document.parent(at))
        if (states[at].readonly) return true;
    return false;
}

} // namespace peil::forms
