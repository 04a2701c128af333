// SPDX-License-Identifier: Apache-2.0
// The row is made at once: its height is needed.
// qmllint disable deferred-property-id
// A question in the review with its answer, or with what is wrong with it; a tap goes there.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Peil.Controls
import Peil.Theme

T.AbstractButton {
    id: root

    required property int node
    required property string label
    required property string answer
    required property bool problem
    required property bool open
    required property string message
    required property int index
    /// The keyboard is on it.
    property bool current: false
    signal visited()

    objectName: "open_" + index
    focusPolicy: Qt.NoFocus
    implicitHeight: Math.max(Theme.touch, texts.implicitHeight + 2 * Theme.gap)
    Accessible.role: Accessible.ListItem
    Accessible.name: label + ": " + (answer !== "" ? answer : message)
    Accessible.onPressAction: root.visited()
    onClicked: visited()
    background: Rectangle {
        radius: Theme.radius
        color: root.down ? Theme.raised : Theme.surface
        border.width: Theme.border
        border.color: root.problem ? Theme.danger : root.open ? Theme.lineStrong : Theme.line
        FocusFrame { shown: root.current }
    }
    contentItem: Item {
        RowLayout {
            anchors { fill: parent; leftMargin: Theme.pad; rightMargin: Theme.pad }
            spacing: Theme.pad
            Icon {
                visible: root.problem || root.open
                name: root.problem ? "warning" : "info"
                color: root.problem ? Theme.danger : Theme.inkSoft
            }
            ColumnLayout {
                id: texts
                spacing: 2
                Layout.fillWidth: true
                AppText {
                    text: root.label
                    size: root.problem || root.open ? AppText.Body : AppText.Small
                    soft: !root.problem && !root.open
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
                AppText {
                    visible: text !== ""
                    text: root.answer
                    strong: true
                    elide: Text.ElideRight
                    maximumLineCount: 3
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
                AppText {
                    visible: text !== ""
                    text: root.message
                    size: AppText.Small
                    color: Theme.danger
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
            }
            Icon { name: "next"; color: Theme.inkSoft; mirror: LayoutMirroring.enabled }
        }
    }
}
