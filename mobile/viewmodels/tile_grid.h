// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "choice_list_model.h"

#include <QtCore/qpointer.h>

namespace peil::mobile {

/// In how many columns the answers to a question stand: the same for all questions with as many choices, so that a hand
/// knows where to go.
class TileGrid : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(peil::mobile::ChoiceListModel* choices READ choices WRITE setChoices NOTIFY changed FINAL)
    Q_PROPERTY(Form form MEMBER m_form NOTIFY changed FINAL)
    /// Of the whole grid, in pixels; `gap` is between two tiles.
    Q_PROPERTY(double width MEMBER m_width NOTIFY changed FINAL)
    Q_PROPERTY(double gap MEMBER m_gap NOTIFY changed FINAL)
    /// How much larger than usual all type is.
    Q_PROPERTY(double scale MEMBER m_scale NOTIFY changed FINAL)
    Q_PROPERTY(int columns READ columns NOTIFY changed FINAL)
    /// Only the words in the middle, without a mark beside them.
    Q_PROPERTY(bool compact READ isCompact NOTIFY changed FINAL)
public:
    enum Form {
        List,    ///< two beside each other where there is room for their words, three if these are short
        Row,     ///< all beside each other if each of their words fits, else as List
        Numbers, ///< as many beside each other as are wide enough for a thumb, the rows as even as can be
    };
    Q_ENUM(Form)
    using QObject::QObject;
    [[nodiscard]] ChoiceListModel* choices() const { return m_choices; }
    void setChoices(ChoiceListModel* choices);
    [[nodiscard]] int columns() const;
    [[nodiscard]] bool isCompact() const;

    static constexpr double kSmallestTile = 64; ///< pixels, at scale 1

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] double tileWidth(int columns) const { return (m_width - (columns - 1) * m_gap) / columns; }
    [[nodiscard]] bool fitsRow() const;
    [[nodiscard]] int numberColumns() const;
    [[nodiscard]] int listColumns() const;

    QPointer<ChoiceListModel> m_choices;
    Form m_form = List;
    double m_width = 0, m_gap = 0, m_scale = 1;
};

} // namespace peil::mobile
