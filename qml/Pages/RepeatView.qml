// SPDX-License-Identifier: Apache-2.0
// Whether there is another one of something (a substance, a person) to ask about.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

ColumnLayout {
    id: root

    required property InterviewController interview

    spacing: Theme.pad

    AppText {
        text: root.interview.repeatTitle
        size: AppText.Title
        strong: true
        Layout.fillWidth: true
    }
    AppText {
        text: qsTr("%n so far.", "", root.interview.repeatCount)
        soft: true
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "addRepeat"
        iconName: "plus"
        text: qsTr("Add one")
        onClicked: root.interview.addRepeat()
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "removeRepeat"
        visible: root.interview.repeatCount > 0
        kind: AppButton.Danger
        iconName: "minus"
        text: qsTr("Remove the last one")
        onClicked: root.interview.removeLastRepeat()
        Layout.fillWidth: true
    }
}
