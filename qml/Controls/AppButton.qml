// SPDX-License-Identifier: Apache-2.0
// The row is made at once: its height is needed.
// qmllint disable deferred-property-id
// A button with a text, an icon or both. Without a text, give it an accessibleName.
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Peil.Controls
import Peil.Theme

T.Button {
    id: root

    enum Kind { Primary, Secondary, Quiet, Danger }

    property int kind: AppButton.Secondary
    property string iconName
    property bool iconAtEnd: false
    property bool mirrorIcon: LayoutMirroring.enabled && (iconName === "back" || iconName === "next")
    property string accessibleName: text
    /// Lower, with smaller words.
    property bool compact: false
    /// It is what was chosen.
    property bool chosen: false

    readonly property color inkColor: !enabled ? Theme.inkSoft : chosen ? Theme.accentSoftInk : kind === AppButton.Primary ? Theme.accentInk : kind === AppButton.Danger ? Theme.danger
                                    : kind === AppButton.Quiet ? Theme.inkSoft : Theme.ink
    readonly property color groundColor: !enabled ? (kind === AppButton.Quiet ? "transparent" : Theme.raised)
                                       : chosen ? Theme.accentSoft : kind === AppButton.Primary ? (down ? Theme.accentPressed : Theme.accent)
                                       : kind === AppButton.Quiet ? (down || hovered ? Theme.raised : "transparent")
                                       : (down ? Theme.raised : Theme.surface)

    implicitHeight: Math.max(compact ? Theme.compact : Theme.touch, layout.implicitHeight + 2 * Theme.tight)
    implicitWidth: Math.max(Theme.touch, layout.implicitWidth + 2 * (text === "" ? Theme.gap : Theme.pad))
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    font.family: Theme.family
    font.pixelSize: compact ? Theme.textSmall : Theme.text
    font.weight: kind === AppButton.Quiet ? Font.Normal : Font.DemiBold

    Accessible.role: Accessible.Button
    Accessible.name: accessibleName
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radius
        color: root.groundColor
        border.width: root.kind === AppButton.Quiet || (root.kind === AppButton.Primary && root.enabled) ? 0 : Theme.border
        border.color: !root.enabled ? Theme.line : root.chosen ? Theme.accent : root.kind === AppButton.Danger ? Theme.danger : Theme.lineStrong
        FocusFrame { shown: root.visualFocus }
    }
    contentItem: Item {
        implicitWidth: layout.implicitWidth
        implicitHeight: layout.implicitHeight
        RowLayout {
            id: layout
            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: Theme.gap
            layoutDirection: (root.iconAtEnd !== LayoutMirroring.enabled) ? Qt.RightToLeft : Qt.LeftToRight
            LayoutMirroring.enabled: false
            Icon {
                visible: root.iconName !== ""
                name: root.iconName
                color: root.inkColor
                mirror: root.mirrorIcon
                Layout.preferredWidth: Math.round(24 * Theme.scale)
                Layout.preferredHeight: Math.round(24 * Theme.scale)
            }
            Text {
                visible: root.text !== ""
                text: root.text
                color: root.inkColor
                font: root.font
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
    }
}
