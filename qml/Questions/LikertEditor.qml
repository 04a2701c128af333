// SPDX-License-Identifier: Apache-2.0
// A scale: its points beside each other, or under each other where there is no room.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

GridLayout {
    id: root

    required property ChoiceListModel choices
    signal chosen(string value)

    readonly property bool beside: choices && width > choices.count * 130 * Theme.scale

    columns: beside ? choices.count : 1
    rowSpacing: Theme.gap
    columnSpacing: Theme.gap

    Repeater {
        model: root.choices
        ChoiceTile {
            required property string value
            required property string label
            required chosen
            objectName: "choice_" + value
            centred: root.beside
            text: label
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: root.chosen(value)
        }
    }
}
