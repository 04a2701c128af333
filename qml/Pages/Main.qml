// SPDX-License-Identifier: Apache-2.0
// The window: theme, direction, and the page that the controller names.
import QtQuick
import QtQuick.Window
import Peil.Model
import Peil.Theme

Window {
    id: root

    required property AppController app

    width: 1280
    height: 800
    visible: true
    title: "Peil"
    color: Theme.ground

    Binding { target: Theme; property: "look"; value: root.app.settings.look }
    Binding { target: Theme; property: "largeType"; value: root.app.settings.largeType }

    PageStack {
        id: stack
        objectName: "stack"
        anchors.fill: parent
        app: root.app
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        LayoutMirroring.childrenInherit: true
    }
    Shortcut {
        sequence: "Ctrl+L"
        onActivated: root.app.lock()
    }
}
