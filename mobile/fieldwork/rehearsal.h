// SPDX-License-Identifier: Apache-2.0
#pragma once

// A rehearsal of a study: answers from a file, entered question by question through the same session and store as a
// fieldworker's. Format of the file: mobile/README.md.

#include "field_clock.h"
#include "interview_run.h"
#include "storage_thread.h"

#include <functional>

namespace peil::mobile {

struct RehearsedAnswer {
    std::string question; ///< name, or path with positions
    std::string value;
    forms::NoAnswer reason = forms::NoAnswer::None;
};

struct RehearsedInterview {
    std::size_t line = 0; ///< of the file, from 1
    InterviewId id;       ///< empty = a new one is made each time
    std::string site, language;
    std::optional<TimePoint> startedAt;
    std::vector<RehearsedAnswer> answers;
};

/// One JSON object a line; empty lines are skipped. @return BadAnswers with the number of the line.
[[nodiscard]] Result<std::vector<RehearsedInterview>> parseRehearsal(std::string_view text);

/// Plays interviews on an open store, on the caller's thread; each answer is durable before the next. Finalised
/// interviews are skipped and interrupted ones continue, so a rehearsal can be repeated.
class Rehearsal {
public:
    /// All three are borrowed. `clock` provides the time of an interview without a start time, and whether it is
    /// trusted. The tablet must be enrolled. @return NotEnrolled, NoStudy.
    [[nodiscard]] static Result<Rehearsal> open(StorageThread& storage, const FieldClock& clock, Rng& rng);
    /// Calls `listener` with the path of each question whose answer has become durable, on the thread of play().
    void tellStored(std::function<void(std::string_view path)> listener) { m_stored = std::move(listener); }
    /// @return AnswerRefused, NeverReached, NotComplete with line and question; UnknownSite; storage errors.
    [[nodiscard]] Result<> play(const RehearsedInterview& interview);

private:
    struct Run;
    Rehearsal(StorageThread& storage, const FieldClock& clock, Rng& rng)
        : m_storage(&storage)
        , m_clock(&clock)
        , m_rng(&rng) {}
    [[nodiscard]] Result<std::optional<InterviewRun>> begin(const RehearsedInterview& interview, const Clock& clock);
    [[nodiscard]] Result<> answerAll(Run& run);
    [[nodiscard]] Result<bool> answerNextOn(Run& run, const forms::Screen& screen);
    [[nodiscard]] Result<> give(Run& run, const forms::Question& question, const RehearsedAnswer& answer);
    [[nodiscard]] Result<> keep(Run& run, const forms::Changes& changes);

    StorageThread* m_storage;
    const FieldClock* m_clock;
    Rng* m_rng;
    DeviceId m_device;
    std::string m_city;
    FieldStudyPointer m_study;
    std::function<void(std::string_view)> m_stored;
};

} // namespace peil::mobile
