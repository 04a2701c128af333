// SPDX-License-Identifier: Apache-2.0
// A short state, in colour and in words.
import QtQuick
import Peil.Theme

Rectangle {
    id: root

    enum Kind { Neutral, Good, Warning, Danger, Accent }

    property int kind: Badge.Neutral
    property alias text: label.text

    implicitWidth: label.implicitWidth + 2 * Theme.gap
    implicitHeight: label.implicitHeight + 2 * Theme.tight
    radius: height / 2
    color: kind === Badge.Good ? Theme.goodSoft : kind === Badge.Warning ? Theme.warningSoft : kind === Badge.Danger ? Theme.dangerSoft
         : kind === Badge.Accent ? Theme.accentSoft : Theme.raised
    border.width: Theme.outdoor ? Theme.border : 0
    border.color: label.color
    AppText {
        id: label
        anchors.centerIn: parent
        size: AppText.Small
        strong: true
        wrapMode: Text.NoWrap
        color: root.kind === Badge.Good ? Theme.good : root.kind === Badge.Warning ? Theme.warning : root.kind === Badge.Danger ? Theme.danger
             : root.kind === Badge.Accent ? Theme.accentSoftInk : Theme.ink
    }
}
