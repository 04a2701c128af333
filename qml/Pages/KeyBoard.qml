// SPDX-License-Identifier: Apache-2.0
// The key board for passphrases: hands single characters to a PassphraseField, never a text.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

ColumnLayout {
    id: root

    required property PassphraseField field
    property bool capitals: false
    readonly property var rows: ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"] // characters of each row

    function type(key: string): void {
        root.field.type((root.capitals ? key.toUpperCase() : key).codePointAt(0));
        root.capitals = false;
    }

    spacing: Theme.tight
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Repeater {
        model: root.rows
        RowLayout {
            id: line
            required property string modelData
            spacing: Theme.tight
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.column
            Layout.alignment: Qt.AlignHCenter
            Repeater {
                model: line.modelData.split("")
                AppButton {
                    required property string modelData
                    objectName: "key_" + modelData
                    text: root.capitals ? modelData.toUpperCase() : modelData
                    focusPolicy: Qt.NoFocus
                    implicitHeight: 48
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.minimumWidth: 1
                    Layout.maximumWidth: 96
                    onClicked: root.type(modelData)
                }
            }
        }
    }
    RowLayout {
        spacing: Theme.tight
        Layout.fillWidth: true
        AppButton {
            iconName: "up"
            accessibleName: qsTr("Capital letter")
            kind: root.capitals ? AppButton.Primary : AppButton.Secondary
            focusPolicy: Qt.NoFocus
            implicitHeight: 48
            onClicked: root.capitals = !root.capitals
        }
        AppButton {
            objectName: "keySpace"
            text: qsTr("Space")
            focusPolicy: Qt.NoFocus
            implicitHeight: 48
            Layout.fillWidth: true
            onClicked: root.field.type(32)
        }
        AppButton {
            objectName: "keyBackspace"
            iconName: "backspace"
            accessibleName: qsTr("Delete the last character")
            focusPolicy: Qt.NoFocus
            implicitHeight: 48
            autoRepeat: true
            onClicked: root.field.backspace()
        }
    }
}
