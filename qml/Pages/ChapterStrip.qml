// SPDX-License-Identifier: Apache-2.0
// All chapters of the form, one beside the other, each with how far it is. They stay where they are, whatever is
// answered.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Rectangle {
    id: root

    required property InterviewController interview
    /// There is room for the words here only.
    property bool worded: false
    property string saved

    implicitHeight: column.implicitHeight + 2 * Theme.tight
    color: Theme.surface
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("Chapter %1 of %2: %3").arg(interview.sections.current + 1).arg(interview.sections.count).arg(interview.sections.currentTitle)
    Accessible.focusable: false

    ColumnLayout {
        id: column
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.pad; rightMargin: Theme.pad }
        spacing: Theme.tight
        RowLayout {
            visible: root.worded
            spacing: Theme.gap
            Layout.fillWidth: true
            AppText {
                objectName: "chapter"
                text: root.interview.sections.currentTitle
                strong: true
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.round(Theme.textSmall * 0.8)
                Layout.fillWidth: true
            }
            AppText { text: root.saved; size: AppText.Small; soft: true; wrapMode: Text.NoWrap }
        }
        RowLayout {
            spacing: root.interview.sections.count > 20 ? 2 : Theme.tight
            Layout.fillWidth: true
            Repeater {
                model: root.interview.sections
                Rectangle {
                    id: chapter
                    required property int answered
                    required property int asked
                    required property bool current
                    required property int index
                    objectName: "chapter_" + index
                    radius: height / 2
                    color: asked > 0 || current ? Theme.raised : "transparent"
                    border.width: current ? 2 : 1
                    border.color: current ? Theme.accent : asked > 0 ? Theme.lineStrong : Theme.line
                    Layout.preferredHeight: 12
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Rectangle {
                        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
                        width: chapter.asked > 0 ? Math.max(height, parent.width * chapter.answered / chapter.asked) : 0
                        visible: chapter.answered > 0
                        radius: parent.radius
                        color: Theme.accent
                    }
                }
            }
        }
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.border
        color: Theme.line
    }
}
