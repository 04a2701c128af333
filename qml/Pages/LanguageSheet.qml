// SPDX-License-Identifier: Apache-2.0
// Another language, in the middle of the interview.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model

Sheet {
    id: root

    required property InterviewController interview

    title: qsTr("Language of the interview")

    Repeater {
        model: root.interview.languageNames
        ChoiceTile {
            required property string modelData
            required property int index
            objectName: "language_" + root.interview.languages[index]
            text: modelData
            chosen: root.interview.languages[index] === root.interview.language
            onClicked: {
                root.interview.setLanguage(root.interview.languages[index]);
                root.close();
            }
            Layout.fillWidth: true
        }
    }
}
