// SPDX-License-Identifier: Apache-2.0
// A point on a line between two bounds.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Theme

ColumnLayout {
    id: root

    required property string answer
    required property real from
    required property real to
    required property real step
    property string accessibleName
    /// Names of some of its values: rows with value and label; null without.
    property var labels: null
    signal edited(string text)

    function words(value: real): string {
        const decimals = (String(root.step).split(".")[1] || "").length;
        return value.toFixed(decimals);
    }

    spacing: Theme.gap

    AppText {
        text: root.answer === "" ? qsTr("Slide to the answer") : root.answer
        size: root.answer === "" ? AppText.Body : AppText.Title
        soft: root.answer === ""
        strong: root.answer !== ""
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    AppSlider {
        id: slider
        objectName: "slider"
        from: root.from
        to: root.to
        stepSize: root.step
        value: root.answer === "" ? (root.from + root.to) / 2 : Number(root.answer)
        answered: root.answer !== ""
        accessibleName: root.accessibleName
        onChosen: (value) => root.edited(root.words(value))
        Layout.fillWidth: true
    }
    RowLayout {
        AppText { text: root.words(root.from); soft: true; Layout.fillWidth: true }
        AppText { text: root.words(root.to); soft: true }
    }
    RowLayout {
        visible: names.count > 0
        spacing: Theme.gap
        Layout.fillWidth: true
        Repeater {
            id: names
            model: root.labels
            AppText {
                required property int index
                required property string value
                required property string label
                readonly property bool end: Number(value) === root.from || Number(value) === root.to

                text: end ? label : value + " " + label
                strong: root.answer !== "" && Number(value) === Number(root.answer)
                horizontalAlignment: index === 0 ? Text.AlignLeft : index === names.count - 1 ? Text.AlignRight : Text.AlignHCenter
                verticalAlignment: Text.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.alignment: Qt.AlignTop
            }
        }
    }
}
