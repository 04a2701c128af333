// SPDX-License-Identifier: Apache-2.0
// All choices under each other, or in two columns when they are many and short of room.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

GridLayout {
    id: root

    required property ChoiceListModel choices
    property bool many: false
    signal chosen(string value)

    columns: choices && choices.count > 5 && width > 640 * Theme.scale ? 2 : 1
    rowSpacing: Theme.gap
    columnSpacing: Theme.gap

    Repeater {
        model: root.choices
        ChoiceTile {
            required property string value
            required property string label
            required chosen
            objectName: "choice_" + value
            many: root.many
            text: label
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: root.chosen(value)
        }
    }
}
