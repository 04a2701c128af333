// SPDX-License-Identifier: Apache-2.0
// The code that opens the tablet when the passphrase is lost: shown once.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

PageScroll {
    id: root

    required property AppController app
    property bool asking: false ///< for the end of the code, from paper

    AppText {
        text: root.asking ? qsTr("Check what you wrote down") : qsTr("Write down the recovery code")
        size: AppText.Title
        strong: true
        Layout.fillWidth: true
    }
    AppText {
        text: root.asking ? qsTr("Type the last four characters of the code from your paper.")
            : qsTr("It unlocks this tablet if you forget the passphrase. It is shown only once. Keep the paper at the study office, not with the tablet.")
        soft: true
        Layout.fillWidth: true
    }
    Notice {
        kind: Notice.Danger
        text: root.app.error
        Layout.fillWidth: true
    }
    Card {
        visible: !root.asking
        padding: Theme.pad * 1.5
        Layout.fillWidth: true
        SecretCodeView {
            objectName: "code"
            code: root.app.recoveryCode
            color: Theme.ink
            family: "Noto Sans Mono"
            pixelSize: Theme.title
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("The recovery code is shown as an image. Screen readers cannot read it.")
            Layout.fillWidth: true
        }
    }
    AppButton {
        objectName: "noted"
        visible: !root.asking
        kind: AppButton.Primary
        text: qsTr("I have written it down")
        focus: true
        onClicked: {
            root.asking = true;
            lastGroup.field.forceActiveFocus();
        }
        Layout.fillWidth: true
    }
    PassphraseEntry {
        id: lastGroup
        objectName: "lastGroup"
        visible: root.asking
        label: qsTr("Last four characters")
        onAccepted: root.app.confirmRecoveryCode(field)
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "confirm"
        visible: root.asking
        kind: AppButton.Primary
        text: qsTr("Continue")
        enabled: lastGroup.field.length === 4
        onClicked: root.app.confirmRecoveryCode(lastGroup.field)
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "showCode"
        visible: root.asking
        text: qsTr("Show the code again")
        onClicked: {
            root.app.clearError();
            root.asking = false;
        }
        Layout.fillWidth: true
    }
    KeyBoard {
        visible: root.asking
        field: lastGroup.field
        Layout.fillWidth: true
    }
}
