// SPDX-License-Identifier: Apache-2.0
// An area to type an answer of several lines in; otherwise as TypedField.
import QtQuick
import QtQuick.Templates as T
import Peil.Theme

T.TextArea {
    id: root

    required property string answer
    property bool faulty: false
    property string accessibleName
    signal edited(string text)
    signal keyboardGone()

    property bool following: false

    function whole(): string { return text.slice(0, cursorPosition) + preeditText + text.slice(cursorPosition); }
    function tell(): void { if (!following && whole() !== answer) edited(whole()); }
    function follow(): void {
        if (whole() === answer) return;
        following = true;
        text = answer;
        cursorPosition = length;
        following = false;
    }

    implicitHeight: Math.max(Theme.touch * 3, contentHeight + 2 * Theme.pad)
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
        border.width: root.activeFocus ? Theme.focusBorder : Theme.border
        border.color: root.faulty ? Theme.danger : root.activeFocus ? Theme.accent : Theme.lineStrong
    }
    onAnswerChanged: follow()
    onTextChanged: tell()
    onPreeditTextChanged: {
        tell();
        // A word that is refused when it is ended goes without a signal.
        Qt.callLater(tell); // qmllint disable type
    }
    onActiveFocusChanged: if (!activeFocus) keyboardGone()
    Component.onCompleted: follow()
}
