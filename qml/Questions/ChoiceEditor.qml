// SPDX-License-Identifier: Apache-2.0
// The choices of a question as tiles in a grid, which is the same for every question with as many of them.
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
    /// All beside each other, if there is room.
    property bool row: false
    property bool numbers: false
    signal chosen(string value)

    columns: grid.columns
    rowSpacing: Theme.gap
    columnSpacing: Theme.gap

    TileGrid {
        id: grid
        choices: root.choices
        form: root.numbers ? TileGrid.Numbers : root.row ? TileGrid.Row : TileGrid.List
        width: root.width
        scale: Theme.scale
        gap: Theme.gap
    }
    Repeater {
        model: root.choices
        ChoiceTile {
            required property string value
            required property string label
            required property string caption
            required property string image
            required chosen
            objectName: "choice_" + value
            many: root.many
            centred: grid.compact
            size: root.numbers ? AppText.Large : AppText.Body
            text: label
            note: caption
            picture: image
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            onClicked: root.chosen(value)
        }
    }
}
