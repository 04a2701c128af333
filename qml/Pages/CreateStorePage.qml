// SPDX-License-Identifier: Apache-2.0
// First start: choose the passphrase that guards everything on this tablet.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

PageScroll {
    id: root

    required property AppController app
    readonly property PassphraseField active: again.field.activeFocus ? again.field : first.field
    readonly property bool ready: first.field.strength >= PassphraseField.Enough && again.field.length > 0

    AppText {
        text: qsTr("Choose a passphrase")
        size: AppText.Title
        strong: true
        Layout.fillWidth: true
    }
    AppText {
        text: qsTr("It protects everything on this tablet. Use five or more unrelated words, such as the names of things around you. No one can look it up for you.")
        soft: true
        Layout.fillWidth: true
    }
    Notice {
        kind: Notice.Danger
        text: root.app.error
        Layout.fillWidth: true
    }
    PassphraseEntry {
        id: first
        objectName: "first"
        label: qsTr("Passphrase")
        judged: true
        onAccepted: again.field.forceActiveFocus()
        Layout.fillWidth: true
    }
    PassphraseEntry {
        id: again
        objectName: "again"
        label: qsTr("Repeat the passphrase")
        onAccepted: if (root.ready) root.app.createStore(first.field, again.field)
        Layout.fillWidth: true
    }
    AppButton {
        objectName: "create"
        kind: AppButton.Primary
        text: root.app.busy ? qsTr("One moment…") : qsTr("Use this passphrase")
        enabled: root.ready && !root.app.busy
        onClicked: root.app.createStore(first.field, again.field)
        Layout.fillWidth: true
    }
    KeyBoard {
        field: root.active
        Layout.fillWidth: true
    }
    Component.onCompleted: first.field.forceActiveFocus()
}
