// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "choice_list_model.h"
#include "typed_text.h"

#include "peil/forms/capabilities.h"

#include <memory>
#include <optional>
#include <vector>

namespace peil::mobile {

/// The questions of the screen that is shown, each with the text that is under edit in it. A text that is not an answer
/// yet, or none that the form takes, is beside the answer that is stored and never in its place; it lasts as long as
/// the screen, and until the question gets an answer in another way.
class QuestionListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Belongs to the InterviewController.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
public:
    /// Which of the tablet's controls shows a question; the values of forms::Widget.
    enum Kind {
        Unsupported = static_cast<int>(forms::Widget::Unsupported),
        Note = static_cast<int>(forms::Widget::Note),
        Acknowledge = static_cast<int>(forms::Widget::Acknowledge),
        ChooseOne = static_cast<int>(forms::Widget::ChooseOne),
        ChooseFromList = static_cast<int>(forms::Widget::ChooseFromList),
        SearchOne = static_cast<int>(forms::Widget::SearchOne),
        SearchMany = static_cast<int>(forms::Widget::SearchMany),
        Likert = static_cast<int>(forms::Widget::Likert),
        ChooseMany = static_cast<int>(forms::Widget::ChooseMany),
        Number = static_cast<int>(forms::Widget::Number),
        Decimal = static_cast<int>(forms::Widget::Decimal),
        Counter = static_cast<int>(forms::Widget::Counter),
        ShortText = static_cast<int>(forms::Widget::ShortText),
        LongText = static_cast<int>(forms::Widget::LongText),
        Digits = static_cast<int>(forms::Widget::Digits),
        Masked = static_cast<int>(forms::Widget::Masked),
        Date = static_cast<int>(forms::Widget::Date),
        MonthYear = static_cast<int>(forms::Widget::MonthYear),
        Year = static_cast<int>(forms::Widget::Year),
        Time = static_cast<int>(forms::Widget::Time),
        DateTime = static_cast<int>(forms::Widget::DateTime),
        Range = static_cast<int>(forms::Widget::Range),
        Rank = static_cast<int>(forms::Widget::Rank),
        Tiles = static_cast<int>(forms::Widget::Tiles),
    };
    Q_ENUM(Kind)
    /// Why there is no answer; the values of forms::NoAnswer.
    enum Reason {
        NoReason = static_cast<int>(forms::NoAnswer::None),
        DontKnow = static_cast<int>(forms::NoAnswer::DontKnow),
        Refused = static_cast<int>(forms::NoAnswer::Refused),
        Skipped = static_cast<int>(forms::NoAnswer::Skipped),
    };
    Q_ENUM(Reason)
    /// Whether the answer is one that the form takes; the values of forms::Validity.
    enum Validity {
        Valid = static_cast<int>(forms::Validity::Ok),
        ConstraintBroken = static_cast<int>(forms::Validity::ConstraintBroken),
        RequiredMissing = static_cast<int>(forms::Validity::RequiredMissing),
    };
    Q_ENUM(Validity)
    enum Role {
        NodeRole = Qt::UserRole, ///< int: names the question in calls
        NameRole,                ///< string: for tests
        KindRole,                ///< Kind
        LabelRole,               ///< string, in the language of the interview
        HintRole,                ///< string
        ImageRole,               ///< string: a picture of the study beside the label, empty without one
        BigImageRole,            ///< string: the same in more detail
        AnswerRole,              ///< string: as stored
        ShownRole,               ///< string: for a field to type in: the text under edit, else the answer in words
        UnsavedRole,             ///< bool: the last input is not stored; the message explains why
        ReasonRole,              ///< Reason
        ReasonsRole,             ///< int: those that are offered, bit n for the Reason n
        ErasedRole,              ///< bool: a reason took the place of an answer, which can be brought back
        RequiredRole,            ///< bool
        LockedRole,              ///< bool: may not be changed
        ValidityRole,            ///< Validity
        MessageRole,             ///< string: the problem with unsaved text, else the form's message, if any
        MatrixRole,              ///< bool: the question beside it has the same choices
        ChoicesRole,             ///< ChoiceListModel, null for a question without choices
        FromRole,
        ToRole,
        StepRole, ///< double: bounds of a range
    };
    using QAbstractListModel::QAbstractListModel;
    ~QuestionListModel() override;

    /// All questions of the screen; those that stay keep their unsaved text.
    void setQuestions(std::vector<forms::Question> questions);
    /// What one of them is now.
    void setQuestion(int row, forms::Question question);
    /// What is in the field of a question now. One without an error is the answer that the question is about to get.
    void edit(forms::NodeId node, const TypedText& typed);
    /// The form engine rejected the input.
    void refuse(forms::NodeId node, TextFault fault);
    /// What was chosen is the answer already: a choice that was refused before is forgotten.
    void accept(forms::NodeId node);
    /// The field was left: an answer is shown as it is stored. A text that is none stays, with its message.
    void settle(forms::NodeId node);
    /// A reason took the place of the answer `value`. Forgotten when the question gets an answer or the screen is left.
    void erase(forms::NodeId node, const std::string& value);
    /// nullopt if nothing was erased.
    [[nodiscard]] std::optional<std::string> erased(forms::NodeId node) const;
    /// The screen is left: every field shows the stored answer again.
    void dropEdits();
    /// A text is under edit that is not stored.
    [[nodiscard]] bool hasUnsaved() const;
    /// The way on stops here: what was typed is not stored, or the answer is not valid and can be changed.
    [[nodiscard]] bool isHeld(int row) const;
    [[nodiscard]] int heldCount() const;
    /// Each question that can be answered has an answer, which can be left as it is, or a reason for none.
    [[nodiscard]] bool isComplete() const;
    /// Questions that can be answered.
    [[nodiscard]] int askedCount() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const forms::Question* find(forms::NodeId node) const;
    [[nodiscard]] Kind kind(forms::NodeId node) const;
    [[nodiscard]] bool offers(forms::NodeId node, Reason reason) const;
    [[nodiscard]] const forms::Question& at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] static Kind kindOf(const forms::Question& question);

    static constexpr int kMostInMatrix = 7; ///< choices

Q_SIGNALS:
    void countChanged();
    /// What heldCount() says may be another number.
    void heldChanged();

private:
    struct Edit {
        QString shown;
        TextFault fault = TextFault::None;
        bool typed = true; ///< in a field; else chosen
        /// The stored answer. The edit ends when this changes.
        std::string value;
        forms::NoAnswer reason = forms::NoAnswer::None;
    };
    struct Row {
        forms::Question question;
        Kind kind = Unsupported;
        std::unique_ptr<ChoiceListModel> choices;
        std::optional<Edit> edit;
        std::optional<std::string> erased;
        bool matrix = false;
        [[nodiscard]] bool isUnsaved() const { return edit && edit->fault != TextFault::None; }
    };
    static void fill(Row& row, forms::Question question);
    [[nodiscard]] const Row* rowOf(forms::NodeId node) const;
    [[nodiscard]] Row* rowOf(forms::NodeId node);
    /// Updates a shown row and notifies the view of changed roles.
    void refill(Row& row, forms::Question question);
    void tellChanged(const Row& row, const QList<int>& roles);
    void findMatrices();
    [[nodiscard]] bool isLike(std::size_t row, std::size_t other) const;

    std::vector<Row> m_rows;
};

} // namespace peil::mobile
