// SPDX-License-Identifier: Apache-2.0
// A day and a time, in the time zone of the study.
import QtQuick
import QtQuick.Layouts
import Peil.Model
import Peil.Theme

ColumnLayout {
    id: root

    required property string answer
    signal edited(string text)

    spacing: Theme.pad

    DateEditor {
        id: date
        answer: root.answer.slice(0, 10)
        Layout.fillWidth: true
        onEdited: (text) => root.edited(text + "T" + time.shownTime)
    }
    TimeEditor {
        id: time
        answer: root.answer.slice(11)
        Layout.fillWidth: true
        onEdited: (text) => root.edited(AnswerWords.storedDay(...date.parts) + "T" + text)
    }
}
