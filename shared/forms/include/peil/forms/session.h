// SPDX-License-Identifier: Apache-2.0
#pragma once

// An interview in progress: the complete interface between the form engine and a screen. The screen has no state of its
// own; it shows screen() and applies the Changes that each call returns.

#include "peil/base/clock.h"
#include "peil/base/rng.h"
#include "peil/forms/definition.h"

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace peil::forms {

/// A node of the live instance. Valid until that node is removed.
using NodeId = std::uint32_t;

using peil::NoAnswer;
inline constexpr std::array kReasons{NoAnswer::DontKnow, NoAnswer::Refused, NoAnswer::Skipped};

enum class Validity : std::uint8_t { Ok, ConstraintBroken, RequiredMissing };

/// A label, hint or message in the active language, with outputs filled in.
struct Text {
    std::string text;
    /// File names without path; empty if none. The big image shows the same as the image, in more detail.
    std::string image, bigImage, audio, video;
    bool operator==(const Text&) const = default;
};

struct Choice {
    std::string value;
    Text label;
    bool operator==(const Choice&) const = default;
};

/// Whole numbers that follow each other at the same distance. They may run downwards.
struct WholeSteps {
    std::int64_t from = 0, to = 0, step = 1; ///< `step` above 0; `to` is on a step
    [[nodiscard]] std::int64_t count() const { return (from < to ? to - from : from - to) / step + 1; }
    [[nodiscard]] std::int64_t at(std::int64_t place) const { return from + (from < to ? place : -place) * step; }
    bool operator==(const WholeSteps&) const = default;
};

/// Everything a screen shows of one question.
struct Question {
    NodeId node{};
    std::string path; ///< with positions
    std::string name;
    Control control = Control::Input;
    DataType type = DataType::String;
    FieldClass fieldClass = FieldClass::Sealed;
    std::vector<std::string> appearances;
    std::vector<std::pair<std::string, std::string>>
        attributes; ///< of the body element: start, end, step, rows, mediatype, …
    Text label, hint, guidance;
    std::string value; ///< as stored; selected values are separated by spaces
    NoAnswer reason = NoAnswer::None;
    /// The reasons for no answer that the form offers here (peil:noAnswer of the bind; all three without it), in the
    /// order of NoAnswer. What a person may choose from: answerNone() itself takes any.
    std::vector<NoAnswer> reasons;
    bool required = false, readonly = false;
    Validity validity = Validity::Ok;
    std::string message; ///< why it is not valid: the form's own words or empty
    std::vector<Choice> choices;
    /// All its possible answers, of a range of whole numbers, or a whole number that the constraint bounds on both
    /// sides.
    std::optional<WholeSteps> steps;
    bool operator==(const Question&) const = default;
};

/// What must be kept to restore the session: upserts after removals. One answer gives one of these.
struct StoredRow {
    std::string path; ///< with positions; a repeat's own row is "/data/rep" with the number of instances as value
    std::string value;
    std::string reason;
};
/// Without `structure`, question() gives the same as before for every node that is named neither in `values` nor in
/// `states`. Only what an expression reads of the world (the hour, chance) may differ.
struct Changes {
    std::vector<NodeId> values;               ///< nodes whose value or reason changed; ascending, as `states`
    std::vector<NodeId> states;               ///< relevance, required, readonly, validity, label or choices changed
    bool structure = false;                   ///< screens appeared, went or moved, or have other words: ask all again
    std::vector<StoredRow> rows;              ///< to be stored
    std::vector<std::string> removedPrefixes; ///< rows to delete first: this path and everything below it
};

/// One page: a question, or a field-list group, or the question whether to add another instance of a repeat. A page for
/// the participant has one question, also in a field-list group.
struct Screen {
    enum class Kind : std::uint8_t { Questions, AddRepeat };
    Kind kind = Kind::Questions;
    std::string key;                   ///< stable path of its first node: the position that is stored
    std::vector<std::string> headings; ///< labels of the groups and repeats around it, outermost first
    std::vector<NodeId> questions;
    NodeId repeat{};         ///< for AddRepeat
    std::string section;     ///< label of the outermost group, for "jump to a section"
    std::size_t chapter = 0; ///< index in chapters()
    Holder holder = Holder::Worker;
    /// How many questions it can have, with those that are not asked now and without what only shows something.
    std::size_t mostAsked = 0;
};

/// A part of the form: an outermost group with a label, or what stands outside of these. A form has the same ones, in
/// the same order, whatever is answered: each is there also when nothing of it is asked.
struct Chapter {
    std::string title; ///< in the active language; empty outside of all groups
    bool operator==(const Chapter&) const = default;
};

/// How far a screen is, without any words: what an overview needs, also of thousands of questions.
struct ScreenStatus {
    std::size_t asked = 0;    ///< questions that can be answered: not those that only show something
    std::size_t answered = 0; ///< of these, with a value or a reason
    std::size_t missing = 0;  ///< required, and neither
    std::size_t invalid = 0;  ///< the value breaks its constraint
    bool operator==(const ScreenStatus&) const = default;
};

struct Violation {
    NodeId node{};
    std::string path;
    Validity validity{};
    std::string message;
};

/// What the world gives to a session; all borrowed for its life.
struct Environment {
    const Clock* clock = nullptr;
    Rng* rng = nullptr;
    std::string timeZone = "Europe/Amsterdam";
    std::string deviceId;
    std::string language; ///< empty = the form's default
    std::function<Result<std::vector<std::uint8_t>>(std::string_view algorithm, std::span<const std::uint8_t> bytes)>
        digest;
    std::function<bool(std::span<const std::uint8_t>, std::span<const std::uint8_t>, std::span<const std::uint8_t>)>
        verifySignature;
    std::function<std::string(std::string_view)> property; ///< jr:preload property and property()
    std::optional<std::string> lastSavedXml;               ///< jr://instance/last-saved
    std::vector<std::pair<std::string, std::string>>
        presets; ///< path -> value, set before the first recompute (city, site, …)
};

/// A final answer, for sealing and export.
struct FinalField {
    std::string path; ///< with positions
    std::string value;
    std::string reason;
    FieldClass fieldClass = FieldClass::Sealed;
};

/// How a record in XML is opened again.
enum class LoadAs : std::uint8_t {
    Record, ///< as it was saved: what someone typed over a calculation stays
    Edit,   ///< a change to what was submitted: a new instanceID, the old one in deprecatedID, all calculated again
};

/// Move-only. Threads: one object on one thread at a time.
class Session {
public:
    /// A new interview: preloads, first-load events, first recompute. `initial` (when given) receives all rows to
    /// store.
    [[nodiscard]] static Result<Session> start(FormPointer form, Environment environment, Changes* initial = nullptr);
    /// Goes on with a stored one. @return BadInstance when a row names no node of the form.
    [[nodiscard]] static Result<Session> restore(FormPointer form, Environment environment,
                                                 std::span<const StoredRow> rows);
    /// From a saved record as XML, also one of an older version of the form. @return BadInstance when it is not XML or
    /// of another form.
    [[nodiscard]] static Result<Session> load(FormPointer form, Environment environment, std::string_view instanceXml,
                                              LoadAs use);

    // --- answering -------------------------------------------------------------------------------------------------
    /// Stores `value` even when it breaks the constraint (the question is then not valid), recomputes what depends on
    /// it. Empty = no answer. @return NoSuchNode, NotAQuestion, ReadOnly, NotRelevant, BadValue; nothing has changed
    /// then.
    [[nodiscard]] Result<Changes> answer(NodeId node, std::string_view value);
    /// Clears the value and keeps why; `required` is then satisfied. None takes it away. Also where readonly is empty.
    [[nodiscard]] Result<Changes> answerNone(NodeId node, NoAnswer reason);
    [[nodiscard]] Result<Changes> addRepeat(NodeId repeat);
    [[nodiscard]] Result<Changes> removeRepeat(NodeId repeat, std::size_t position);
    [[nodiscard]] Result<Changes> setLanguage(std::string_view language);
    [[nodiscard]] const std::string& language() const;

    // --- showing ---------------------------------------------------------------------------------------------------
    /// Relevant screens in order. The index is valid until a call returns `structure`.
    [[nodiscard]] const std::vector<Screen>& screens() const;
    [[nodiscard]] const std::vector<Chapter>& chapters() const;
    /// How far screens()[screen] is now. Costs what that screen holds.
    [[nodiscard]] ScreenStatus status(std::size_t screen) const;
    /// The screens with a question that `changes` names, ascending, each once. Of use without `structure` only.
    [[nodiscard]] std::vector<std::size_t> screensOf(const Changes& changes) const;
    [[nodiscard]] Question question(NodeId node) const;
    [[nodiscard]] std::optional<NodeId> find(std::string_view path) const;
    [[nodiscard]] std::string path(NodeId node) const;
    [[nodiscard]] std::string value(NodeId node) const;
    [[nodiscard]] bool isRelevant(NodeId node) const;
    [[nodiscard]] bool isReadonly(NodeId node) const;
    [[nodiscard]] bool isRequired(NodeId node) const; ///< as the conformance cases ask it; a screen reads Question
    [[nodiscard]] std::size_t repeatCount(std::string_view repeatPath) const;
    /// Every broken constraint and missing required answer, in document order.
    [[nodiscard]] std::vector<Violation> violations() const;
    [[nodiscard]] std::string instanceId() const; ///< "uuid:…"

    // --- ending ----------------------------------------------------------------------------------------------------
    /// Runs end-of-interview preloads and events. @return NotFinished when violations() is not empty.
    [[nodiscard]] Result<Changes> finalise();
    /// Relevant leaves in document order, with the class of each.
    [[nodiscard]] std::vector<FinalField> finalFields() const;
    /// The record as ODK tools expect it; non-relevant nodes are left out.
    [[nodiscard]] std::string submissionXml() const;
    /// The whole draft, non-relevant nodes included: what two sessions have in common. The store keeps storedRows().
    [[nodiscard]] std::string draftXml() const;
    [[nodiscard]] std::vector<StoredRow> storedRows() const;

    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;
    ~Session();

    static constexpr std::size_t kMaxRepeatInstances = 10'000;
    struct Impl;

private:
    explicit Session(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace peil::forms
