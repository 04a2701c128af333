// SPDX-License-Identifier: Apache-2.0
// Qt's key board at the bottom of the screen, in the language of the app. Passphrases never go through it (KeyBoard.qml).
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings

Item {
    id: root

    required property string language
    readonly property var locales: ({ nl: "nl_NL", en: "en_GB", de: "de_DE", pl: "pl_PL", ar: "ar_AR" }) // by language

    implicitHeight: panel.active ? panel.height : 0
    onLanguageChanged: VirtualKeyboardSettings.locale = locales[language]
    Component.onCompleted: {
        VirtualKeyboardSettings.activeLocales = ["nl_NL", "en_GB", "de_DE", "pl_PL", "ar_AR"];
        VirtualKeyboardSettings.locale = locales[language];
    }

    InputPanel {
        id: panel
        width: root.width
        visible: active
    }
}
