// SPDX-License-Identifier: Apache-2.0
// The row is made at once: its height is needed.
// qmllint disable deferred-property-id
// All sections of the interview, with how far each is; any of them can be gone to.
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

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: qsTr("Chapters")
        subtitle: root.app.interview.title
        onBack: root.app.show(AppController.Interview)
        actions: AppButton {
            objectName: "toReview"
            iconName: "check"
            text: qsTr("Review")
            onClicked: root.app.show(AppController.Review)
        }
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        spacing: Theme.gap
        Repeater {
            model: root.app.interview.sections
            T.AbstractButton {
                id: section
                required property string title
                required property int answered
                required property int asked
                required property bool current
                required property bool open
                required property int index
                objectName: "section_" + index
                focus: current
                enabled: open
                focusPolicy: Qt.StrongFocus
                implicitHeight: Math.max(Theme.touch + 8, texts.implicitHeight + 2 * Theme.gap)
                Accessible.role: Accessible.Button
                Accessible.name: open ? qsTr("%1: %2 of %3 answered").arg(title).arg(answered).arg(asked) : title + ": " + state.text
                onClicked: {
                    root.app.interview.goToSection(index);
                    root.app.show(AppController.Interview);
                }
                Keys.onReturnPressed: section.clicked()
                Layout.fillWidth: true
                background: Rectangle {
                    radius: Theme.radius
                    color: section.current ? Theme.accentSoft : section.down || !section.open ? Theme.raised : Theme.surface
                    border.width: section.current ? 2 : Theme.border
                    border.color: section.current ? Theme.accent : section.open ? Theme.lineStrong : Theme.line
                    FocusFrame { shown: section.visualFocus }
                }
                contentItem: Item {
                    RowLayout {
                        id: texts
                        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; leftMargin: Theme.pad; rightMargin: Theme.pad }
                        spacing: Theme.pad
                        AppText { text: section.title; strong: section.open; soft: !section.open; Accessible.ignored: true; Layout.fillWidth: true }
                        AppText {
                            id: state
                            visible: section.asked > 0 || !section.open
                            text: section.open ? qsTr("%1 of %2").arg(section.answered).arg(section.asked) : qsTr("Not asked so far")
                            soft: true
                            wrapMode: Text.NoWrap
                            Accessible.ignored: true
                        }
                        Icon {
                            name: "check"
                            color: Theme.good
                            opacity: section.asked > 0 && section.answered === section.asked ? 1 : 0
                        }
                    }
                }
            }
        }
    }
}
