// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "definition/model.h"
#include "peil/forms/session.h"

#include <compare>
#include <map>
#include <set>
#include <span>

namespace peil::forms {

using xpath::kNoNode;
using xpath::NodeIndex;

/// What the engine keeps of one node of the instance, beside its text.
struct NodeState {
    DefId def = kNone;     ///< kNone: not a node of the form, or removed
    bool relevant = true;  ///< by its own rule; ancestors decide too
    bool readonly = false; ///< by its own rule
    bool required = false;
    bool constraintOk = true;
    bool ranked = false; ///< of a rank question: someone put its choices in order, though the list may be empty now
    NoAnswer reason = NoAnswer::None;
};

/// The instances of one repeat under one parent. Its NodeId has the highest bit set.
struct Range {
    NodeIndex parent = kNoNode;
    DefId repeat = kNone;
    auto operator<=>(const Range&) const = default; // NOLINT(modernize-use-nullptr)
};
inline constexpr NodeId kRangeBit = 0x80000000U;

/// The document that is being filled in, and what is known of each of its nodes. It evaluates nothing.
///
/// Invariant: a node is alive exactly when the form defines it and it is in the document; its state then names its
/// definition. A definition that can have but one node knows it while it is alive. The document calls a node relevant
/// when the states of the node and of all above it do. A node with a reason for no answer has no text, unless it was
/// just read from a record. The number of a range lasts as long as its parent, and is not given to another one.
/// Threads: as Session.
class LiveInstance {
public:
    explicit LiveInstance(const FormDefinition::Impl& form);
    LiveInstance(const LiveInstance&) = delete; ///< expressions know the document by its address
    LiveInstance& operator=(const LiveInstance&) = delete;

    // --- looking
    [[nodiscard]] const FormDefinition::Impl& form() const { return m_form; }
    [[nodiscard]] const xpath::Document& document() const { return m_document; }
    [[nodiscard]] NodeIndex root() const { return m_document.documentElement(); }
    [[nodiscard]] std::string_view text(NodeIndex node) const { return m_document.text(node); }
    [[nodiscard]] bool alive(NodeIndex node) const { return node < m_states.size() && m_states[node].def != kNone; }
    /// Of a node that is alive.
    [[nodiscard]] const NodeState& state(NodeIndex node) const { return m_states[node]; }
    [[nodiscard]] const NodeDef& defOf(NodeIndex node) const { return m_form.nodes[m_states[node].def]; }
    /// By definition: its node when it can have but one, else kNoNode.
    [[nodiscard]] std::span<const NodeIndex> singles() const { return m_singles; }
    [[nodiscard]] std::string pathOf(NodeIndex node) const;
    [[nodiscard]] std::string pathOf(const Range& range) const;
    [[nodiscard]] std::optional<NodeId> find(std::string_view path) const;
    [[nodiscard]] NodeIndex ancestor(NodeIndex node, DefId wanted) const;
    [[nodiscard]] NodeIndex childOf(NodeIndex parent, DefId child) const; ///< the first
    [[nodiscard]] std::vector<NodeIndex> nodesBelow(NodeIndex top, DefId wanted) const;
    [[nodiscard]] std::vector<NodeIndex> nodesOf(DefId wanted) const { return nodesBelow(root(), wanted); }
    [[nodiscard]] std::vector<NodeIndex> instancesOf(const Range& range) const;
    [[nodiscard]] NodeIndex lastInstance(const Range& range) const;
    [[nodiscard]] std::size_t countOf(const Range& range) const;
    [[nodiscard]] NodeId rangeId(const Range& range) const;
    [[nodiscard]] std::optional<Range> rangeOf(NodeId id) const;
    [[nodiscard]] bool isRelevant(NodeIndex node) const { return m_document.isRelevant(node); }
    [[nodiscard]] bool isRelevant(const Range& range) const;
    [[nodiscard]] bool isReadonly(NodeIndex node) const;
    [[nodiscard]] bool isAnswered(NodeIndex node) const;
    /// The node, its attributes and all below it, as far as they are alive, in document order.
    template <class Visit>
    void eachNode(NodeIndex top, const Visit& visit) const;

    // --- changing: each returns whether anything changed
    bool setText(NodeIndex node, std::string_view text); ///< a text takes the reason for none away
    bool setReason(NodeIndex node, NoAnswer reason);
    bool setRelevant(NodeIndex node, bool relevant);
    bool setReadonly(NodeIndex node, bool readonly);
    bool setRequired(NodeIndex node, bool required);
    bool setConstraintOk(NodeIndex node, bool ok);
    void setRanked(NodeIndex node, bool ranked) { m_states[node].ranked = ranked; }
    void setType(NodeIndex node, xpath::NodeType type);
    /// Of a repeat without an instance: whether it may get one.
    bool setClosed(const Range& range, bool closed);

    // --- growing and shrinking
    /// The blank form instead of what was there.
    void open();
    /// A copy of `model`, a node of the form's templates, before the node `before`; kNoNode = at the end.
    NodeIndex insert(const Range& range, NodeIndex model, NodeIndex before);
    /// A node of the form that the document lacks, at the end of `parent`.
    NodeIndex append(NodeIndex parent, DefId child);
    void remove(NodeIndex instance);
    /// An attribute that the form does not define, as a record has it.
    void keepAttribute(NodeIndex node, const xpath::Document& from, NodeIndex attribute);
    /// Calls `use` with an instance of the repeat to evaluate at: the first, or one that is lent for the moment.
    template <class Use>
    void withInstance(const Range& range, const Use& use);

private:
    void adopt(NodeIndex node);
    void forget(NodeIndex node);

    const FormDefinition::Impl& m_form;
    xpath::Document m_document;
    std::vector<NodeState> m_states; ///< by node
    std::vector<NodeIndex> m_singles;
    std::set<Range> m_closed;
    mutable std::vector<Range> m_ranges; ///< by number; a range of a removed parent stays, but is no longer found
    mutable std::map<Range, NodeId> m_rangeIds;
};

template <class Visit>
void LiveInstance::eachNode(NodeIndex top, const Visit& visit) const {
    if (!alive(top)) return;
    visit(top);
    for (auto at = m_document.firstAttribute(top); at != kNoNode; at = m_document.nextSibling(at))
        if (alive(at)) visit(at);
    for (auto at = m_document.firstChild(top); at != kNoNode; at = m_document.nextSibling(at))
        eachNode(at, visit);
}

template <class Use>
void LiveInstance::withInstance(const Range& range, const Use& use) {
    const auto first = childOf(range.parent, range.repeat);
    if (first != kNoNode) return use(first);
    const auto& definition = m_form.nodes[range.repeat];
    const auto lent =
        m_document.appendElement(range.parent, definition.name, definition.namespaceUri, definition.prefix);
    use(lent);
    m_document.removeSubtree(lent);
}

} // namespace peil::forms
