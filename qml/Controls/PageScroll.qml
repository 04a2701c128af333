// SPDX-License-Identifier: Apache-2.0
// A page's content: one readable column in the middle, scrolling when it is too long, and what stays below it.
import QtQuick
import QtQuick.Layouts
import QtQuick.Controls.Basic
import Peil.Theme

Item {
    id: root

    default property alias content: column.data
    property alias footer: foot.data
    property int columnWidth: Theme.column
    /// The column is at least as high as the page: what fills its height is anchored at the bottom.
    property bool tall: false
    property alias spacing: column.spacing

    readonly property Item focused: Window.activeFocusItem

    /// Stays visible when the page is laid out again, until the user scrolls or the focus moves.
    property Item held: null

    function toTop(): void {
        held = null;
        flick.contentY = 0;
    }
    function hold(item: Item): void {
        held = item;
        reveal(item);
    }
    /// Scrolls until an item of the column is fully visible.
    function reveal(item: Item): void {
        const top = item.mapToItem(column, 0, 0).y + column.y - Theme.gap;
        const bottom = top + item.height + 2 * Theme.gap;
        const wanted = top < flick.contentY ? top : Math.max(flick.contentY, bottom - flick.height);
        flick.contentY = Math.max(0, Math.min(wanted, flick.contentHeight - flick.height));
    }

    /// Came there with Tab. What a finger touches must stay under the finger. `item` is any control that says why it has the focus.
    function byTab(item: var): bool {
        return item.focusReason === Qt.TabFocusReason || item.focusReason === Qt.BacktabFocusReason;
    }
    function isInside(item: Item, outer: Item): bool {
        let above = item;
        while (above && above !== outer) above = above.parent;
        return above === outer;
    }

    onFocusedChanged: {
        if (held !== null && !isInside(focused, held)) held = null;
        if (focused !== null && byTab(focused) && isInside(focused, column)) reveal(focused);
    }

    Connections {
        target: root.held
        function onYChanged(): void { root.reveal(root.held); }
        function onHeightChanged(): void { root.reveal(root.held); }
    }

    Flickable {
        id: flick
        objectName: "flick"
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: foot.top }
        clip: true
        contentWidth: width
        contentHeight: column.height + 2 * Theme.pad
        boundsBehavior: Flickable.StopAtBounds
        onContentHeightChanged: if (root.held !== null) root.reveal(root.held)
        onMovementStarted: root.held = null
        ScrollBar.vertical: ScrollBar { policy: flick.contentHeight > flick.height ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff }
        ColumnLayout {
            id: column
            x: (flick.width - width) / 2
            y: Theme.pad
            width: Math.min(root.columnWidth, flick.width - 2 * Theme.pad)
            height: Math.max(implicitHeight, root.tall ? flick.height - 2 * Theme.pad : 0)
            spacing: Theme.pad
        }
    }
    ColumnLayout {
        id: foot
        anchors { bottom: parent.bottom; horizontalCenter: parent.horizontalCenter }
        width: parent.width
        spacing: 0
    }
}
