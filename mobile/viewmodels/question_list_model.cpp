// SPDX-License-Identifier: Apache-2.0
#include "question_list_model.h"

#include "form_text.h"
#include "messages.h"

#include "peil/base/text.h"

#include <QtQml/qqmlengine.h>

#include <algorithm>
#include <utility>

namespace peil::mobile {
namespace {

double attribute(const forms::Question& question, std::string_view name, double fallback) {
    for (const auto& [key, value] : question.attributes) {
        if (key == name) return parseNumber(value).value_or(fallback);
    }
    return fallback;
}

bool isNumber(QuestionListModel::Kind kind) {
    return kind == QuestionListModel::Number || kind == QuestionListModel::Decimal ||
           kind == QuestionListModel::Counter;
}

/// What helps to ask the question: the hint, and below it the guidance that ODK Collect shows on request.
std::string helpOf(const forms::Question& question) {
    const auto &hint = question.hint.text, &guidance = question.guidance.text;
    return hint + (hint.empty() || guidance.empty() ? "" : "\n\n") + guidance;
}

/// A stored answer as a field to type in shows it.
QString shownText(QuestionListModel::Kind kind, const std::string& value) {
    return isNumber(kind) ? shownNumber(value) : QString::fromStdString(value);
}

/// A stored answer as a message beside another text names it; what is chosen shows for itself.
QString keptText(QuestionListModel::Kind kind, const std::string& value) {
    return isNumber(kind) ? shownNumber(value) : QString();
}

/// What an edit beside the stored answer can change.
const QList<int> kEditRoles{QuestionListModel::ShownRole, QuestionListModel::UnsavedRole,
                            QuestionListModel::MessageRole};

int reasonsOf(const forms::Question& question, QuestionListModel::Kind kind) {
    unsigned offered = 0;
    const auto add = [&offered](forms::NoAnswer reason) {
        if (reason != forms::NoAnswer::None) offered |= 1U << static_cast<unsigned>(reason);
    };
    for (const auto reason : question.reasons)
        add(reason);
    add(question.reason); // the stored value is shown even if the form does not offer it
    // A question that the tablet cannot show must never stop the interview.
    if (offered == 0 && kind == QuestionListModel::Unsupported && question.required) add(forms::NoAnswer::Skipped);
    return static_cast<int>(offered);
}

} // namespace

QuestionListModel::~QuestionListModel() = default;

QuestionListModel::Kind QuestionListModel::kindOf(const forms::Question& question) {
    return static_cast<Kind>(forms::widgetOf({question.control, question.type, question.readonly, question.appearances,
                                              question.attributes, question.steps}));
}

namespace {

/// A number that is none of the tiles is shown as it is, in a field or on a slider.
QuestionListModel::Kind shownKind(const forms::Question& question, bool area) {
    const auto kind = QuestionListModel::kindOf(question);
    // A line cannot show an answer of several lines; once it is an area it stays one, or the keys would go nowhere.
    if ((kind == QuestionListModel::ShortText || kind == QuestionListModel::Digits) && area)
        return QuestionListModel::LongText;
    if (kind != QuestionListModel::Tiles || question.value.empty()) return kind;
    for (std::int64_t place = 0; place < question.steps->count(); ++place)
        if (question.value == std::to_string(question.steps->at(place))) return kind;
    return question.control == forms::Control::Range ? QuestionListModel::Range : QuestionListModel::Number;
}

} // namespace

void QuestionListModel::fill(Row& row, forms::Question question) {
    row.kind = shownKind(question, row.kind == LongText || question.value.find('\n') != std::string::npos);
    if (!row.choices && (!question.choices.empty() || row.kind == Tiles)) {
        row.choices = std::make_unique<ChoiceListModel>();
        QQmlEngine::setObjectOwnership(row.choices.get(), QQmlEngine::CppOwnership);
    }
    if (row.choices && row.kind == Tiles)
        row.choices->setSteps(question);
    else if (row.choices)
        row.choices->setQuestion(question);
    if (!question.value.empty()) row.erased.reset();
    if (row.edit && (row.edit->value != question.value || row.edit->reason != question.reason)) row.edit.reset();
    row.question = std::move(question);
}

void QuestionListModel::refill(Row& row, forms::Question question) {
    QList<int> roles{KindRole,   AnswerRole,   ShownRole,  UnsavedRole,  ReasonRole, ReasonsRole,
                     ErasedRole, RequiredRole, LockedRole, ValidityRole, MessageRole};
    if (row.question.label != question.label) roles.append({LabelRole, ImageRole, BigImageRole});
    if (helpOf(row.question) != helpOf(question)) roles.append(HintRole);
    const bool hadChoices = row.choices != nullptr;
    fill(row, std::move(question));
    if (!hadChoices && row.choices) roles.append(ChoicesRole);
    tellChanged(row, roles);
}

void QuestionListModel::setQuestion(int row, forms::Question question) {
    refill(m_rows[static_cast<std::size_t>(row)], std::move(question));
    findMatrices();
    Q_EMIT heldChanged();
}

bool QuestionListModel::isLike(std::size_t row, std::size_t other) const {
    if (other >= m_rows.size()) return false;
    const auto &one = m_rows[row], &next = m_rows[other];
    const auto isRow = [](const Row& each) {
        return (each.kind == ChooseOne || each.kind == Likert) && each.choices &&
               each.choices->count() <= kMostInMatrix;
    };
    return isRow(one) && isRow(next) && one.choices->hasSameWords(*next.choices);
}

void QuestionListModel::findMatrices() {
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const bool matrix = isLike(row, row + 1) || (row > 0 && isLike(row, row - 1));
        if (std::exchange(m_rows[row].matrix, matrix) != matrix) tellChanged(m_rows[row], {MatrixRole});
    }
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
            refill(m_rows[row], std::move(question));
            continue;
        }
        Row fresh;
        fill(fresh, std::move(question));
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(row), std::move(fresh));
        endInsertRows();
    }
    findMatrices();
    if (m_rows.size() != before) Q_EMIT countChanged();
    Q_EMIT heldChanged();
}

const QuestionListModel::Row* QuestionListModel::rowOf(forms::NodeId node) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [node](const Row& row) { return row.question.node == node; });
    return found == m_rows.end() ? nullptr : &*found;
}

QuestionListModel::Row* QuestionListModel::rowOf(forms::NodeId node) {
    return const_cast<Row*>(std::as_const(*this).rowOf(node));
}

void QuestionListModel::tellChanged(const Row& row, const QList<int>& roles) {
    const auto changed = index(static_cast<int>(&row - m_rows.data()));
    Q_EMIT dataChanged(changed, changed, roles);
    if (roles == kEditRoles) Q_EMIT heldChanged();
}

void QuestionListModel::erase(forms::NodeId node, const std::string& value) {
    auto* row = rowOf(node);
    if (row == nullptr) return;
    row->erased = value;
    tellChanged(*row, {ErasedRole});
}

std::optional<std::string> QuestionListModel::erased(forms::NodeId node) const {
    const auto* row = rowOf(node);
    return row == nullptr ? std::nullopt : row->erased;
}

void QuestionListModel::edit(forms::NodeId node, const TypedText& typed) {
    auto* row = rowOf(node);
    if (row == nullptr) return;
    const bool fits = typed.fault == TextFault::None;
    row->edit = Edit{typed.shown, typed.fault, true, fits ? typed.value : row->question.value,
                     fits ? forms::NoAnswer::None : row->question.reason};
    tellChanged(*row, kEditRoles);
}

void QuestionListModel::refuse(forms::NodeId node, TextFault fault) {
    auto* row = rowOf(node);
    if (row == nullptr) return;
    if (!row->edit) row->edit = Edit{{}, fault, false, {}, {}};
    row->edit->fault = fault;
    row->edit->value = row->question.value;
    row->edit->reason = row->question.reason;
    tellChanged(*row, kEditRoles);
}

void QuestionListModel::accept(forms::NodeId node) {
    auto* row = rowOf(node);
    if (row == nullptr || !row->edit || row->edit->typed) return;
    row->edit.reset();
    tellChanged(*row, kEditRoles);
}

void QuestionListModel::settle(forms::NodeId node) {
    auto* row = rowOf(node);
    if (row == nullptr || !row->edit || row->isUnsaved()) return;
    row->edit.reset();
    tellChanged(*row, kEditRoles);
}

void QuestionListModel::dropEdits() {
    for (auto& row : m_rows) {
        if (std::exchange(row.erased, std::nullopt)) tellChanged(row, {ErasedRole});
        if (!row.edit) continue;
        row.edit.reset();
        tellChanged(row, kEditRoles);
    }
}

bool QuestionListModel::hasUnsaved() const {
    return std::any_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.isUnsaved(); });
}

bool QuestionListModel::isHeld(int row) const {
    const auto& one = m_rows[static_cast<std::size_t>(row)];
    return one.isUnsaved() || (one.question.validity != forms::Validity::Ok && !one.question.readonly);
}

int QuestionListModel::heldCount() const {
    int held = 0;
    for (int row = 0; row < count(); ++row)
        held += isHeld(row) ? 1 : 0;
    return held;
}

bool QuestionListModel::isComplete() const {
    return heldCount() == 0 && std::all_of(m_rows.begin(), m_rows.end(), [](const Row& row) {
               const auto& question = row.question;
               return question.readonly || !question.value.empty() || question.reason != forms::NoAnswer::None;
           });
}

int QuestionListModel::askedCount() const {
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return !row.question.readonly; }));
}

const forms::Question* QuestionListModel::find(forms::NodeId node) const {
    const auto* row = rowOf(node);
    return row == nullptr ? nullptr : &row->question;
}

QuestionListModel::Kind QuestionListModel::kind(forms::NodeId node) const {
    const auto* row = rowOf(node);
    return row == nullptr ? Unsupported : row->kind;
}

bool QuestionListModel::offers(forms::NodeId node, Reason reason) const {
    const auto* question = find(node);
    return question != nullptr && (reasonsOf(*question, kind(node)) >> reason & 1) != 0;
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
        return row.kind;
    case LabelRole:
        return styledText(question.label.text);
    case HintRole:
        return styledText(helpOf(question));
    case ImageRole:
        return QString::fromStdString(question.label.image);
    case BigImageRole:
        return QString::fromStdString(question.label.bigImage);
    case AnswerRole:
        return QString::fromStdString(question.value);
    case ShownRole:
        return row.edit && row.edit->typed ? row.edit->shown : shownText(row.kind, question.value);
    case UnsavedRole:
        return row.isUnsaved();
    case ReasonRole:
        return static_cast<Reason>(question.reason);
    case ReasonsRole:
        return reasonsOf(question, row.kind);
    case ErasedRole:
        return row.erased.has_value();
    case MatrixRole:
        return row.matrix;
    case RequiredRole:
        return question.required;
    case LockedRole:
        return question.readonly;
    case ValidityRole:
        return static_cast<Validity>(question.validity);
    case MessageRole:
        return row.isUnsaved() ? Messages::of(row.edit->fault, keptText(row.kind, question.value))
                               : QString::fromStdString(question.message);
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
    return {{NodeRole, "node"},         {NameRole, "name"},         {KindRole, "kind"},
            {LabelRole, "label"},       {HintRole, "hint"},         {ImageRole, "image"},
            {BigImageRole, "bigImage"}, {AnswerRole, "answer"},     {ShownRole, "shown"},
            {UnsavedRole, "unsaved"},   {ReasonRole, "reason"},     {ReasonsRole, "reasons"},
            {ErasedRole, "erased"},     {MatrixRole, "matrix"},     {RequiredRole, "required"},
            {LockedRole, "locked"},     {ValidityRole, "validity"}, {MessageRole, "message"},
            {ChoicesRole, "choices"},   {FromRole, "from"},         {ToRole, "to"},
            {StepRole, "step"}};
}

} // namespace peil::mobile
