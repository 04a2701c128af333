// SPDX-License-Identifier: Apache-2.0
// One question: its words, the control for its kind, what is wrong with the answer, and the reasons for no answer. The
// answers are at the bottom of the page when the question is the only one there, else beside or below the words.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Item {
    id: root

    required property InterviewController interview
    required property int node
    required property string name
    required property int kind
    required property string label
    required property string hint
    required property string image
    required property string bigImage
    required property string answer
    required property string shown
    required property bool unsaved
    required property int reason
    required property int reasons
    required property bool erased
    required property bool required
    required property bool locked
    required property int validity
    required property string message
    required property bool matrix
    required property ChoiceListModel choices
    required property real from
    required property real to
    required property real step
    /// The page never has another question.
    property bool alone: true

    readonly property bool isQuestion: kind !== QuestionListModel.Note && !locked
    readonly property bool beside: !alone && isQuestion && width >= Theme.column
    readonly property bool problemShown: unsaved || validity === QuestionListModel.ConstraintBroken
        || (validity === QuestionListModel.RequiredMissing && interview.showProblems)

    readonly property bool reasonsShown: isQuestion && reasons !== 0
    readonly property string problem: message !== "" ? message
        : validity === QuestionListModel.ConstraintBroken ? qsTr("This answer does not fit the question.")
        : locked ? qsTr("The form fills in this answer from other answers. It has not done so yet.")
        : reasons === 0 ? qsTr("Answer this question.")
                        : qsTr("Answer this question, or choose a reason for no answer.")

    /// Focuses the first control.
    function takeFocus(): void {
        const first = nextItemInFocusChain(true);
        if (first) first.forceActiveFocus(Qt.TabFocusReason);
    }

    objectName: "question_" + name
    implicitHeight: beside ? Math.max(words.implicitHeight, answers.implicitHeight)
                  : answers.visible ? words.implicitHeight + Theme.gap + answers.implicitHeight : words.implicitHeight

    ColumnLayout {
        id: words
        // The answers are on the side of the thumb, whichever way the language runs.
        x: root.beside && !Theme.thumbRight ? root.width - width : 0
        width: root.beside ? (root.width - Theme.pad) * 0.4 : root.width
        spacing: Theme.tight
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
        Picture {
            objectName: "picture"
            name: root.image
            bigName: root.bigImage
            words: root.label
            Layout.fillWidth: true
        }
        AppText {
            visible: root.hint !== ""
            text: root.hint
            textFormat: Text.StyledText
            soft: true
            Layout.fillWidth: true
        }
        Notice {
            objectName: "problem"
            visible: root.problemShown && root.beside
            kind: Notice.Danger
            text: root.problem
            Layout.fillWidth: true
        }
        NoAnswerRow {
            visible: root.reasonsShown && root.beside
            folded: true
            reason: root.reason
            reasons: root.reasons
            erased: root.erased
            onChosen: (reason) => root.interview.answerNone(root.node, reason)
            onUndone: root.interview.bringBack(root.node)
            Layout.fillWidth: true
        }
    }
    ColumnLayout {
        id: answers
        x: Theme.thumbRight ? root.width - width : 0
        y: root.alone ? root.height - implicitHeight : root.beside ? 0 : words.implicitHeight + Theme.gap
        width: root.beside ? root.width - words.width - Theme.pad : Math.min(root.width, Theme.column)
        visible: root.isQuestion || editor.visible || root.problemShown
        spacing: Theme.gap
        Notice {
            objectName: "problem"
            visible: root.problemShown && !root.beside
            kind: Notice.Danger
            text: root.problem
            Layout.fillWidth: true
        }
        QuestionEditor {
            id: editor
            objectName: "editor"
            enabled: !root.locked
            interview: root.interview
            node: root.node
            kind: root.kind
            label: root.label
            answer: root.answer
            shown: root.shown
            faulty: root.problemShown
            reasons: root.reasons
            matrix: root.matrix
            choices: root.choices
            from: root.from
            to: root.to
            step: root.step
            Layout.fillWidth: true
        }
        NoAnswerRow {
            visible: root.reasonsShown && !root.beside
            folded: !root.alone
            reason: root.reason
            reasons: root.reasons
            erased: root.erased
            onChosen: (reason) => root.interview.answerNone(root.node, reason)
            onUndone: root.interview.bringBack(root.node)
            Layout.fillWidth: true
        }
    }
}
