// SPDX-License-Identifier: Apache-2.0
// Six digits that unlock the tablet until the end of the shift.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Item {
    id: root

    required property AppController app
    readonly property bool ready: pin.field.length === 6 && again.field.length === 6

    function set(): void {
        if (root.ready) root.app.setPin(pin.field, again.field);
    }

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: qsTr("PIN for this shift")
        onBack: root.app.show(AppController.Settings)
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        AppText {
            text: qsTr("For twelve hours after you typed the passphrase, these six digits unlock the tablet. After five wrong attempts, or when the tablet restarts, it asks for the passphrase.")
            soft: true
            Layout.fillWidth: true
        }
        Notice {
            kind: Notice.Danger
            text: root.app.error
            Layout.fillWidth: true
        }
        PassphraseEntry {
            id: pin
            objectName: "pin"
            label: qsTr("PIN")
            onAccepted: again.field.forceActiveFocus()
            Layout.fillWidth: true
        }
        PassphraseEntry {
            id: again
            objectName: "again"
            label: qsTr("Repeat the PIN")
            onAccepted: root.set()
            Layout.fillWidth: true
        }
        AppButton {
            objectName: "setPin"
            kind: AppButton.Primary
            text: root.app.busy ? qsTr("One moment…") : qsTr("Use this PIN")
            enabled: root.ready && !root.app.busy
            onClicked: root.set()
            Layout.fillWidth: true
        }
        PinPad {
            field: again.field.activeFocus ? again.field : pin.field
            Layout.fillWidth: true
        }
    }
    Connections {
        target: pin.field
        function onEdited(): void {
            if (pin.field.length === 6) again.field.forceActiveFocus();
        }
    }
    Component.onCompleted: pin.field.forceActiveFocus()
}
