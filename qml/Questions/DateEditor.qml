// SPDX-License-Identifier: Apache-2.0
// A day: day, month and year one step at a time.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Theme

ColumnLayout {
    id: root

    required property string answer
    signal edited(string text)

    readonly property date day: answer === "" ? new Date() : new Date(Number(answer.slice(0, 4)), Number(answer.slice(5, 7)) - 1, Number(answer.slice(8, 10)))

    function put(year: int, month: int, day: int): void {
        const last = new Date(year, month, 0).getDate();
        const two = (n) => String(n).padStart(2, "0");
        root.edited(String(year).padStart(4, "0") + "-" + two(month) + "-" + two(Math.min(day, last)));
    }

    spacing: Theme.gap

    AppText {
        text: root.answer === "" ? qsTr("No date chosen yet") : root.day.toLocaleDateString(Qt.locale(), Locale.LongFormat)
        size: AppText.Large
        soft: root.answer === ""
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.pad
        Layout.fillWidth: true
        Stepper {
            name: "day"
            label: qsTr("Day")
            from: 1
            to: 31
            value: root.day.getDate()
            onStepped: (value) => root.put(root.day.getFullYear(), root.day.getMonth() + 1, value)
        }
        Stepper {
            name: "month"
            label: qsTr("Month")
            from: 1
            to: 12
            value: root.day.getMonth() + 1
            shown: Qt.locale().standaloneMonthName(root.day.getMonth(), Locale.ShortFormat)
            onStepped: (value) => root.put(root.day.getFullYear(), value, root.day.getDate())
        }
        Stepper {
            name: "year"
            label: qsTr("Year")
            from: 1900
            to: 2100
            value: root.day.getFullYear()
            onStepped: (value) => root.put(value, root.day.getMonth() + 1, root.day.getDate())
        }
    }
    AppButton {
        objectName: "today"
        text: qsTr("Today")
        onClicked: {
            const now = new Date();
            root.put(now.getFullYear(), now.getMonth() + 1, now.getDate());
        }
    }
}
