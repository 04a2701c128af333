// SPDX-License-Identifier: Apache-2.0
// Shown for the moment in which the app looks for its store.
import QtQuick
import Peil.Controls

Item {
    AppText {
        anchors.centerIn: parent
        text: "Peil"
        size: AppText.Title
        strong: true
    }
}
