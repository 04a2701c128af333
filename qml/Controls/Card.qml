// SPDX-License-Identifier: Apache-2.0
// A raised area with a column of items.
import QtQuick
import QtQuick.Layouts
import Peil.Theme

Rectangle {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property int padding: Theme.pad

    implicitHeight: column.implicitHeight + 2 * padding
    implicitWidth: column.implicitWidth + 2 * padding
    color: Theme.surface
    radius: Theme.radius
    border.width: Theme.border
    border.color: Theme.line

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: root.padding }
        spacing: Theme.gap
    }
}
