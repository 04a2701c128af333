// SPDX-License-Identifier: Apache-2.0
// A passphrase being typed: one dot a character, and how strong it is.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

ColumnLayout {
    id: root

    property string label
    property bool judged: false
    property alias field: field
    signal accepted()

    readonly property string verdict: {
        if (field.strength === PassphraseField.TooShort) return qsTr("Too short");
        if (field.strength === PassphraseField.Easy) return qsTr("Easy to guess");
        return field.strength === PassphraseField.Strong ? qsTr("Strong") : qsTr("Good");
    }
    readonly property string dots: "•".repeat(Math.min(field.length, 48))

    spacing: Theme.tight

    AppText { text: root.label; strong: true; Layout.fillWidth: true }
    Rectangle {
        implicitHeight: Theme.touch
        radius: Theme.radius
        color: Theme.surface
        border.width: field.activeFocus ? Theme.focusBorder : Theme.border
        border.color: field.activeFocus ? Theme.accent : Theme.lineStrong
        Layout.fillWidth: true
        PassphraseField {
            id: field
            objectName: "passphraseField"
            anchors.fill: parent
            // No passwordEdit: Qt then hides the name too. There is no text to read in any case.
            Accessible.role: Accessible.EditableText
            Accessible.name: root.label
            onAccepted: root.accepted()
        }
        AppText {
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.pad; rightMargin: Theme.pad }
            text: root.dots === "" && !field.activeFocus ? qsTr("Tap here and type") : root.dots
            soft: root.dots === ""
            wrapMode: Text.NoWrap
            elide: Text.ElideLeft
            Accessible.ignored: true
        }
        MouseArea {
            anchors.fill: parent
            onClicked: field.forceActiveFocus()
        }
    }
    RowLayout {
        visible: root.judged
        opacity: field.strength === PassphraseField.Empty ? 0 : 1
        Layout.fillWidth: true
        spacing: Theme.gap
        Badge {
            kind: field.strength < PassphraseField.Enough ? Badge.Warning : Badge.Good
            text: root.verdict
        }
        AppText {
            text: qsTr("%n word(s)", "", field.words) + " · " + qsTr("%n character(s)", "", field.length)
            size: AppText.Small
            soft: true
            Layout.fillWidth: true
        }
    }
}
