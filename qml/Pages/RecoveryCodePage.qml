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

    AppText {
        text: qsTr("Write down the recovery code")
        size: AppText.Title
        strong: true
        Layout.fillWidth: true
    }
    AppText {
        text: qsTr("It unlocks this tablet if you forget the passphrase. It is shown only once. Keep the paper at the study office, not with the tablet.")
        soft: true
        Layout.fillWidth: true
    }
    Card {
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
        kind: AppButton.Primary
        text: qsTr("I have written it down")
        focus: true
        onClicked: root.app.recoveryCodeNoted()
        Layout.fillWidth: true
    }
}
