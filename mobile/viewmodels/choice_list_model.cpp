// SPDX-License-Identifier: Apache-2.0
#include "choice_list_model.h"

#include "form_text.h"

#include "peil/base/text.h"

#include <algorithm>

namespace peil::mobile {

void ChoiceListModel::setQuestion(const forms::Question& question) {
    const auto chosen = splitWhitespace(question.value);
    QList<Row> rows;
    for (const auto& choice : question.choices) {
        const bool isChosen = std::find(chosen.begin(), chosen.end(), choice.value) != chosen.end();
        rows.append({QString::fromStdString(choice.value), plainText(choice.label.text), isChosen});
    }
    if (question.control == forms::Control::Rank) {
        const auto place = [&chosen](const Row& row) {
            const auto value = row.value.toStdString();
            return std::find(chosen.begin(), chosen.end(), value) - chosen.begin();
        };
        std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) { return place(a) < place(b); });
    }
    const auto chosenBefore = chosenRow();
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        Q_EMIT countChanged();
    } else {
        for (qsizetype row = 0; row < rows.size(); ++row) {
            if (m_rows[row] == rows[row]) continue;
            const bool sameWords = m_rows[row].value == rows[row].value && m_rows[row].label == rows[row].label;
            m_rows[row] = std::move(rows[row]);
            const auto changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed,
                               sameWords ? QList<int>{ChosenRole} : QList<int>{ValueRole, LabelRole, ChosenRole});
        }
    }
    if (chosenRow() != chosenBefore) Q_EMIT chosenRowChanged();
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
    default:
        return {};
    }
}

QHash<int, QByteArray> ChoiceListModel::roleNames() const {
    return {{ValueRole, "value"}, {LabelRole, "label"}, {ChosenRole, "chosen"}};
}

} // namespace peil::mobile
