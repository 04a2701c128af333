// SPDX-License-Identifier: Apache-2.0
// Words: one line or several.
import QtQuick
import Peil.Controls

Item {
    id: root

    required property string answer
    property bool multiline: false
    property bool faulty: false
    property string accessibleName
    signal edited(string text)
    signal keyboardGone()

    implicitHeight: multiline ? area.height : line.height

    TypedField {
        id: line
        objectName: "field"
        visible: !root.multiline
        width: parent.width
        answer: root.multiline ? "" : root.answer
        faulty: root.faulty
        accessibleName: root.accessibleName
        placeholderText: qsTr("Type the answer here")
        onEdited: (text) => { if (visible) root.edited(text); }
        onKeyboardGone: root.keyboardGone()
    }
    TypedArea {
        id: area
        objectName: "area"
        visible: root.multiline
        width: parent.width
        answer: root.multiline ? root.answer : ""
        faulty: root.faulty
        accessibleName: root.accessibleName
        onEdited: (text) => { if (visible) root.edited(text); }
        onKeyboardGone: root.keyboardGone()
    }
}
