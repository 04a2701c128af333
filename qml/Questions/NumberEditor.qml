// SPDX-License-Identifier: Apache-2.0
// A number: typed on a keyboard, or on the pad beside it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Theme

GridLayout {
    id: root

    required property string answer
    property bool decimals: false
    property bool faulty: false
    property string accessibleName
    signal edited(string text)

    function press(key: string): void {
        if (key === "back") {
            field.text = field.text.slice(0, -1);
        } else if (field.acceptableWith(field.text + key)) {
            field.text += key;
        }
        root.send();
    }
    function send(): void {
        if (field.text !== "-" && !field.text.endsWith(".")) root.edited(field.text);
    }

    columns: width > 560 * Theme.scale ? 3 : 1
    rowSpacing: Theme.gap
    columnSpacing: Theme.pad

    AppField {
        id: field
        objectName: "field"
        faulty: root.faulty
        accessibleName: root.accessibleName
        inputMethodHints: root.decimals ? Qt.ImhFormattedNumbersOnly : Qt.ImhDigitsOnly
        horizontalAlignment: TextInput.AlignHCenter
        font.pixelSize: Theme.title
        maximumLength: 12
        validator: RegularExpressionValidator { regularExpression: root.decimals ? /-?\d*(\.\d*)?/ : /-?\d*/ }
        Layout.preferredWidth: pad.implicitWidth
        Layout.alignment: Qt.AlignTop
        onTextEdited: root.send()

        function acceptableWith(text: string): bool {
            return text.length <= maximumLength && (root.decimals ? /^-?\d*(\.\d*)?$/ : /^-?\d*$/).test(text);
        }
    }
    Binding {
        target: field
        property: "text"
        value: root.answer
        when: !field.activeFocus
    }
    GridLayout {
        id: pad
        columns: 3
        rowSpacing: Theme.tight
        columnSpacing: Theme.tight
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", root.decimals ? "." : "", "0", "back"]
            AppButton {
                required property string modelData
                required property int index
                objectName: "key_" + modelData
                visible: modelData !== ""
                text: modelData === "back" ? "" : modelData
                iconName: modelData === "back" ? "backspace" : ""
                accessibleName: modelData === "back" ? qsTr("Delete the last digit") : modelData
                font.pixelSize: Theme.textLarge
                focusPolicy: Qt.NoFocus
                Layout.preferredWidth: Theme.touch * 1.6
                Layout.row: Math.floor(index / 3)
                Layout.column: index % 3
                onClicked: root.press(modelData)
            }
        }
    }
    Item {
        visible: root.columns > 1
        Layout.fillWidth: true
    }
}
