// SPDX-License-Identifier: Apache-2.0
// How what is typed and chosen on the screen becomes an answer, or stays beside the stored one with the reason.
#include "interview_controller.h"

#include "messages.h"

#include "peil/base/text.h"
#include "peil/forms/error.h"

#include <algorithm>

namespace peil::mobile {
namespace {

/// What a field of that kind says; nullopt if the kind has no field to type in.
std::optional<TypedText> readField(QuestionListModel::Kind kind, const QString& text) {
    switch (kind) {
    case QuestionListModel::Number:
        return readWhole(text);
    case QuestionListModel::Decimal:
        return readDecimal(text);
    case QuestionListModel::ShortText:
    case QuestionListModel::Digits:
    case QuestionListModel::Masked:
        return readWords(text, Lines::One);
    case QuestionListModel::LongText:
        return readWords(text, Lines::Several);
    default:
        return std::nullopt;
    }
}

/// Why the engine did not take `value`: a whole number that reads well can only be too far from 0.
TextFault faultOf(QuestionListModel::Kind kind, const std::string& value, const Error& error) {
    if (kind != QuestionListModel::Number || error.code != make_error_code(forms::FormsErrc::BadValue))
        return TextFault::DoesNotFit;
    return value.starts_with('-') ? TextFault::TooSmall : TextFault::TooLarge;
}

bool isQuick(const forms::Question& question) {
    return std::find(question.appearances.begin(), question.appearances.end(), "quick") != question.appearances.end();
}

bool isOneChoice(QuestionListModel::Kind kind) {
    return kind == QuestionListModel::ChooseOne || kind == QuestionListModel::Likert ||
           kind == QuestionListModel::ChooseFromList || kind == QuestionListModel::SearchOne ||
           kind == QuestionListModel::Tiles;
}

} // namespace

void InterviewController::answer(int node, const QString& text) {
    const auto id = static_cast<forms::NodeId>(node);
    const auto* question = m_questions.find(id);
    if (question == nullptr || m_sealing) return;
    const auto typed = readField(m_questions.kind(id), text);
    if (!typed && isImpatient()) return;
    if (typed) m_questions.edit(id, *typed);
    if (typed && typed->fault != TextFault::None) return;
    give(id, typed ? typed->value
             : m_questions.kind(id) == QuestionListModel::DateTime
                 ? storedMoment(text, m_run->study()->study().timeZone)
                 : text.toStdString());
}

void InterviewController::give(forms::NodeId node, const std::string& value) {
    const auto before = m_questions.isComplete() ? Before::Complete : Before::Incomplete;
    if (m_questions.find(node)->value == value) {
        m_questions.accept(node);
        return goOnAfter(node, before);
    }
    auto changes = m_run->session().answer(node, value);
    if (!changes) return m_questions.refuse(node, faultOf(m_questions.kind(node), value, changes.error()));
    apply(std::move(changes), node);
    goOnAfter(node, before);
}

void InterviewController::goOnAfter(forms::NodeId node, Before screen) {
    const auto* question = m_questions.find(node);
    if (question == nullptr || question->value.empty() || !isQuick(*question) || !isOneChoice(m_questions.kind(node)))
        return;
    if (m_visiting || isLastScreen() || !m_questions.isComplete()) return;
    if (screen == Before::Complete && m_questions.askedCount() > 1)
        return; // a correction on a page with other answers to look at
    whenStored([this, key = m_key] {
        if (key != m_key || isLastScreen() || !m_questions.isComplete()) return;
        goTo(m_index + 1);
        m_restUntil = m_taps->now() + kImpatience;
    });
}

void InterviewController::settle(int node) {
    m_questions.settle(static_cast<forms::NodeId>(node));
}

void InterviewController::answerNone(int node, QuestionListModel::Reason reason) {
    const auto id = static_cast<forms::NodeId>(node);
    const auto* question = m_questions.find(id);
    if (question == nullptr || m_sealing || isImpatient()) return;
    if (reason != QuestionListModel::NoReason && !m_questions.offers(id, reason)) return;
    const auto before = question->value;
    auto changes = m_run->session().answerNone(id, static_cast<forms::NoAnswer>(reason));
    if (!changes) return m_questions.refuse(id, TextFault::DoesNotFit);
    apply(std::move(changes), id);
    if (!before.empty()) m_questions.erase(id, before);
}

void InterviewController::bringBack(int node) {
    const auto id = static_cast<forms::NodeId>(node);
    const auto value = m_questions.erased(id);
    if (!value || m_sealing) return;
    auto changes = m_run->session().answer(id, *value);
    if (!changes) return m_questions.refuse(id, TextFault::DoesNotFit);
    apply(std::move(changes), id);
}

void InterviewController::toggle(int node, const QString& value) {
    const auto* question = m_questions.find(static_cast<forms::NodeId>(node));
    if (question == nullptr || m_sealing || isImpatient()) return;
    const auto toggled = value.toStdString();
    const auto chosen = splitWhitespace(question->value);
    std::vector<std::string> values;
    for (const auto& choice : question->choices) {
        const bool isChosen = std::find(chosen.begin(), chosen.end(), choice.value) != chosen.end();
        if (isChosen != (choice.value == toggled)) values.push_back(choice.value);
    }
    give(question->node, join(values, " "));
}

void InterviewController::moveChoice(int node, int row, int step) {
    const auto* question = m_questions.find(static_cast<forms::NodeId>(node));
    if (question == nullptr || m_sealing) return;
    ChoiceListModel order;
    order.setQuestion(*question);
    std::vector<std::string> values;
    values.reserve(static_cast<std::size_t>(order.count()));
    for (int i = 0; i < order.count(); ++i)
        values.push_back(order.data(order.index(i), ChoiceListModel::ValueRole).toString().toStdString());
    const auto target = row + step;
    if (row < 0 || row >= order.count() || target < 0 || target >= order.count()) return;
    const auto from = values.begin() + row, to = values.begin() + target;
    if (step < 0) std::rotate(to, from, from + 1);
    if (step > 0) std::rotate(from, from + 1, to + 1);
    give(question->node, join(values, " "));
}

} // namespace peil::mobile
