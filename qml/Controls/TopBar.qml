// SPDX-License-Identifier: Apache-2.0
// The strip at the top of a page: where one is, the way back, and what is at hand everywhere.
import QtQuick
import QtQuick.Layouts
import Peil.Theme

Rectangle {
    id: root

    property string title
    property string subtitle
    property bool backVisible: true
    property alias actions: actionRow.data
    signal back()

    implicitHeight: Math.max(Theme.touch + 2 * Theme.tight, texts.implicitHeight + 2 * Theme.tight)
    color: Theme.surface

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Theme.border
        color: Theme.line
    }
    RowLayout {
        anchors { fill: parent; leftMargin: Theme.gap; rightMargin: Theme.gap }
        spacing: Theme.gap
        AppButton {
            objectName: "backButton"
            visible: root.backVisible
            kind: AppButton.Quiet
            iconName: "back"
            accessibleName: qsTr("Back")
            onClicked: root.back()
        }
        ColumnLayout {
            id: texts
            spacing: 0
            Layout.fillWidth: true
            Layout.leftMargin: root.backVisible ? 0 : Theme.gap
            AppText {
                text: root.title
                size: AppText.Large
                strong: true
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
            }
            AppText {
                visible: root.subtitle !== ""
                text: root.subtitle
                size: AppText.Small
                soft: true
                Layout.fillWidth: true
            }
        }
        RowLayout {
            id: actionRow
            spacing: Theme.tight
        }
    }
}
