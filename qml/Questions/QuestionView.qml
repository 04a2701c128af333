// SPDX-License-Identifier: Apache-2.0
// Qt 6.4 cannot load a bound component in a Loader, so ids are reached from the components below.
// qmllint disable unqualified
// One question: its words, the control for its kind, what is wrong with the answer, and the reasons for no answer.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

ColumnLayout {
    id: root

    required property InterviewController interview
    required property int node
    required property string name
    required property int kind
    required property string label
    required property string hint
    required property string answer
    required property string shown
    required property bool unsaved
    required property int reason
    required property int reasons
    required property bool required
    required property bool locked
    required property int validity
    required property string message
    required property ChoiceListModel choices
    required property real from
    required property real to
    required property real step
    /// One question fills the screen: its words may be larger.
    property bool alone: true

    readonly property bool isQuestion: kind !== QuestionListModel.Note && !locked
    readonly property bool problemShown: unsaved || validity === QuestionListModel.ConstraintBroken
        || (validity === QuestionListModel.RequiredMissing && interview.showProblems)

    /// Focuses the first control.
    function takeFocus(): void {
        const first = nextItemInFocusChain(true);
        if (first) first.forceActiveFocus(Qt.TabFocusReason);
    }

    objectName: "question_" + name
    spacing: Theme.pad

    AppText {
        objectName: "label"
        visible: root.label !== ""
        text: root.label
        textFormat: Text.StyledText
        size: root.alone && root.isQuestion ? AppText.Title : AppText.Large
        strong: root.isQuestion
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
    }
    AppText {
        visible: root.hint !== ""
        text: root.hint
        textFormat: Text.StyledText
        soft: true
        Layout.fillWidth: true
        Layout.topMargin: -Theme.tight
    }
    Loader {
        id: editor
        objectName: "editor"
        visible: item !== null
        enabled: !root.locked
        sourceComponent: root.componentFor(root.kind)
        Layout.fillWidth: true
    }
    Notice {
        objectName: "problem"
        visible: root.problemShown
        kind: Notice.Danger
        text: root.message !== "" ? root.message
            : root.validity === QuestionListModel.ConstraintBroken ? qsTr("This answer does not fit the question.")
            : root.locked ? qsTr("The form fills in this answer from other answers. It has not done so yet.")
            : root.reasons === 0 ? qsTr("Answer this question.")
                                 : qsTr("Answer this question, or choose a reason for no answer.")
        Layout.fillWidth: true
    }
    NoAnswerRow {
        visible: root.isQuestion && root.reasons !== 0
        reason: root.reason
        reasons: root.reasons
        onChosen: (reason) => root.interview.answerNone(root.node, reason)
        Layout.fillWidth: true
    }

    Component {
        id: chooseOne
        ChoiceEditor {
            choices: root.choices
            onChosen: (value) => root.interview.answer(root.node, value)
        }
    }
    Component {
        id: chooseMany
        ChoiceEditor {
            many: true
            choices: root.choices
            onChosen: (value) => root.interview.toggle(root.node, value)
        }
    }
    Component {
        id: fromList
        ListEditor {
            choices: root.choices
            accessibleName: root.label
            onChosen: (value) => root.interview.answer(root.node, value)
        }
    }
    Component {
        id: likert
        LikertEditor {
            choices: root.choices
            onChosen: (value) => root.interview.answer(root.node, value)
        }
    }
    Component {
        id: number
        NumberEditor {
            decimals: root.kind === QuestionListModel.Decimal
            answer: root.shown
            faulty: root.problemShown
            accessibleName: root.label
            onEdited: (text) => root.interview.answer(root.node, text)
            onKeyboardGone: root.interview.settle(root.node)
        }
    }
    Component {
        id: words
        TextEditor {
            multiline: root.kind === QuestionListModel.LongText
            answer: root.shown
            faulty: root.problemShown
            accessibleName: root.label
            onEdited: (text) => root.interview.answer(root.node, text)
            onKeyboardGone: root.interview.settle(root.node)
        }
    }
    Component {
        id: date
        DateEditor {
            answer: root.answer
            onEdited: (text) => root.interview.answer(root.node, text)
        }
    }
    Component {
        id: time
        TimeEditor {
            answer: root.answer
            onEdited: (text) => root.interview.answer(root.node, text)
        }
    }
    Component {
        id: range
        RangeEditor {
            answer: root.answer
            from: root.from
            to: root.to
            step: root.step
            labels: root.choices
            accessibleName: root.label
            onEdited: (text) => root.interview.answer(root.node, text)
        }
    }
    Component {
        id: rank
        RankEditor {
            choices: root.choices
            answered: root.answer !== ""
            onMoved: (row, step) => root.interview.moveChoice(root.node, row, step)
        }
    }
    Component {
        id: acknowledge
        AcknowledgeEditor {
            done: root.answer !== ""
            onAcknowledged: (done) => root.interview.answer(root.node, done ? "OK" : "")
        }
    }
    Component {
        id: unsupported
        ColumnLayout {
            spacing: Theme.gap
            Notice {
                kind: Notice.Warning
                text: root.reasons === 0 ? qsTr("This tablet cannot show this type of question. Continue with the next one.")
                                         : qsTr("This tablet cannot show this type of question. Choose a reason for no answer and continue.")
                Layout.fillWidth: true
            }
            AppText {
                objectName: "storedAnswer"
                visible: text !== ""
                text: root.answer
                Layout.fillWidth: true
            }
        }
    }

    function componentFor(kind: int): Component {
        switch (kind) {
        case QuestionListModel.Note: return null;
        case QuestionListModel.ChooseOne: return chooseOne;
        case QuestionListModel.ChooseMany: return chooseMany;
        case QuestionListModel.ChooseFromList: return fromList;
        case QuestionListModel.Likert: return likert;
        case QuestionListModel.Number:
        case QuestionListModel.Decimal: return number;
        case QuestionListModel.ShortText:
        case QuestionListModel.LongText: return words;
        case QuestionListModel.Date: return date;
        case QuestionListModel.Time: return time;
        case QuestionListModel.Range: return range;
        case QuestionListModel.Rank: return rank;
        case QuestionListModel.Acknowledge: return acknowledge;
        default: return unsupported;
        }
    }
}
