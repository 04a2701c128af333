// SPDX-License-Identifier: Apache-2.0
// Sync, and the ledger: finished, received and waiting interviews.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Item {
    id: root

    required property AppController app
    readonly property SyncController sync: app.sync
    readonly property bool running: sync.state === SyncController.Running || sync.state === SyncController.Waiting

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: qsTr("Sync")
        subtitle: root.sync.lastSync === "" ? qsTr("No contact yet") : qsTr("Last contact: %1").arg(root.sync.lastSync)
        onBack: root.app.show(AppController.Home)
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        Notice {
            objectName: "message"
            kind: root.sync.state === SyncController.Problem || root.sync.state === SyncController.Waiting ? Notice.Warning
                : root.sync.state === SyncController.Done ? Notice.Good : Notice.Info
            text: root.sync.message
            Layout.fillWidth: true
        }
        ColumnLayout {
            visible: root.running && root.sync.total > 0
            spacing: Theme.tight
            Layout.fillWidth: true
            AppText { text: qsTr("%1 of %2").arg(root.sync.sent).arg(root.sync.total); strong: true; Layout.fillWidth: true }
            Meter {
                value: root.sync.total > 0 ? root.sync.sent / root.sync.total : 0
                accessibleName: qsTr("Sent %1 of %2").arg(root.sync.sent).arg(root.sync.total)
                Layout.fillWidth: true
            }
        }
        Card {
            spacing: 0
            Layout.fillWidth: true
            LedgerLine { objectName: "finalised"; label: qsTr("Finished on this tablet"); number: root.sync.finalised }
            LedgerLine { objectName: "received"; label: qsTr("Received by the study office"); number: root.sync.received }
            LedgerLine { objectName: "waiting"; label: qsTr("Still on this tablet"); number: root.sync.waiting }
            LedgerLine { objectName: "drafts"; label: qsTr("Not finished yet"); number: root.sync.drafts }
        }
        AppButton {
            objectName: "start"
            kind: AppButton.Primary
            iconName: "sync"
            text: root.sync.state === SyncController.Waiting ? qsTr("Try now") : root.running ? qsTr("Sending…") : qsTr("Sync now")
            enabled: root.sync.state !== SyncController.Running
            focus: true
            onClicked: root.sync.start()
            Layout.fillWidth: true
        }
    }
}
