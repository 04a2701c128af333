// SPDX-License-Identifier: Apache-2.0
// Words: one line or several.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Peil.Controls
import Peil.Theme

Item {
    id: root

    required property string answer
    property bool multiline: false
    property bool faulty: false
    property string accessibleName
    signal edited(string text)

    implicitHeight: multiline ? area.height : line.height

    AppField {
        id: line
        objectName: "field"
        visible: !root.multiline
        width: parent.width
        faulty: root.faulty
        accessibleName: root.accessibleName
        placeholderText: qsTr("Type the answer here")
        onTextEdited: root.edited(text)
    }
    T.TextArea {
        id: area
        objectName: "area"
        visible: root.multiline
        width: parent.width
        height: Math.max(Theme.touch * 3, contentHeight + 2 * Theme.pad)
        padding: Theme.pad
        wrapMode: TextEdit.Wrap
        font.family: Theme.family
        font.pixelSize: Theme.text
        color: Theme.ink
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentInk
        textFormat: TextEdit.PlainText
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Accessible.role: Accessible.EditableText
        Accessible.name: root.accessibleName
        background: Rectangle {
            radius: Theme.radius
            color: Theme.surface
            border.width: area.activeFocus ? Theme.focusBorder : Theme.border
            border.color: root.faulty ? Theme.danger : area.activeFocus ? Theme.accent : Theme.lineStrong
        }
        onTextChanged: if (activeFocus) root.edited(text)
    }
    Binding { target: line; property: "text"; value: root.answer; when: !line.activeFocus }
    Binding { target: area; property: "text"; value: root.answer; when: !area.activeFocus }
}
