// SPDX-License-Identifier: Apache-2.0
// A value between two bounds.
import QtQuick
import QtQuick.Templates as T
import Peil.Theme

T.Slider {
    id: root

    property string accessibleName
    property bool answered: true
    /// A value was chosen, also when it is the one the slider stood at.
    signal chosen(real value)

    function choose(x: real): void {
        const length = availableWidth - handle.width;
        const along = Math.max(0, Math.min(1, (x - leftPadding - handle.width / 2) / length));
        const plain = valueAt(mirrored ? 1 - along : along);
        const stepped = stepSize > 0 ? from + Math.round((plain - from) / stepSize) * stepSize : plain;
        chosen(Math.max(Math.min(from, to), Math.min(Math.max(from, to), stepped)));
    }

    implicitHeight: Theme.touch
    implicitWidth: 320
    leftPadding: 14
    rightPadding: 14
    snapMode: T.Slider.SnapAlways
    Accessible.role: Accessible.Slider
    Accessible.name: accessibleName
    onMoved: chosen(value)
    Keys.onPressed: (event) => {
        const keys = [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter, Qt.Key_Left, Qt.Key_Right, Qt.Key_Up, Qt.Key_Down];
        event.accepted = !answered && keys.includes(event.key);
        if (event.accepted) chosen(value);
    }
    TapHandler { onTapped: (point) => root.choose(point.position.x) }

    background: Rectangle {
        x: root.leftPadding
        y: root.topPadding + (root.availableHeight - height) / 2
        width: root.availableWidth
        height: 8
        radius: 4
        color: Theme.line
        FocusFrame { shown: root.visualFocus }
    }
    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: root.topPadding + (root.availableHeight - height) / 2
        width: 36
        height: 36
        radius: 18
        visible: root.answered || root.pressed
        color: Theme.accent
        border.width: 2
        border.color: Theme.accent
    }
}
