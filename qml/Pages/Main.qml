// SPDX-License-Identifier: Apache-2.0
// Qt 6.4 cannot load a bound component in a Loader, so ids are reached from the components below.
// qmllint disable unqualified
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

    Binding { target: Theme; property: "night"; value: root.app.settings.look === AppSettings.Night }
    Binding { target: Theme; property: "outdoor"; value: root.app.settings.look === AppSettings.Outdoor }
    Binding { target: Theme; property: "scale"; value: Math.max(root.app.settings.typeSize, !root.app.participantHolds ? 100 : root.width < 600 ? 115 : 135) / 100 }
    Binding { target: Theme; property: "thumbRight"; value: root.app.settings.thumbRight }

    PageStack {
        id: stack
        objectName: "stack"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: keys.top }
        focus: true
        app: root.app
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        LayoutMirroring.childrenInherit: true
    }
    LockWarning {
        objectName: "lockWarning"
        anchors.fill: parent
        z: 1
        seconds: root.app.secondsToLock
    }
    Loader {
        id: keys
        active: root.touchKeyboard
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        sourceComponent: TouchKeyboard { language: root.app.shownLanguage }
    }
    Shortcut {
        sequence: "Ctrl+L"
        onActivated: root.app.lock()
    }
}
