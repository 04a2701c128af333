// SPDX-License-Identifier: Apache-2.0
// Over the page shortly before the tablet locks by itself. Any touch or key dismisses it and does nothing else.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Theme

Rectangle {
    id: root

    required property int seconds

    visible: seconds > 0
    color: Theme.shade
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true
    Card {
        anchors.centerIn: parent
        width: Math.min(Theme.column * 0.8, parent.width - 2 * Theme.pad)
        AppText {
            objectName: "lockWarningText"
            text: qsTr("This tablet locks in %n second(s).", "", root.seconds)
            size: AppText.Title
            strong: true
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
            Layout.fillWidth: true
        }
        AppText {
            text: qsTr("Touch the screen or press a key to continue.")
            Layout.fillWidth: true
        }
    }
}
