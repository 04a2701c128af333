// SPDX-License-Identifier: Apache-2.0
// The way through the questions: Next under the thumb, Back beside it. Next says what is missing on the page.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Rectangle {
    id: root

    required property InterviewController interview
    /// Next says nothing but that, for somebody who does not know the app.
    property bool plain: false
    /// As wide as the page above it.
    readonly property real page: Math.min(Theme.page, width - 2 * Theme.pad)

    implicitHeight: buttons.implicitHeight + 2 * Theme.gap
    color: Theme.surface

    Rectangle { width: parent.width; height: Theme.border; color: Theme.line }
    RowLayout {
        id: buttons
        x: (root.width - root.page) / 2 + (Theme.thumbRight ? root.page - width : 0)
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(Theme.column, root.page)
        spacing: Theme.gap
        layoutDirection: Theme.thumbRight === LayoutMirroring.enabled ? Qt.RightToLeft : Qt.LeftToRight
        AppButton {
            objectName: "back"
            iconName: "back"
            text: qsTr("Back")
            enabled: root.interview.canGoBack
            onClicked: root.interview.back()
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            Layout.minimumHeight: Theme.answer
        }
        AppButton {
            objectName: "next"
            kind: root.interview.openCount > 0 ? AppButton.Secondary : AppButton.Primary
            iconName: root.interview.openCount > 0 ? "" : "next"
            iconAtEnd: true
            text: root.plain ? qsTr("Next")
                : root.interview.openCount > 0 ? qsTr("%n question(s) left", "", root.interview.openCount)
                : root.interview.visiting ? qsTr("To the review")
                : root.interview.lastScreen ? qsTr("Go to the end") : qsTr("Next")
            onClicked: root.interview.next()
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            Layout.minimumHeight: Theme.answer
        }
    }
}
