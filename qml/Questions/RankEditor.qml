// SPDX-License-Identifier: Apache-2.0
// An order of preference: each choice moves up or down, by its buttons or by dragging its number.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

ColumnLayout {
    id: root

    required property ChoiceListModel choices
    property bool answered: false
    signal moved(int row, int step)

    spacing: Theme.gap

    AppText {
        visible: !root.answered
        text: qsTr("Not in order yet")
        soft: true
        Layout.fillWidth: true
    }
    Repeater {
        model: root.choices
        Card {
            id: row
            required property string label
            required property int index
            padding: Theme.tight
            z: handle.pressed ? 1 : 0
            transform: Translate { y: handle.pressed ? handle.way : 0 }
            Layout.fillWidth: true
            RowLayout {
                spacing: Theme.gap
                AppText {
                    objectName: "place_" + row.index
                    text: root.answered ? row.index + 1 : "–"
                    soft: !root.answered
                    strong: root.answered
                    horizontalAlignment: Text.AlignHCenter
                    Layout.preferredWidth: Theme.touch
                    MouseArea {
                        id: handle
                        objectName: "drag_" + row.index
                        property real start: 0
                        readonly property real way: Math.max(-row.y, Math.min(root.height - row.y - row.height, mapToItem(root, mouseX, mouseY).y - start))
                        anchors.fill: parent
                        preventStealing: true
                        onPressed: (mouse) => start = mapToItem(root, mouse.x, mouse.y).y
                        onReleased: {
                            const step = Math.round(way / (row.height + root.spacing));
                            const end = Math.max(0, Math.min(root.choices.count - 1, row.index + step));
                            if (end !== row.index) root.moved(row.index, end - row.index);
                        }
                    }
                }
                AppText { objectName: "rank_" + row.index; text: row.label; Layout.fillWidth: true }
                AppButton {
                    objectName: "up_" + row.index
                    kind: AppButton.Quiet
                    iconName: "up"
                    enabled: row.index > 0
                    accessibleName: qsTr("Move %1 up").arg(row.label)
                    onClicked: root.moved(row.index, -1)
                }
                AppButton {
                    objectName: "down_" + row.index
                    kind: AppButton.Quiet
                    iconName: "down"
                    enabled: root.choices && row.index < root.choices.count - 1
                    accessibleName: qsTr("Move %1 down").arg(row.label)
                    onClicked: root.moved(row.index, 1)
                }
            }
        }
    }
    AppButton {
        objectName: "orderIsRight"
        visible: !root.answered && root.choices !== null && root.choices.count > 0
        text: qsTr("This order is right")
        onClicked: root.moved(0, 0)
    }
}
