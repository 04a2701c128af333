// SPDX-License-Identifier: Apache-2.0
// One of a long list, chosen from a sheet that opens.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Peil.Controls
import Peil.Theme

T.ComboBox {
    id: root

    property string placeholder
    property string accessibleName
    /// Row of the answer, -1 without one. The picker always shows this row: the keys of a ComboBox (letters, Home, End)
    /// would move it without a signal.
    property int chosenRow: -1
    signal picked(string value)

    function follow(): void { if (currentIndex !== chosenRow) currentIndex = chosenRow; }

    currentIndex: chosenRow
    onChosenRowChanged: follow()
    onCurrentIndexChanged: {
        if (currentIndex === chosenRow) return;
        if (currentIndex >= 0) picked(String(valueAt(currentIndex)));
        follow();
    }

    implicitHeight: Theme.touch
    implicitWidth: 240
    leftPadding: Theme.pad
    rightPadding: Theme.pad
    font.family: Theme.family
    font.pixelSize: Theme.text
    Accessible.role: Accessible.ComboBox
    Accessible.name: accessibleName

    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: root.activeFocus ? Theme.focusBorder : Theme.border
        border.color: root.activeFocus ? Theme.accent : Theme.lineStrong
    }
    contentItem: RowLayout {
        AppText {
            text: root.currentIndex < 0 ? root.placeholder : root.displayText
            soft: root.currentIndex < 0
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        Icon { name: "down"; color: Theme.inkSoft }
    }
    delegate: T.ItemDelegate {
        id: row
        required property var model // any list model with the role named by textRole
        required property int index
        objectName: "picker_" + index
        width: root.width
        implicitHeight: Theme.touch
        highlighted: root.highlightedIndex === index
        text: model[root.textRole]
        Accessible.role: Accessible.ListItem
        Accessible.name: text
        background: Rectangle { color: row.highlighted || row.down ? Theme.accentSoft : Theme.surface }
        contentItem: AppText {
            leftPadding: Theme.pad
            rightPadding: Theme.pad
            text: row.text
            strong: root.currentIndex === row.index
            verticalAlignment: Text.AlignVCenter
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
    }
    popup: T.Popup {
        y: root.height + 4
        width: root.width
        height: Math.min(contentItem.implicitHeight + 4, Theme.touch * 7)
        padding: 2
        background: Rectangle { radius: Theme.radius; color: Theme.surface; border.width: 1; border.color: Theme.lineStrong }
        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: root.delegateModel
            currentIndex: root.highlightedIndex
            boundsBehavior: Flickable.StopAtBounds
        }
    }
}
