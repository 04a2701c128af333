// SPDX-License-Identifier: Apache-2.0
// One question for the person who is asked: no chapters, no other answers, and no way out but to give the tablet back.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Questions
import Peil.Theme

Item {
    id: root

    required property AppController app
    readonly property InterviewController interview: app.interview

    function toProblem(): void {
        const view = views.itemAt(0) as QuestionView;
        if (!view || !view.problemShown) return;
        view.takeFocus();
        scroll.hold(view);
    }

    enabled: !app.busy

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: root.width < 600 * Theme.scale ? "" : place.text
        backVisible: false
        actions: [
            AppButton {
                objectName: "languageButton"
                visible: root.interview.languages.length > 1
                kind: AppButton.Quiet
                iconName: "globe"
                text: root.interview.language.toUpperCase()
                accessibleName: qsTr("Language of the interview")
                onClicked: languageSheet.open()
            },
            AppButton {
                objectName: "giveBack"
                text: qsTr("Give back")
                onClicked: root.interview.giveBack()
            }
        ]
    }
    Column {
        id: progress
        anchors { left: parent.left; right: parent.right; top: bar.bottom; margins: Theme.tight }
        AppText {
            id: place
            visible: bar.title === ""
            width: parent.width
            text: qsTr("Page %1 of %2").arg(root.interview.partPage).arg(root.interview.partPages)
            strong: true
            horizontalAlignment: Text.AlignHCenter
        }
        Meter {
            width: parent.width
            value: root.interview.partPages > 0 ? (root.interview.partPage - 1) / root.interview.partPages : 0
            accessibleName: place.text
        }
    }
    PageScroll {
        id: scroll
        anchors { left: parent.left; right: parent.right; top: progress.bottom; bottom: way.top }
        columnWidth: Theme.page
        tall: !root.interview.addScreen
        LayoutMirroring.enabled: root.interview.rightToLeft
        LayoutMirroring.childrenInherit: true

        Notice {
            objectName: "error"
            kind: Notice.Danger
            text: root.interview.error
            Layout.fillWidth: true
        }
        Repeater {
            id: views
            model: root.interview.questions
            QuestionView {
                interview: root.interview
                Layout.fillWidth: true
                Layout.fillHeight: isQuestion
            }
        }
        RepeatView {
            visible: root.interview.addScreen
            interview: root.interview
            Layout.fillWidth: true
        }
    }
    WayOn {
        id: way
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        interview: root.interview
        plain: true
    }
    LanguageSheet { id: languageSheet; interview: root.interview }
    Connections {
        target: root.interview
        function onMoved(): void { scroll.toTop(); }
        function onHeld(): void { Qt.callLater(root.toProblem); } // qmllint disable type
    }
    Shortcut { sequence: "Ctrl+Right"; onActivated: root.interview.next() }
    Shortcut { sequence: "Ctrl+Left"; onActivated: root.interview.back() }
}
