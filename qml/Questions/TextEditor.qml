// SPDX-License-Identifier: Apache-2.0
// Words: one line or several, or a line that shows dots until it is asked to show the words.
import QtQuick
import Peil.Controls
import Peil.Theme

Item {
    id: root

    required property string answer
    property bool multiline: false
    property bool masked: false
    property bool digits: false
    property bool faulty: false
    property string accessibleName
    signal edited(string text)
    signal keyboardGone()

    implicitHeight: multiline ? area.height : line.height

    TypedField {
        id: line
        objectName: "field"
        anchors.left: parent.left // mirrored as `show` is
        visible: !root.multiline
        width: parent.width - (show.visible ? show.width + Theme.gap : 0)
        echoMode: root.masked && !show.checked ? TextInput.Password : TextInput.Normal
        inputMethodHints: root.masked ? Qt.ImhSensitiveData | Qt.ImhNoPredictiveText : root.digits ? Qt.ImhPreferNumbers : Qt.ImhNone
        answer: root.multiline ? "" : root.answer
        faulty: root.faulty
        accessibleName: root.accessibleName
        placeholderText: qsTr("Type the answer here")
        onEdited: (text) => { if (visible) root.edited(text); }
        onKeyboardGone: root.keyboardGone()
    }
    AppButton {
        id: show
        objectName: "show"
        anchors.right: parent.right
        visible: root.masked
        checkable: true
        text: checked ? qsTr("Hide") : qsTr("Show")
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
