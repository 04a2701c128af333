// SPDX-License-Identifier: Apache-2.0
// Enrolled, but the study has not come down yet.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

PageScroll {
    id: root

    required property AppController app

    AppText {
        text: qsTr("Downloading the study")
        size: AppText.Title
        strong: true
        Layout.fillWidth: true
    }
    AppText {
        text: root.app.sync.state === SyncController.Problem ? root.app.sync.message
            : qsTr("Downloading the questionnaire and the places from the server. This needs a network connection once.")
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "again"
        kind: AppButton.Primary
        iconName: "sync"
        text: qsTr("Try again")
        focus: true
        onClicked: root.app.sync.start()
        Layout.fillWidth: true
    }
    AppButton {
        iconName: "lock"
        text: qsTr("Lock")
        onClicked: root.app.lock()
        Layout.fillWidth: true
    }
}
