// SPDX-License-Identifier: Apache-2.0
// Joining a study: the code from the study office.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Item {
    id: root

    required property AppController app
    readonly property bool canEnrol: code.text !== "" && !app.busy

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: qsTr("Enrol in a study")
        backVisible: false
        actions: AppButton {
            kind: AppButton.Quiet
            iconName: "lock"
            accessibleName: qsTr("Lock")
            onClicked: root.app.lock()
        }
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        AppText {
            text: qsTr("Ask the study office for an enrolment code. You can use it once, within ten minutes.")
            Layout.fillWidth: true
        }
        Notice {
            kind: Notice.Danger
            text: root.app.error
            Layout.fillWidth: true
        }
        AppField {
            id: code
            objectName: "code"
            placeholderText: qsTr("Enrolment code (starts with PEIL1:)")
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhSensitiveData
            font.pixelSize: Theme.text
            focus: true
            onAccepted: if (root.canEnrol) root.app.enrol(text)
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.gap
            AppButton {
                text: qsTr("Paste")
                onClicked: code.paste()
            }
            AppButton {
                objectName: "join"
                kind: AppButton.Primary
                text: root.app.busy ? qsTr("One moment…") : qsTr("Enrol")
                enabled: root.canEnrol
                onClicked: root.app.enrol(code.text)
                Layout.fillWidth: true
            }
        }
    }
}
