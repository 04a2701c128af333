// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "choice_list_model.h"

#include <memory>
#include <vector>

namespace peil::mobile {

/// The questions of the screen that is shown.
class QuestionListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the InterviewController.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    /// Which of the tablet's controls shows a question.
    enum Kind {
        Unsupported,
        Note,
        Acknowledge,
        ChooseOne,
        ChooseFromList,
        Likert,
        ChooseMany,
        Number,
        Decimal,
        ShortText,
        LongText,
        Date,
        Time,
        Range,
        Rank
    };
    Q_ENUM(Kind)
    enum Role {
        NodeRole = Qt::UserRole, ///< int: names the question in calls
        NameRole,                ///< string: for tests
        KindRole,                ///< Kind
        LabelRole,               ///< string, in the language of the interview
        HintRole,                ///< string
        AnswerRole,              ///< string: as stored
        ReasonRole,              ///< int: forms::NoAnswer
        RequiredRole,            ///< bool
        LockedRole,              ///< bool: may not be changed
        ValidityRole,            ///< int: forms::Validity
        MessageRole,             ///< string: why it is not valid, in the form's own words; may be empty
        ChoicesRole,             ///< ChoiceListModel, null for a question without choices
        FromRole,
        ToRole,
        StepRole, ///< double: bounds of a range
    };
    using QAbstractListModel::QAbstractListModel;
    ~QuestionListModel() override;

    void setQuestions(std::vector<forms::Question> questions);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const forms::Question* find(forms::NodeId node) const;
    [[nodiscard]] const forms::Question& at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] static Kind kindOf(const forms::Question& question);

Q_SIGNALS:
    void countChanged();

private:
    struct Row {
        forms::Question question;
        std::unique_ptr<ChoiceListModel> choices;
    };
    [[nodiscard]] static Row makeRow(forms::Question question);

    std::vector<Row> m_rows;
};

} // namespace peil::mobile
