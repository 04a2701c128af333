// SPDX-License-Identifier: Apache-2.0
// The row is made at once: its height is needed.
// qmllint disable deferred-property-id
// The place of the shift, chosen once: where interviews are held and people approached.
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
        title: qsTr("Where are you?")
        subtitle: root.app.afterPlace === AppController.Interview ? qsTr("The interview starts when you choose a place.")
                                                                  : qsTr("The place of this shift.")
        onBack: root.app.show(AppController.Home)
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        spacing: Theme.gap
        Notice {
            kind: Notice.Danger
            text: root.app.error
            Layout.fillWidth: true
        }
        Repeater {
            model: root.app.sites
            T.AbstractButton {
                id: site
                required property string code
                required property string name
                required property string typeText
                required property int index
                objectName: "site_" + code
                focus: index === 0
                focusPolicy: Qt.StrongFocus
                implicitHeight: Math.max(Theme.touch * 1.4, texts.implicitHeight + 2 * Theme.gap)
                enabled: !root.app.busy
                Accessible.role: Accessible.Button
                Accessible.name: name + ", " + typeText
                onClicked: root.app.choosePlace(code)
                Keys.onReturnPressed: site.clicked()
                Layout.fillWidth: true
                background: Rectangle {
                    radius: Theme.radius
                    color: site.down ? Theme.accentSoft : Theme.surface
                    border.width: Theme.border
                    border.color: Theme.lineStrong
                    FocusFrame { shown: site.visualFocus }
                }
                contentItem: Item {
                    RowLayout {
                        anchors { fill: parent; leftMargin: Theme.pad; rightMargin: Theme.pad }
                        spacing: Theme.pad
                        Icon { name: "pin"; color: Theme.accent; Layout.preferredWidth: 30; Layout.preferredHeight: 30 }
                        ColumnLayout {
                            id: texts
                            spacing: 2
                            Layout.fillWidth: true
                            AppText { text: site.name; strong: true; Accessible.ignored: true; Layout.fillWidth: true }
                            AppText { text: site.typeText; size: AppText.Small; soft: true; Accessible.ignored: true; Layout.fillWidth: true }
                        }
                        Icon { name: "next"; color: Theme.inkSoft; mirror: LayoutMirroring.enabled }
                    }
                }
            }
        }
    }
}
