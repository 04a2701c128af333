// SPDX-License-Identifier: Apache-2.0
// Every colour, size and font of the app. Each pair of ink on ground has a contrast of 4.5 and more in all three looks
// (tests/qml/tst_theme.qml measures it).
pragma Singleton
import QtQuick

QtObject {
    id: root

    /// At most one of the two; neither is the day.
    property bool night: false
    property bool outdoor: false
    /// Of type and of what is touched: 1 to 2.
    property real scale: 1
    /// The side on which answers and the way on are: under the right thumb or the left one.
    property bool thumbRight: true

    function pick(day: color, dark: color, sun: color): color {
        return root.night ? dark : root.outdoor ? sun : day;
    }

    readonly property color ground: pick("#f2f5f4", "#0e1412", "#ffffff")
    readonly property color surface: pick("#ffffff", "#18211e", "#ffffff")
    readonly property color raised: pick("#e9efed", "#24302c", "#ffffff")
    readonly property color ink: pick("#14211d", "#e9f0ed", "#000000")
    readonly property color inkSoft: pick("#4b5b55", "#a9bab3", "#1a1a1a")
    readonly property color line: pick("#cbd5d1", "#37453f", "#000000")
    readonly property color lineStrong: pick("#788a83", "#7b8f87", "#000000")
    readonly property color accent: pick("#0b5d51", "#63d0ba", "#003f36")
    readonly property color accentPressed: pick("#08463d", "#8ae0ce", "#00201b")
    readonly property color accentInk: pick("#ffffff", "#05211b", "#ffffff")
    readonly property color accentSoft: pick("#dcefea", "#1c3a33", "#e3f4f0")
    readonly property color accentSoftInk: pick("#08463d", "#b5ebde", "#00201b")
    readonly property color warning: pick("#7a4300", "#f5c277", "#5c3200")
    readonly property color warningSoft: pick("#fdf0da", "#3a2b13", "#fff3dd")
    readonly property color danger: pick("#9c1f19", "#ffa69f", "#7d0f0a")
    readonly property color dangerSoft: pick("#fce8e6", "#43201d", "#ffecea")
    readonly property color good: pick("#17613a", "#8fdcab", "#0b4526")
    readonly property color goodSoft: pick("#e1f2e7", "#1a3525", "#e4f6ea")
    readonly property color shade: pick("#66101a17", "#a6000000", "#80000000")

    readonly property int textSmall: Math.round(15 * scale)
    readonly property int text: Math.round(18 * scale)
    readonly property int textLarge: Math.round(22 * scale)
    readonly property int title: Math.round(28 * scale)
    readonly property string family: "Noto Sans"

    /// Smallest side of anything that is touched.
    readonly property int touch: Math.round(56 * scale)
    /// Height of an answer, and its smallest width.
    readonly property int answer: Math.round(64 * scale)
    /// Height of what is needed less often, such as a reason for no answer.
    readonly property int compact: Math.round(48 * scale)
    readonly property int pad: 20
    readonly property int gap: 12
    readonly property int tight: 6
    readonly property int radius: 12
    readonly property int border: outdoor ? 2 : 1
    readonly property int focusBorder: 3
    /// Widest column that is still easy to read.
    readonly property int column: Math.round(760 * scale)
    /// Widest page with words on one side and answers on the other.
    readonly property int page: Math.round(1120 * scale)
}
