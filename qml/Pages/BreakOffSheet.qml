// SPDX-License-Identifier: Apache-2.0
// Breaking off: the reason, and whether the interview continues another day.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Sheet {
    id: root

    required property AppController app
    property int reason: -1
    property bool erasing: false

    title: qsTr("Why are you stopping the interview?")
    onOpened: {
        reason = -1;
        erasing = false;
    }

    Repeater {
        model: [
            { reason: AppController.NoTime, text: qsTr("The person has no time right now") },
            { reason: AppController.WantsToStop, text: qsTr("The person wants to stop") },
            { reason: AppController.Interrupted, text: qsTr("We were interrupted") },
            { reason: AppController.OtherReason, text: qsTr("Something else") }
        ]
        ChoiceTile {
            required property var modelData
            objectName: "stop_" + modelData.reason
            text: modelData.text
            chosen: root.reason === modelData.reason
            onClicked: root.reason = modelData.reason
            Layout.fillWidth: true
        }
    }
    AppText {
        text: qsTr("All answers so far are kept.")
        soft: true
        Layout.fillWidth: true
        Layout.topMargin: Theme.tight
    }
    AppButton {
        objectName: "goOnLater"
        kind: AppButton.Primary
        text: qsTr("Continue another time")
        enabled: root.reason >= 0
        onClicked: {
            root.close();
            root.app.breakOff(root.reason);
        }
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "finishAsItIs"
        kind: AppButton.Danger
        text: qsTr("Finish as it is")
        enabled: root.reason >= 0
        onClicked: {
            root.close();
            root.app.finaliseBrokenOff(root.reason);
        }
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "mistake"
        visible: !root.erasing
        kind: AppButton.Quiet
        text: qsTr("This interview was started by mistake")
        onClicked: root.erasing = true
        Layout.fillWidth: true
    }
    AppText {
        visible: root.erasing
        text: qsTr("Erase this interview? All its answers are deleted and nothing is sent. This cannot be undone.")
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "erase"
        visible: root.erasing
        kind: AppButton.Danger
        text: qsTr("Erase this interview")
        onClicked: {
            root.close();
            root.app.discardInterview();
        }
        Layout.fillWidth: true
    }
    AppButton {
        kind: AppButton.Quiet
        text: qsTr("Back to the interview")
        onClicked: root.close()
        Layout.fillWidth: true
    }
}
