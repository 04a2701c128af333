// SPDX-License-Identifier: Apache-2.0
// One choice of a long list.
import QtQuick
import Peil.Controls
import Peil.Model

Picker {
    id: root

    required property ChoiceListModel choices
    signal chosen(string value)

    objectName: "picker"
    model: choices
    textRole: "label"
    valueRole: "value"
    chosenRow: choices ? choices.chosenRow : -1
    placeholder: qsTr("Choose from the list")
    onPicked: (value) => root.chosen(value)
}
