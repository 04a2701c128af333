// SPDX-License-Identifier: Apache-2.0
// How the app looks and speaks, and what this tablet is.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

Item {
    id: root

    required property AppController app

    TopBar {
        id: bar
        anchors { left: parent.left; right: parent.right; top: parent.top }
        title: qsTr("Settings")
        onBack: root.app.show(AppController.Home)
    }
    PageScroll {
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        Notice {
            kind: Notice.Good
            text: root.app.notice
            Layout.fillWidth: true
        }
        AppText { text: qsTr("Language of the app"); size: AppText.Large; strong: true; Layout.fillWidth: true }
        GridLayout {
            columns: width > 500 ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            Layout.fillWidth: true
            Repeater {
                model: root.app.settings.languageNames
                ChoiceTile {
                    required property string modelData
                    required property int index
                    objectName: "app_" + root.app.settings.languages[index]
                    text: modelData
                    chosen: root.app.settings.languages[index] === root.app.settings.language
                    onClicked: root.app.settings.language = root.app.settings.languages[index]
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
            }
        }
        AppText { text: qsTr("Screen"); size: AppText.Large; strong: true; Layout.fillWidth: true }
        GridLayout {
            columns: width > 500 ? 3 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            Layout.fillWidth: true
            Repeater {
                // No texts in it: another language would make all tiles anew, while the layout still holds the old ones.
                model: [AppSettings.Day, AppSettings.Night, AppSettings.Outdoor]
                ChoiceTile {
                    required property int modelData
                    objectName: "look_" + modelData
                    text: modelData === AppSettings.Day ? qsTr("Day")
                        : modelData === AppSettings.Night ? qsTr("Night") : qsTr("Bright sunlight")
                    chosen: root.app.settings.look === modelData
                    onClicked: root.app.settings.look = modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
            }
        }
        AppText { text: qsTr("Answers and Next"); size: AppText.Large; strong: true; Layout.fillWidth: true }
        GridLayout {
            columns: width > 500 ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            Layout.fillWidth: true
            Repeater {
                model: [true, false]
                ChoiceTile {
                    required property bool modelData
                    objectName: modelData ? "thumb_right" : "thumb_left"
                    text: modelData ? qsTr("Under the right thumb") : qsTr("Under the left thumb")
                    chosen: root.app.settings.thumbRight === modelData
                    onClicked: root.app.settings.thumbRight = modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
            }
        }
        AppText { text: qsTr("Size of text"); size: AppText.Large; strong: true; Layout.fillWidth: true }
        GridLayout {
            columns: width > 500 ? 4 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            Layout.fillWidth: true
            Repeater {
                model: root.app.settings.typeSizes
                ChoiceTile {
                    required property int modelData
                    objectName: "size_" + modelData
                    centred: true
                    text: modelData + "%"
                    chosen: root.app.settings.typeSize === modelData
                    onClicked: root.app.settings.typeSize = modelData
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
            }
        }
        AppText { text: qsTr("Unlocking"); size: AppText.Large; strong: true; Layout.fillWidth: true }
        AppButton {
            objectName: "changePassphrase"
            text: qsTr("Change passphrase")
            onClicked: root.app.show(AppController.ChangePassphrase)
            Layout.fillWidth: true
        }
        AppButton {
            objectName: "pin"
            text: root.app.pinTriesLeft > 0 ? qsTr("Remove the PIN of this shift") : qsTr("Set a PIN for this shift")
            onClicked: root.app.pinTriesLeft > 0 ? root.app.dropPin() : root.app.show(AppController.SetPin)
            Layout.fillWidth: true
        }
        Card {
            Layout.fillWidth: true
            AppText { text: qsTr("This tablet"); size: AppText.Large; strong: true; Layout.fillWidth: true }
            AppText { visible: root.app.serverName !== ""; text: qsTr("Server: %1").arg(root.app.serverName); soft: true; Layout.fillWidth: true }
            AppText {
                text: qsTr("The secret key of this tablet is stored in a file because the tablet has no key store that Peil can use. The passphrase protects it.")
                soft: true
                Layout.fillWidth: true
            }
        }
    }
}
