// SPDX-License-Identifier: Apache-2.0
// One sentence that must not be missed.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Theme

Rectangle {
    id: root

    enum Kind { Info, Good, Warning, Danger }

    property int kind: Notice.Info
    property alias text: label.text
    readonly property color inkColor: kind === Notice.Good ? Theme.good : kind === Notice.Warning ? Theme.warning
                                    : kind === Notice.Danger ? Theme.danger : Theme.accentSoftInk

    visible: text !== ""
    implicitHeight: row.implicitHeight + 2 * Theme.gap
    implicitWidth: row.implicitWidth + 2 * Theme.pad
    radius: Theme.radius
    color: kind === Notice.Good ? Theme.goodSoft : kind === Notice.Warning ? Theme.warningSoft : kind === Notice.Danger ? Theme.dangerSoft : Theme.accentSoft
    border.width: Theme.outdoor ? Theme.border : 0
    border.color: inkColor
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    RowLayout {
        id: row
        anchors { fill: parent; leftMargin: Theme.pad; rightMargin: Theme.pad; topMargin: Theme.gap; bottomMargin: Theme.gap }
        spacing: Theme.gap
        Icon {
            name: root.kind === Notice.Good ? "check" : root.kind === Notice.Info ? "info" : "warning"
            color: root.inkColor
            Layout.alignment: Qt.AlignTop
        }
        AppText {
            id: label
            color: root.inkColor
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter
        }
    }
}
