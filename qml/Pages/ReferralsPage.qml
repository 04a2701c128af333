// SPDX-License-Identifier: Apache-2.0
// Where a person can go, outside an interview.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model

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
        SupportCards { app: root.app; Layout.fillWidth: true }
    }
}
