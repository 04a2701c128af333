// SPDX-License-Identifier: Apache-2.0
// The reasons for no answer, as far as the form allows them. One that took the place of an answer can be undone.
pragma ComponentBehavior: Bound
import QtQuick
import Peil.Controls
import Peil.Model
import Peil.Theme

Flow {
    id: root

    required property int reason
    /// Those that are offered: bit n for the QuestionListModel.Reason n.
    required property int reasons
    property bool erased: false
    /// On a page with several questions: one button that opens the reasons.
    property bool folded: false
    signal chosen(int reason)
    signal undone()

    property bool unfolded: false
    readonly property bool open: !folded || unfolded || reason !== QuestionListModel.NoReason || erased

    function wordsOf(reason: int): string {
        switch (reason) {
        case QuestionListModel.DontKnow: return qsTr("Don't know");
        case QuestionListModel.Refused: return qsTr("Prefers not to say");
        default: return qsTr("Skip");
        }
    }

    spacing: Theme.gap

    AppButton {
        objectName: "noAnswer"
        visible: !root.open
        compact: true
        text: qsTr("No answer")
        onClicked: root.unfolded = true
    }
    Repeater {
        model: [QuestionListModel.DontKnow, QuestionListModel.Refused, QuestionListModel.Skipped]
        AppButton {
            id: button
            required property int modelData
            readonly property bool active: root.reason === modelData
            objectName: "reason" + modelData
            visible: root.open && (root.reasons & 1 << modelData) !== 0
            compact: true
            chosen: active
            iconName: active ? "check" : ""
            text: root.wordsOf(modelData)
            Accessible.checkable: true
            Accessible.checked: active
            onClicked: root.chosen(active ? QuestionListModel.NoReason : modelData)
        }
    }
    AppButton {
        objectName: "bringBack"
        visible: root.erased
        kind: AppButton.Primary
        compact: true
        text: qsTr("Bring the answer back")
        onClicked: root.undone()
    }
}
