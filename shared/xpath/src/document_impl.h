// SPDX-License-Identifier: Apache-2.0
#pragma once

// How a Document is stored: one array of nodes, interned names, a hash from (parent, name) to the chain of children of
// that name, and two caches that readers may fill: document order and the value indexes of big lists.

#include "peil/xpath/document.h"

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace peil::xpath {

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};
using TextIds = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;
inline constexpr std::uint32_t kNoName = 0xFFFFFFFFU;

/// A namespace as it is written: few, where names are many.
struct Space {
    std::string prefix;
    std::string uri;
    bool xhtml = false; ///< the outer elements of a form: a name without a prefix does not match them
};

struct Name {
    std::uint32_t local = kNoName; ///< index in DocumentData::locals
    std::uint32_t space = 0;       ///< index in DocumentData::spaces
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
    std::uint32_t ordinal = 1; ///< 1-based among siblings of the same name
    std::uint32_t tag = 0xFFFFFFFFU;
    NodeKind kind = NodeKind::Element;
    NodeType type = NodeType::String;
    bool relevant = true;
    bool repeat = false;
};

struct Chain {
    NodeIndex first = kNoNode;
    NodeIndex last = kNoNode;
};

/// The part of a document that a clone copies.
struct DocumentData {
    std::vector<Node> nodes;
    std::vector<std::string> values; ///< of texts, attributes, comments and instructions
    std::vector<NodeIndex> free;
    std::vector<Space> spaces;
    std::vector<Name> names;
    std::vector<std::string> locals;
    std::unordered_map<std::uint64_t, std::uint32_t> nameIds; ///< (local << 32 | space) -> index in `names`
    TextIds localIds;
    TextIds spaceIds;                                ///< prefix, colon, URI -> index in `spaces`
    std::unordered_map<std::uint64_t, Chain> chains; ///< (parent << 32 | local name) -> children of that name
    std::unordered_map<NodeIndex, std::vector<std::pair<std::string, std::string>>> declarations;
    std::unordered_map<NodeIndex, std::vector<NodeIndex>> namespaceNodes;
    std::size_t irrelevant = 0;
    std::size_t repeats = 0;
    std::uint64_t version = 0;
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

    [[nodiscard]] std::uint32_t findLocal(std::string_view local) const {
        const auto found = localIds.find(local);
        return found == localIds.end() ? kNoName : found->second;
    }
    std::uint32_t internLocal(std::string_view local);
    std::uint32_t internSpace(std::string_view uri, std::string_view prefix);
    std::uint32_t internName(std::string_view local, std::string_view uri, std::string_view prefix);
    [[nodiscard]] static std::uint64_t chainKey(NodeIndex parent, std::uint32_t local) {
        return (std::uint64_t{parent} << 32U) | local;
    }
    [[nodiscard]] NodeIndex firstOfName(NodeIndex parent, std::uint32_t local) const {
        const auto found = chains.find(chainKey(parent, local));
        return found == chains.end() ? kNoNode : found->second.first;
    }
    [[nodiscard]] const Name& nameOf(NodeIndex node) const { return names[nodes[node].name]; }
    /// Of a node that has a name.
    [[nodiscard]] const Space& spaceOf(NodeIndex node) const { return spaces[nameOf(node).space]; }
    [[nodiscard]] std::uint32_t localOf(NodeIndex node) const {
        return nodes[node].name == kNoName ? kNoName : names[nodes[node].name].local;
    }
    [[nodiscard]] bool relevantWithAncestors(NodeIndex node) const;
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

    /// Position of each node in document order; made on demand, safe for readers on several threads.
    [[nodiscard]] const std::vector<std::uint32_t>& order() const;
    /// Rows of `row` name under `parent` by the text of `column`; nullptr when an index does not pay. One that is not
    /// wanted at once is made when it is asked for again.
    [[nodiscard]] const ValueIndex* valueIndex(NodeIndex parent, std::uint32_t row, std::uint32_t column,
                                               bool atOnce) const;

private:
    void linkChain(NodeIndex node, NodeIndex parent, NodeIndex before);
    void unlinkChain(NodeIndex node);
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
