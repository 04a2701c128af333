// SPDX-License-Identifier: Apache-2.0
// The interview: one screen of the form, and the way on.
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
    readonly property bool wide: width > 900 * Theme.scale
    readonly property bool narrow: width < 600 * Theme.scale
    readonly property string savedText: interview.saveState === InterviewController.Saved ? qsTr("saved")
        : interview.saveState === InterviewController.Saving ? qsTr("saving") : qsTr("NOT saved")

    /// Goes to the first question in the way, as soon as its message has a place.
    function toProblem(): void {
        for (let i = 0; i < views.count; ++i) {
            const view = views.itemAt(i);
            if (!view || !view.problemShown) continue;
            view.takeFocus();
            return scroll.hold(view);
        }
    }

    enabled: !app.busy
    Component.onCompleted: if (interview.showProblems) Qt.callLater(root.toProblem) // qmllint disable type

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: root.narrow ? "" : root.interview.sections.currentTitle
        subtitle: root.narrow ? "" : root.interview.title + "  ·  " + root.savedText
        backVisible: false
        actions: [
            AppButton {
                objectName: "sections"
                kind: AppButton.Quiet
                iconName: "list"
                text: root.wide ? qsTr("Chapters") : ""
                accessibleName: qsTr("Chapters")
                onClicked: root.app.show(AppController.Sections)
            },
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
                objectName: "support"
                visible: root.app.referrals.count > 0
                kind: AppButton.Quiet
                iconName: "cards"
                text: root.wide ? qsTr("Help") : ""
                accessibleName: qsTr("Support contacts")
                onClicked: supportSheet.open()
            },
            AppButton {
                objectName: "breakOff"
                kind: AppButton.Quiet
                iconName: "pause"
                text: root.wide ? qsTr("Pause") : ""
                accessibleName: qsTr("Pause or stop")
                onClicked: breakOffSheet.open()
            },
            AppButton {
                objectName: "lock"
                iconName: "lock"
                accessibleName: qsTr("Lock")
                onClicked: root.app.lock()
            }
        ]
    }
    ChapterStrip {
        id: chapters
        anchors { left: parent.left; right: parent.right; top: bar.bottom }
        interview: root.interview
        worded: root.narrow
        saved: root.savedText
    }
    PageScroll {
        id: scroll
        anchors { left: parent.left; right: parent.right; top: chapters.bottom; bottom: way.top }
        columnWidth: Theme.page
        tall: root.interview.alone
        spacing: root.interview.alone ? Theme.pad : Theme.pad * 1.5
        LayoutMirroring.enabled: root.interview.rightToLeft
        LayoutMirroring.childrenInherit: true

        Notice {
            objectName: "error"
            kind: Notice.Danger
            text: root.interview.error !== "" ? root.interview.error : root.app.error
            Layout.fillWidth: true
        }
        AppText {
            visible: text !== ""
            text: root.interview.trail
            soft: true
            strong: true
            Layout.fillWidth: true
        }
        Repeater {
            id: views
            model: root.interview.questions
            QuestionView {
                interview: root.interview
                alone: root.interview.alone
                Layout.fillWidth: true
                Layout.fillHeight: alone && isQuestion
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
    }
    LanguageSheet { id: languageSheet; interview: root.interview }
    SupportSheet { id: supportSheet; app: root.app }
    BreakOffSheet { id: breakOffSheet; app: root.app }
    Connections {
        target: root.interview
        function onMoved(): void { scroll.toTop(); }
        function onHeld(): void { Qt.callLater(root.toProblem); } // qmllint disable type
    }
    Shortcut { sequence: "Ctrl+Right"; onActivated: root.interview.next() }
    Shortcut { sequence: "Ctrl+Left"; onActivated: root.interview.back() }
}
