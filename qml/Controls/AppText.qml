// SPDX-License-Identifier: Apache-2.0
// Text in one of the app's four sizes. Not for input.
import QtQuick
import Peil.Theme

Text {
    id: root

    enum Size { Small, Body, Large, Title }

    property int size: AppText.Body
    property bool strong: false
    property bool soft: false

    color: soft ? Theme.inkSoft : Theme.ink
    font.family: Theme.family
    font.pixelSize: size === AppText.Title ? Theme.title : size === AppText.Large ? Theme.textLarge
                  : size === AppText.Small ? Theme.textSmall : Theme.text
    font.weight: strong ? Font.DemiBold : Font.Normal
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    Accessible.role: size === AppText.Title ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
}
