// SPDX-License-Identifier: Apache-2.0
// The row is made at once: its height is needed.
// qmllint disable deferred-property-id
// For what cannot be undone: it is held, by a finger or a key. A screen reader cannot hold it, and asks instead.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Peil.Controls
import Peil.Theme

T.AbstractButton {
    id: root

    property string iconName
    /// How long it is to be held, in milliseconds.
    property int duration: 1000
    property bool danger: false
    readonly property bool holding: pressed || keyDown
    property bool keyDown: false
    /// A screen reader pressed it.
    signal asked()

    readonly property color inkColor: !enabled ? Theme.inkSoft : danger ? Theme.danger : Theme.accentInk

    implicitHeight: Math.max(Theme.answer, layout.implicitHeight + 2 * Theme.gap)
    implicitWidth: 240
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: root.asked()
    Keys.onPressed: (event) => {
        if (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter) return;
        event.accepted = true;
        if (!event.isAutoRepeat) keyDown = true;
    }
    Keys.onReleased: (event) => {
        if (event.key !== Qt.Key_Return && event.key !== Qt.Key_Enter) return;
        event.accepted = true;
        if (!event.isAutoRepeat) keyDown = false;
    }
    onActiveFocusChanged: keyDown = false

    background: Rectangle {
        radius: Theme.radius
        color: !root.enabled ? Theme.raised : root.danger ? Theme.surface : Theme.accent
        border.width: root.danger || !root.enabled ? Theme.border : 0
        border.color: !root.enabled ? Theme.line : Theme.danger
        clip: true
        Rectangle {
            id: filling
            property real part
            anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
            width: part * root.width
            visible: root.holding
            radius: Theme.radius
            color: root.danger ? Theme.dangerSoft : Theme.accentPressed
        }
        NumberAnimation {
            target: filling
            property: "part"
            running: root.holding
            from: 0
            to: 1
            duration: root.duration
        }
        FocusFrame { shown: root.visualFocus }
    }
    contentItem: Item {
        RowLayout {
            id: layout
            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width - 2 * Theme.gap)
            spacing: Theme.gap
            Icon { visible: root.iconName !== ""; name: root.iconName; color: root.inkColor }
            Text {
                text: root.text
                color: root.inkColor
                font.family: Theme.family
                font.pixelSize: Theme.text
                font.weight: Font.DemiBold
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
    }
}
