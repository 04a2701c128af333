// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/forms/session.h"

#include <QtCore/qabstractitemmodel.h>
#include <QtQml/qqmlregistration.h>

namespace peil::mobile {

/// The choices of one question. In a question that ranks, they are in the order given so far.
class ChoiceListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to a QuestionListModel.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// Row of the chosen one, -1 when none is.
    Q_PROPERTY(int chosenRow READ chosenRow NOTIFY chosenRowChanged FINAL)
public:
    enum Role {
        ValueRole = Qt::UserRole, ///< string: what is stored
        LabelRole,                ///< string: in the language of the interview
        ChosenRole,               ///< bool
        CaptionRole,              ///< string: what a number means, if the form says so
        ImageRole,                ///< string: a picture of the study, empty without one
    };
    using QAbstractListModel::QAbstractListModel;
    void setQuestion(const forms::Question& question);
    /// The numbers that answer it, as choices. Precondition: the question has steps.
    void setSteps(const forms::Question& question);
    /// In letters.
    [[nodiscard]] int longestLabel() const;
    [[nodiscard]] int longestWord() const;
    [[nodiscard]] bool hasSameWords(const ChoiceListModel& other) const;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int chosenRow() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void chosenRowChanged();
    void wordsChanged();

private:
    struct Row {
        QString value, label;
        bool chosen = false;
        QString caption, image;
        bool operator==(const Row&) const = default;
        [[nodiscard]] bool hasWordsOf(const Row& other) const {
            return value == other.value && label == other.label && caption == other.caption && image == other.image;
        }
    };
    void setRows(QList<Row> rows);
    QList<Row> m_rows;
};

} // namespace peil::mobile
