// SPDX-License-Identifier: Apache-2.0
// One number of the ledger.
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Theme

RowLayout {
    id: root

    property string label
    property int number

    spacing: Theme.pad
    Layout.fillWidth: true
    Layout.minimumHeight: Theme.touch

    AppText { text: root.label; Layout.fillWidth: true }
    AppText { text: root.number; size: AppText.Large; strong: true }
}
