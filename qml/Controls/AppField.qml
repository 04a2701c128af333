// SPDX-License-Identifier: Apache-2.0
// A line to type in.
import QtQuick
import QtQuick.Templates as T
import Peil.Theme

T.TextField {
    id: root

    property bool faulty: false
    property string accessibleName: placeholderText

    implicitHeight: Theme.touch
    implicitWidth: 240
    leftPadding: Theme.pad
    rightPadding: Theme.pad
    verticalAlignment: TextInput.AlignVCenter
    font.family: Theme.family
    font.pixelSize: Theme.textLarge
    color: Theme.ink
    placeholderTextColor: Theme.inkSoft
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentInk
    selectByMouse: true
    Accessible.role: Accessible.EditableText
    Accessible.name: accessibleName

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: root.activeFocus ? Theme.focusBorder : Theme.border
        border.color: root.faulty ? Theme.danger : root.activeFocus ? Theme.accent : Theme.lineStrong
    }
    AppText {
        anchors { left: parent.left; right: parent.right; leftMargin: Theme.pad; rightMargin: Theme.pad; verticalCenter: parent.verticalCenter }
        visible: root.text === "" && root.preeditText === ""
        text: root.placeholderText
        soft: true
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Math.round(Theme.textSmall * 0.8)
        Accessible.ignored: true
    }
}
