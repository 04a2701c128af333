// SPDX-License-Identifier: Apache-2.0
// A tablet that cannot be unlocked: permanently locked, or with missing files.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

PageScroll {
    id: root

    required property AppController app

    Icon {
        name: "lock"
        color: Theme.danger
        Layout.preferredWidth: 56
        Layout.preferredHeight: 56
        Layout.alignment: Qt.AlignHCenter
    }
    AppText {
        text: qsTr("This tablet cannot be unlocked")
        size: AppText.Title
        strong: true
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    Notice {
        kind: Notice.Danger
        text: root.app.error
        Layout.fillWidth: true
    }
    AppText {
        visible: text !== ""
        text: root.app.rescue.message
        Layout.fillWidth: true
    }
    Notice {
        kind: Notice.Warning
        text: root.app.rescue.problem
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "send"
        kind: AppButton.Primary
        iconName: "sync"
        visible: root.app.rescue.waiting > 0
        enabled: !root.app.rescue.running
        text: qsTr("Send what is finished: %1").arg(root.app.rescue.waiting)
        onClicked: root.app.rescue.send()
        Layout.fillWidth: true
    }
}
