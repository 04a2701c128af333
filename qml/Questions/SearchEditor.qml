// SPDX-License-Identifier: Apache-2.0
// One or several of many choices: what is typed narrows the list. What is chosen stays in it.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

ColumnLayout {
    id: root

    required property ChoiceListModel choices
    property bool many: false
    signal chosen(string value)

    spacing: Theme.gap

    AppField {
        id: field
        objectName: "search"
        placeholderText: qsTr("Search")
        inputMethodHints: Qt.ImhNoPredictiveText
        Layout.fillWidth: true
    }
    AppText {
        objectName: "nothingFound"
        visible: list.count === 0
        text: qsTr("No choice has these letters.")
        soft: true
        Layout.fillWidth: true
    }
    ListView {
        id: list
        objectName: "found"
        model: ChoiceSearch {
            sourceModel: root.choices
            text: field.text + field.preeditText
        }
        clip: true
        spacing: Theme.tight
        boundsBehavior: Flickable.StopAtBounds
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, Theme.answer * 5)
        delegate: ChoiceTile {
            required property string value
            required property string label
            required chosen
            objectName: "choice_" + value
            width: ListView.view.width
            many: root.many
            text: label
            onClicked: root.chosen(value)
        }
    }
}
