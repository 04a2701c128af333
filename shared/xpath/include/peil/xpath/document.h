// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tree that expressions read: the live instance of a form, a secondary instance, or any XML document. One concrete
// type, stored as arrays, so that a step of a path costs a hash look-up and not a walk over siblings.
// Not for: reading or writing forms; comments and processing instructions are dropped when XML is parsed, unless kept.

#include "peil/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace peil::xpath {

/// Index of a node in its document. Stays valid until that node is removed; may be given again after that.
using NodeIndex = std::uint32_t;
inline constexpr NodeIndex kNoNode = 0xFFFFFFFFU;
/// The document node (the parent of the document element), always present.
inline constexpr NodeIndex kRoot = 0;
/// What Document::tag() gives at first.
inline constexpr std::uint32_t kNoTag = 0xFFFFFFFFU;

enum class NodeKind : std::uint8_t {
    Document,
    Element,
    Attribute,
    Text,
    Comment,
    ProcessingInstruction,
    Namespace,
    DocumentType
};

/// What parsing keeps. Data drops comments, processing instructions, the document type and the nodes of the namespace
/// axis, and joins CDATA sections with the text beside them.
enum class Keep : std::uint8_t { Data, Everything };

/// What a node's text means where ODK's functions look at the type (README.md, "What was chosen where engines differ").
enum class NodeType : std::uint8_t { String, Integer, Decimal, Boolean, Date, Time, DateTime, Geo };

/// Whether expressions see the value of a node (forms/DECISIONS.md, 2).
enum class Relevant : std::uint8_t { No, Yes };

/// Mutable tree. Threads: one writer and no reader at a time, or any number of readers. Movable, not copyable
/// (clone()).
class Document {
public:
    Document();
    ~Document();
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    [[nodiscard]] Document clone() const;
    /// An empty document for nodes of the same names: copies between the two need not look names up. Both belong to one
    /// thread until one of them is cloned.
    [[nodiscard]] static Document withNamesOf(const Document& other);

    /// Well-formed XML with namespaces, in UTF-8; no entity but the five of XML is known.
    /// @return XpathErrc::BadXml with line and column in the context, also for a DTD and for XML beyond its limits.
    [[nodiscard]] static Result<Document> parse(std::string_view xml, Keep keep = Keep::Data);

    // --- reading -----------------------------------------------------------------------------------------------------
    [[nodiscard]] NodeIndex documentElement() const;
    [[nodiscard]] NodeKind kind(NodeIndex node) const;
    [[nodiscard]] std::string_view localName(NodeIndex node) const;
    [[nodiscard]] std::string_view prefix(NodeIndex node) const;
    [[nodiscard]] std::string_view namespaceUri(NodeIndex node) const;
    [[nodiscard]] NodeIndex parent(NodeIndex node) const;
    [[nodiscard]] NodeIndex firstChild(NodeIndex node) const;
    [[nodiscard]] NodeIndex nextSibling(NodeIndex node) const;
    [[nodiscard]] NodeIndex firstAttribute(NodeIndex node) const; ///< more by nextSibling
    /// First child element of that local name, in any namespace; O(1).
    [[nodiscard]] NodeIndex childElement(NodeIndex node, std::string_view localName) const;
    /// The last one, as childElement() gives the first.
    [[nodiscard]] NodeIndex lastChildElement(NodeIndex node, std::string_view localName) const;
    /// Next sibling element of the same name; O(1). For the instances of a repeat.
    [[nodiscard]] NodeIndex nextOfSameName(NodeIndex node) const;
    /// 1-based among siblings of the same name.
    [[nodiscard]] std::size_t positionAmongSameName(NodeIndex node) const;
    [[nodiscard]] NodeIndex attribute(NodeIndex node, std::string_view localName,
                                      std::string_view namespaceUri = {}) const;
    /// XPath string-value.
    [[nodiscard]] std::string stringValue(NodeIndex node) const;
    /// The text of an element that has only text, or of an attribute or text node, without a copy.
    [[nodiscard]] std::string_view text(NodeIndex node) const;
    /// Total document order.
    [[nodiscard]] bool isBefore(NodeIndex a, NodeIndex b) const;

    // --- writing -----------------------------------------------------------------------------------------------------
    NodeIndex appendElement(NodeIndex parent, std::string_view localName, std::string_view namespaceUri = {},
                            std::string_view prefix = {});
    /// New element before `sibling` (kNoNode = at the end).
    NodeIndex insertElement(NodeIndex parent, NodeIndex before, std::string_view localName,
                            std::string_view namespaceUri = {}, std::string_view prefix = {});
    NodeIndex setAttribute(NodeIndex node, std::string_view localName, std::string_view value,
                           std::string_view namespaceUri = {}, std::string_view prefix = {});
    void removeAttribute(NodeIndex node, std::string_view localName, std::string_view namespaceUri = {});
    /// Replaces all children by one text.
    void setText(NodeIndex node, std::string_view text);
    /// Deep copy of `source` (maybe of another document) under `parent` before `before`. @return its root.
    NodeIndex copySubtree(const Document& from, NodeIndex source, NodeIndex parent, NodeIndex before = kNoNode);
    void removeSubtree(NodeIndex node);

    // --- what the form engine hangs on a node
    // -------------------------------------------------------------------------
    void setType(NodeIndex node, NodeType type);
    [[nodiscard]] NodeType type(NodeIndex node) const;
    void setRelevant(NodeIndex node, Relevant relevant); ///< inherited by descendants
    [[nodiscard]] bool isRelevant(NodeIndex node) const; ///< the node and all its ancestors
    /// Free for the owner, e.g. the index of the node's definition; kNoTag at first.
    void setTag(NodeIndex node, std::uint32_t tag);
    [[nodiscard]] std::uint32_t tag(NodeIndex node) const;

    struct Impl;
    /// For the evaluator inside this library only.
    [[nodiscard]] const Impl& impl() const { return *m_impl; }

private:
    std::unique_ptr<Impl> m_impl;
};

/// A node of some document. Borrowed: the document must outlive it.
struct NodeRef {
    const Document* document = nullptr;
    NodeIndex node = kNoNode;
    bool operator==(const NodeRef&) const = default;
    [[nodiscard]] explicit operator bool() const { return document != nullptr && node != kNoNode; }
};

} // namespace peil::xpath
