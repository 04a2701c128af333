// SPDX-License-Identifier: Apache-2.0
#include "answer_words.h"
#include "range_scale.h"
#include "typed_text.h"

#include <QtCore/qlocale.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace peil::mobile;

namespace {

/// The app speaks one language while this lives.
class InLanguage {
public:
    explicit InLanguage(const char* code) { QLocale::setDefault(QLocale(QString::fromLatin1(code))); }
    ~InLanguage() { QLocale::setDefault(m_before); }
    InLanguage(const InLanguage&) = delete;
    InLanguage& operator=(const InLanguage&) = delete;

private:
    QLocale m_before;
};

std::string wholeOf(const char* text) {
    const auto typed = readWhole(QString::fromUtf8(text));
    return typed.fault == TextFault::None ? typed.value : "fault " + std::to_string(static_cast<int>(typed.fault));
}

std::string decimalOf(const char* text) {
    const auto typed = readDecimal(QString::fromUtf8(text));
    return typed.fault == TextFault::None ? typed.value : "fault " + std::to_string(static_cast<int>(typed.fault));
}

RangeScale& scaleOf(RangeScale& scale, double from, double to, double step) {
    scale.setProperty("from", from);
    scale.setProperty("to", to);
    scale.setProperty("step", step);
    return scale;
}

} // namespace

TEST_CASE("a whole number is its digits, and a text that is none yet or at all is no answer", "[typed]") {
    CHECK(wholeOf("42") == "42");
    CHECK(wholeOf("-7") == "-7");
    CHECK(wholeOf("007") == "7");
    CHECK(wholeOf("-0") == "0");
    CHECK(wholeOf("0") == "0");
    CHECK(wholeOf("").empty());
    CHECK(wholeOf("٤٢") == "42");
    CHECK(wholeOf("3012345678") == "3012345678"); // the form engine says what fits
    CHECK(readWhole(QStringLiteral("-")).fault == TextFault::Unfinished);
    for (const auto* text : {"3.7", "3,7", "1e5", "--1", "5-", "a", " 4", "+3"}) {
        CAPTURE(text);
        CHECK(readWhole(QString::fromUtf8(text)).fault == TextFault::NotANumber);
    }
}

TEST_CASE("a decimal number says the same with a point, a comma and an Arabic sign, also half typed", "[typed]") {
    CHECK(decimalOf("3.5") == "3.5");
    CHECK(decimalOf("3,5") == "3.5");
    CHECK(decimalOf("٣٫٥") == "3.5");
    CHECK(decimalOf("3.") == "3");
    CHECK(decimalOf("-3.") == "-3");
    CHECK(decimalOf(".5") == "0.5");
    CHECK(decimalOf("-.5") == "-0.5");
    CHECK(decimalOf("007.50") == "7.50");
    CHECK(decimalOf("-0.0") == "0.0");
    CHECK(decimalOf("").empty());
    for (const auto* text : {"-", ".", ",", "-."}) {
        CAPTURE(text);
        CHECK(readDecimal(QString::fromUtf8(text)).fault == TextFault::Unfinished);
    }
    for (const auto* text : {"1.2.3", "1,000.5", "1e5", "3-", "x"}) {
        CAPTURE(text);
        CHECK(readDecimal(QString::fromUtf8(text)).fault == TextFault::NotANumber);
    }
}

TEST_CASE("numbers and days are shown as the app's language writes them", "[typed]") {
    {
        const InLanguage dutch("nl");
        CHECK(shownNumber("3.5") == QStringLiteral("3,5"));
        CHECK(readDecimal(QStringLiteral("3.5")).shown == QStringLiteral("3,5"));
        CHECK(AnswerWords::decimalSign() == QStringLiteral(","));
        CHECK(shownDay("2024-02-29") == QStringLiteral("donderdag 29 februari 2024"));
    }
    for (const auto* code : {"en", "ar"}) {
        const InLanguage other(code);
        CHECK(shownNumber("-3.5") == QStringLiteral("-3.5"));
        CHECK(readDecimal(QStringLiteral("3,5")).shown == QStringLiteral("3.5"));
    }
    const InLanguage english("en");
    CHECK(shownDay("0050-01-01").contains(QStringLiteral("50")));
    CHECK_FALSE(shownDay("0050-01-01").contains(QStringLiteral("1950")));
    CHECK(shownDay("someday") == QStringLiteral("someday"));
    CHECK(shownDay("someday", DayPart::Year) == QStringLiteral("someday"));
    CHECK(shownDay("1950-01-01", DayPart::Year) == QStringLiteral("1950"));
    CHECK(shownDay("1950-03-01", DayPart::Month).endsWith(QStringLiteral(" 1950")));
}

TEST_CASE("a moment is stored with the offset of its zone, and shown as it was written", "[mobile][typed]") {
    CHECK(storedMoment(QStringLiteral("2026-07-01T13:05:00.000"), "Europe/Amsterdam") ==
          "2026-07-01T13:05:00.000+02:00");
    CHECK(storedMoment(QStringLiteral("2026-12-01T13:05:00.000"), "Europe/Amsterdam") ==
          "2026-12-01T13:05:00.000+01:00");
    CHECK(storedMoment(QStringLiteral("2026-12-01T13:05:00.000"), "UTC") == "2026-12-01T13:05:00.000Z");
    CHECK(storedMoment(QStringLiteral("soon"), "UTC") == "soon");
    CHECK(shownMoment("2026-12-01T13:05:00.000+01:00").endsWith(QStringLiteral(", 13:05")));
    CHECK(shownMoment("2026-12-01T13:05:00.000-08:00").endsWith(QStringLiteral(", 13:05")));
    CHECK(shownMoment("soon") == QStringLiteral("soon"));
}

TEST_CASE("a shorter month keeps the day valid, in any year", "[typed]") {
    CHECK(AnswerWords::storedDay(2024, 2, 31) == QStringLiteral("2024-02-29"));
    CHECK(AnswerWords::storedDay(2023, 2, 29) == QStringLiteral("2023-02-28"));
    CHECK(AnswerWords::storedDay(50, 2, 29) == QStringLiteral("0050-02-28"));
    CHECK(AnswerWords::storedDay(1900, 2, 29) == QStringLiteral("1900-02-28"));
    CHECK(AnswerWords::storedDay(2024, 4, 0) == QStringLiteral("2024-04-01"));
}

TEST_CASE("words keep their letters and lose what a record cannot hold", "[typed]") {
    const auto words = [](const QString& text, Lines lines) { return readWords(text, lines).value; };
    CHECK(words(QStringLiteral("a\tb"), Lines::One) == "a\tb");
    CHECK(words(QStringLiteral("one\r\ntwo\rthree\nfour"), Lines::Several) == "one\ntwo\nthree\nfour");
    CHECK(words(QStringLiteral("one\r\ntwo\nthree"), Lines::One) == "one two three");
    CHECK(words(QStringLiteral("a\u0001b\u0000c\uFFFEd").append(QChar(0xD800)), Lines::Several) == "abcd");
    CHECK(words(QString::fromUtf8("😀é"), Lines::One) == "😀é");
    CHECK(words(QString::fromUtf8("e\u0301"), Lines::One) == "é"); // composed, as the form engine keeps it
    CHECK(readWords(QStringLiteral("a\u0001b"), Lines::Several).shown == QStringLiteral("ab"));
}

TEST_CASE("the steps of a range have the decimals of its start, its end and its step", "[range]") {
    RangeScale scale;
    scaleOf(scale, 0.5, 4.5, 1);
    CHECK(scale.last() == 4);
    CHECK(scale.value(0) == QStringLiteral("0.5"));
    CHECK(scale.value(1) == QStringLiteral("1.5"));
    CHECK(scale.value(4) == QStringLiteral("4.5"));
    scaleOf(scale, 0, 0.00001, 0.0000005);
    CHECK(scale.last() == 20);
    CHECK(scale.value(1) == QStringLiteral("0.0000005"));
    CHECK(scale.value(20) == QStringLiteral("0.0000100"));
    scaleOf(scale, 0, 1, 0.05);
    CHECK(scale.last() == 20);
    CHECK(scale.value(3) == QStringLiteral("0.15"));
    scaleOf(scale, -1, 1, 0.25);
    CHECK(scale.value(1) == QStringLiteral("-0.75"));
    CHECK(scale.value(4) == QStringLiteral("0.00"));
    scaleOf(scale, 0, 1e6, 1e5);
    CHECK(scale.value(10) == QStringLiteral("1000000"));
    const InLanguage german("de");
    scaleOf(scale, 0.5, 4.5, 1);
    CHECK(scale.value(1) == QStringLiteral("1.5"));
    CHECK(scale.shown(1) == QStringLiteral("1,5"));
}

TEST_CASE("a range may run down, with a step of either sign, and ends on its last step", "[range]") {
    RangeScale scale;
    for (const double step : {2.0, -2.0}) {
        scaleOf(scale, 10, 0, step);
        CHECK(scale.last() == 5);
        CHECK(scale.value(0) == QStringLiteral("10"));
        CHECK(scale.value(5) == QStringLiteral("0"));
        CHECK(scale.placeOf(QStringLiteral("8")) == 1);
    }
    scaleOf(scale, 0, 10, 3);
    CHECK(scale.last() == 3);
    CHECK(scale.value(99) == QStringLiteral("9"));
    scaleOf(scale, 5, 5, 1);
    CHECK(scale.last() == 0);
    CHECK(scale.value(0) == QStringLiteral("5"));
}

TEST_CASE("an answer that is on no step stands between two, and no answer in the middle", "[range]") {
    RangeScale scale;
    scaleOf(scale, 0, 10, 1);
    CHECK(scale.placeOf(QString()) == 5);
    CHECK(scale.placeOf(QStringLiteral("2.5")) == 2.5);
    CHECK(scale.placeOf(QStringLiteral("40")) == 10);
    CHECK(scale.placeOf(QStringLiteral("-3")) == 0);
    scaleOf(scale, 0, 1, 0.1);
    CHECK(scale.placeOf(QStringLiteral("0.3")) == 3);
    scaleOf(scale, 1, 10, 1);
    CHECK(scale.placeOf(QString()) == 4);
}

TEST_CASE("each step of a range is an answer that stands where it was chosen", "[range]") {
    RangeScale scale;
    const auto [from, to, step] = GENERATE(table<double, double, double>({{0.5, 4.5, 1},
                                                                          {0, 1, 0.05},
                                                                          {0, 0.00001, 0.0000005},
                                                                          {7, 3, 2},
                                                                          {-2, 2, 0.1},
                                                                          {100, 0, 7},
                                                                          {0.1, 0.9, 0.2},
                                                                          {1, 10, 1},
                                                                          {1.25, 9, 0.5},
                                                                          {-5, -1, 0.125}}));
    scaleOf(scale, from, to, step);
    REQUIRE(scale.last() >= 1);
    QString before;
    for (double place = 0; place <= scale.last(); ++place) {
        const auto value = scale.value(place);
        CAPTURE(from, to, step, place, value.toStdString());
        CHECK(value != before);
        CHECK(scale.placeOf(value) == place);
        before = value;
    }
}
