// SPDX-License-Identifier: Apache-2.0
#pragma once

// A list of plain rows for a page: interviews, quotas, sites, referral cards, open questions. Its roles are the
// properties of the row, which is a Q_GADGET (list_rows.h). The owner passes all rows each time; the model notifies the
// view only of differences.

#include <QtCore/qabstractitemmodel.h>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace peil::mobile {

class RowListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the controllers.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    [[nodiscard]] virtual int count() const = 0;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

protected:
    RowListModel(const QMetaObject& row, QObject* parent);
    /// Precondition: the row is there.
    [[nodiscard]] virtual const void* gadget(int row) const = 0;

private:
    const QMetaObject& m_row;
};

template <class Row>
class RowList final : public RowListModel {
public:
    explicit RowList(QObject* parent)
        : RowListModel(Row::staticMetaObject, parent) {}

    void setRows(std::vector<Row> rows) {
        const auto before = m_rows.size();
        const auto common = std::min(before, rows.size());
        for (std::size_t row = 0; row < common; ++row) {
            if (m_rows[row] == rows[row]) continue;
            m_rows[row] = std::move(rows[row]);
            const auto changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed);
        }
        if (rows.size() == before) return;
        if (rows.size() > before) {
            beginInsertRows({}, static_cast<int>(before), static_cast<int>(rows.size()) - 1);
            std::move(rows.begin() + static_cast<std::ptrdiff_t>(common), rows.end(), std::back_inserter(m_rows));
            endInsertRows();
        } else {
            beginRemoveRows({}, static_cast<int>(rows.size()), static_cast<int>(before) - 1);
            m_rows.resize(rows.size());
            endRemoveRows();
        }
        Q_EMIT countChanged();
    }
    [[nodiscard]] int count() const override { return static_cast<int>(m_rows.size()); }

protected:
    [[nodiscard]] const void* gadget(int row) const override { return &m_rows[static_cast<std::size_t>(row)]; }

private:
    std::vector<Row> m_rows;
};

} // namespace peil::mobile
