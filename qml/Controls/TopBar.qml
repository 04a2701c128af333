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
    // Anchors, not a layout: words that wrap would make the layout's width and height wait for each other.
    AppButton {
        id: back
        objectName: "backButton"
        anchors { left: parent.left; leftMargin: Theme.gap; verticalCenter: parent.verticalCenter }
        visible: root.backVisible
        kind: AppButton.Quiet
        iconName: "back"
        accessibleName: qsTr("Back")
        onClicked: root.back()
    }
    Column {
        id: texts
        anchors {
            left: root.backVisible ? back.right : parent.left
            right: actionRow.left
            verticalCenter: parent.verticalCenter
            leftMargin: root.backVisible ? Theme.gap : 2 * Theme.gap
            rightMargin: Theme.gap
        }
        AppText {
            width: parent.width
            text: root.title
            size: AppText.Large
            strong: true
            Accessible.role: Accessible.Heading
        }
        AppText {
            width: parent.width
            visible: text !== ""
            text: root.subtitle
            size: AppText.Small
            soft: true
        }
    }
    RowLayout {
        id: actionRow
        anchors { right: parent.right; rightMargin: Theme.gap; verticalCenter: parent.verticalCenter }
        spacing: Theme.tight
    }
}
