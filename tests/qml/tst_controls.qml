// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Peil.Controls
import Peil.Model
import Peil.Pages
import Peil.Questions

Item {
    id: root
    width: 800
    height: 1300

    AppButton { id: button; objectName: "button"; text: "Go"; property int clicks: 0; onClicked: ++clicks }
    NumberEditor { id: number; y: 100; width: 700; answer: ""; property string last; onEdited: (text) => last = text }
    NoAnswerRow { id: reasons; y: 420; width: 700; reason: QuestionListModel.NoReason; reasons: 1 << QuestionListModel.DontKnow | 1 << QuestionListModel.Refused | 1 << QuestionListModel.Skipped; property int last: -1; onChosen: (reason) => last = reason }
    PassphraseEntry { id: entry; y: 520; width: 700; label: "Passphrase"; judged: true }
    ListModel {
        id: names
        ListElement { value: "7"; label: "Always" }
        ListElement { value: "5"; label: "Sometimes" }
        ListElement { value: "3"; label: "Never" }
    }
    RangeEditor { id: down; y: 1100; width: 700; answer: "5"; from: 7; to: 3; step: 2; labels: names; property string last; onEdited: (text) => last = text }
    RangeEditor { id: mark; y: 900; width: 700; answer: ""; from: 0; to: 10; step: 1; property string last; onEdited: (text) => last = text }
    DateEditor { id: day; y: 640; width: 700; answer: "2024-01-31"; property string last; onEdited: (text) => last = text }

    TestCase {
        name: "Controls"
        when: windowShown

        function init(): void { failOnWarning(/.?/); }

        function test_aButton_isLargeEnoughAndWorksByTouchAndKey(): void {
            verify(button.height >= 48 && button.width >= 48);
            const before = button.clicks;
            mouseClick(button);
            button.forceActiveFocus();
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Space);
            compare(button.clicks, before + 3);
        }
        function test_theNumberPad_typesDigitsAndTakesThemBack(): void {
            mouseClick(findChild(number, "key_4"));
            mouseClick(findChild(number, "key_2"));
            compare(number.last, "42");
            mouseClick(findChild(number, "key_back"));
            compare(number.last, "4");
        }
        function test_aReason_isChosenAndTakenAway(): void {
            mouseClick(findChild(reasons, "reason2"));
            compare(reasons.last, QuestionListModel.Refused);
            reasons.reason = QuestionListModel.Refused;
            mouseClick(findChild(reasons, "reason2"));
            compare(reasons.last, QuestionListModel.NoReason);
        }
        function test_aPassphrase_isCountedAndJudgedButNeverShown(): void {
            entry.field.forceActiveFocus();
            for (const key of "password") keyClick(key);
            compare(entry.field.strength, PassphraseField.TooShort);
            for (const key of "1234") keyClick(key);
            compare(entry.field.strength, PassphraseField.Easy);
            compare(entry.verdict, "Easy to guess");
            entry.field.clear();
            for (const key of "correct horse battery") keyClick(key);
            compare(entry.field.strength, PassphraseField.Enough);
            entry.field.clear();
            for (const key of "kelp drum fig oar tin") keyClick(key);
            compare(entry.field.length, 21);
            compare(entry.field.words, 5);
            compare(entry.field.strength, PassphraseField.Strong);
            keyClick(Qt.Key_Backspace);
            compare(entry.field.length, 20);
            compare(entry.dots, "\u2022".repeat(20));
            entry.field.clear();
            compare(entry.field.strength, PassphraseField.Empty);
        }
        function test_aTapOnTheMiddleOfARange_isAnAnswerThoughTheHandleStoodThere(): void {
            const slider = findChild(mark, "slider");
            mark.last = "";
            mouseClick(slider, slider.width / 2, slider.height / 2);
            compare(mark.last, "5");
            mark.last = "";
            slider.forceActiveFocus();
            keyClick(Qt.Key_Space);
            compare(mark.last, "5");
        }
        function test_aTapOnTheEndsOfARange_isItsBounds(): void {
            const slider = findChild(mark, "slider");
            mouseClick(slider, 3, slider.height / 2);
            compare(mark.last, "0");
            mouseClick(slider, slider.width - 3, slider.height / 2);
            compare(mark.last, "10");
        }
        function test_aRangeThatRunsDown_reachesItsMiddleAndItsEnds(): void {
            const slider = findChild(down, "slider");
            mouseClick(slider, slider.width / 2, slider.height / 2);
            compare(down.last, "5");
            mouseClick(slider, 3, slider.height / 2);
            compare(down.last, "7");
            mouseClick(slider, slider.width - 3, slider.height / 2);
            compare(down.last, "3");
        }
        function test_aRangeWithNamedValues_showsTheNamesAndMarksTheAnswer(): void {
            const shown = [];
            const strong = [];
            const look = (item) => {
                if (item.end !== undefined) shown.push(item.text);
                if (item.end !== undefined && item.strong) strong.push(item.text);
                for (let i = 0; i < item.children.length; ++i) look(item.children[i]);
            };
            look(down);
            compare(shown, ["Always", "5 Sometimes", "Never"]);
            compare(strong, ["5 Sometimes"]);
        }
        function test_aMonthThatIsShorter_keepsTheDateValid(): void {
            day.put(2024, 2, 31);
            compare(day.last, "2024-02-29");
        }
    }
}
