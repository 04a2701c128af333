// SPDX-License-Identifier: Apache-2.0
// The contact log: one tap for each person who was approached and is not interviewed.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Item {
    id: root

    required property AppController app
    readonly property ContactController log: app.contacts

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: qsTr("People approached")
        subtitle: root.app.place
        onBack: root.app.show(AppController.Home)
        actions: AppButton {
            objectName: "changePlace"
            kind: AppButton.Quiet
            iconName: "pin"
            accessibleName: qsTr("Change the place")
            onClicked: root.app.changePlace(AppController.Contacts)
        }
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        spacing: Theme.gap
        Notice {
            kind: Notice.Danger
            text: root.app.error
            Layout.fillWidth: true
        }
        AppText {
            text: qsTr("One tap for each person whom you do not interview. Interviews are counted by themselves. Nothing about the person is kept.")
            soft: true
            Layout.fillWidth: true
        }
        AppText {
            objectName: "slot"
            text: root.log.slotText
            strong: true
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
        }
        GridLayout {
            columns: root.width > Theme.column * 0.8 ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            Layout.fillWidth: true
            Repeater {
                model: root.log.outcomes
                CountTile {
                    required property int outcome
                    required property string label
                    required property int count
                    required property int index
                    objectName: "contact_" + outcome
                    focus: index === 0
                    text: label
                    number: count
                    onClicked: root.log.log(outcome)
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
            }
        }
        AppButton {
            objectName: "undo"
            enabled: root.log.last !== ""
            text: root.log.last === "" ? qsTr("Nothing to undo") : qsTr("Undo: %1").arg(root.log.last)
            onClicked: root.log.undo()
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.answer
        }
        AppText {
            objectName: "total"
            text: qsTr("%n person(s) counted here in this part of the day", "", root.log.total)
            soft: true
            Layout.fillWidth: true
        }
    }
}
