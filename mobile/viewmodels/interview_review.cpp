// SPDX-License-Identifier: Apache-2.0
// The review before the end: what is open first, then every answer by chapter.
#include "interview_controller.h"

#include "form_text.h"
#include "typed_text.h"

#include "peil/base/text.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace peil::mobile {
namespace {

bool isAnswered(const forms::Question& question) {
    return !question.value.empty() || question.reason != forms::NoAnswer::None;
}

QString reasonWords(forms::NoAnswer reason) {
    switch (reason) {
    case forms::NoAnswer::DontKnow:
        return InterviewController::tr("No answer: does not know");
    case forms::NoAnswer::Refused:
        return InterviewController::tr("No answer: prefers not to say");
    case forms::NoAnswer::Skipped:
        return InterviewController::tr("No answer: skipped");
    case forms::NoAnswer::None:
        break;
    }
    return {};
}

/// The labels of what was chosen, in the order of the answer.
QString choiceWords(const forms::Question& question) {
    QStringList words;
    for (const auto value : splitWhitespace(question.value)) {
        const auto found = std::find_if(question.choices.begin(), question.choices.end(),
                                        [value](const auto& choice) { return choice.value == value; });
        words << (found == question.choices.end()
                      ? QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()))
                      : plainText(found->label.text));
    }
    return words.join(QStringLiteral(", "));
}

QString answerWords(const forms::Question& question) {
    constexpr qsizetype kMinutes = 5; ///< HH:MM
    constexpr qsizetype kDots = 8;    ///< whatever the length of a masked text
    if (question.value.empty()) return reasonWords(question.reason);
    switch (question.control) {
    case forms::Control::Select1:
    case forms::Control::Select:
    case forms::Control::Rank:
        return choiceWords(question);
    case forms::Control::Trigger:
        return InterviewController::tr("Done");
    default:
        break;
    }
    if (question.type == forms::DataType::Integer || question.type == forms::DataType::Decimal)
        return shownNumber(question.value);
    switch (QuestionListModel::kindOf(question)) {
    case QuestionListModel::Date:
        return shownDay(question.value);
    case QuestionListModel::MonthYear:
        return shownDay(question.value, DayPart::Month);
    case QuestionListModel::Year:
        return shownDay(question.value, DayPart::Year);
    case QuestionListModel::DateTime:
        return shownMoment(question.value);
    case QuestionListModel::Time:
        return QString::fromStdString(question.value).left(kMinutes);
    case QuestionListModel::Masked:
        return QString(kDots, QChar(0x2022));
    default:
        return QString::fromStdString(question.value);
    }
}

} // namespace

void InterviewController::refreshReview() {
    if (!m_run) return;
    std::vector<ReviewItem> problems, open, answered;
    std::set<forms::NodeId> listed;
    const auto& session = m_run->session();
    const auto& screens = session.screens();
    for (const auto& screen : screens) {
        const auto part = m_sections.titleOf(screen.chapter);
        for (const auto node : screen.questions) {
            const auto question = session.question(node);
            const bool problem = question.validity != forms::Validity::Ok;
            if (!problem && question.readonly) continue;
            listed.insert(node);
            const bool gap = !problem && !isAnswered(question);
            (problem ? problems
             : gap   ? open
                     : answered)
                .push_back({static_cast<int>(node), plainText(question.label.text),
                            problem || gap ? tr("Still open") : part, answerWords(question), problem, gap,
                            plainText(question.message)});
        }
    }
    // What is on no screen stops the end as well; it has no words but its name.
    for (const auto& violation : session.violations()) {
        if (listed.contains(violation.node)) continue;
        problems.push_back({static_cast<int>(violation.node),
                            QString::fromStdString(session.question(violation.node).name), tr("Still open"), QString(),
                            true, false, plainText(violation.message)});
    }
    m_problems = static_cast<int>(problems.size());
    m_unanswered = static_cast<int>(open.size());
    for (auto* rows : {&open, &answered})
        std::move(rows->begin(), rows->end(), std::back_inserter(problems));
    m_review.setRows(std::move(problems));
    Q_EMIT reviewChanged();
}

} // namespace peil::mobile
