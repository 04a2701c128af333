// SPDX-License-Identifier: Apache-2.0
// The row is made at once: its height is needed.
// qmllint disable deferred-property-id
// One answer to choose, as large as a thumb needs it.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Peil.Controls
import Peil.Theme

T.AbstractButton {
    id: root

    /// Several may be chosen: a square mark instead of a round one.
    property bool many: false
    property bool chosen: false
    property bool centred: false
    property int size: AppText.Body
    /// Of the study; empty: none.
    property string picture
    /// Small words below the text.
    property string note

    implicitHeight: Math.max(Theme.answer, layout.implicitHeight + 2 * (centred ? Theme.tight : Theme.gap))
    implicitWidth: 240
    focusPolicy: Qt.StrongFocus

    Accessible.role: many ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: note === "" ? text : text + " " + note
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: root.chosen ? Theme.accentSoft : root.down ? Theme.raised : Theme.surface
        border.width: root.chosen ? 2 : Theme.border
        border.color: root.chosen ? Theme.accent : Theme.lineStrong
        FocusFrame { shown: root.visualFocus }
    }
    contentItem: Item {
        RowLayout {
            id: layout
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: root.centred ? Theme.tight : Theme.pad; rightMargin: root.centred ? Theme.tight : Theme.pad }
            spacing: Theme.pad
            Rectangle {
                objectName: "mark"
                visible: !root.centred
                Layout.preferredWidth: 28
                Layout.preferredHeight: 28
                radius: root.many ? 6 : 14
                color: root.chosen ? Theme.accent : "transparent"
                border.width: 2
                border.color: root.chosen ? Theme.accent : Theme.lineStrong
                Icon {
                    anchors.centerIn: parent
                    width: 20
                    height: 20
                    visible: root.chosen
                    name: "check"
                    color: Theme.accentInk
                }
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Image {
                    objectName: "tilePicture"
                    visible: root.picture !== ""
                    source: visible ? "image://study/" + encodeURIComponent(root.picture) : ""
                    cache: false
                    fillMode: Image.PreserveAspectFit
                    sourceSize { width: Theme.answer * 3; height: Theme.answer * 3 }
                    Layout.preferredHeight: Theme.answer * 3 / 2
                    Layout.preferredWidth: 1
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
                AppText {
                    visible: text !== ""
                    text: root.text
                    size: root.size
                    strong: root.chosen
                    color: root.chosen ? Theme.accentSoftInk : Theme.ink
                    horizontalAlignment: root.centred || root.picture !== "" ? Text.AlignHCenter : Text.AlignLeft
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
                AppText {
                    visible: root.note !== ""
                    text: root.note
                    size: AppText.Small
                    color: root.chosen ? Theme.accentSoftInk : Theme.inkSoft
                    horizontalAlignment: root.centred || root.picture !== "" ? Text.AlignHCenter : Text.AlignLeft
                    Layout.fillWidth: true
                    Accessible.ignored: true
                }
            }
        }
    }
}
