// SPDX-License-Identifier: Apache-2.0
#include "document_impl.h"

namespace peil::xpath {

Document::Document()
    : m_impl(std::make_unique<Impl>()) {
    m_impl->newNode(NodeKind::Document, kNoName, {});
}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

Document Document::clone() const {
    Document copy;
    m_impl->names->freeze();
    copy.m_impl = std::make_unique<Impl>(static_cast<const DocumentData&>(*m_impl));
    return copy;
}

Document Document::withNamesOf(const Document& other) {
    Document made;
    made.m_impl->names = other.m_impl->names;
    return made;
}

NodeIndex Document::documentElement() const {
    auto node = m_impl->nodes[kRoot].first;
    while (node != kNoNode && m_impl->nodes[node].kind != NodeKind::Element)
        node = m_impl->nodes[node].next;
    return node;
}

NodeKind Document::kind(NodeIndex node) const {
    return m_impl->nodes[node].kind;
}

std::string_view Document::localName(NodeIndex node) const {
    return m_impl->nodes[node].name == kNoName ? std::string_view{} : std::string_view(m_impl->localText(node));
}

std::string_view Document::prefix(NodeIndex node) const {
    return m_impl->nodes[node].name == kNoName ? std::string_view{} : std::string_view(m_impl->spaceOf(node).prefix);
}

std::string_view Document::namespaceUri(NodeIndex node) const {
    return m_impl->nodes[node].name == kNoName ? std::string_view{} : std::string_view(m_impl->spaceOf(node).uri);
}

NodeIndex Document::parent(NodeIndex node) const {
    return m_impl->nodes[node].parent;
}
NodeIndex Document::firstChild(NodeIndex node) const {
    return m_impl->nodes[node].first;
}
NodeIndex Document::nextSibling(NodeIndex node) const {
    return m_impl->nodes[node].next;
}
NodeIndex Document::firstAttribute(NodeIndex node) const {
    return m_impl->nodes[node].firstAttribute;
}

NodeIndex Document::childElement(NodeIndex node, std::string_view localName) const {
    const auto local = m_impl->names->findLocal(localName);
    return local == kNoName ? kNoNode : m_impl->firstOfName(node, local);
}

NodeIndex Document::lastChildElement(NodeIndex node, std::string_view localName) const {
    const auto local = m_impl->names->findLocal(localName);
    return local == kNoName ? kNoNode : m_impl->lastOfName(node, local);
}

NodeIndex Document::nextOfSameName(NodeIndex node) const {
    return m_impl->nodes[node].nextSame;
}
std::size_t Document::positionAmongSameName(NodeIndex node) const {
    return m_impl->nodes[node].kind == NodeKind::Element ? m_impl->nodes[node].ordinalOrValue : 1;
}

NodeIndex Document::attribute(NodeIndex node, std::string_view localName, std::string_view namespaceUri) const {
    const auto local = m_impl->names->findLocal(localName);
    if (local == kNoName) return kNoNode;
    for (auto at = m_impl->nodes[node].firstAttribute; at != kNoNode; at = m_impl->nodes[at].next) {
        if (m_impl->nameOf(at).local == local && m_impl->spaceOf(at).uri == namespaceUri) return at;
    }
    return kNoNode;
}

std::string Document::stringValue(NodeIndex node) const {
    std::string_view plain;
    if (m_impl->plainText(node, plain)) return std::string(plain);
    std::string text;
    for (auto at = m_impl->following(node, node); at != kNoNode; at = m_impl->following(at, node))
        if (m_impl->nodes[at].kind == NodeKind::Text) text += m_impl->valueOf(at);
    return text;
}

std::string_view Document::text(NodeIndex node) const {
    std::string_view plain;
    return m_impl->plainText(node, plain) ? plain : std::string_view{};
}

bool Document::isBefore(NodeIndex a, NodeIndex b) const {
    return m_impl->isBefore(a, b);
}

void Document::setType(NodeIndex node, NodeType type) {
    ++m_impl->version;
    m_impl->isForm = true;
    m_impl->nodes[node].type = type;
}
NodeType Document::type(NodeIndex node) const {
    return m_impl->nodes[node].type;
}

void Document::setRelevant(NodeIndex node, Relevant relevant) {
    auto& entry = m_impl->nodes[node];
    const bool yes = relevant == Relevant::Yes;
    if (entry.relevant == yes) return;
    entry.relevant = yes;
    m_impl->inheritRelevance(node);
    m_impl->isForm = true;
    m_impl->irrelevant += yes ? std::size_t{0} - 1U : std::size_t{1};
    ++m_impl->version;
}
bool Document::isRelevant(NodeIndex node) const {
    return m_impl->isRelevant(node);
}

void Document::setTag(NodeIndex node, std::uint32_t tag) {
    m_impl->isForm = true;
    m_impl->nodes[node].tag = tag;
}
std::uint32_t Document::tag(NodeIndex node) const {
    return m_impl->nodes[node].tag;
}

void Document::Impl::inheritRelevance(NodeIndex node) {
    for (auto at = node; at != kNoNode;) {
        auto& entry = nodes[at];
        const bool hidden = !entry.relevant || (entry.parent != kNoNode && nodes[entry.parent].hidden);
        const bool changed = entry.hidden != hidden;
        entry.hidden = hidden;
        for (auto a = entry.firstAttribute; changed && a != kNoNode; a = nodes[a].next)
            nodes[a].hidden = hidden || !nodes[a].relevant;
        at = changed ? following(at, node) : followingSkip(at, node);
    }
}

bool Document::Impl::plainText(NodeIndex node, std::string_view& out) const {
    const auto& entry = nodes[node];
    if (hasValue(entry.kind)) {
        out = valueOf(node);
        return true;
    }
    if (entry.first == kNoNode) {
        out = {};
        return true;
    }
    if (entry.first != entry.last || nodes[entry.first].kind != NodeKind::Text) return false;
    out = valueOf(entry.first);
    return true;
}

NodeIndex Document::Impl::following(NodeIndex node, NodeIndex top) const {
    if (nodes[node].first != kNoNode) return nodes[node].first;
    return followingSkip(node, top);
}

NodeIndex Document::Impl::followingSkip(NodeIndex node, NodeIndex top) const {
    for (auto at = node; at != top && at != kNoNode; at = nodes[at].parent)
        if (nodes[at].next != kNoNode) return nodes[at].next;
    return kNoNode;
}

bool Document::Impl::isBefore(NodeIndex a, NodeIndex b) const {
    const auto depth = [&](NodeIndex node) {
        unsigned steps = 0;
        for (auto at = nodes[node].parent; at != kNoNode; at = nodes[at].parent)
            ++steps;
        return steps;
    };
    const auto depthA = depth(a), depthB = depth(b);
    auto x = a, y = b;
    for (auto d = depthA; d > depthB; --d)
        x = nodes[x].parent;
    for (auto d = depthB; d > depthA; --d)
        y = nodes[y].parent;
    if (x == y) return depthA < depthB;
    while (nodes[x].parent != nodes[y].parent) {
        x = nodes[x].parent;
        y = nodes[y].parent;
    }
    // Orders two instances of a repeat, or nodes in them, without numbering the tree.
    if (nodes[x].kind == NodeKind::Element && nodes[y].kind == NodeKind::Element && localOf(x) == localOf(y))
        return nodes[x].ordinalOrValue < nodes[y].ordinalOrValue;
    return order()[a] < order()[b];
}

const std::vector<std::uint32_t>& Document::Impl::order() const {
    if (m_orderVersion.load(std::memory_order_acquire) == shapeVersion) return m_order;
    const std::lock_guard lock(m_cacheLock);
    if (m_orderVersion.load(std::memory_order_relaxed) == shapeVersion) return m_order;
    m_order.assign(nodes.size(), 0);
    std::uint32_t place = 0;
    for (auto at = kRoot; at != kNoNode; at = following(at, kRoot)) {
        m_order[at] = place++;
        if (const auto found = namespaceNodes.find(at); found != namespaceNodes.end())
            for (const auto node : found->second)
                m_order[node] = place++;
        for (auto a = nodes[at].firstAttribute; a != kNoNode; a = nodes[a].next)
            m_order[a] = place++;
    }
    m_orderVersion.store(shapeVersion, std::memory_order_release);
    return m_order;
}

const ValueIndex* Document::Impl::valueIndex(NodeIndex parent, std::uint32_t row, std::uint32_t column,
                                             bool atOnce) const {
    constexpr std::uint32_t kWorthIt = 16;
    if (!nodes[parent].chained || irrelevant != 0) return nullptr;
    const auto found = chains.find(chainKey(parent, row));
    if (found == chains.end() || nodes[found->second.last].ordinalOrValue < kWorthIt) return nullptr;
    const std::lock_guard lock(m_cacheLock);
    auto& slot = m_indexes[{parent, row, column}];
    if (slot.index && slot.index->version == version) return slot.index->usable ? slot.index.get() : nullptr;
    // A tree that changes with every answer is searched once before an index is built.
    const bool worthIt = (atOnce && version == parsedVersion) || slot.askedVersion == version;
    slot.askedVersion = version;
    if (!worthIt) return nullptr;
    slot.index = std::make_unique<ValueIndex>();
    buildIndex(*slot.index, found->second.first, column);
    return slot.index->usable ? slot.index.get() : nullptr;
}

void Document::Impl::buildIndex(ValueIndex& index, NodeIndex first, std::uint32_t column) const {
    index.version = version;
    for (auto row = first; row != kNoNode; row = nodes[row].nextSame) {
        auto cell = firstOfName(row, column);
        if (cell == kNoNode) index.rows[std::string{}].push_back(row);
        for (; cell != kNoNode; cell = nodes[cell].nextSame) {
            std::string_view text;
            if (nodes[cell].type != NodeType::String || !plainText(cell, text)) return;
            auto at = index.rows.find(text);
            if (at == index.rows.end()) at = index.rows.emplace(std::string(text), std::vector<NodeIndex>{}).first;
            if (at->second.empty() || at->second.back() != row) at->second.push_back(row);
        }
    }
    index.usable = true;
}

} // namespace peil::xpath
