// SPDX-License-Identifier: Apache-2.0
#include "interview_controller.h"

#include "form_text.h"
#include "messages.h"
#include "qt_text.h"

#include <algorithm>

namespace peil::mobile {
namespace {

std::string repeatPath(const forms::Session& session, const forms::Screen& screen) {
    auto path = session.path(screen.repeat);
    if (path.ends_with(']')) path.resize(path.rfind('['));
    return path;
}

} // namespace

InterviewController::InterviewController(StorageThread& storage, QObject* parent, const Clock& taps)
    : QObject(parent)
    , m_storage(&storage)
    , m_taps(&taps) {
    connect(&m_questions, &QuestionListModel::heldChanged, this, &InterviewController::openCountChanged);
}

void InterviewController::show(InterviewRun run, const std::string& position, const QString& title) {
    ++m_opened;
    m_unsaved.clear();
    m_moves.clear();
    m_run.emplace(std::move(run));
    m_label = m_run->label();
    m_title = title;
    setError({});
    setSaveState(Saved);
    const auto& screens = m_run->session().screens();
    const auto found =
        std::find_if(screens.begin(), screens.end(), [&](const auto& one) { return one.key == position; });
    m_index = found == screens.end() ? 0 : static_cast<std::size_t>(found - screens.begin());
    m_key = screens.empty() ? std::string() : screens[m_index].key;
    m_sealing = m_visiting = m_readingOut = false;
    setShowProblems(false);
    setStage(ByWorker);
    updateStage();
    refresh();
    Q_EMIT languageChanged();
}

void InterviewController::close(Unsaved unsaved) {
    if (m_run && unsaved == Unsaved::TryOnce && !m_unsaved.empty())
        write(m_unsaved.all()).then(this, [this](const Result<>& kept) {
            if (!kept) Q_EMIT lost(Messages::of(kept.error()));
        });
    ++m_opened;
    m_unsaved.clear();
    m_moves.clear();
    m_run.reset();
    m_questions.setQuestions({});
    m_sections.clear();
    m_review.setRows({});
    m_title.clear();
    m_index = 0;
    m_sealing = m_visiting = m_readingOut = false;
    setStage(ByWorker);
    setError({});
    Q_EMIT screenChanged();
}

void InterviewController::retranslate(const QString& title) {
    if (!m_run) return;
    m_title = title;
    refresh();
}

Result<Sealable> InterviewController::finish(Outcome outcome, const DeviceId& device, const Clock& clock) {
    if (outcome == Outcome::Complete && m_questions.hasUnsaved())
        return fail(FieldErrc::NotComplete, "What was typed last is not an answer; complete it, or clear it.");
    leaveScreen();
    auto sealable = m_run->finish(outcome, device, clock);
    m_sealing = sealable.has_value();
    if (!sealable) showAnew();
    return sealable;
}

void InterviewController::goOn() {
    if (!m_run || !std::exchange(m_sealing, false)) return;
    if (const auto reopened = m_run->reopen(); !reopened) setError(Messages::of(reopened.error()));
    showAnew();
}

void InterviewController::showAnew() {
    m_questions.setQuestions({}); // another session numbers its nodes again
    findScreen();
    refresh();
}

void InterviewController::findScreen() {
    const auto& screens = m_run->session().screens();
    const auto found =
        std::find_if(screens.begin(), screens.end(), [this](const auto& one) { return one.key == m_key; });
    if (found != screens.end()) m_index = static_cast<std::size_t>(found - screens.begin());
    m_index = screens.empty() ? 0 : std::min(m_index, screens.size() - 1);
    m_key = screens.empty() ? std::string() : screens[m_index].key;
    updateStage();
}

void InterviewController::leaveScreen() {
    m_questions.dropEdits();
    setShowProblems(false);
    if (m_saveState != Failed) setError({});
}

void InterviewController::interrupt(std::string_view reason, std::function<void()> stored) {
    if (!m_run || m_sealing) return;
    leaveScreen();
    apply(m_run->interrupt(reason));
    whenStored(std::move(stored));
}

void InterviewController::breakOff(std::string_view reason) {
    if (!m_run) return;
    leaveScreen();
    auto changes = m_run->breakOff(reason);
    if (!changes || !changes->rows.empty()) apply(std::move(changes));
}

const forms::Screen* InterviewController::screen() const {
    if (!m_run) return nullptr;
    const auto& screens = m_run->session().screens();
    return m_index < screens.size() ? &screens[m_index] : nullptr;
}

void InterviewController::goTo(std::size_t index) {
    const auto& screens = m_run->session().screens();
    if (index >= screens.size() || m_sealing) return;
    leaveScreen();
    m_visiting = false;
    m_restUntil = {};
    m_index = index;
    m_key = screens[index].key;
    updateStage();
    showQuestions();
    m_sections.setShownScreen(m_index);
    Q_EMIT screenChanged();
    Q_EMIT partChanged();
    storage::DraftChange place;
    place.position = m_key;
    keep(std::move(place));
    Q_EMIT moved();
}

void InterviewController::next() {
    if (!m_run || m_sealing || isImpatient()) return;
    for (int row = 0; row < m_questions.count(); ++row) {
        if (!m_questions.isHeld(row)) continue;
        setShowProblems(true);
        return Q_EMIT held();
    }
    if (!m_unsaved.empty()) {
        return whenStored([this, key = m_key] {
            if (key == m_key) next(); // else the page has gone on meanwhile
        });
    }
    if (m_stage == ByParticipant && (isLastScreen() || m_visiting)) return setStage(HandBack);
    if (isLastScreen() || m_visiting) {
        refreshReview();
        return Q_EMIT endReached();
    }
    goTo(m_index + 1);
}

void InterviewController::back() {
    if (!m_moves.empty()) return m_moves.clear(); // takes back a way on that still waits
    if (m_run && canGoBack()) goTo(m_index - 1);
}

bool InterviewController::canGoBack() const {
    if (m_index == 0) return false;
    return m_stage != ByParticipant || holderAt(m_index - 1) == forms::Holder::Participant;
}

void InterviewController::goToSection(int row) {
    if (const auto first = m_sections.firstScreen(row); m_run && first) moveTo(*first);
}

void InterviewController::goToNode(int node) {
    if (!m_run) return;
    const auto wanted = static_cast<forms::NodeId>(node);
    const auto& screens = m_run->session().screens();
    for (std::size_t i = 0; i < screens.size(); ++i) {
        const auto& questions = screens[i].questions;
        if (std::find(questions.begin(), questions.end(), wanted) == questions.end()) continue;
        return moveTo(i);
    }
}

void InterviewController::visit(int node) {
    whenStored([this, node] {
        goToNode(node);
        m_visiting = true;
        Q_EMIT screenChanged();
        if (openCount() == 0) return;
        setShowProblems(true);
        Q_EMIT held();
    });
}

void InterviewController::addRepeat() {
    const auto* shown = screen();
    if (shown == nullptr || shown->kind != forms::Screen::Kind::AddRepeat || m_sealing) return;
    if (!m_unsaved.empty()) return whenStored([this] { addRepeat(); });
    const auto index = m_index; // the new instance comes where the question stood
    apply(m_run->session().addRepeat(shown->repeat));
    whenStored([this, index] { goTo(index); });
}

void InterviewController::removeLastRepeat() {
    const auto* shown = screen();
    const auto count = repeatCount();
    if (shown == nullptr || shown->kind != forms::Screen::Kind::AddRepeat || count < 1 || m_sealing) return;
    apply(m_run->session().removeRepeat(shown->repeat, static_cast<std::size_t>(count)));
}

void InterviewController::setLanguage(const QString& code) {
    if (!m_run || m_sealing) return;
    for (const auto& language : m_run->study()->form->languages()) {
        if (qText(language.code) != code && qText(language.name) != code) continue;
        apply(m_run->session().setLanguage(language.name));
        storage::DraftChange spoken;
        spoken.language = language.name;
        keep(std::move(spoken));
    }
    if (m_review.count() > 0) refreshReview();
    Q_EMIT languageChanged();
}

void InterviewController::apply(Result<forms::Changes> changes, std::optional<forms::NodeId> answered) {
    if (!changes) return setError(Messages::of(changes.error()));
    if (m_saveState != Failed) setError({});
    if (changes->structure) {
        findScreen();
        refresh();
    } else {
        update(*changes, answered);
    }
    keep(draftChange(*changes, m_key));
}

void InterviewController::keep(storage::DraftChange change) {
    if (auto label = m_run->label(); label != m_label) change.label = m_label = std::move(label);
    m_unsaved.add(std::move(change));
    if (m_saveState != Failed) setSaveState(Saving);
    send();
}

Pending<Result<>> InterviewController::write(storage::DraftChange change) {
    return m_storage->withStore([id = m_run->id(), change = std::move(change)](storage::LocalStore& store) {
        return store.change(id, change);
    });
}

void InterviewController::send() {
    auto next = m_unsaved.take();
    if (!next) return;
    write(std::move(*next)).then(this, [this, opened = m_opened](const Result<>& kept) {
        if (opened == m_opened) onSent(kept);
    });
}

void InterviewController::onSent(const Result<>& kept) {
    if (!kept) {
        const bool newer = m_unsaved.waits();
        m_unsaved.failed();
        m_moves.clear();
        setSaveState(Failed);
        setError(Messages::of(kept.error()));
        if (newer) send(); // it may fit now
        return;
    }
    m_unsaved.stored();
    if (!m_unsaved.empty()) return send();
    if (m_saveState == Failed) setError({});
    setSaveState(Saved);
    while (m_unsaved.empty() && !m_moves.empty()) {
        const auto move = std::move(m_moves.front());
        m_moves.pop_front();
        move();
    }
}

void InterviewController::whenStored(std::function<void()> move) {
    if (m_unsaved.empty()) return move();
    m_moves.push_back(std::move(move));
    send();
}

void InterviewController::moveTo(std::size_t index) {
    if (index <= m_index) return goTo(index);
    whenStored([this, index] { goTo(index); });
}

void InterviewController::refresh() {
    showQuestions();
    m_sections.build(m_run->session(), m_index);
    Q_EMIT screenChanged();
    Q_EMIT partChanged();
}

void InterviewController::showQuestions() {
    std::vector<forms::Question> questions;
    if (const auto* shown = screen()) {
        for (const auto node : shown->questions)
            questions.push_back(m_run->session().question(node));
    }
    m_questions.setQuestions(std::move(questions));
}

void InterviewController::update(const forms::Changes& changes, std::optional<forms::NodeId> answered) {
    const auto& session = m_run->session();
    const auto isNamed = [&](forms::NodeId node) {
        return node == answered || std::binary_search(changes.values.begin(), changes.values.end(), node) ||
               std::binary_search(changes.states.begin(), changes.states.end(), node);
    };
    for (int row = 0; row < m_questions.count(); ++row) {
        if (const auto node = m_questions.at(row).node; isNamed(node))
            m_questions.setQuestion(row, session.question(node));
    }
    m_sections.update(session, changes);
    if (m_stage != ByWorker) Q_EMIT partChanged();
}

QStringList InterviewController::headings() const {
    QStringList result;
    if (const auto* shown = screen()) {
        for (const auto& heading : shown->headings)
            result << plainText(heading);
    }
    return result;
}

bool InterviewController::isAlone() const {
    const auto* shown = screen();
    return shown != nullptr && shown->mostAsked == 1;
}

bool InterviewController::isLastScreen() const {
    return m_run && m_index + 1 >= m_run->session().screens().size();
}

bool InterviewController::isAddScreen() const {
    const auto* shown = screen();
    return shown != nullptr && shown->kind == forms::Screen::Kind::AddRepeat;
}

int InterviewController::repeatCount() const {
    return isAddScreen() ? static_cast<int>(m_run->session().repeatCount(repeatPath(m_run->session(), *screen()))) : 0;
}

QString InterviewController::repeatTitle() const {
    const auto* shown = screen();
    return shown == nullptr || shown->headings.empty() ? QString() : plainText(shown->headings.back());
}

QStringList InterviewController::languages() const {
    QStringList codes;
    if (!m_run) return codes;
    for (const auto& language : m_run->study()->form->languages())
        codes << qText(language.code.empty() ? language.name : language.code);
    return codes;
}

QStringList InterviewController::languageNames() const {
    QStringList names;
    if (!m_run) return names;
    for (const auto& language : m_run->study()->form->languages())
        names << qText(language.name.substr(0, language.name.find(" (")));
    return names;
}

QString InterviewController::language() const {
    if (!m_run) return {};
    const auto& active = m_run->session().language();
    for (const auto& language : m_run->study()->form->languages()) {
        if (language.name == active || language.code == active)
            return qText(language.code.empty() ? language.name : language.code);
    }
    return qText(active);
}

bool InterviewController::isRightToLeft() const {
    if (!m_run) return false;
    const auto& languages = m_run->study()->form->languages();
    return std::any_of(languages.begin(), languages.end(), [this](const auto& one) {
        return one.rightToLeft && (one.name == m_run->session().language() || one.code == m_run->session().language());
    });
}

void InterviewController::setShowProblems(bool show) {
    if (show == m_showProblems) return;
    m_showProblems = show;
    Q_EMIT showProblemsChanged();
}

void InterviewController::setError(const QString& error) {
    if (error == m_error) return;
    m_error = error;
    Q_EMIT errorChanged();
}

void InterviewController::setSaveState(SaveState state) {
    if (state == m_saveState) return;
    m_saveState = state;
    Q_EMIT saveStateChanged();
}

} // namespace peil::mobile
