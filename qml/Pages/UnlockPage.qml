// SPDX-License-Identifier: Apache-2.0
// The locked tablet.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

PageScroll {
    id: root

    required property AppController app
    property bool passphraseChosen: false
    readonly property bool byPin: app.pinTriesLeft > 0 && !passphraseChosen
    readonly property bool ready: entry.field.length > 0 && !app.busy && (byPin || app.secondsToWait === 0)

    function unlock(): void {
        if (!root.ready) return;
        if (root.byPin) root.app.unlockWithPin(entry.field);
        else root.app.unlock(entry.field);
    }

    Icon {
        name: "lock"
        color: Theme.accent
        Layout.preferredWidth: 56
        Layout.preferredHeight: 56
        Layout.alignment: Qt.AlignHCenter
    }
    AppText {
        text: qsTr("This tablet is locked")
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
    Notice {
        kind: Notice.Warning
        text: root.byPin ? (root.app.pinTriesLeft < 5 ? qsTr("%n attempt(s) left. After that, the tablet asks for the passphrase.", "", root.app.pinTriesLeft) : "")
            : root.app.secondsToWait > 0 ? qsTr("You can try again in %n second(s).", "", root.app.secondsToWait)
            : root.app.triesLeft < 6 ? qsTr("%n attempt(s) left. After that, unfinished interviews on this tablet are lost.", "", root.app.triesLeft) : ""
        Layout.fillWidth: true
    }
    PassphraseEntry {
        id: entry
        objectName: "entry"
        label: root.byPin ? qsTr("PIN") : qsTr("Passphrase or recovery code")
        onAccepted: root.unlock()
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "unlock"
        kind: AppButton.Primary
        text: root.app.busy ? qsTr("One moment…") : qsTr("Unlock")
        enabled: root.ready
        onClicked: root.unlock()
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "usePassphrase"
        visible: root.byPin
        text: qsTr("Use the passphrase")
        onClicked: {
            entry.field.clear();
            root.passphraseChosen = true;
            entry.field.forceActiveFocus();
        }
        Layout.fillWidth: true
    }
    PinPad {
        visible: root.byPin
        field: entry.field
        Layout.fillWidth: true
    }
    KeyBoard {
        visible: !root.byPin
        field: entry.field
        Layout.fillWidth: true
    }
    Connections {
        target: entry.field
        function onEdited(): void {
            if (root.byPin && entry.field.length === 6) root.unlock();
        }
    }
    Component.onCompleted: entry.field.forceActiveFocus()
}
