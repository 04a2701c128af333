// SPDX-License-Identifier: Apache-2.0
// Where the person can go: cards to show or to read out. Works without a network.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Item {
    id: root

    required property AppController app

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: qsTr("Support contacts")
        subtitle: root.app.cityName
        onBack: root.app.show(AppController.Home)
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        AppText {
            visible: root.app.referrals.count === 0
            text: qsTr("The study has no support contacts for this city.")
            soft: true
            Layout.fillWidth: true
        }
        Repeater {
            model: root.app.referrals
            Card {
                id: card
                required property string title
                required property string text
                required property bool urgent
                Layout.fillWidth: true
                border.color: urgent ? Theme.danger : Theme.line
                AppText {
                    text: card.title
                    size: AppText.Large
                    strong: true
                    color: card.urgent ? Theme.danger : Theme.ink
                    Accessible.role: Accessible.Heading
                    Layout.fillWidth: true
                }
                AppText { text: card.text; Layout.fillWidth: true }
            }
        }
    }
}
