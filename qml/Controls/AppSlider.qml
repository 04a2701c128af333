// SPDX-License-Identifier: Apache-2.0
// A value between two bounds.
import QtQuick
import QtQuick.Templates as T
import Peil.Theme

T.Slider {
    id: root

    property string accessibleName
    property bool answered: true

    implicitHeight: Theme.touch
    implicitWidth: 320
    leftPadding: 14
    rightPadding: 14
    snapMode: T.Slider.SnapAlways
    Accessible.role: Accessible.Slider
    Accessible.name: accessibleName

    background: Rectangle {
        x: root.leftPadding
        y: root.topPadding + (root.availableHeight - height) / 2
        width: root.availableWidth
        height: 8
        radius: 4
        color: Theme.line
        FocusFrame { shown: root.visualFocus }
    }
    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: root.topPadding + (root.availableHeight - height) / 2
        width: 36
        height: 36
        radius: 18
        color: root.answered ? Theme.accent : Theme.surface
        border.width: 2
        border.color: Theme.accent
    }
}
