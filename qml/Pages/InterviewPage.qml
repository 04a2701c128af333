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
    readonly property bool wide: width > 900

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
        title: root.interview.headings.length > 0 ? root.interview.headings[0] : root.interview.title
        subtitle: root.interview.saveState === InterviewController.Saved ? qsTr("%1  ·  saved").arg(root.interview.title)
                : root.interview.saveState === InterviewController.Saving ? qsTr("%1  ·  saving").arg(root.interview.title)
                : qsTr("%1  ·  NOT saved").arg(root.interview.title)
        backVisible: false
        actions: [
            AppButton {
                objectName: "sections"
                kind: AppButton.Quiet
                iconName: "list"
                text: root.wide ? qsTr("Sections") : ""
                accessibleName: qsTr("Sections")
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
                objectName: "breakOff"
                kind: AppButton.Quiet
                iconName: "pause"
                text: root.wide ? qsTr("Break off") : ""
                accessibleName: qsTr("Break off")
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
    Meter {
        id: meter
        anchors { left: parent.left; right: parent.right; top: bar.bottom }
        implicitHeight: 6
        radius: 0
        value: root.interview.progress
        accessibleName: qsTr("%1 percent answered").arg(Math.round(root.interview.progress * 100))
    }
    PageScroll {
        id: scroll
        anchors { left: parent.left; right: parent.right; top: meter.bottom; bottom: parent.bottom }
        spacing: Theme.pad * 1.5
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
                alone: root.interview.questions.count === 1
                Layout.fillWidth: true
            }
        }
        RepeatView {
            visible: root.interview.addScreen
            interview: root.interview
            Layout.fillWidth: true
        }
        footer: Rectangle {
            // The questions run as the form's language does, the way through them as the app's.
            LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
            LayoutMirroring.childrenInherit: true
            implicitHeight: buttons.implicitHeight + 2 * Theme.gap
            color: Theme.surface
            Layout.fillWidth: true
            Rectangle { width: parent.width; height: Theme.border; color: Theme.line }
            RowLayout {
                id: buttons
                anchors.centerIn: parent
                width: Math.min(Theme.column, parent.width - 2 * Theme.pad)
                spacing: Theme.pad
                AppButton {
                    objectName: "back"
                    iconName: "back"
                    text: qsTr("Back")
                    enabled: root.interview.canGoBack
                    onClicked: root.interview.back()
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
                AppText {
                    text: qsTr("%1 of %2").arg(root.interview.screenNumber).arg(root.interview.screenCount)
                    soft: true
                    wrapMode: Text.NoWrap
                }
                AppButton {
                    objectName: "next"
                    kind: AppButton.Primary
                    iconName: "next"
                    iconAtEnd: true
                    text: root.interview.lastScreen ? qsTr("Go to the end") : qsTr("Next")
                    onClicked: root.interview.next()
                    Layout.fillWidth: true
                    Layout.preferredWidth: 2
                }
            }
        }
    }
    LanguageSheet { id: languageSheet; interview: root.interview }
    BreakOffSheet { id: breakOffSheet; app: root.app }
    Connections {
        target: root.interview
        property string key
        function onScreenChanged(): void {
            const now = String(root.interview.screenNumber);
            if (now !== key) scroll.toTop();
            key = now;
        }
        function onHeld(): void { Qt.callLater(root.toProblem); } // qmllint disable type
    }
    Shortcut { sequence: "Ctrl+Right"; onActivated: root.interview.next() }
    Shortcut { sequence: "Ctrl+Left"; onActivated: root.interview.back() }
}
