// SPDX-License-Identifier: Apache-2.0
// Before questions that the participant answers alone: the worker gives the tablet away, or asks them after all.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Item {
    id: root

    required property AppController app
    readonly property InterviewController interview: app.interview
    readonly property bool done: interview.partAsked > 0 && interview.partAnswered === interview.partAsked

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: root.interview.sections.currentTitle
        subtitle: root.interview.title
        backVisible: root.interview.canGoBack
        onBack: root.interview.back()
        actions: AppButton {
            objectName: "lock"
            iconName: "lock"
            accessibleName: qsTr("Lock")
            onClicked: root.app.lock()
        }
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        spacing: Theme.pad

        Notice {
            kind: Notice.Danger
            text: root.interview.error !== "" ? root.interview.error : root.app.error
            Layout.fillWidth: true
        }
        AppText {
            objectName: "handOverTitle"
            text: root.done ? qsTr("The participant has answered this part") : qsTr("The participant answers the next questions alone")
            size: AppText.Title
            strong: true
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
        }
        AppText {
            text: qsTr("The participant sees one question at a time and cannot reach other answers. After the last question, the tablet asks for your PIN or passphrase.")
            soft: true
            Layout.fillWidth: true
        }
        AppText {
            objectName: "partProgress"
            text: qsTr("%1 of %2 answered").arg(root.interview.partAnswered).arg(root.interview.partAsked)
            strong: true
            Layout.fillWidth: true
        }
        AppButton {
            objectName: "goOn"
            visible: root.done
            kind: AppButton.Primary
            iconName: "next"
            iconAtEnd: true
            focus: root.done
            text: qsTr("Go on")
            onClicked: root.interview.passPart()
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.answer
        }
        AppButton {
            objectName: "handOver"
            kind: root.done ? AppButton.Secondary : AppButton.Primary
            iconName: "person"
            focus: !root.done
            text: root.done ? qsTr("Hand over again") : qsTr("Hand over the tablet")
            onClicked: root.interview.handOver()
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.answer
        }
        AppButton {
            objectName: "readOut"
            text: qsTr("Ask the questions myself")
            onClicked: root.interview.readOut()
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.answer
        }
        AppButton {
            objectName: "passPart"
            visible: !root.done
            kind: AppButton.Quiet
            text: qsTr("Leave this part out for now")
            onClicked: root.interview.passPart()
            Layout.fillWidth: true
        }
    }
}
