// SPDX-License-Identifier: Apache-2.0
// How much of something has been done; a second, lighter part may follow.
import QtQuick
import Peil.Theme

Rectangle {
    id: root

    property real value: 0        // 0 to 1
    property real pending: 0      // 0 to 1, shown after value
    property string accessibleName

    implicitHeight: 12
    radius: height / 2
    color: Theme.raised
    border.width: Theme.outdoor ? Theme.border : 0
    border.color: Theme.line
    Accessible.role: Accessible.ProgressBar
    Accessible.name: accessibleName
    Rectangle {
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: parent.width * Math.max(0, Math.min(1, root.value + root.pending))
        radius: parent.radius
        color: Theme.lineStrong
    }
    Rectangle {
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: parent.width * Math.max(0, Math.min(1, root.value))
        radius: parent.radius
        color: Theme.accent
    }
}
