// SPDX-License-Identifier: Apache-2.0
// A day: day, month and year one step at a time; or a month or a year, of which the first day is stored, as ODK does.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

ColumnLayout {
    id: root

    enum Part { Day, Month, Year }
    property int part: DateEditor.Day
    required property string answer
    signal edited(string text)

    readonly property var parts: answer === "" ? now() : answer.split("-").map(Number) // year, month, day

    function now(): var {
        const today = new Date();
        return [today.getFullYear(), today.getMonth() + 1, today.getDate()];
    }
    function put(year: int, month: int, day: int): void {
        root.edited(AnswerWords.storedDay(year, part === DateEditor.Year ? 1 : month, part === DateEditor.Day ? day : 1));
    }

    spacing: Theme.gap

    AppText {
        objectName: "dateAnswer"
        text: root.answer === "" ? qsTr("No date chosen yet")
            : root.part === DateEditor.Year ? AnswerWords.year(root.answer)
            : root.part === DateEditor.Month ? AnswerWords.month(root.answer) : AnswerWords.day(root.answer)
        size: AppText.Large
        soft: root.answer === ""
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.pad
        Layout.fillWidth: true
        Stepper {
            name: "day"
            visible: root.part === DateEditor.Day
            label: qsTr("Day")
            from: 1
            to: 31
            value: root.parts[2]
            soft: root.answer === ""
            onStepped: (value) => root.put(root.parts[0], root.parts[1], value)
        }
        Stepper {
            name: "month"
            visible: root.part !== DateEditor.Year
            label: qsTr("Month")
            from: 1
            to: 12
            value: root.parts[1]
            shown: Qt.locale().standaloneMonthName(root.parts[1] - 1, Locale.ShortFormat)
            soft: root.answer === ""
            onStepped: (value) => root.put(root.parts[0], value, root.parts[2])
        }
        Stepper {
            name: "year"
            label: qsTr("Year")
            from: Math.min(1900, root.parts[0])
            to: Math.max(2100, root.parts[0])
            value: root.parts[0]
            soft: root.answer === ""
            onStepped: (value) => root.put(value, root.parts[1], root.parts[2])
        }
    }
    AppButton {
        objectName: "today"
        text: root.part === DateEditor.Year ? qsTr("This year") : root.part === DateEditor.Month ? qsTr("This month") : qsTr("Today")
        onClicked: {
            const [year, month, day] = root.now();
            root.put(year, month, day);
        }
    }
}
