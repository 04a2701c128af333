// SPDX-License-Identifier: Apache-2.0
// A small whole number between two bounds, one step at a time. `shown` may say it in words (a month).
import QtQuick
import QtQuick.Layouts
import Peil.Theme

ColumnLayout {
    id: root

    property string name // of the step's buttons: name_less, name_more
    property string label
    property string spoken: label
    property int value: 0
    property int from: 0
    property int to: 100
    /// After the last comes the first; else the buttons stop there.
    property bool wraps: true
    property string shown: value
    /// Initial position; not an answer yet.
    property bool soft: false
    signal stepped(int value)

    spacing: Theme.tight

    AppText {
        visible: text !== ""
        text: root.label
        size: AppText.Small
        soft: true
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.tight
        AppButton {
            objectName: root.name + "_less"
            iconName: "minus"
            accessibleName: qsTr("%1: less").arg(root.spoken)
            autoRepeat: true
            onClicked: root.stepped(root.value > root.from ? root.value - 1 : root.wraps ? root.to : root.from)
        }
        AppText {
            objectName: root.name + "_shown"
            text: root.shown
            size: AppText.Large
            strong: !root.soft
            soft: root.soft
            wrapMode: Text.NoWrap
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Layout.minimumWidth: Theme.touch
        }
        AppButton {
            objectName: root.name + "_more"
            iconName: "plus"
            accessibleName: qsTr("%1: more").arg(root.spoken)
            autoRepeat: true
            onClicked: root.stepped(root.value < root.to ? root.value + 1 : root.wraps ? root.from : root.to)
        }
    }
}
