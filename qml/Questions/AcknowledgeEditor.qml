// SPDX-License-Identifier: Apache-2.0
// Something to read out or to do: done or not.
import QtQuick
import Peil.Controls

ChoiceTile {
    id: root

    property bool done: false
    signal acknowledged(bool done)

    objectName: "acknowledge"
    many: true
    chosen: done
    text: qsTr("Done")
    onClicked: root.acknowledged(!done)
}
