// SPDX-License-Identifier: Apache-2.0
// The ring around what the keyboard works on.
import QtQuick
import Peil.Theme

Rectangle {
    id: root

    required property bool shown

    anchors.fill: parent
    anchors.margins: -4
    visible: shown
    color: "transparent"
    radius: Theme.radius + 4
    border.width: Theme.focusBorder
    border.color: Theme.accent
}
