// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/forms/session.h"

#include <QtCore/qabstractitemmodel.h>
#include <QtQml/qqmlregistration.h>

namespace peil::mobile {

/// The chapters of the form, with how far each is. They are the same ones from the first page to the last, also those
/// of which nothing is asked. A row's counts are always the sum over its screens; after an answer only the screens that
/// it names are asked again.
class SectionListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the InterviewController.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// Row of the screen that is shown.
    Q_PROPERTY(int current READ current NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString currentTitle READ currentTitle NOTIFY currentChanged FINAL)
public:
    enum Role {
        TitleRole = Qt::UserRole, ///< string, in the language of the interview
        AnsweredRole,             ///< int: questions with an answer or a reason for none
        AskedRole,                ///< int: questions that can be answered
        CurrentRole,              ///< bool: the screen that is shown is in it
        OpenRole,                 ///< bool: it has a screen that one can go to
    };
    using QAbstractListModel::QAbstractListModel;

    /// Asks for every screen: of a session that is shown first, or whose screens or words are others now.
    void build(const forms::Session& session, std::size_t shownScreen);
    /// After a change that is not one of structure.
    void update(const forms::Session& session, const forms::Changes& changes);
    void setShownScreen(std::size_t screen);
    void clear();
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int current() const { return static_cast<int>(m_shown); }
    [[nodiscard]] QString currentTitle() const { return titleOf(m_shown); }
    /// Empty for a row that is not there.
    [[nodiscard]] QString titleOf(std::size_t row) const;
    /// Its first screen; nullopt if it has none, or for a row that is not there.
    [[nodiscard]] std::optional<std::size_t> firstScreen(int row) const;
    /// Share of all questions that have an answer or a reason for none, 0 to 1.
    [[nodiscard]] double progress() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();
    void currentChanged();

private:
    struct Row {
        QString title;
        std::optional<std::size_t> firstScreen;
        std::size_t answered = 0, asked = 0;
        bool operator==(const Row&) const = default;
    };
    [[nodiscard]] std::size_t rowOf(std::size_t screen) const;
    void setRows(std::vector<Row> rows);

    std::vector<Row> m_rows;
    std::vector<forms::ScreenStatus> m_screens; ///< as counted in the rows
    std::vector<std::size_t> m_chapterOf;       ///< each screen's row
    std::size_t m_shown = 0;                    ///< the row of the screen that is shown
    std::size_t m_answered = 0, m_asked = 0;    ///< sums over all rows
};

} // namespace peil::mobile
