// SPDX-License-Identifier: Apache-2.0
#include "document_impl.h"

#include <cassert>

namespace peil::xpath {

std::uint32_t Document::Impl::internLocal(std::string_view local) {
    if (const auto found = localIds.find(local); found != localIds.end()) return found->second;
    const auto id = static_cast<std::uint32_t>(locals.size());
    locals.emplace_back(local);
    localIds.emplace(std::string(local), id);
    return id;
}

std::uint32_t Document::Impl::internSpace(std::string_view uri, std::string_view prefix) {
    constexpr std::size_t kFew = 8; // a form has no more; a hostile document may
    for (std::size_t i = 0; i < spaces.size() && i < kFew; ++i)
        if (spaces[i].prefix == prefix && spaces[i].uri == uri) return static_cast<std::uint32_t>(i);
    std::string key(prefix);
    key.append(1, ':').append(uri);
    const auto [at, isNew] = spaceIds.try_emplace(std::move(key), static_cast<std::uint32_t>(spaces.size()));
    if (isNew) spaces.push_back({std::string(prefix), std::string(uri), uri == "http://www.w3.org/1999/xhtml"});
    return at->second;
}

std::uint32_t Document::Impl::internName(std::string_view local, std::string_view uri, std::string_view prefix) {
    const Name name{internLocal(local), internSpace(uri, prefix)};
    const auto [at, isNew] =
        nameIds.try_emplace(std::uint64_t{name.local} << 32U | name.space, static_cast<std::uint32_t>(names.size()));
    if (isNew) names.push_back(name);
    return at->second;
}

NodeIndex Document::Impl::newNode(NodeKind kind, std::uint32_t name, std::string_view value) {
    ++version;
    NodeIndex index = 0;
    if (free.empty()) {
        index = static_cast<NodeIndex>(nodes.size());
        nodes.emplace_back();
        values.emplace_back(value);
    } else {
        index = free.back();
        free.pop_back();
        nodes[index] = {};
        values[index] = value;
    }
    nodes[index].kind = kind;
    nodes[index].name = name;
    return index;
}

void Document::Impl::link(NodeIndex node, NodeIndex parent, NodeIndex before) {
    ++version;
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
    if (entry.kind == NodeKind::Element) linkChain(node, parent, before);
}

void Document::Impl::linkChain(NodeIndex node, NodeIndex parent, NodeIndex before) {
    const auto local = localOf(node);
    auto& chain = chains[chainKey(parent, local)];
    auto& entry = nodes[node];
    entry.previousSame = chain.last;
    if (before != kNoNode && chain.last != kNoNode) {
        auto at = entry.previous;
        while (at != kNoNode && (nodes[at].kind != NodeKind::Element || localOf(at) != local))
            at = nodes[at].previous;
        entry.previousSame = at;
    }
    entry.nextSame = entry.previousSame == kNoNode ? chain.first : nodes[entry.previousSame].nextSame;
    if (entry.previousSame == kNoNode)
        chain.first = node;
    else
        nodes[entry.previousSame].nextSame = node;
    if (entry.nextSame == kNoNode)
        chain.last = node;
    else
        nodes[entry.nextSame].previousSame = node;
    auto ordinal = entry.previousSame == kNoNode ? 1U : nodes[entry.previousSame].ordinal + 1U;
    for (auto at = node; at != kNoNode; at = nodes[at].nextSame)
        nodes[at].ordinal = ordinal++;
}

void Document::Impl::unlinkChain(NodeIndex node) {
    const auto key = chainKey(nodes[node].parent, localOf(node));
    auto& chain = chains[key];
    const auto next = nodes[node].nextSame;
    const auto previous = nodes[node].previousSame;
    if (previous == kNoNode)
        chain.first = next;
    else
        nodes[previous].nextSame = next;
    if (next == kNoNode)
        chain.last = previous;
    else
        nodes[next].previousSame = previous;
    if (chain.first == kNoNode) chains.erase(key);
    for (auto at = next; at != kNoNode; at = nodes[at].nextSame)
        --nodes[at].ordinal;
}

void Document::Impl::unlink(NodeIndex node) {
    ++version;
    const auto entry = nodes[node];
    if (entry.kind == NodeKind::Element) unlinkChain(node);
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
    nodes[node].parent = parent;
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
    if (nodes[node].repeat) --repeats;
    declarations.erase(node);
    nodes[node] = {};
    values[node].clear();
    free.push_back(node);
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
        if (nodes[node].kind == NodeKind::Element && node != top && nodes[node].previousSame == kNoNode)
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
        m_impl->values[found] = value;
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
        impl.values[node] = text;
        return;
    }
    const auto first = impl.nodes[node].first;
    if (first != kNoNode && first == impl.nodes[node].last && impl.nodes[first].kind == NodeKind::Text &&
        !text.empty()) {
        impl.values[first] = text;
        return;
    }
    const std::string kept(text); // `text` may be a view of a node that goes now
    while (impl.nodes[node].first != kNoNode)
        removeSubtree(impl.nodes[node].first);
    if (kept.empty()) return;
    impl.link(impl.newNode(NodeKind::Text, kNoName, kept), node, kNoNode);
}

namespace {

NodeIndex copyOne(Document::Impl& to, const Document::Impl& from, NodeIndex source) {
    const auto entry = from.nodes[source]; // by value: `to` and `from` may be one document, and its array may move
    auto name = kNoName;
    if (entry.name != kNoName) {
        const auto original = from.names[entry.name];
        const std::string local = from.locals[original.local];
        const auto space = from.spaces[original.space];
        name = to.internName(local, space.uri, space.prefix);
    }
    const std::string value = from.values[source];
    const auto node = to.newNode(entry.kind, name, value);
    to.nodes[node].type = entry.type;
    to.nodes[node].tag = entry.tag;
    to.nodes[node].relevant = entry.relevant;
    to.nodes[node].repeat = entry.repeat;
    if (!entry.relevant) ++to.irrelevant;
    if (entry.repeat) ++to.repeats;
    if (const auto found = from.declarations.find(source); found != from.declarations.end()) {
        auto declared = found->second;
        to.declarations[node] = std::move(declared);
    }
    return node;
}

} // namespace

NodeIndex Document::copySubtree(const Document& from, NodeIndex source, NodeIndex parent, NodeIndex before) {
    std::vector<NodeIndex> order; // taken first: the copy may be made inside the tree that is copied
    for (auto at = source; at != kNoNode; at = from.m_impl->following(at, source))
        order.push_back(at);
    std::unordered_map<NodeIndex, NodeIndex> made;
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
