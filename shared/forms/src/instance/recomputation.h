// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "instance/change_record.h"
#include "instance/choices.h"
#include "instance/pending_work.h"

#include <deque>

namespace peil::forms {

inline constexpr std::size_t kMaxEvaluations = 5'000'000; ///< in one call; a form that needs more does not settle
inline constexpr std::size_t kMaxCountRuns = 50;          ///< of one repeat in one call: a count that counts itself
inline constexpr std::size_t kMaxActionRounds = 1'000;    ///< actions that set off each other

/// What an interview is at: decides which rules run.
enum class Phase : std::uint8_t {
    Answering,
    Starting,  ///< values are filled in: no value-changed events but those of actions
    Restoring, ///< as Starting; calculated values and counts are taken as stored, and no instance is new
    Reopening, ///< as Starting, of a record in XML: what chance gave and what someone typed over a calculation stays
    Editing,   ///< as Reopening, of a submission under change: only what chance gave stays
};

/// Changes the instance, and evaluates what depends on a change: each expression after those it reads, for exactly the
/// instances of repeats that are touched.
///
/// Invariant: whatever was changed through it is settled, or pending until settle(); and it is in the record of the
/// call until tell(). Nothing else changes the instance meanwhile, but what a loader reads from a record.
class Recomputation {
public:
    /// All borrowed for its life.
    Recomputation(LiveInstance& instance, const Evaluator& evaluator, Choices& choices, const Environment& environment);
    Recomputation(const Recomputation&) = delete;
    Recomputation& operator=(const Recomputation&) = delete;

    void enter(Phase phase) { m_phase = phase; }

    // --- changing; nothing is evaluated before settle()
    /// The blank form, with everything in it pending.
    void open();
    /// Casts nothing; marks what reads the node, and its actions.
    void setValue(NodeIndex node, std::string_view text) { setValue(node, text, Cause::Person); }
    void setReason(NodeIndex node, NoAnswer reason);
    /// @return TooManyInstances; NoSuchNode when the form has no template of the repeat.
    Result<NodeIndex> insertInstance(const Range& range);
    void removeInstance(NodeIndex instance);
    Result<> setCount(const Range& range, std::size_t wanted);
    /// The node for the id of the record before an edit; only an edited record has it, unless the form itself does.
    NodeIndex deprecatedId(NodeIndex meta);
    /// Another language is chosen: what shows or reads its words is pending, and screens have other words.
    void languageChanged();

    // --- automatic changes
    void runEvent(Event event); ///< at the start: actions of the whole form
    void runPreloads();
    void runEndPreloads();
    void ensureInstanceId();

    /// Evaluates until nothing is pending, actions included.
    void settle();
    /// The first expression that failed since the interview was opened.
    [[nodiscard]] const std::optional<Error>& firstFault() const { return m_firstFault; }
    void noteFault(Error fault);
    /// What changed since the last report.
    [[nodiscard]] Changes tell() { return m_record.tell(m_instance); }

private:
    enum class Cause : std::uint8_t { Person, Action };
    enum class OnFault : std::uint8_t { False, True }; ///< what a condition that fails counts as

    // recomputation.cpp
    void setValue(NodeIndex node, std::string_view text, Cause cause);
    void adopted(NodeIndex top);
    void scheduleOf(NodeIndex node);
    void mark(const Edge& edge, NodeIndex from);
    void markAll(const std::vector<Edge>& edges, NodeIndex from);
    void scheduleEmptyRepeats(VertexId relevant, NodeIndex top);
    [[nodiscard]] bool isContextOf(const Vertex& vertex, NodeIndex node) const;
    void drain();
    void evaluate(const Vertex& vertex, NodeIndex node);
    void calculate(const Vertex& vertex, NodeIndex node);
    [[nodiscard]] bool isKept(const Vertex& vertex, NodeIndex node) const;
    [[nodiscard]] bool isReopening() const { return m_phase == Phase::Reopening || m_phase == Phase::Editing; }
    void fault(const Vertex& vertex, const Error& error);
    void adaptType(NodeIndex node, const xpath::Value& value);
    [[nodiscard]] std::string calculated(const xpath::Value& value, NodeIndex node) const;
    [[nodiscard]] bool truth(const Vertex& vertex, NodeIndex node, OnFault onFault);
    void updateRelevance(const Vertex& vertex, NodeIndex node);
    void updateConstraint(const Vertex& vertex, NodeIndex node);
    void updateItemset(NodeIndex node);
    // repeats.cpp
    void updateCount(const Vertex& vertex, NodeIndex parent);
    void updateEmptyRepeat(const Vertex& relevant, NodeIndex parent);
    [[nodiscard]] bool countsItself(const Vertex& count);
    // actions.cpp
    void runActionsOf(NodeIndex source, Event event);
    void runAction(const ActionDef& action, NodeIndex source);
    [[nodiscard]] std::vector<NodeIndex> targetsOf(const ActionDef& action, NodeIndex source) const;

    LiveInstance& m_instance;
    const FormDefinition::Impl& m_form;
    const Evaluator& m_evaluator;
    Choices& m_choices;
    const Environment& m_environment;
    Phase m_phase = Phase::Answering;
    PendingWork m_pending;
    ChangeRecord m_record;
    std::deque<NodeIndex> m_triggered; ///< nodes whose value-changed actions are due
    std::size_t m_evaluations = 0;
    std::map<Range, std::size_t> m_countRuns; ///< how often each repeat was counted in this call
    std::map<VertexId, bool> m_selfCounting;  ///< of a jr:count: whether its own instances decide about it
    std::optional<Error> m_firstFault;
};

} // namespace peil::forms
