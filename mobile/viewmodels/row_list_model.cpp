// SPDX-License-Identifier: Apache-2.0
#include "row_list_model.h"

namespace peil::mobile {

RowListModel::RowListModel(QList<QByteArray> roles, QObject* parent)
    : QAbstractListModel(parent)
    , m_roles(std::move(roles)) {}

void RowListModel::setRows(QList<QVariantList> rows) {
    const auto before = m_rows.size();
    const auto common = std::min(before, rows.size());
    for (qsizetype row = 0; row < common; ++row) {
        if (m_rows[row] == rows[row]) continue;
        m_rows[row] = std::move(rows[row]);
        const auto changed = index(static_cast<int>(row));
        Q_EMIT dataChanged(changed, changed);
    }
    if (rows.size() > before) {
        beginInsertRows({}, static_cast<int>(before), static_cast<int>(rows.size()) - 1);
        for (auto row = before; row < rows.size(); ++row)
            m_rows.append(std::move(rows[row]));
        endInsertRows();
    } else if (rows.size() < before) {
        beginRemoveRows({}, static_cast<int>(rows.size()), static_cast<int>(before) - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
    if (m_rows.size() != before) Q_EMIT countChanged();
}

QVariant RowListModel::value(int row, const QByteArray& role) const {
    const auto column = m_roles.indexOf(role);
    if (row < 0 || row >= m_rows.size() || column < 0) return {};
    return m_rows[row][column];
}

int RowListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant RowListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto column = role - Qt::UserRole;
    return column >= 0 && column < m_roles.size() ? m_rows[index.row()][column] : QVariant();
}

QHash<int, QByteArray> RowListModel::roleNames() const {
    QHash<int, QByteArray> names;
    for (qsizetype column = 0; column < m_roles.size(); ++column)
        names.insert(Qt::UserRole + static_cast<int>(column), m_roles[column]);
    return names;
}

} // namespace peil::mobile
