// SPDX-License-Identifier: Apache-2.0
// A number: typed on a keyboard, or on the pad beside it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

GridLayout {
    id: root

    required property string answer
    property bool decimals: false
    property bool faulty: false
    property string accessibleName
    signal edited(string text)
    signal keyboardGone()

    /// Text that the field accepts, including half-typed numbers, digits of other scripts and both decimal signs.
    readonly property string digits: "[0-9\u0660-\u0669\u06F0-\u06F9]*"
    readonly property var allowed: new RegExp("^-?" + digits + (decimals ? "([.,\u066B]" + digits + ")?$" : "$")) // a RegExp

    /// A key of the pad works as on the keyboard: it replaces the selection, or types at the cursor or at the end.
    function press(key: string): void {
        const typing = field.activeFocus;
        let start = typing ? field.selectionStart : field.length;
        const end = typing ? field.selectionEnd : field.length;
        if (key === "back" && start === end) start = Math.max(0, start - 1);
        const digit = key === "back" ? "" : key;
        const text = field.text.slice(0, start) + digit + field.text.slice(end);
        if (!allowed.test(text)) return;
        field.text = text;
        field.cursorPosition = Math.min(field.length, start + digit.length);
    }

    columns: width > 560 * Theme.scale ? 2 : 1
    rowSpacing: Theme.gap
    columnSpacing: Theme.pad
    layoutDirection: Theme.thumbRight === LayoutMirroring.enabled ? Qt.RightToLeft : Qt.LeftToRight

    TypedField {
        id: field
        objectName: "field"
        answer: root.answer
        faulty: root.faulty
        accessibleName: root.accessibleName
        inputMethodHints: root.decimals ? Qt.ImhFormattedNumbersOnly : Qt.ImhDigitsOnly
        horizontalAlignment: TextInput.AlignHCenter
        font.pixelSize: Theme.title
        validator: RegularExpressionValidator { regularExpression: root.allowed }
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.answer
        Layout.alignment: Qt.AlignTop
        onEdited: (text) => root.edited(text)
        onKeyboardGone: root.keyboardGone()
        KeysOnly {}
    }
    GridLayout {
        id: pad
        columns: 3
        rowSpacing: Theme.tight
        columnSpacing: Theme.tight
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        Layout.fillWidth: root.columns === 1
        Layout.alignment: Qt.AlignRight
        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", root.decimals ? "." : "", "0", "back"]
            AppButton {
                required property string modelData
                required property int index
                objectName: "key_" + modelData
                visible: modelData !== ""
                text: modelData === "back" ? "" : modelData === "." ? AnswerWords.decimalSign() : modelData
                iconName: modelData === "back" ? "backspace" : ""
                accessibleName: modelData === "back" ? qsTr("Delete the last digit") : text
                font.pixelSize: Theme.textLarge
                focusPolicy: Qt.NoFocus
                Layout.preferredHeight: Theme.answer
                Layout.preferredWidth: Theme.answer * 1.6
                Layout.fillWidth: true
                Layout.row: Math.floor(index / 3)
                Layout.column: index % 3
                onClicked: root.press(modelData)
            }
        }
    }
}
