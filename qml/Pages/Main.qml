// SPDX-License-Identifier: Apache-2.0
// The window: theme, direction, and the page that the controller names.
import QtQuick
import QtQuick.Window
import Peil.Model
import Peil.Theme

Window {
    id: root

    required property AppController app
    /// Show the key board of the screen when a text is being typed.
    property bool touchKeyboard: false

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
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: keys.top }
        focus: true
        app: root.app
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        LayoutMirroring.childrenInherit: true
    }
    Loader {
        id: keys
        active: root.touchKeyboard
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: item ? item.height : 0 // 0 while there is nothing to type
        sourceComponent: TouchKeyboard { language: root.app.settings.language }
    }
    Shortcut {
        sequence: "Ctrl+L"
        onActivated: root.app.lock()
    }
}
