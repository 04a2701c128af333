// SPDX-License-Identifier: Apache-2.0
#include "document_impl.h"

#include <cassert>

namespace peil::xpath {

std::uint32_t Document::Impl::internName(std::string_view local, std::string_view uri, std::string_view prefix) {
    if (names->frozen()) {
        if (const auto known = names->find(local, uri, prefix); known != kNoName) return known;
        names = std::make_shared<NameTable>(*names);
    }
    return names->intern(local, uri, prefix);
}

NodeIndex Document::Impl::newNode(NodeKind kind, std::uint32_t name, std::string_view value) {
    ++version;
    ++shapeVersion;
    NodeIndex index = 0;
    if (freeNodes.empty()) {
        index = static_cast<NodeIndex>(nodes.size());
        nodes.emplace_back();
    } else {
        index = freeNodes.back();
        freeNodes.pop_back();
        nodes[index] = {};
    }
    nodes[index].kind = kind;
    nodes[index].name = name;
    if (!hasValue(kind)) return index;
    if (freeValues.empty()) {
        nodes[index].ordinalOrValue = static_cast<std::uint32_t>(values.size());
        values.emplace_back(value);
    } else {
        nodes[index].ordinalOrValue = freeValues.back();
        freeValues.pop_back();
        valueOf(index) = value;
    }
    return index;
}

void Document::Impl::link(NodeIndex node, NodeIndex parent, NodeIndex before) {
    ++version;
    ++shapeVersion;
    auto& entry = nodes[node];
    entry.parent = parent;
    entry.next = before;
    entry.previous = before == kNoNode ? nodes[parent].last : nodes[before].previous;
    if (entry.previous == kNoNode)
        nodes[parent].first = node;
    else
        nodes[entry.previous].next = node;
    if (before == kNoNode)
        nodes[parent].last = node;
    else
        nodes[before].previous = node;
    entry.hidden = !entry.relevant || nodes[parent].hidden;
    if (entry.kind == NodeKind::Element) joinSameName(node, parent);
}

NodeIndex Document::Impl::previousOfName(NodeIndex node, NodeIndex parent) const {
    const auto local = localOf(node);
    if (nodes[parent].chained && nodes[node].next == kNoNode) return lastOfName(parent, local);
    auto at = nodes[node].previous;
    while (at != kNoNode && !isElement(at, local))
        at = nodes[at].previous;
    return at;
}

NodeIndex Document::Impl::nextOfName(NodeIndex node, NodeIndex parent) const {
    const auto& entry = nodes[node];
    if (entry.previousSame != kNoNode) return nodes[entry.previousSame].nextSame;
    const auto local = localOf(node);
    if (nodes[parent].chained) return firstOfName(parent, local);
    auto at = entry.next;
    while (at != kNoNode && !isElement(at, local))
        at = nodes[at].next;
    return at;
}

void Document::Impl::joinSameName(NodeIndex node, NodeIndex parent) {
    auto& entry = nodes[node];
    entry.previousSame = previousOfName(node, parent);
    entry.nextSame = nextOfName(node, parent);
    if (entry.previousSame != kNoNode) nodes[entry.previousSame].nextSame = node;
    if (entry.nextSame != kNoNode) nodes[entry.nextSame].previousSame = node;
    auto ordinal = entry.previousSame == kNoNode ? 1U : nodes[entry.previousSame].ordinalOrValue + 1U;
    for (auto at = node; at != kNoNode; at = nodes[at].nextSame)
        nodes[at].ordinalOrValue = ordinal++;
    if (nodes[parent].chained)
        chainEnds(node, parent);
    else if (++nodes[parent].childElements > kFewChildren)
        chainChildren(parent);
}

void Document::Impl::chainEnds(NodeIndex node, NodeIndex parent) {
    const auto& entry = nodes[node];
    if (entry.previousSame != kNoNode && entry.nextSame != kNoNode) return;
    auto& chain = chains[chainKey(parent, localOf(node))];
    if (entry.previousSame == kNoNode) chain.first = node;
    if (entry.nextSame == kNoNode) chain.last = node;
}

void Document::Impl::chainChildren(NodeIndex parent) {
    nodes[parent].chained = true;
    for (auto at = nodes[parent].first; at != kNoNode; at = nodes[at].next)
        if (nodes[at].kind == NodeKind::Element) chainEnds(at, parent);
}

void Document::Impl::leaveSameName(NodeIndex node) {
    const auto entry = nodes[node];
    if (entry.previousSame != kNoNode) nodes[entry.previousSame].nextSame = entry.nextSame;
    if (entry.nextSame != kNoNode) nodes[entry.nextSame].previousSame = entry.previousSame;
    for (auto at = entry.nextSame; at != kNoNode; at = nodes[at].nextSame)
        --nodes[at].ordinalOrValue;
    if (!nodes[entry.parent].chained)
        --nodes[entry.parent].childElements;
    else if (entry.previousSame == kNoNode && entry.nextSame == kNoNode)
        chains.erase(chainKey(entry.parent, localOf(node)));
    else if (entry.previousSame == kNoNode)
        chainEnds(entry.nextSame, entry.parent);
    else
        chainEnds(entry.previousSame, entry.parent);
}

void Document::Impl::unlink(NodeIndex node) {
    ++version;
    ++shapeVersion;
    const auto entry = nodes[node];
    if (entry.kind == NodeKind::Element) leaveSameName(node);
    if (entry.previous == kNoNode)
        nodes[entry.parent].first = entry.next;
    else
        nodes[entry.previous].next = entry.next;
    if (entry.next == kNoNode)
        nodes[entry.parent].last = entry.previous;
    else
        nodes[entry.next].previous = entry.previous;
}

void Document::Impl::linkAttribute(NodeIndex node, NodeIndex parent) {
    ++version;
    ++shapeVersion;
    nodes[node].parent = parent;
    nodes[node].hidden = !nodes[node].relevant || nodes[parent].hidden;
    auto last = nodes[parent].firstAttribute;
    if (last == kNoNode) {
        nodes[parent].firstAttribute = node;
        return;
    }
    while (nodes[last].next != kNoNode)
        last = nodes[last].next;
    nodes[last].next = node;
    nodes[node].previous = last;
}

void Document::Impl::release(NodeIndex node) {
    if (!nodes[node].relevant) --irrelevant;
    if (hasValue(nodes[node].kind)) {
        valueOf(node).clear();
        freeValues.push_back(nodes[node].ordinalOrValue);
    }
    nodes[node] = {};
    freeNodes.push_back(node);
}

void Document::Impl::releaseTree(NodeIndex top) {
    std::vector<NodeIndex> all;
    for (auto at = top; at != kNoNode; at = following(at, top)) {
        all.push_back(at);
        for (auto a = nodes[at].firstAttribute; a != kNoNode; a = nodes[a].next)
            all.push_back(a);
        if (const auto found = namespaceNodes.find(at); found != namespaceNodes.end()) {
            all.insert(all.end(), found->second.begin(), found->second.end());
            namespaceNodes.erase(found);
        }
    }
    for (const auto node : all)
        if (nodes[node].kind == NodeKind::Element && node != top && nodes[node].previousSame == kNoNode &&
            nodes[nodes[node].parent].chained)
            chains.erase(chainKey(nodes[node].parent, localOf(node)));
    for (const auto node : all)
        release(node);
}

NodeIndex Document::appendElement(NodeIndex parent, std::string_view localName, std::string_view namespaceUri,
                                  std::string_view prefix) {
    return insertElement(parent, kNoNode, localName, namespaceUri, prefix);
}

NodeIndex Document::insertElement(NodeIndex parent, NodeIndex before, std::string_view localName,
                                  std::string_view namespaceUri, std::string_view prefix) {
    const auto name = m_impl->internName(localName, namespaceUri, prefix);
    const auto node = m_impl->newNode(NodeKind::Element, name, {});
    m_impl->link(node, parent, before);
    return node;
}

NodeIndex Document::setAttribute(NodeIndex node, std::string_view localName, std::string_view value,
                                 std::string_view namespaceUri, std::string_view prefix) {
    if (const auto found = attribute(node, localName, namespaceUri); found != kNoNode) {
        m_impl->valueOf(found) = value;
        ++m_impl->version;
        return found;
    }
    const auto name = m_impl->internName(localName, namespaceUri, prefix);
    const auto created = m_impl->newNode(NodeKind::Attribute, name, value);
    m_impl->linkAttribute(created, node);
    return created;
}

void Document::removeAttribute(NodeIndex node, std::string_view localName, std::string_view namespaceUri) {
    const auto found = attribute(node, localName, namespaceUri);
    if (found == kNoNode) return;
    ++m_impl->version;
    const auto entry = m_impl->nodes[found];
    if (entry.previous == kNoNode)
        m_impl->nodes[node].firstAttribute = entry.next;
    else
        m_impl->nodes[entry.previous].next = entry.next;
    if (entry.next != kNoNode) m_impl->nodes[entry.next].previous = entry.previous;
    m_impl->release(found);
}

void Document::setText(NodeIndex node, std::string_view text) {
    auto& impl = *m_impl;
    ++impl.version;
    if (impl.nodes[node].kind != NodeKind::Element) {
        impl.valueOf(node) = text;
        return;
    }
    const auto first = impl.nodes[node].first;
    if (first != kNoNode && first == impl.nodes[node].last && impl.nodes[first].kind == NodeKind::Text &&
        !text.empty()) {
        impl.valueOf(first) = text;
        return;
    }
    const std::string kept(text); // `text` may be a view of a node that goes now
    while (impl.nodes[node].first != kNoNode)
        removeSubtree(impl.nodes[node].first);
    if (kept.empty()) return;
    impl.link(impl.newNode(NodeKind::Text, kNoName, kept), node, kNoNode);
}

namespace {

std::uint32_t nameIn(Document::Impl& to, const Document::Impl& from, std::uint32_t name) {
    if (name == kNoName || to.names == from.names) return name;
    const auto& original = from.names->name(name);
    const auto& space = from.names->space(original.space);
    return to.internName(from.names->local(original.local), space.uri, space.prefix);
}

NodeIndex copyOne(Document::Impl& to, const Document::Impl& from, NodeIndex source) {
    const auto entry = from.nodes[source]; // by value: `to` and `from` may be one document, and its array may move
    const auto value = Document::Impl::hasValue(entry.kind) ? from.valueOf(source) : std::string{};
    const auto node = to.newNode(entry.kind, nameIn(to, from, entry.name), value);
    to.nodes[node].type = entry.type;
    to.nodes[node].tag = entry.tag;
    to.nodes[node].relevant = entry.relevant;
    if (!entry.relevant) ++to.irrelevant;
    return node;
}

} // namespace

NodeIndex Document::copySubtree(const Document& from, NodeIndex source, NodeIndex parent, NodeIndex before) {
    std::vector<NodeIndex> order; // taken first: the copy may be made inside the tree that is copied
    for (auto at = source; at != kNoNode; at = from.m_impl->following(at, source))
        order.push_back(at);
    boost::unordered_flat_map<NodeIndex, NodeIndex> made;
    made.reserve(order.size());
    for (const auto at : order) {
        const auto copy = copyOne(*m_impl, *from.m_impl, at);
        made[at] = copy;
        for (auto a = from.m_impl->nodes[at].firstAttribute; a != kNoNode; a = from.m_impl->nodes[a].next)
            m_impl->linkAttribute(copyOne(*m_impl, *from.m_impl, a), copy);
        if (at == source)
            m_impl->link(copy, parent, before);
        else
            m_impl->link(copy, made[from.m_impl->nodes[at].parent], kNoNode);
    }
    return made[source];
}

void Document::removeSubtree(NodeIndex node) {
    assert(node != kRoot);
    m_impl->unlink(node);
    m_impl->releaseTree(node);
}

} // namespace peil::xpath
