// SPDX-License-Identifier: Apache-2.0
// Another passphrase for this tablet; the recovery code stays the same.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Item {
    id: root

    required property AppController app
    readonly property PassphraseField active: again.field.activeFocus ? again.field : next.field.activeFocus ? next.field : now.field
    readonly property bool ready: now.field.length > 0 && next.field.strength >= PassphraseField.Enough && again.field.length > 0

    function change(): void {
        if (root.ready) root.app.changePassphrase(now.field, next.field, again.field);
    }

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: qsTr("Change passphrase")
        onBack: root.app.show(AppController.Settings)
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        AppText {
            text: qsTr("The recovery code stays the same.")
            soft: true
            Layout.fillWidth: true
        }
        Notice {
            kind: Notice.Danger
            text: root.app.error
            Layout.fillWidth: true
        }
        PassphraseEntry {
            id: now
            objectName: "now"
            label: qsTr("Current passphrase")
            onAccepted: next.field.forceActiveFocus()
            Layout.fillWidth: true
        }
        PassphraseEntry {
            id: next
            objectName: "next"
            label: qsTr("New passphrase")
            judged: true
            onAccepted: again.field.forceActiveFocus()
            Layout.fillWidth: true
        }
        PassphraseEntry {
            id: again
            objectName: "again"
            label: qsTr("Repeat the new passphrase")
            onAccepted: root.change()
            Layout.fillWidth: true
        }
        AppButton {
            objectName: "change"
            kind: AppButton.Primary
            text: root.app.busy ? qsTr("One moment…") : qsTr("Change passphrase")
            enabled: root.ready && !root.app.busy
            onClicked: root.change()
            Layout.fillWidth: true
        }
        KeyBoard {
            field: root.active
            Layout.fillWidth: true
        }
    }
    Component.onCompleted: now.field.forceActiveFocus()
}
