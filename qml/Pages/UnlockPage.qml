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
    readonly property bool ready: entry.field.length > 0 && !app.busy && app.secondsToWait === 0

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
        text: root.app.secondsToWait > 0 ? qsTr("You can try again in %n second(s).", "", root.app.secondsToWait)
            : root.app.triesLeft < 10 ? qsTr("%n attempt(s) left. After that, unfinished interviews on this tablet are lost.", "", root.app.triesLeft) : ""
        Layout.fillWidth: true
    }
    PassphraseEntry {
        id: entry
        objectName: "entry"
        label: qsTr("Passphrase or recovery code")
        onAccepted: if (root.ready) root.app.unlock(entry.field)
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "unlock"
        kind: AppButton.Primary
        text: root.app.busy ? qsTr("One moment…") : qsTr("Unlock")
        enabled: root.ready
        onClicked: root.app.unlock(entry.field)
        Layout.fillWidth: true
    }
    KeyBoard {
        field: entry.field
        Layout.fillWidth: true
    }
    Component.onCompleted: entry.field.forceActiveFocus()
}
