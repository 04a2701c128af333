// SPDX-License-Identifier: Apache-2.0
// A page's content: one readable column in the middle, scrolling when it is too long, and what stays below it.
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Peil.Theme

Item {
    id: root

    default property alias content: column.data
    property alias footer: foot.data
    property int columnWidth: Theme.column
    property alias spacing: column.spacing

    function toTop(): void { flick.contentY = 0; }

    Flickable {
        id: flick
        objectName: "flick"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top }
        clip: true
        contentWidth: width
        contentHeight: column.implicitHeight + 2 * Theme.pad
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { policy: flick.contentHeight > flick.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff }
        ColumnLayout {
            id: column
            x: (flick.width - width) / 2
            y: Theme.pad
            width: Math.min(root.columnWidth, flick.width - 2 * Theme.pad)
            spacing: Theme.pad
        }
    }
    ColumnLayout {
        id: foot
        anchors { bottom: parent.bottom; horizontalCenter: parent.horizontalCenter }
        width: parent.width
        spacing: 0
    }
}
