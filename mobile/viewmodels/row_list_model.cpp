// SPDX-License-Identifier: Apache-2.0
#include "row_list_model.h"

#include <QtCore/qmetaobject.h>

namespace peil::mobile {

RowListModel::RowListModel(const QMetaObject& row, QObject* parent)
    : QAbstractListModel(parent)
    , m_row(row) {}

int RowListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant RowListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const int property = role - Qt::UserRole;
    if (property < 0 || property >= m_row.propertyCount()) return {};
    return m_row.property(property).readOnGadget(gadget(index.row()));
}

QHash<int, QByteArray> RowListModel::roleNames() const {
    QHash<int, QByteArray> names;
    for (int i = 0; i < m_row.propertyCount(); ++i)
        names.insert(Qt::UserRole + i, m_row.property(i).name());
    return names;
}

} // namespace peil::mobile
