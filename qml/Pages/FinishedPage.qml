// SPDX-License-Identifier: Apache-2.0
// The interview is sealed.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

PageScroll {
    id: root

    required property AppController app

    Icon {
        name: "check"
        color: Theme.good
        Layout.preferredWidth: 72
        Layout.preferredHeight: 72
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.pad * 2
    }
    AppText {
        text: qsTr("Done and stored safely")
        size: AppText.Title
        strong: true
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    AppText {
        text: root.app.sync.message
        soft: true
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "another"
        kind: AppButton.Primary
        iconName: "plus"
        text: qsTr("New interview")
        focus: true
        onClicked: root.app.newInterview()
        Layout.fillWidth: true
    }
    AppButton {
        iconName: "cards"
        text: qsTr("Support contacts")
        onClicked: root.app.show(AppController.Referrals)
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "home"
        kind: AppButton.Quiet
        text: qsTr("To my interviews")
        onClicked: root.app.show(AppController.Home)
        Layout.fillWidth: true
    }
}
