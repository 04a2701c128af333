// SPDX-License-Identifier: Apache-2.0
// The reasons for no answer, below a question, as far as the form allows them.
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
    signal chosen(int reason)

    function wordsOf(reason: int): string {
        switch (reason) {
        case QuestionListModel.DontKnow: return qsTr("Don't know");
        case QuestionListModel.Refused: return qsTr("Prefers not to say");
        default: return qsTr("Skip");
        }
    }

    spacing: Theme.gap

    Repeater {
        model: [QuestionListModel.DontKnow, QuestionListModel.Refused, QuestionListModel.Skipped]
        AppButton {
            id: button
            required property int modelData
            readonly property bool active: root.reason === modelData
            objectName: "reason" + modelData
            visible: (root.reasons & 1 << modelData) !== 0
            kind: active ? AppButton.Secondary : AppButton.Quiet
            iconName: active ? "check" : ""
            text: root.wordsOf(modelData)
            font.pixelSize: Theme.textSmall
            Accessible.checkable: true
            Accessible.checked: active
            onClicked: root.chosen(active ? QuestionListModel.NoReason : modelData)
        }
    }
}
