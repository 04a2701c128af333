// SPDX-License-Identifier: Apache-2.0
#pragma once

// An interview in progress: the form session, the changes to store after each answer, and the envelope at the end. Both
// the screens and the rehearsal use this class.

#include "field_study.h"
#include "outbox.h"

#include "peil/forms/session.h"
#include "peil/protocol/envelope.h"
#include "peil/study/vocabulary.h"

#include <memory>
#include <string>

namespace peil::mobile {

using study::Outcome;

/// Hidden fields that the tablet fills if the form has them: the reason for breaking off, and the reasons for
/// interruptions, separated by spaces.
inline constexpr std::string_view kBrokenOffField = "broken_off_because";
inline constexpr std::string_view kInterruptionsField = "interruptions";

/// Where and by whom an interview is held.
struct InterviewSetting {
    DeviceId device;
    std::string cityCode;
    std::string siteCode;
    std::string language;  ///< name or code; the form's default when it has none such
    InterviewId requested; ///< empty = a new one is made
};

/// Everything that the storage thread needs to seal an interview, without the session.
struct Sealable {
    FieldStudyPointer study;
    protocol::EnvelopeHeader header; ///< without the sequence number
    std::string record;              ///< the record's XML
};

/// Move-only. Threads: one object on one thread. `clock` and `rng` are borrowed for its life.
class InterviewRun {
public:
    /// A new interview. `first` receives the rows to store with createDraft(). @return UnknownSite, or the errors of
    /// Session::start().
    [[nodiscard]] static Result<InterviewRun> start(FieldStudyPointer study, const InterviewSetting& setting,
                                                    const Clock& clock, Rng& rng, storage::DraftChange& first);
    /// Goes on with a stored draft. @return the errors of Session::restore().
    [[nodiscard]] static Result<InterviewRun> resume(FieldStudyPointer study, const InterviewId& id,
                                                     const InterviewSetting& setting, const Clock& clock, Rng& rng,
                                                     std::span<const storage::AnswerRow> rows);

    [[nodiscard]] const InterviewId& id() const { return m_id; }
    [[nodiscard]] const FieldStudyPointer& study() const { return m_study; }
    [[nodiscard]] const std::string& siteCode() const { return m_setting.siteCode; }
    [[nodiscard]] forms::Session& session() { return *m_session; }
    [[nodiscard]] const forms::Session& session() const { return *m_session; }

    /// What the list of interviews shows of it.
    using Label = storage::DraftLabel;
    [[nodiscard]] Label label() const;

    /// Stores the reason for breaking off in the form's field kBrokenOffField. Empty removes it. No change if the form
    /// has no such field. @return the errors of Session::answer().
    [[nodiscard]] Result<forms::Changes> breakOff(std::string_view reason);
    /// Interrupts the interview, to be continued later: adds `reason` to the form's field kInterruptionsField, if
    /// present.
    [[nodiscard]] Result<forms::Changes> interrupt(std::string_view reason);

    /// Ends the session. With BrokenOff, every question that the form still requires first becomes "skipped", and every
    /// answer that breaks its constraint is removed. The outcome in the header is the one that the form computes. If
    /// the form has none, or says "complete" for a broken-off interview, the header gets `outcome`; the answers keep
    /// theirs.
    /// @return NotComplete with the place of the first question in the way; the session is then as it was before.
    [[nodiscard]] Result<Sealable> finish(Outcome outcome, const DeviceId& device, const Clock& clock);
    /// Undoes finish() for an interview that could not be sealed: every answer is restored. Nodes of the session have
    /// new numbers afterwards. @return the errors of Session::restore().
    [[nodiscard]] Result<> reopen();

    InterviewRun(InterviewRun&&) noexcept = default;
    InterviewRun& operator=(InterviewRun&&) noexcept = default;

private:
    InterviewRun(FieldStudyPointer study, forms::Session session, InterviewId id, InterviewSetting setting,
                 const Clock& clock, Rng& rng);
    [[nodiscard]] std::string valueOf(std::string_view fieldName) const;
    [[nodiscard]] Result<forms::Changes> note(std::string_view fieldName, std::string_view value);
    [[nodiscard]] std::string outcomeWord(Outcome outcome) const;
    [[nodiscard]] Result<> skipWhatIsOpen();
    [[nodiscard]] Result<> endSession(Outcome outcome);

    FieldStudyPointer m_study;
    std::unique_ptr<forms::Session> m_session;
    InterviewId m_id;
    InterviewSetting m_setting;
    const Clock* m_clock;
    Rng* m_rng;
    std::vector<forms::StoredRow> m_beforeEnd; ///< what finish() found
};

/// The rows of `changes` for the store; `position` is the key of the screen.
[[nodiscard]] storage::DraftChange draftChange(const forms::Changes& changes, std::string_view position);

/// Seals, labels and queues an interview in one transaction, with its message in the outbox before that commits. Runs
/// on the storage thread. @return its sequence number; or the errors of LocalStore::finalise() and Outbox::put(), and
/// the interview is a draft as before.
[[nodiscard]] Result<std::int64_t> sealInterview(storage::LocalStore& store, Outbox& outbox, const Sealable& sealable,
                                                 Rng& rng);

} // namespace peil::mobile
