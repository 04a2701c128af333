// SPDX-License-Identifier: Apache-2.0
#pragma once

// The live interview. One file for each of its duties; this header is the state that they share.

#include "definition/model.h"
#include "instance/touched_nodes.h"
#include "peil/forms/session.h"

#include <boost/container/small_vector.hpp>
#include <deque>
#include <queue>
#include <set>

namespace peil::forms {

using xpath::kNoNode;
using xpath::NodeIndex;

/// What the engine keeps of one node of the instance, beside its text.
struct NodeState {
    DefId def = kNone;     ///< kNone: no node of the form (any more)
    bool relevant = true;  ///< by its own rule; ancestors decide too
    bool readonly = false; ///< by its own rule
    bool required = false;
    bool constraintOk = true;
    bool ranked = false; ///< of a rank question: somebody put its choices in order, though the list may be empty now
    NoAnswer reason = NoAnswer::None;
};

/// The instances of one repeat under one parent. Its NodeId has the highest bit set.
struct Range {
    NodeIndex parent = kNoNode;
    DefId repeat = kNone;
    auto operator<=>(const Range&) const = default; // NOLINT(modernize-use-nullptr)
};
inline constexpr NodeId kRangeBit = 0x80000000U;

inline constexpr std::size_t kMaxEvaluations = 5'000'000; ///< in one call; a form that needs more does not settle
inline constexpr std::size_t kMaxCountRuns = 50;          ///< of one repeat in one call: a count that counts itself
inline constexpr std::size_t kMaxActionRounds = 1'000;    ///< actions that set off each other

/// Most expressions are evaluated for one node.
using PendingNodes = boost::container::small_vector<NodeIndex, 2>;

struct Session::Impl {
    Impl(FormPointer formPointer, Environment environment);
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    FormPointer form;
    const FormDefinition::Impl& def;
    Environment environment;
    xpath::Host host;
    xpath::Document document;
    std::vector<NodeState> states;
    std::vector<NodeIndex> singles; ///< by definition: its node when it can have but one; see NodeDef::several
    std::map<std::string, std::shared_ptr<const xpath::Document>, std::less<>> ownInstances; ///< last-saved
    std::size_t languageIndex = 0;
    std::string languageName;
    mutable std::vector<Range> ranges;
    mutable std::map<Range, NodeId> rangeIds;
    mutable std::map<NodeIndex, std::vector<xpath::NodeRef>>
        shuffled; ///< itemsets with randomize(), until their list changes

    // --- one call's work
    // -----------------------------------------------------------------------------------------------
    TouchedNodes changedValues, changedStates, rowNodes;
    std::set<Range> changedRanges;
    std::vector<std::string> removedPrefixes;
    bool structureChanged = false;
    bool loading = false;   ///< no value-changed events but those of actions
    bool acting = false;    ///< an action sets the value
    bool restoring = false; ///< no new-repeat events; calculated values are taken as stored
    bool reopening = false; ///< a record in XML: see isKept()
    bool editing = false;   ///< of a record that was submitted
    std::optional<Error> firstFault;
    std::vector<PendingNodes> pending; ///< by vertex: the context nodes to evaluate
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> queue; ///< ranks with pending nodes
    std::vector<bool> queued;
    std::deque<NodeIndex> triggered; ///< nodes whose value-changed actions are due
    std::size_t evaluations = 0;
    std::map<Range, std::size_t> countRuns; ///< how often each repeat was counted in this call
    std::set<Range> closedRanges;           ///< without an instance, and not relevant: none may be added
    std::map<VertexId, bool> selfCounting;  ///< of a jr:count: whether its own instances decide about it

    mutable std::vector<Screen> screens;
    mutable bool screensValid = false;
    mutable std::vector<std::pair<NodeIndex, std::size_t>> placeOf; ///< question -> its screen, in order

    // --- live_instance.cpp
    // ---------------------------------------------------------------------------------------------
    void adopt(NodeIndex node);  ///< new nodes: states, and everything in them to be evaluated
    void forget(NodeIndex node); ///< before a subtree goes
    [[nodiscard]] bool alive(NodeIndex node) const { return node < states.size() && states[node].def != kNone; }
    [[nodiscard]] const NodeDef& defOf(NodeIndex node) const { return def.nodes[states[node].def]; }
    [[nodiscard]] std::string pathOf(NodeIndex node) const;
    [[nodiscard]] std::string pathOf(const Range& range) const;
    [[nodiscard]] std::optional<NodeId> find(std::string_view path) const;
    [[nodiscard]] NodeIndex ancestor(NodeIndex node, DefId wanted) const;
    [[nodiscard]] NodeIndex childOf(NodeIndex parent, DefId child) const; ///< the first
    [[nodiscard]] std::vector<NodeIndex> nodesBelow(NodeIndex top, DefId wanted) const;
    [[nodiscard]] std::vector<NodeIndex> instancesOf(const Range& range) const;
    [[nodiscard]] NodeIndex lastInstance(const Range& range) const;
    [[nodiscard]] std::size_t countOf(const Range& range) const;
    [[nodiscard]] NodeId rangeId(const Range& range) const;
    [[nodiscard]] std::optional<Range> rangeOf(NodeId id) const;
    [[nodiscard]] bool isRelevant(NodeIndex node) const { return document.isRelevant(node); }
    [[nodiscard]] bool isRelevant(const Range& range) const;
    [[nodiscard]] bool isReadonly(NodeIndex node) const;
    template <class Visit>
    void eachNode(NodeIndex top, const Visit& visit) const;

    // --- recompute.cpp
    // -------------------------------------------------------------------------------------------------
    [[nodiscard]] xpath::Context contextAt(NodeIndex node) const;
    void schedule(VertexId vertex, NodeIndex node);
    void mark(const Edge& edge, NodeIndex from);
    void markAll(const std::vector<Edge>& edges, NodeIndex from);
    void setValue(NodeIndex node, std::string_view text); ///< casts nothing; marks readers and actions
    [[nodiscard]] bool isContextOf(const Vertex& vertex, NodeIndex node) const;
    void recompute(); ///< until nothing is pending, actions included
    void evaluate(const Vertex& vertex, NodeIndex node);
    [[nodiscard]] bool isKept(const Vertex& vertex, NodeIndex node) const;
    void fault(const Vertex& vertex, const Error& error);
    void adaptType(NodeIndex node, const xpath::Value& value);
    [[nodiscard]] std::string calculated(const xpath::Value& value, NodeIndex node) const;
    [[nodiscard]] bool truth(const Vertex& vertex, NodeIndex node, bool onFault);
    void updateRelevance(const Vertex& vertex, NodeIndex node);
    void scheduleEmptyRepeats(VertexId relevant, NodeIndex top);
    void updateConstraint(const Vertex& vertex, NodeIndex node);
    Changes finish(); ///< what the call changed; clears the record

    // --- repeats.cpp
    // ---------------------------------------------------------------------------------------------------
    Result<NodeIndex> insertInstance(const Range& range);
    void removeInstance(NodeIndex instance);
    void updateCount(const Vertex& vertex, NodeIndex parent);
    void updateEmptyRepeat(const Vertex& relevant, NodeIndex parent);
    Result<> setCount(const Range& range, std::size_t wanted);

    // --- actions.cpp
    // ---------------------------------------------------------------------------------------------------
    void runEvent(Event event); ///< at the start: actions of the whole form
    void runActionsOf(NodeIndex source, Event event);
    void runAction(const ActionDef& action, NodeIndex source);
    void runPreloads();
    void runEndPreloads();
    void ensureInstanceId();

    // --- choices.cpp, texts.cpp
    // ----------------------------------------------------------------------------------------
    [[nodiscard]] std::vector<xpath::NodeRef> itemNodes(const ControlDef& control, NodeIndex node) const;
    [[nodiscard]] std::string itemValue(const ItemsetDef& itemset, xpath::NodeRef item) const;
    [[nodiscard]] std::vector<Choice> choices(const ControlDef& control, NodeIndex node) const;
    [[nodiscard]] std::vector<std::string> choiceValues(const ControlDef& control, NodeIndex node) const;
    void dropMissingChoices(NodeIndex node); ///< and completes a ranking
    [[nodiscard]] bool isChoice(const ControlDef& control, NodeIndex node, std::string_view values) const;
    [[nodiscard]] std::string choiceName(xpath::NodeRef context, std::string_view value, std::string_view path) const;
    [[nodiscard]] std::string render(const TextPieces& pieces, NodeIndex context) const;
    [[nodiscard]] Text text(const TextSource& source, NodeIndex context, Text* guidance = nullptr) const;
    [[nodiscard]] Text itext(std::uint32_t number, NodeIndex context, Text* guidance = nullptr) const;
    [[nodiscard]] Text itemLabel(const ItemsetDef& itemset, xpath::NodeRef item) const;

    // --- screens.cpp, questions.cpp
    // ------------------------------------------------------------------------------------
    void buildScreens() const;
    [[nodiscard]] ScreenStatus status(const Screen& screen) const;
    [[nodiscard]] std::vector<std::size_t> screensOf(const Changes& changes) const;
    [[nodiscard]] Question question(NodeIndex node) const;
    void describeGroup(DefId group, NodeIndex context, Question& result) const;
    [[nodiscard]] Validity validity(NodeIndex node) const;
    [[nodiscard]] std::string message(NodeIndex node, Validity validity) const;
    [[nodiscard]] std::vector<Violation> violations() const;
    Result<> check(NodeId id, const ControlDef*& control) const;
    Result<Changes> answer(NodeId id, std::string_view value, NoAnswer reason);

    // --- loading.cpp, serialise.cpp
    // ------------------------------------------------------------------------------------
    void openBlank();
    Result<> startNew();
    Result<> applyRows(std::span<const StoredRow> rows);
    Result<> loadXml(std::string_view xml, LoadAs use);
    void startEdit();
    NodeIndex deprecatedId(NodeIndex meta);
    void mergeElement(const xpath::Document& from, NodeIndex source, NodeIndex target);
    Result<> selectLanguage(std::string_view name);
    [[nodiscard]] std::vector<StoredRow> storedRows() const;
    [[nodiscard]] std::string toXml(bool onlyRelevant) const;
};

template <class Visit>
void Session::Impl::eachNode(NodeIndex top, const Visit& visit) const {
    if (!alive(top)) return;
    visit(top);
    for (auto at = document.firstAttribute(top); at != kNoNode; at = document.nextSibling(at))
        if (alive(at)) visit(at);
    for (auto at = document.firstChild(top); at != kNoNode; at = document.nextSibling(at))
        eachNode(at, visit);
}

} // namespace peil::forms
