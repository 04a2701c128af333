// SPDX-License-Identifier: Apache-2.0
#include "rehearsal.h"

#include "device_settings.h"
#include "shifted_clock.h"

#include "peil/base/text.h"

#include <algorithm>

namespace peil::mobile {

struct Rehearsal::Run {
    const RehearsedInterview* script;
    InterviewRun interview;
    std::vector<bool> given;
    InterviewRun::Label label;
    std::string position;

    /// The first answer not given yet that is meant for `question`.
    [[nodiscard]] std::optional<std::size_t> answerFor(const forms::Question& question) const {
        for (std::size_t i = 0; i < given.size(); ++i) {
            const auto& name = script->answers[i].question;
            if (!given[i] && (name == question.path || name == question.name)) return i;
        }
        return std::nullopt;
    }
    [[nodiscard]] bool wantsMoreOf(const std::string& instancePath) const {
        return std::any_of(script->answers.begin(), script->answers.end(),
                           [&](const auto& answer) { return answer.question.starts_with(instancePath + "/"); });
    }
};

namespace {

std::string place(const RehearsedInterview& interview, const std::string& question) {
    return "Line " + std::to_string(interview.line) + ", question " + question;
}

/// What is wrong with `reason` at a question that does not offer it; empty if it does.
std::string refusalOf(const forms::Question& question, forms::NoAnswer reason) {
    const auto& offered = question.reasons;
    if (reason == forms::NoAnswer::None || std::find(offered.begin(), offered.end(), reason) != offered.end())
        return {};
    std::vector<std::string> words;
    for (const auto one : offered)
        words.emplace_back(idOf(one));
    const auto given = "the form does not offer the reason " + std::string(idOf(reason)) + " here; ";
    return given +
           (words.empty() ? "give an answer, or none at all." : "give an answer or " + join(words, " or ") + ".");
}

std::optional<std::size_t> screenOf(const forms::Session& session, const std::string& key) {
    const auto& screens = session.screens();
    const auto found =
        std::find_if(screens.begin(), screens.end(), [&](const auto& screen) { return screen.key == key; });
    if (found == screens.end()) return std::nullopt;
    return static_cast<std::size_t>(found - screens.begin());
}

} // namespace

Result<Rehearsal> Rehearsal::open(StorageThread& storage, const FieldClock& clock, Rng& rng) {
    Rehearsal rehearsal(storage, clock, rng);
    PEIL_TRY(const auto owner, waitFor(storage.withStore([](storage::LocalStore& store) { return enrolment(store); })));
    rehearsal.m_device = owner.device;
    rehearsal.m_city = owner.cityCode;
    PEIL_TRY(rehearsal.m_study,
             waitFor(storage.withStore([](storage::LocalStore& store) { return currentStudy(store); })));
    return rehearsal;
}

Result<std::optional<InterviewRun>> Rehearsal::begin(const RehearsedInterview& script, const Clock& clock) {
    const InterviewSetting setting{m_device, m_city, script.site, script.language, script.id};
    if (!script.id.empty()) {
        auto known =
            waitFor(m_storage->withStore([id = script.id](storage::LocalStore& store) { return store.interview(id); }));
        if (known && known->state != storage::InterviewState::Draft) return std::optional<InterviewRun>();
        if (known) {
            PEIL_TRY(const auto rows, waitFor(m_storage->withStore(
                                          [id = script.id](storage::LocalStore& store) { return store.answers(id); })));
            PEIL_TRY(auto run, InterviewRun::resume(m_study, script.id, setting, clock, *m_rng, rows));
            return std::optional(std::move(run));
        }
        if (known.error().code != make_error_code(storage::StorageErrc::NotFound))
            return tl::unexpected<Error>(known.error());
    }
    storage::DraftChange first;
    PEIL_TRY(auto run, InterviewRun::start(m_study, setting, clock, *m_rng, first));
    PEIL_CHECK(
        waitFor(m_storage->withStore([id = run.id(), hash = m_study->pack.formHash(), first](
                                         storage::LocalStore& store) { return store.createDraft(id, hash, first); })));
    return std::optional(std::move(run));
}

Result<> Rehearsal::keep(Run& run, const forms::Changes& changes) {
    auto label = run.interview.label();
    const bool labelChanged = label != run.label;
    run.label = label;
    return waitFor(
        m_storage->withStore([id = run.interview.id(), change = draftChange(changes, run.position), labelChanged,
                              label = std::move(label)](storage::LocalStore& store) -> Result<> {
            PEIL_CHECK(store.change(id, change));
            return labelChanged ? store.label(id, label.group, label.site, label.outcome) : Result<>();
        }));
}

Result<> Rehearsal::give(Run& run, const forms::Question& question, const RehearsedAnswer& answer) {
    if (question.value == answer.value && question.reason == answer.reason) return {}; // from before an interruption
    if (const auto refusal = refusalOf(question, answer.reason); !refusal.empty())
        return fail(FieldErrc::AnswerRefused, place(*run.script, question.name) + ": " + refusal);
    auto& session = run.interview.session();
    auto changes = answer.reason == forms::NoAnswer::None ? session.answer(question.node, answer.value)
                                                          : session.answerNone(question.node, answer.reason);
    if (!changes)
        return fail(FieldErrc::AnswerRefused, place(*run.script, question.name) + ": " + describe(changes.error()));
    PEIL_CHECK(keep(run, *changes));
    if (m_stored) m_stored(question.path);
    const auto now = session.question(question.node);
    if (now.validity == forms::Validity::ConstraintBroken)
        return fail(FieldErrc::AnswerRefused, place(*run.script, question.name) +
                                                  ": the form does not allow this answer" +
                                                  (now.message.empty() ? "." : ": " + now.message));
    return {};
}

Result<bool> Rehearsal::answerNextOn(Run& run, const forms::Screen& screen) {
    auto& session = run.interview.session();
    if (screen.kind == forms::Screen::Kind::AddRepeat) {
        const auto path = session.path(screen.repeat);
        const auto bare = path.substr(0, path.ends_with(']') ? path.rfind('[') : path.size());
        if (!run.wantsMoreOf(bare + "[" + std::to_string(session.repeatCount(bare) + 1) + "]")) return false;
        PEIL_TRY(const auto changes, session.addRepeat(screen.repeat));
        PEIL_CHECK(keep(run, changes));
        return true;
    }
    for (const auto node : screen.questions) {
        const auto question = session.question(node);
        const auto index = run.answerFor(question);
        if (!index || question.readonly) continue;
        PEIL_CHECK(give(run, question, run.script->answers[*index]));
        run.given[*index] = true;
        return true;
    }
    return false;
}

Result<> Rehearsal::answerAll(Run& run) {
    const auto& session = run.interview.session();
    for (std::size_t index = 0; index < session.screens().size();) {
        // A copy: an answer may change the list of screens, also this one.
        const auto screen = session.screens()[index];
        run.position = screen.key;
        PEIL_TRY(const bool answered, answerNextOn(run, screen));
        if (answered) {
            index = screenOf(session, screen.key).value_or(index);
        } else {
            ++index;
        }
    }
    for (std::size_t i = 0; i < run.given.size(); ++i) {
        if (!run.given[i])
            return fail(FieldErrc::NeverReached,
                        place(*run.script, run.script->answers[i].question) +
                            ": it is never asked; check whether the form has it and what its condition is.");
    }
    return {};
}

Result<> Rehearsal::play(const RehearsedInterview& script) {
    const ShiftedClock clock(*m_clock, script.startedAt);
    PEIL_TRY(auto interview, begin(script, clock));
    if (!interview) return {};
    Run run{&script, std::move(*interview), std::vector<bool>(script.answers.size(), false), {}, {}};
    PEIL_CHECK(answerAll(run));
    auto sealable = run.interview.finish(Outcome::Complete, m_device, clock);
    if (!sealable)
        return fail(sealable.error().code, "Line " + std::to_string(script.line) + ": " + describe(sealable.error()));
    sealable->header.clockTrusted = m_clock->isTrusted();
    return waitFor(m_storage->withOutbox(
        [sealable = std::move(*sealable), rng = m_rng](storage::LocalStore& store, Outbox& outbox) -> Result<> {
            PEIL_CHECK(sealInterview(store, outbox, sealable, *rng));
            return {};
        }));
}

} // namespace peil::mobile
