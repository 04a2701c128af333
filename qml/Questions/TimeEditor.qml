// SPDX-License-Identifier: Apache-2.0
// A time of day, in steps of an hour and of five minutes.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Theme

ColumnLayout {
    id: root

    required property string answer
    /// What is shown, as it is stored; a first position while there is no answer.
    readonly property string shownTime: root.two(root.hour) + ":" + root.two(root.minute) + ":00.000"
    signal edited(string text)

    readonly property int hour: answer === "" ? 12 : Number(answer.slice(0, 2))
    readonly property int minute: answer === "" ? 0 : Number(answer.slice(3, 5))

    function two(number: int): string { return String(number).padStart(2, "0"); }
    function put(hour: int, minute: int): void { root.edited(root.two(hour) + ":" + root.two(minute) + ":00.000"); }

    spacing: Theme.gap

    AppText {
        objectName: "timeAnswer"
        text: root.answer === "" ? qsTr("No time chosen yet") : root.two(root.hour) + ":" + root.two(root.minute)
        size: AppText.Large
        soft: root.answer === ""
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.pad
        Layout.fillWidth: true
        Stepper {
            name: "hour"
            label: qsTr("Hour")
            from: 0
            to: 23
            value: root.hour
            shown: root.two(root.hour)
            soft: root.answer === ""
            onStepped: (value) => root.put(value, root.minute)
        }
        Stepper {
            name: "minute"
            label: qsTr("Minute")
            from: 0
            to: 11
            value: Math.floor(root.minute / 5)
            shown: root.two(root.minute)
            soft: root.answer === ""
            onStepped: (value) => root.put(root.hour, value * 5)
        }
    }
}
