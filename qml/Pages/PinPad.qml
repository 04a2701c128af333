// SPDX-License-Identifier: Apache-2.0
// Ten digits for a PIN: hands single characters to a PassphraseField, never a text.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

GridLayout {
    id: root

    required property PassphraseField field

    columns: 3
    rowSpacing: Theme.tight
    columnSpacing: Theme.tight
    LayoutMirroring.enabled: false
    Layout.maximumWidth: Math.round(456 * Theme.scale)
    Layout.alignment: Qt.AlignHCenter

    Repeater {
        model: "1234567890".split("")
        AppButton {
            required property string modelData
            objectName: "key_" + modelData
            text: modelData
            font.pixelSize: Theme.textLarge
            focusPolicy: Qt.NoFocus
            implicitHeight: Math.round(64 * Theme.scale)
            Layout.column: modelData === "0" ? 1 : (Number(modelData) - 1) % 3
            Layout.row: modelData === "0" ? 3 : Math.floor((Number(modelData) - 1) / 3)
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            onClicked: root.field.type(modelData.codePointAt(0))
        }
    }
    AppButton {
        objectName: "keyBackspace"
        iconName: "backspace"
        accessibleName: qsTr("Delete the last digit")
        focusPolicy: Qt.NoFocus
        implicitHeight: Math.round(64 * Theme.scale)
        autoRepeat: true
        Layout.column: 2
        Layout.row: 3
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        onClicked: root.field.backspace()
    }
}
