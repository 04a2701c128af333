// SPDX-License-Identifier: Apache-2.0
#pragma once

// A list of plain rows for a page: interviews, quotas, sections, sites, referral cards. The owner sets the role names
// once and passes all rows each time; the model notifies the view only of differences.

#include <QtCore/qabstractitemmodel.h>
#include <QtQml/qqmlregistration.h>

namespace peil::mobile {

class RowListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the controllers.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    explicit RowListModel(QList<QByteArray> roles, QObject* parent);
    /// Each row has one value a role, in the order of the roles.
    void setRows(QList<QVariantList> rows);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    /// Nothing for a row or role that is not there.
    [[nodiscard]] QVariant value(int row, const QByteArray& role) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    QList<QByteArray> m_roles;
    QList<QVariantList> m_rows;
};

} // namespace peil::mobile
