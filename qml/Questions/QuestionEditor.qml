// SPDX-License-Identifier: Apache-2.0
// Qt 6.4 cannot load a bound component in a Loader, so ids are reached from the components below.
// qmllint disable unqualified
// The control for a question's kind.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Loader {
    id: root

    required property InterviewController interview
    required property int node
    required property int kind
    required property string label
    required property string answer
    required property string shown
    required property bool faulty
    required property int reasons
    required property bool matrix
    required property ChoiceListModel choices
    required property real from
    required property real to
    required property real step

    visible: item !== null
    sourceComponent: componentFor(kind)

    Component {
        id: chooseOne
        ChoiceEditor {
            row: root.matrix
            choices: root.choices
            onChosen: (value) => root.interview.answer(root.node, value)
        }
    }
    Component {
        id: tiles
        ChoiceEditor {
            numbers: true
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
        ChoiceEditor {
            row: true
            choices: root.choices
            onChosen: (value) => root.interview.answer(root.node, value)
        }
    }
    Component {
        id: number
        NumberEditor {
            decimals: root.kind === QuestionListModel.Decimal
            answer: root.shown
            faulty: root.faulty
            accessibleName: root.label
            onEdited: (text) => root.interview.answer(root.node, text)
            onKeyboardGone: root.interview.settle(root.node)
        }
    }
    Component {
        id: words
        TextEditor {
            multiline: root.kind === QuestionListModel.LongText
            masked: root.kind === QuestionListModel.Masked
            digits: root.kind === QuestionListModel.Digits
            answer: root.shown
            faulty: root.faulty
            accessibleName: root.label
            onEdited: (text) => root.interview.answer(root.node, text)
            onKeyboardGone: root.interview.settle(root.node)
        }
    }
    Component {
        id: date
        DateEditor {
            part: root.kind === QuestionListModel.Year ? DateEditor.Year : root.kind === QuestionListModel.MonthYear ? DateEditor.Month : DateEditor.Day
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
        id: moment
        DateTimeEditor {
            answer: root.answer
            onEdited: (text) => root.interview.answer(root.node, text)
        }
    }
    Component {
        id: counter
        Stepper {
            name: "counter"
            spoken: root.label
            value: Number(root.answer)
            to: 999999999
            wraps: false
            soft: root.answer === ""
            onStepped: (value) => root.interview.answer(root.node, String(value))
        }
    }
    Component {
        id: search
        SearchEditor {
            many: root.kind === QuestionListModel.SearchMany
            choices: root.choices
            onChosen: (value) => many ? root.interview.toggle(root.node, value) : root.interview.answer(root.node, value)
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
        case QuestionListModel.Tiles: return tiles;
        case QuestionListModel.Number:
        case QuestionListModel.Decimal: return number;
        case QuestionListModel.Counter: return counter;
        case QuestionListModel.SearchOne:
        case QuestionListModel.SearchMany: return search;
        case QuestionListModel.Digits:
        case QuestionListModel.Masked:
        case QuestionListModel.ShortText:
        case QuestionListModel.LongText: return words;
        case QuestionListModel.MonthYear:
        case QuestionListModel.Year:
        case QuestionListModel.Date: return date;
        case QuestionListModel.DateTime: return moment;
        case QuestionListModel.Time: return time;
        case QuestionListModel.Range: return range;
        case QuestionListModel.Rank: return rank;
        case QuestionListModel.Acknowledge: return acknowledge;
        default: return unsupported;
        }
    }
}
