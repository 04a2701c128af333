// SPDX-License-Identifier: Apache-2.0
// Both contents are made at once: the height of the small one is needed.
// qmllint disable deferred-property-id
// A picture of the study. A touch shows it as large as the window.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Peil.Theme

T.AbstractButton {
    id: root

    property string name
    /// The same in more detail; empty: there is no other.
    property string bigName
    property string words

    function source(file: string): string {
        return file === "" ? "" : "image://study/" + encodeURIComponent(file);
    }

    visible: name !== ""
    implicitHeight: Math.min(small.implicitHeight, Theme.answer * 4)
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Picture: %1").arg(words)
    onClicked: whole.open()
    Keys.onReturnPressed: root.clicked()

    contentItem: Image {
        id: small
        source: root.source(root.name)
        cache: false
        fillMode: Image.PreserveAspectFit
        horizontalAlignment: Image.AlignLeft
        sourceSize.height: Theme.answer * 4 * Screen.devicePixelRatio
        FocusFrame { shown: root.visualFocus }
    }
    T.Popup {
        id: whole
        parent: T.Overlay.overlay
        anchors.centerIn: parent
        width: parent ? parent.width : 0
        height: parent ? parent.height : 0
        modal: true
        focus: true
        background: Rectangle { color: Theme.surface }
        contentItem: Item {
            Image {
                objectName: "bigPicture"
                anchors { fill: parent; margins: Theme.gap; bottomMargin: close.height + 2 * Theme.gap }
                source: whole.opened ? root.source(root.bigName !== "" ? root.bigName : root.name) : ""
                cache: false
                fillMode: Image.PreserveAspectFit
                sourceSize { width: 2048; height: 2048 }
            }
            AppButton {
                id: close
                objectName: "closePicture"
                anchors { bottom: parent.bottom; horizontalCenter: parent.horizontalCenter; bottomMargin: Theme.gap }
                iconName: "close"
                text: qsTr("Close")
                focus: true
                onClicked: whole.close()
            }
        }
    }
}
