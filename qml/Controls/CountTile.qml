// SPDX-License-Identifier: Apache-2.0
// The row is made at once: its height is needed.
// qmllint disable deferred-property-id
// A large button that counts how often it was meant.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Peil.Controls
import Peil.Theme

T.AbstractButton {
    id: root

    property int number: 0

    implicitHeight: Math.max(Theme.answer * 1.25, layout.implicitHeight + 2 * Theme.gap)
    implicitWidth: 240
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text + ": " + number
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.accentSoft : Theme.surface
        border.width: root.down ? 2 : Theme.border
        border.color: root.down ? Theme.accent : Theme.lineStrong
        FocusFrame { shown: root.visualFocus }
    }
    contentItem: Item {
        RowLayout {
            id: layout
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.pad; rightMargin: Theme.pad }
            spacing: Theme.pad
            AppText {
                text: root.text
                size: AppText.Large
                Accessible.ignored: true
                Layout.fillWidth: true
            }
            AppText {
                objectName: "number"
                text: root.number
                size: AppText.Large
                strong: true
                color: root.number > 0 ? Theme.accent : Theme.inkSoft
                Accessible.ignored: true
            }
        }
    }
}
