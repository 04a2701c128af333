// SPDX-License-Identifier: Apache-2.0
// The row is made at once: its height is needed.
// qmllint disable deferred-property-id
// Before the end: what is wrong, what is open, and the last step.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Peil.Controls
import Peil.Model
import Peil.Theme

Item {
    id: root

    required property AppController app
    readonly property InterviewController interview: app.interview

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: qsTr("Review")
        subtitle: root.interview.title
        onBack: root.app.show(AppController.Interview)
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        spacing: Theme.gap
        Notice {
            kind: Notice.Danger
            text: root.app.error
            Layout.fillWidth: true
        }
        Notice {
            objectName: "summary"
            kind: root.interview.problemCount > 0 ? Notice.Warning : root.interview.unansweredCount > 0 ? Notice.Info : Notice.Good
            text: root.interview.problemCount > 0 ? qsTr("%n question(s) must be answered or corrected first.", "", root.interview.problemCount)
                : root.interview.unansweredCount > 0 ? qsTr("%n question(s) have no answer. You can still finish.", "", root.interview.unansweredCount)
                : qsTr("Every question has an answer.")
            Layout.fillWidth: true
        }
        Repeater {
            model: root.interview.review
            T.AbstractButton {
                id: row
                required property int node
                required property string label
                required property string section
                required property bool problem
                required property string message
                required property int index
                objectName: "open_" + index
                focusPolicy: Qt.StrongFocus
                implicitHeight: Math.max(Theme.touch + 8, texts.implicitHeight + 2 * Theme.gap)
                Accessible.role: Accessible.Button
                Accessible.name: label
                onClicked: {
                    if (problem)
                        root.interview.showProblem(node);
                    else
                        root.interview.goToNode(node);
                    root.app.show(AppController.Interview);
                }
                Keys.onReturnPressed: row.clicked()
                Layout.fillWidth: true
                background: Rectangle {
                    radius: Theme.radius
                    color: row.down ? Theme.raised : Theme.surface
                    border.width: Theme.border
                    border.color: row.problem ? Theme.danger : Theme.line
                    FocusFrame { shown: row.visualFocus }
                }
                contentItem: Item {
                    RowLayout {
                        anchors { fill: parent; leftMargin: Theme.pad; rightMargin: Theme.pad }
                        spacing: Theme.pad
                        Icon { name: row.problem ? "warning" : "info"; color: row.problem ? Theme.danger : Theme.inkSoft }
                        ColumnLayout {
                            id: texts
                            spacing: 2
                            Layout.fillWidth: true
                            AppText { text: row.label; Accessible.ignored: true; Layout.fillWidth: true }
                            AppText {
                                text: row.message !== "" ? row.message : row.section
                                visible: text !== ""
                                size: AppText.Small
                                soft: row.message === ""
                                color: row.message !== "" ? Theme.danger : Theme.inkSoft
                                Accessible.ignored: true
                                Layout.fillWidth: true
                            }
                        }
                        Icon { name: "next"; color: Theme.inkSoft; mirror: LayoutMirroring.enabled }
                    }
                }
            }
        }
        footer: Rectangle {
            implicitHeight: end.implicitHeight + 2 * Theme.gap
            color: Theme.surface
            Layout.fillWidth: true
            Rectangle { width: parent.width; height: Theme.border; color: Theme.line }
            ColumnLayout {
                id: end
                anchors.centerIn: parent
                width: Math.min(Theme.column, parent.width - 2 * Theme.pad)
                spacing: Theme.tight
                AppText {
                    text: qsTr("After this, no one can read or change the answers on this tablet, not even you.")
                    size: AppText.Small
                    soft: true
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
                AppButton {
                    objectName: "finalise"
                    kind: AppButton.Primary
                    iconName: "lock"
                    text: root.app.busy ? qsTr("One moment…") : qsTr("Finish and seal")
                    enabled: root.interview.problemCount === 0 && !root.app.busy
                    onClicked: root.app.finaliseInterview()
                    Layout.fillWidth: true
                }
            }
        }
    }
}
