// SPDX-License-Identifier: Apache-2.0
// The cards over the interview: nobody leaves a question to help somebody.
import QtQuick.Layouts
import Peil.Controls
import Peil.Model

Sheet {
    id: root

    required property AppController app

    title: qsTr("Support contacts")
    onClosed: cards.empty()

    SupportCards { id: cards; app: root.app; Layout.fillWidth: true }
    AppButton {
        objectName: "closeSupport"
        iconName: "back"
        text: qsTr("Back to the interview")
        onClicked: root.close()
        Layout.fillWidth: true
    }
}
