// SPDX-License-Identifier: Apache-2.0
// The row is made at once: its height is needed.
// qmllint disable deferred-property-id
// One interview in the list; drafts can be opened.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Peil.Controls
import Peil.Model
import Peil.Theme

T.AbstractButton {
    id: root

    required property string interviewId
    required property string title
    required property string when
    required property string stateText
    required property int progressState
    required property string groupText
    required property int answered
    required property bool brokenOff
    signal opened(string id)

    readonly property bool narrow: width < 480 * Theme.scale
    readonly property bool isDraft: progressState === InterviewState.Draft

    objectName: "interview_" + interviewId
    implicitHeight: Math.max(Theme.touch + 16, layout.implicitHeight + 2 * Theme.gap)
    focusPolicy: isDraft ? Qt.StrongFocus : Qt.NoFocus
    Accessible.role: Accessible.Button
    Accessible.name: title + ", " + when + ", " + stateText
    onClicked: if (isDraft) opened(interviewId)
    Keys.onReturnPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: root.down && root.isDraft ? Theme.raised : Theme.surface
        border.width: Theme.border
        border.color: root.isDraft ? Theme.lineStrong : Theme.line
        FocusFrame { shown: root.visualFocus }
    }
    contentItem: Item {
        GridLayout {
            id: layout
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.pad; rightMargin: Theme.gap }
            columnSpacing: Theme.gap
            rowSpacing: Theme.tight
            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true
                AppText {
                    text: root.title
                    strong: true
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
                AppText {
                    text: root.groupText === "" ? root.when : root.when + "  ·  " + root.groupText
                    size: AppText.Small
                    soft: true
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
            }
            Badge {
                Layout.row: root.narrow ? 1 : 0
                Layout.column: root.narrow ? 0 : 1
                text: root.stateText
                kind: root.brokenOff || root.progressState === InterviewState.Refused ? Badge.Warning
                    : root.progressState === InterviewState.Received ? Badge.Good
                    : root.progressState === InterviewState.Finalised ? Badge.Accent : Badge.Neutral
            }
            Icon {
                Layout.row: 0
                Layout.column: 2
                name: "next"
                color: Theme.inkSoft
                mirror: LayoutMirroring.enabled
                opacity: root.isDraft ? 1 : 0
            }
        }
    }
}
