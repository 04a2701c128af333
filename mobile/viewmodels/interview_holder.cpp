// SPDX-License-Identifier: Apache-2.0
// Who holds the tablet: the worker, or for questions with peil:mode = participant the person who is asked.
#include "interview_controller.h"

namespace peil::mobile {

using forms::Holder;

forms::Holder InterviewController::holderAt(std::size_t index) const {
    const auto& screens = m_run->session().screens();
    return index < screens.size() ? screens[index].holder : Holder::Worker;
}

InterviewController::Part InterviewController::part() const {
    Part part;
    if (!m_run || holderAt(m_index) != Holder::Participant) return part;
    part.begin = part.end = m_index;
    while (part.begin > 0 && holderAt(part.begin - 1) == Holder::Participant)
        --part.begin;
    while (holderAt(part.end) == Holder::Participant)
        ++part.end;
    for (auto screen = part.begin; screen < part.end; ++screen) {
        const auto status = m_run->session().status(screen);
        part.asked += status.asked;
        part.answered += status.answered;
    }
    return part;
}

void InterviewController::updateStage() {
    if (holderAt(m_index) == Holder::Participant) {
        if (m_stage == ByWorker && !m_readingOut) setStage(HandOver);
        return;
    }
    m_readingOut = false;
    if (m_stage == ByParticipant) setStage(HandBack);
    if (m_stage == HandOver) setStage(ByWorker);
}

void InterviewController::handOver() {
    if (m_stage != HandOver || m_sealing) return;
    setStage(ByParticipant);
    Q_EMIT screenChanged(); // canGoBack
}

void InterviewController::readOut() {
    if (m_stage != HandOver || m_sealing) return;
    m_readingOut = true;
    setStage(ByWorker);
}

void InterviewController::passPart() {
    if (m_stage != HandOver) return;
    const auto after = part().end;
    if (after < m_run->session().screens().size() && !m_visiting) return goTo(after);
    whenStored([this] {
        refreshReview();
        Q_EMIT endReached();
    });
}

void InterviewController::giveBack() {
    if (m_stage != ByParticipant) return;
    leaveScreen();
    m_moves.clear(); // a way on that waits for the store is not gone any more
    setStage(HandBack);
}

void InterviewController::setStage(Stage stage) {
    if (stage == m_stage) return;
    m_stage = stage;
    Q_EMIT stageChanged();
}

} // namespace peil::mobile
