// SPDX-License-Identifier: Apache-2.0
#include "choice_list_model.h"

#include "form_text.h"
#include "typed_text.h"

#include "peil/base/text.h"

#include <algorithm>

namespace peil::mobile {

void ChoiceListModel::setQuestion(const forms::Question& question) {
    const auto chosen = splitWhitespace(question.value);
    QList<Row> rows;
    for (const auto& choice : question.choices) {
        const bool isChosen = std::find(chosen.begin(), chosen.end(), choice.value) != chosen.end();
        rows.append({QString::fromStdString(choice.value),
                     plainText(choice.label.text),
                     isChosen,
                     {},
                     QString::fromStdString(choice.label.image)});
    }
    if (question.control == forms::Control::Rank) {
        const auto place = [&chosen](const Row& row) {
            const auto value = row.value.toStdString();
            return std::find(chosen.begin(), chosen.end(), value) - chosen.begin();
        };
        std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return place(a) < place(b); });
    }
    setRows(std::move(rows));
}

void ChoiceListModel::setSteps(const forms::Question& question) {
    QList<Row> rows;
    for (std::int64_t place = 0; place < question.steps->count(); ++place) {
        const auto number = question.steps->at(place);
        const auto value = std::to_string(number);
        const auto named = std::find_if(question.choices.begin(), question.choices.end(), [&](const auto& choice) {
            return parseNumber(choice.value) == static_cast<double>(number);
        });
        rows.append({QString::fromStdString(value), shownNumber(value), question.value == value,
                     named == question.choices.end() ? QString() : plainText(named->label.text),
                     named == question.choices.end() ? QString() : QString::fromStdString(named->label.image)});
    }
    setRows(std::move(rows));
}

void ChoiceListModel::setRows(QList<Row> rows) {
    const auto chosenBefore = chosenRow();
    const bool sameWords = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                      [](const Row& a, const Row& b) { return a.hasWordsOf(b); });
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        Q_EMIT countChanged();
    } else {
        for (qsizetype row = 0; row < rows.size(); ++row) {
            if (m_rows[row] == rows[row]) continue;
            const bool onlyChosen = m_rows[row].hasWordsOf(rows[row]);
            m_rows[row] = std::move(rows[row]);
            const auto changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed,
                               onlyChosen ? QList<int>{ChosenRole}
                                          : QList<int>{ValueRole, LabelRole, ChosenRole, CaptionRole, ImageRole});
        }
    }
    if (!sameWords) Q_EMIT wordsChanged();
    if (chosenRow() != chosenBefore) Q_EMIT chosenRowChanged();
}

int ChoiceListModel::longestLabel() const {
    qsizetype longest = 0;
    for (const auto& row : m_rows)
        longest = std::max({longest, row.label.size(), row.caption.size()});
    return static_cast<int>(longest);
}

int ChoiceListModel::longestWord() const {
    qsizetype longest = 0;
    for (const auto& row : m_rows)
        for (const auto& word : row.label.split(QLatin1Char(' ')))
            longest = std::max(longest, word.size());
    return static_cast<int>(longest);
}

bool ChoiceListModel::hasSameWords(const ChoiceListModel& other) const {
    return std::equal(m_rows.begin(), m_rows.end(), other.m_rows.begin(), other.m_rows.end(),
                      [](const Row& a, const Row& b) { return a.hasWordsOf(b); });
}

int ChoiceListModel::chosenRow() const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.chosen; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ChoiceListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant ChoiceListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& row = m_rows[index.row()];
    switch (role) {
    case ValueRole:
        return row.value;
    case LabelRole:
        return row.label;
    case ChosenRole:
        return row.chosen;
    case CaptionRole:
        return row.caption;
    case ImageRole:
        return row.image;
    default:
        return {};
    }
}

QHash<int, QByteArray> ChoiceListModel::roleNames() const {
    return {{ValueRole, "value"},
            {LabelRole, "label"},
            {ChosenRole, "chosen"},
            {CaptionRole, "caption"},
            {ImageRole, "image"}};
}

} // namespace peil::mobile
