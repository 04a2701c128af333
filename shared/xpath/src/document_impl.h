// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a Document is stored: one array of nodes, a table of names, for a parent of many children a hash from (parent,
// name) to the chain of children of that name, and two caches that readers may fill: document order and the value
// indexes of big lists.

#include "names.h"
#include "peil/xpath/document.h"

#include <atomic>
#include <boost/unordered/unordered_flat_map.hpp>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace peil::xpath {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

struct Node {
    NodeIndex parent = kNoNode;
    NodeIndex first = kNoNode;
    NodeIndex last = kNoNode;
    NodeIndex next = kNoNode;
    NodeIndex previous = kNoNode;
    NodeIndex firstAttribute = kNoNode;
    NodeIndex nextSame = kNoNode;
    NodeIndex previousSame = kNoNode;
    std::uint32_t name = kNoName;
    /// Of an element: 1-based among siblings of the same name. Of a node that has a text: its place in `values`.
    std::uint32_t ordinalOrValue = 1;
    std::uint32_t tag = 0xFFFFFFFFU;
    NodeKind kind = NodeKind::Element;
    NodeType type = NodeType::String;
    bool relevant : 1 = true;       ///< by its own rule
    bool hidden : 1 = false;        ///< it or an ancestor is not relevant
    bool chained : 1 = false;       ///< has so many child elements that `chains` knows them
    std::uint8_t childElements = 0; ///< while not chained
};
static_assert(sizeof(Node) == 48, "a large list has a hundred thousand of them");

/// A child is found by a walk over so many siblings; by a hash when there are more.
inline constexpr std::uint8_t kFewChildren = 16;

struct Chain {
    NodeIndex first = kNoNode;
    NodeIndex last = kNoNode;
};

/// The part of a document that a clone copies.
struct DocumentData {
    std::vector<Node> nodes;
    std::vector<std::string> values; ///< of texts, attributes, comments and instructions
    std::vector<NodeIndex> freeNodes;
    std::vector<std::uint32_t> freeValues;
    std::shared_ptr<NameTable> names = std::make_shared<NameTable>();
    boost::unordered_flat_map<std::uint64_t, Chain> chains; ///< (parent << 32 | local name) -> children of that name
    std::unordered_map<NodeIndex, std::vector<NodeIndex>> namespaceNodes;
    std::size_t irrelevant = 0;
    std::uint64_t version = 0;      ///< grows with every change
    std::uint64_t shapeVersion = 0; ///< grows when nodes come or go, and not with each new text
    std::uint64_t parsedVersion = 0;
    bool isForm = false; ///< an owner has given its nodes types, tags or relevance: a blank is an unanswered question
};

/// Rows of a list by the text of one of their columns. Only for lists whose columns have no type.
struct ValueIndex {
    std::uint64_t version = 0;
    bool usable = false;
    std::unordered_map<std::string, std::vector<NodeIndex>, TextHash, std::equal_to<>> rows;
};

struct Document::Impl : DocumentData {
    Impl() = default;
    explicit Impl(const DocumentData& data)
        : DocumentData(data) {}

    std::uint32_t internName(std::string_view local, std::string_view uri, std::string_view prefix);
    [[nodiscard]] static std::uint64_t chainKey(NodeIndex parent, std::uint32_t local) {
        return (std::uint64_t{parent} << 32U) | local;
    }
    [[nodiscard]] NodeIndex firstOfName(NodeIndex parent, std::uint32_t local) const {
        if (nodes[parent].chained) {
            const auto found = chains.find(chainKey(parent, local));
            return found == chains.end() ? kNoNode : found->second.first;
        }
        auto at = nodes[parent].first;
        while (at != kNoNode && !isElement(at, local))
            at = nodes[at].next;
        return at;
    }
    /// The same; the look-up is saved when `guess`, any number, is that child.
    [[nodiscard]] NodeIndex firstOfName(NodeIndex parent, std::uint32_t local, NodeIndex guess) const {
        const bool right = guess < nodes.size() && nodes[guess].parent == parent && isElement(guess, local) &&
                           nodes[guess].previousSame == kNoNode;
        return right ? guess : firstOfName(parent, local);
    }
    [[nodiscard]] NodeIndex lastOfName(NodeIndex parent, std::uint32_t local) const {
        if (nodes[parent].chained) {
            const auto found = chains.find(chainKey(parent, local));
            return found == chains.end() ? kNoNode : found->second.last;
        }
        auto at = nodes[parent].last;
        while (at != kNoNode && !isElement(at, local))
            at = nodes[at].previous;
        return at;
    }
    [[nodiscard]] const Name& nameOf(NodeIndex node) const { return names->name(nodes[node].name); }
    /// Of a node that has a name.
    [[nodiscard]] const Space& spaceOf(NodeIndex node) const { return names->space(nameOf(node).space); }
    [[nodiscard]] std::uint32_t localOf(NodeIndex node) const {
        return nodes[node].name == kNoName ? kNoName : nameOf(node).local;
    }
    /// Of a node that has a name.
    [[nodiscard]] const std::string& localText(NodeIndex node) const { return names->local(nameOf(node).local); }
    [[nodiscard]] bool isElement(NodeIndex node, std::uint32_t local) const {
        return nodes[node].kind == NodeKind::Element && nameOf(node).local == local;
    }
    [[nodiscard]] static bool hasValue(NodeKind kind) {
        return kind != NodeKind::Element && kind != NodeKind::Document;
    }
    /// Of a node that has a text: neither an element nor the document.
    [[nodiscard]] const std::string& valueOf(NodeIndex node) const { return values[nodes[node].ordinalOrValue]; }
    [[nodiscard]] std::string& valueOf(NodeIndex node) { return values[nodes[node].ordinalOrValue]; }
    [[nodiscard]] bool isRelevant(NodeIndex node) const { return !nodes[node].hidden; }
    /// Hands down what the parent and the node's own rule say, to the node and all below it.
    void inheritRelevance(NodeIndex node);
    /// True and the text when no copy is needed to give the string-value.
    [[nodiscard]] bool plainText(NodeIndex node, std::string_view& out) const;

    NodeIndex newNode(NodeKind kind, std::uint32_t name, std::string_view value);
    void link(NodeIndex node, NodeIndex parent, NodeIndex before);
    void unlink(NodeIndex node);
    void linkAttribute(NodeIndex node, NodeIndex parent);
    void release(NodeIndex node);
    void releaseTree(NodeIndex top);
    /// The next node of the tree under `top` in document order (no attributes); kNoNode at the end.
    [[nodiscard]] NodeIndex following(NodeIndex node, NodeIndex top) const;
    /// The same, without the descendants of `node`.
    [[nodiscard]] NodeIndex followingSkip(NodeIndex node, NodeIndex top) const;

    [[nodiscard]] bool isBefore(NodeIndex a, NodeIndex b) const;
    /// Position of each node in document order; made on demand, safe for readers on several threads.
    [[nodiscard]] const std::vector<std::uint32_t>& order() const;
    /// Rows of `row` name under `parent` by the text of `column`; nullptr when an index does not pay. Without `atOnce`,
    /// and in a tree that has changed since it was read, the first call after a change returns nullptr and the second
    /// one builds the index.
    [[nodiscard]] const ValueIndex* valueIndex(NodeIndex parent, std::uint32_t row, std::uint32_t column,
                                               bool atOnce) const;

private:
    void joinSameName(NodeIndex node, NodeIndex parent);
    void leaveSameName(NodeIndex node);
    [[nodiscard]] NodeIndex previousOfName(NodeIndex node, NodeIndex parent) const;
    [[nodiscard]] NodeIndex nextOfName(NodeIndex node, NodeIndex parent) const;
    void chainEnds(NodeIndex node, NodeIndex parent);
    void chainChildren(NodeIndex parent);
    void buildIndex(ValueIndex& index, NodeIndex first, std::uint32_t column) const;

    using IndexKey = std::tuple<NodeIndex, std::uint32_t, std::uint32_t>;
    struct IndexSlot {
        std::uint64_t askedVersion = ~std::uint64_t{0};
        std::unique_ptr<ValueIndex> index;
    };
    mutable std::mutex m_cacheLock;
    mutable std::atomic<std::uint64_t> m_orderVersion{~std::uint64_t{0}};
    mutable std::vector<std::uint32_t> m_order;
    mutable std::map<IndexKey, IndexSlot> m_indexes;
};

} // namespace peil::xpath
