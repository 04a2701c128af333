// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Peil.Theme

TestCase {
    name: "Theme"

    function init(): void { failOnWarning(/.?/); }
    function cleanup(): void { Theme.night = Theme.outdoor = false; }

    function channel(value: real): real {
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    function luminance(tint: color): real {
        return 0.2126 * channel(tint.r) + 0.7152 * channel(tint.g) + 0.0722 * channel(tint.b);
    }
    function contrast(a: color, b: color): real {
        const bright = Math.max(luminance(a), luminance(b));
        const dark = Math.min(luminance(a), luminance(b));
        return (bright + 0.05) / (dark + 0.05);
    }

    function test_everyInkOnItsGround_hasAContrastOfFourAndAHalf(): void {
        const pairs = [["ink", "ground"], ["ink", "surface"], ["ink", "raised"], ["inkSoft", "ground"], ["inkSoft", "surface"],
            ["inkSoft", "raised"], ["accentInk", "accent"], ["accentInk", "accentPressed"], ["accentSoftInk", "accentSoft"],
            ["warning", "warningSoft"], ["danger", "dangerSoft"], ["danger", "surface"], ["good", "goodSoft"], ["good", "surface"]];
        for (const look of ["day", "night", "outdoor"]) {
            Theme.night = look === "night";
            Theme.outdoor = look === "outdoor";
            for (const pair of pairs)
                verify(contrast(Theme[pair[0]], Theme[pair[1]]) >= 4.5, pair.join(" on ") + " in look " + look);
        }
    }
    function test_whatIsTouched_isAtLeast48PixelsHigh(): void { verify(Theme.touch >= 48); }
}
