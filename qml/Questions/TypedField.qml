// SPDX-License-Identifier: Apache-2.0
// A text field for an answer. It reports each change, including unfinished input-method text, and shows the text of the
// view model: the text being edited, or the stored answer.
import QtQuick
import Peil.Controls

AppField {
    id: root

    required property string answer
    signal edited(string text)
    /// The field has lost the focus.
    signal keyboardGone()

    property bool following: false

    function whole(): string { return text.slice(0, cursorPosition) + preeditText + text.slice(cursorPosition); }
    function tell(): void { if (!following && whole() !== answer) edited(whole()); }
    function follow(): void {
        if (whole() === answer) return;
        const place = text.length === answer.length ? cursorPosition : answer.length;
        following = true;
        text = answer;
        cursorPosition = place;
        following = false;
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
