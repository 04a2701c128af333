// SPDX-License-Identifier: Apache-2.0
// Qt 6.4 cannot make the header of a list out of a bound component, so ids are reached from the components below.
// qmllint disable unqualified
// Before the end: what is still open, every answer by chapter, and the last step. The button that seals is held, and is
// far from where Next was.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
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
    ListView {
        id: list
        objectName: "answers"
        anchors { top: bar.bottom; bottom: foot.top; horizontalCenter: parent.horizontalCenter }
        width: parent.width
        topMargin: Theme.pad
        bottomMargin: Theme.pad
        spacing: Theme.tight
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        currentIndex: -1
        model: root.interview.review
        Accessible.role: Accessible.List
        Accessible.name: qsTr("All questions and answers")
        onActiveFocusChanged: if (activeFocus && currentIndex < 0 && count > 0) currentIndex = 0
        Keys.onReturnPressed: if (currentItem) (currentItem as ReviewRow).visited()
        Keys.onEnterPressed: if (currentItem) (currentItem as ReviewRow).visited()
        ScrollBar.vertical: ScrollBar { policy: list.contentHeight > list.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff }

        header: Item {
            width: list.width
            height: closing.implicitHeight + Theme.pad
            ColumnLayout {
                id: closing
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(Theme.column, parent.width - 2 * Theme.pad)
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
                AppText {
                    text: qsTr("Sealing makes all answers final. After that, no one can read or change them on this tablet, not even you. They are sent as soon as there is a network.")
                    soft: true
                    Layout.fillWidth: true
                }
                HoldButton {
                    objectName: "finalise"
                    iconName: "lock"
                    text: root.app.busy ? qsTr("One moment…") : qsTr("Hold to finish and seal")
                    duration: root.app.sealing.duration
                    enabled: root.interview.problemCount === 0 && !root.app.busy
                    onHoldingChanged: {
                        if (holding)
                            root.app.sealing.press();
                        else
                            root.app.sealing.release();
                    }
                    onAsked: sealSheet.open()
                    Layout.fillWidth: true
                }
            }
        }
        section.property: "part"
        section.delegate: Item {
            id: heading
            required property string section
            width: list.width
            height: words.implicitHeight + Theme.pad
            AppText {
                id: words
                anchors { bottom: parent.bottom; bottomMargin: Theme.tight; horizontalCenter: parent.horizontalCenter }
                width: Math.min(Theme.column, parent.width - 2 * Theme.pad)
                text: heading.section
                size: AppText.Large
                strong: true
                Accessible.role: Accessible.Heading
            }
        }
        delegate: ReviewRow {
            x: (list.width - width) / 2
            width: Math.min(Theme.column, list.width - 2 * Theme.pad)
            current: list.activeFocus && ListView.isCurrentItem
            onVisited: {
                root.interview.visit(node);
                root.app.show(AppController.Interview);
            }
        }
    }
    Rectangle {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: toQuestions.height + 2 * Theme.gap
        color: Theme.surface
        Rectangle { width: parent.width; height: Theme.border; color: Theme.line }
        // Where Back was. Nothing is where Next was.
        AppButton {
            id: toQuestions
            readonly property real page: Math.min(Theme.page, parent.width - 2 * Theme.pad)
            readonly property real room: Math.min(Theme.column, page)
            objectName: "toQuestions"
            x: (parent.width - page) / 2 + (Theme.thumbRight ? page - room : room - width)
            anchors.verticalCenter: parent.verticalCenter
            width: (room - Theme.gap) * 0.4
            height: Math.max(implicitHeight, Theme.answer)
            iconName: "back"
            text: qsTr("Back")
            onClicked: root.app.show(AppController.Interview)
        }
    }
    Sheet {
        id: sealSheet
        title: qsTr("Finish and seal this interview?")
        AppButton {
            objectName: "sealNow"
            kind: AppButton.Primary
            iconName: "lock"
            text: qsTr("Finish and seal")
            onClicked: {
                sealSheet.close();
                root.app.finaliseInterview();
            }
            Layout.fillWidth: true
        }
        AppButton {
            kind: AppButton.Quiet
            text: qsTr("Back to the interview")
            onClicked: sealSheet.close()
            Layout.fillWidth: true
        }
    }
}
