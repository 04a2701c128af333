// SPDX-License-Identifier: Apache-2.0
// The row is made at once: its height is needed.
// qmllint disable deferred-property-id
// A question or a choice that stands before the page until it is answered or dismissed.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Peil.Theme

T.Popup {
    id: root

    property string title
    default property alias choices: column.data

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(Theme.column * 0.8, parent ? parent.width - 2 * Theme.pad : Theme.column)
    height: Math.min(column.implicitHeight + 2 * Theme.pad, parent ? parent.height - 2 * Theme.pad : 600)
    modal: true
    focus: true
    padding: Theme.pad
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    T.Overlay.modal: Rectangle { color: Theme.shade }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.border
        border.color: Theme.line
    }
    contentItem: Flickable {
        id: flick
        /// Is always in sight.
        readonly property Item focused: Window.activeFocusItem
        onFocusedChanged: {
            let above = focused;
            while (above && above !== column) above = above.parent;
            if (!above) return;
            const top = focused.mapToItem(column, 0, 0).y;
            flick.contentY = Math.max(0, Math.min(top, Math.max(flick.contentY, top + focused.height - flick.height)));
        }
        // A popup is beside the page, so it does not inherit the page's direction.
        LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
        LayoutMirroring.childrenInherit: true
        clip: true
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        ColumnLayout {
            id: column
            width: parent.width
            spacing: Theme.gap
            AppText {
                text: root.title
                size: AppText.Large
                strong: true
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.tight
            }
        }
    }
}
