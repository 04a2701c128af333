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
    property bool stopping: false
    property bool erasing: false
    property int mistake: -1

    title: stopping ? qsTr("Why are you stopping the interview?") : erasing ? qsTr("Why should it be erased?") : qsTr("Pause or stop?")
    onOpened: {
        reason = -1;
        stopping = false;
        erasing = false;
        mistake = -1;
    }
    onClosed: app.stopping.cancel()

    AppText {
        visible: !root.stopping && !root.erasing
        text: qsTr("After a pause you go on where you were, today or another day. All answers are kept.")
        soft: true
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "goOnLater"
        visible: !root.stopping && !root.erasing
        kind: AppButton.Primary
        iconName: "pause"
        text: qsTr("Pause: go on another time")
        onClicked: {
            root.close();
            root.app.pauseInterview();
        }
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.answer
    }
    AppButton {
        objectName: "stopForGood"
        visible: !root.stopping && !root.erasing
        kind: AppButton.Danger
        text: qsTr("Stop for good…")
        onClicked: root.stopping = true
        Layout.fillWidth: true
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
            visible: root.stopping
            text: modelData.text
            chosen: root.reason === modelData.reason
            onClicked: root.reason = modelData.reason
            Layout.fillWidth: true
        }
    }
    Notice {
        visible: root.stopping
        kind: Notice.Warning
        text: qsTr("This is final: the interview is sealed as incomplete and sent. No one can go on with it or change it, not even you.")
        Layout.fillWidth: true
    }
    HoldButton {
        objectName: "finishAsItIs"
        visible: root.stopping
        danger: true
        text: qsTr("Hold to finish for good, incomplete")
        duration: root.app.stopping.duration
        enabled: root.reason >= 0
        onHoldingChanged: {
            if (holding)
                root.app.stopping.press();
            else
                root.app.stopping.release();
        }
        onAsked: root.finish()
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "mistake"
        visible: !root.erasing && !root.stopping
        kind: AppButton.Quiet
        text: qsTr("This interview was started by mistake")
        onClicked: root.erasing = true
        Layout.fillWidth: true
    }
    AppText {
        visible: root.erasing
        text: qsTr("All answers of this interview are deleted. Only that it was erased, and why, is sent. This cannot be undone.")
        Layout.fillWidth: true
    }
    Repeater {
        model: [
            { reason: AppController.Mistake, text: qsTr("Opened by mistake") },
            { reason: AppController.WrongPlace, text: qsTr("At the wrong place") },
            { reason: AppController.StartedTwice, text: qsTr("There is another one of the same person") },
            { reason: AppController.TriedOut, text: qsTr("Only to try it out") },
            { reason: AppController.AnotherReason, text: qsTr("Something else") }
        ]
        ChoiceTile {
            required property var modelData
            objectName: "erase_" + modelData.reason
            visible: root.erasing
            text: modelData.text
            chosen: root.mistake === modelData.reason
            onClicked: root.mistake = modelData.reason
            Layout.fillWidth: true
        }
    }
    AppButton {
        objectName: "erase"
        visible: root.erasing
        kind: AppButton.Danger
        text: qsTr("Erase this interview")
        enabled: root.mistake >= 0
        onClicked: {
            root.close();
            root.app.discardInterview(root.mistake);
        }
        Layout.fillWidth: true
    }
    AppButton {
        kind: AppButton.Quiet
        text: qsTr("Back to the interview")
        onClicked: root.close()
        Layout.fillWidth: true
    }
    Connections {
        target: root.app.stopping
        function onOpened(): void { root.finish(); }
    }

    function finish(): void {
        close();
        app.finaliseBrokenOff(reason);
    }
}
