// SPDX-License-Identifier: Apache-2.0
#include "choice_search.h"

#include "choice_list_model.h"

#include <algorithm>

namespace peil::mobile {
namespace {

/// Small letters without their marks.
QString folded(const QString& text) {
    auto plain = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    plain.removeIf([](QChar letter) { return letter.isMark(); });
    return plain;
}

} // namespace

void ChoiceSearch::setText(const QString& text) {
    if (text == m_text) return;
    m_text = text;
    m_words = folded(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
    Q_EMIT textChanged();
}

bool ChoiceSearch::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto index = sourceModel()->index(row, 0, parent);
    if (index.data(ChoiceListModel::ChosenRole).toBool()) return true;
    const auto label = folded(index.data(ChoiceListModel::LabelRole).toString());
    return std::all_of(m_words.begin(), m_words.end(), [&](const QString& word) { return label.contains(word); });
}

} // namespace peil::mobile
