// SPDX-License-Identifier: Apache-2.0
// A line to type an answer in. It tells each change, also of what an input method has not ended yet, and shows what the
// view model says: the text under edit, or the stored answer.
import QtQuick
import Peil.Controls

AppField {
    id: root

    required property string answer
    signal edited(string text)
    /// The keyboard has gone elsewhere.
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
