// SPDX-License-Identifier: Apache-2.0
// Where the person can go: cards to show or to read out, found by a word. Works without a network.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Peil.Controls
import Peil.Model
import Peil.Theme

ColumnLayout {
    id: root

    required property AppController app
    readonly property string sought: search.text.trim().toLocaleLowerCase()
    /// Of the cards below.
    readonly property int found: {
        let count = 0;
        for (let i = 0; i < cards.count; ++i) {
            const card = cards.itemAt(i) as Card;
            if (card && card.visible) ++count;
        }
        return count;
    }

    function empty(): void { search.clear(); }

    spacing: Theme.gap

    AppText {
        visible: root.app.referrals.count === 0
        text: qsTr("The study has no support contacts for this city.")
        soft: true
        Layout.fillWidth: true
    }
    AppField {
        id: search
        objectName: "searchCards"
        visible: root.app.referrals.count > 1
        placeholderText: qsTr("Search the cards")
        Layout.fillWidth: true
    }
    AppText {
        objectName: "noCard"
        visible: root.app.referrals.count > 0 && root.found === 0
        text: qsTr("No card has these words.")
        soft: true
        Layout.fillWidth: true
    }
    Repeater {
        id: cards
        model: root.app.referrals
        Card {
            id: card
            required property string title
            required property string text
            required property bool urgent
            required property int index
            objectName: "card_" + index
            visible: root.sought === "" || (title + " " + text).toLocaleLowerCase().includes(root.sought)
            Layout.fillWidth: true
            border.color: urgent ? Theme.danger : Theme.line
            AppText {
                text: card.title
                size: AppText.Large
                strong: true
                color: card.urgent ? Theme.danger : Theme.ink
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
            }
            AppText { text: card.text; Layout.fillWidth: true }
        }
    }
}
