// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtCore/qsortfilterproxymodel.h>
#include <QtCore/qstringlist.h>
#include <QtQml/qqmlregistration.h>

namespace peil::mobile {

/// The choices whose label has every word of `text`, in their order; the chosen ones always. Capitals and accents make
/// no difference: "curacao" finds "Curaçao".
class ChoiceSearch : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);

Q_SIGNALS:
    void textChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_text;
    QStringList m_words;
};

} // namespace peil::mobile
