// SPDX-License-Identifier: Apache-2.0
// The ring around what the keyboard works on.
import QtQuick
import Peil.Theme

Rectangle {
    id: root

    required property Item target

    anchors.fill: parent
    anchors.margins: -4
    visible: target.activeFocus
    color: "transparent"
    radius: Theme.radius + 4
    border.width: Theme.focusBorder
    border.color: Theme.accent
}
