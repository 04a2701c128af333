// SPDX-License-Identifier: Apache-2.0
// The participant is done: nothing is shown until the worker unlocks the tablet.
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
        text: qsTr("Thank you. Please give the tablet back.")
        size: AppText.Title
        strong: true
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.Heading
        Layout.fillWidth: true
    }
    AppText {
        visible: text !== ""
        text: root.app.interview.saveState === InterviewController.Failed ? root.app.interview.error : ""
        color: Theme.danger
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "takeBack"
        iconName: "lock"
        focus: true
        text: qsTr("For the interviewer: go on")
        onClicked: root.app.lock()
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.answer
    }
}
