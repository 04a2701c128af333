// SPDX-License-Identifier: Apache-2.0
// One group: how many have been reached, of how many.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Theme

ColumnLayout {
    id: root

    required property string label
    required property int achieved
    required property int target
    required property int waiting

    spacing: Theme.tight

    RowLayout {
        spacing: Theme.gap
        AppText { text: root.label; Layout.fillWidth: true }
        AppText {
            text: root.target > 0 ? qsTr("%1 of %2").arg(root.achieved + root.waiting).arg(root.target) : String(root.achieved + root.waiting)
            strong: true
            wrapMode: Text.NoWrap
            Layout.minimumWidth: implicitWidth
        }
    }
    Meter {
        value: root.target > 0 ? root.achieved / root.target : 0
        pending: root.target > 0 ? root.waiting / root.target : 0
        accessibleName: qsTr("%1: %2 of %3").arg(root.label).arg(root.achieved + root.waiting).arg(root.target)
        Layout.fillWidth: true
    }
    AppText {
        visible: root.waiting > 0
        text: qsTr("%n still on this tablet", "", root.waiting)
        size: AppText.Small
        soft: true
        Layout.fillWidth: true
    }
}
