// SPDX-License-Identifier: Apache-2.0
#include "question_list_model.h"

#include "form_text.h"

#include "peil/base/text.h"

#include <QtQml/qqmlengine.h>

#include <algorithm>

namespace peil::mobile {
namespace {

using forms::Control;
using forms::DataType;

bool has(const forms::Question& question, std::string_view appearance) {
    return std::any_of(question.appearances.begin(), question.appearances.end(), [&](const auto& one) {
        return one == appearance || one.starts_with(std::string(appearance) + "(");
    });
}

QuestionListModel::Kind kindOfInput(const forms::Question& question) {
    switch (question.type) {
    case DataType::Integer:
        return QuestionListModel::Number;
    case DataType::Decimal:
        return QuestionListModel::Decimal;
    case DataType::Date:
        return QuestionListModel::Date;
    case DataType::Time:
        return QuestionListModel::Time;
    case DataType::String:
        if (question.readonly) return QuestionListModel::Note;
        return has(question, "multiline") ? QuestionListModel::LongText : QuestionListModel::ShortText;
    default:
        return QuestionListModel::Unsupported;
    }
}

double attribute(const forms::Question& question, std::string_view name, double fallback) {
    for (const auto& [key, value] : question.attributes) {
        if (key == name) return parseNumber(value).value_or(fallback);
    }
    return fallback;
}

} // namespace

QuestionListModel::~QuestionListModel() = default;

QuestionListModel::Kind QuestionListModel::kindOf(const forms::Question& question) {
    switch (question.control) {
    case Control::Select1:
        if (has(question, "likert")) return Likert;
        return has(question, "minimal") || has(question, "autocomplete") ? ChooseFromList : ChooseOne;
    case Control::Select:
        return ChooseMany;
    case Control::Rank:
        return Rank;
    case Control::Range:
        return Range;
    case Control::Trigger:
        return Acknowledge;
    case Control::Input:
        return kindOfInput(question);
    case Control::None:
    case Control::Upload:
    case Control::Secret:
        break;
    }
    return Unsupported;
}

QuestionListModel::Row QuestionListModel::makeRow(forms::Question question) {
    Row row;
    if (!question.choices.empty()) {
        row.choices = std::make_unique<ChoiceListModel>();
        QQmlEngine::setObjectOwnership(row.choices.get(), QQmlEngine::CppOwnership);
        row.choices->setQuestion(question);
    }
    row.question = std::move(question);
    return row;
}

void QuestionListModel::setQuestions(std::vector<forms::Question> questions) {
    const auto before = m_rows.size();
    const auto isIn = [&questions](const Row& row) {
        return std::any_of(questions.begin(), questions.end(),
                           [&](const auto& question) { return question.node == row.question.node; });
    };
    for (auto row = m_rows.size(); row-- > 0;) {
        if (isIn(m_rows[row])) continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(row));
        endRemoveRows();
    }
    for (std::size_t row = 0; row < questions.size(); ++row) {
        auto& question = questions[row];
        if (row < m_rows.size() && m_rows[row].question.node == question.node) {
            if (m_rows[row].choices) m_rows[row].choices->setQuestion(question);
            m_rows[row].question = std::move(question);
            const auto changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed);
            continue;
        }
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(row), makeRow(std::move(question)));
        endInsertRows();
    }
    if (m_rows.size() != before) Q_EMIT countChanged();
}

const forms::Question* QuestionListModel::find(forms::NodeId node) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [node](const Row& row) { return row.question.node == node; });
    return found == m_rows.end() ? nullptr : &found->question;
}

const forms::Question& QuestionListModel::at(int row) const {
    return m_rows[static_cast<std::size_t>(row)].question;
}

int QuestionListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant QuestionListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto& question = row.question;
    switch (role) {
    case NodeRole:
        return static_cast<int>(question.node);
    case NameRole:
        return QString::fromStdString(question.name);
    case KindRole:
        return kindOf(question);
    case LabelRole:
        return styledText(question.label.text);
    case HintRole:
        return styledText(question.hint.text);
    case AnswerRole:
        return QString::fromStdString(question.value);
    case ReasonRole:
        return static_cast<int>(question.reason);
    case RequiredRole:
        return question.required;
    case LockedRole:
        return question.readonly;
    case ValidityRole:
        return static_cast<int>(question.validity);
    case MessageRole:
        return QString::fromStdString(question.message);
    case ChoicesRole:
        return QVariant::fromValue(row.choices.get());
    case FromRole:
        return attribute(question, "start", 0);
    case ToRole:
        return attribute(question, "end", 10);
    case StepRole:
        return attribute(question, "step", 1);
    default:
        return {};
    }
}

QHash<int, QByteArray> QuestionListModel::roleNames() const {
    return {{NodeRole, "node"},       {NameRole, "name"},
            {KindRole, "kind"},       {LabelRole, "label"},
            {HintRole, "hint"},       {AnswerRole, "answer"},
            {ReasonRole, "reason"},   {RequiredRole, "required"},
            {LockedRole, "locked"},   {ValidityRole, "validity"},
            {MessageRole, "message"}, {ChoicesRole, "choices"},
            {FromRole, "from"},       {ToRole, "to"},
            {StepRole, "step"}};
}

} // namespace peil::mobile
