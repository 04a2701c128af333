// SPDX-License-Identifier: Apache-2.0
// A point on a line between two bounds.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
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

    /// Puts the handle at the stored answer, even if the slider was moved and the answer was not accepted.
    function follow(): void { slider.value = scale.placeOf(root.answer); }

    onAnswerChanged: follow()
    Component.onCompleted: follow()
    spacing: Theme.gap

    RangeScale {
        id: scale
        from: root.from
        to: root.to
        step: root.step
        onChanged: root.follow()
    }
    AppText {
        objectName: "rangeAnswer"
        text: root.answer === "" ? qsTr("Slide to the answer") : AnswerWords.number(root.answer)
        size: root.answer === "" ? AppText.Body : AppText.Title
        soft: root.answer === ""
        strong: root.answer !== ""
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    AppSlider {
        id: slider
        objectName: "slider"
        from: 0
        to: scale.last
        stepSize: 1
        answered: root.answer !== ""
        accessibleName: root.accessibleName
        onChosen: (place) => {
            root.edited(scale.value(place));
            root.follow();
        }
        Layout.fillWidth: true
    }
    RowLayout {
        AppText { objectName: "rangeStart"; text: scale.first; soft: true; Layout.fillWidth: true }
        AppText { objectName: "rangeEnd"; text: scale.end; soft: true }
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

                text: end ? label : AnswerWords.number(value) + " " + label
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
