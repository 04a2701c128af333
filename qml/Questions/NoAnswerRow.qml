// SPDX-License-Identifier: Apache-2.0
// Why there is no answer: an answer of its own, offered quietly under a question, as far as the form allows it there.
pragma ComponentBehavior: Bound
import QtQuick
import Peil.Controls
import Peil.Theme

Flow {
    id: root

    required property int reason
    /// Those that are offered: bit n - 1 for forms::NoAnswer n.
    property int reasons: 7
    signal chosen(int reason)

    spacing: Theme.gap

    Repeater {
        model: 3 // forms::NoAnswer, without None
        AppButton {
            id: button
            required property int index
            readonly property bool active: root.reason === index + 1
            objectName: "reason" + (index + 1)
            visible: (root.reasons >> index & 1) === 1
            kind: active ? AppButton.Secondary : AppButton.Quiet
            iconName: active ? "check" : ""
            text: index === 0 ? qsTr("Don't know") : index === 1 ? qsTr("Refuses to say") : qsTr("Skip")
            font.pixelSize: Theme.textSmall
            Accessible.checkable: true
            Accessible.checked: active
            onClicked: root.chosen(active ? 0 : index + 1)
        }
    }
}
