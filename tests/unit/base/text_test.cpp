// SPDX-License-Identifier: Apache-2.0
#include "peil/base/text.h"
#include "peil/base/xml_name.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

using namespace peil;

TEST_CASE("a number is written shortest, without an exponent", "[base][text]") {
    REQUIRE(formatNumber(0.1) == "0.1");
    REQUIRE(formatNumber(-0.0) == "0");
    REQUIRE(formatNumber(1e21) == "1000000000000000000000");
    REQUIRE(formatNumber(1e-7) == "0.0000001");
    REQUIRE(formatNumber(std::nan("")) == "NaN");
    REQUIRE(formatNumber(-std::numeric_limits<double>::infinity()) == "-Infinity");
}

TEST_CASE("fixed decimals round what a reader sees", "[base][text]") {
    REQUIRE(formatFixed(2.675, 2) == "2.68");
    REQUIRE(formatFixed(99.95, 1) == "100.0");
    REQUIRE(formatFixed(-0.04, 1) == "0.0");
    REQUIRE(formatFixed(-1.25, 1) == "-1.3");
    REQUIRE(formatFixed(3, 2) == "3.00");
    REQUIRE(formatFixed(2.5, 0) == "3");
}

TEST_CASE("only a whole number text is a number", "[base][text]") {
    REQUIRE(parseNumber("+1.5e3") == 1500.0);
    REQUIRE(parseNumber("-.5") == -0.5);
    for (const auto* text : {"", "1,5", "1 ", "0x10", "inf", "nan", "1.2.3", "+"})
        REQUIRE_FALSE(parseNumber(text));
    REQUIRE(parseInteger("-42") == -42);
    REQUIRE_FALSE(parseInteger("42.0"));
}

TEST_CASE("a count is digits, whose point cannot be a separator of thousands", "[base][text]") {
    CHECK(parseCount("0") == 0.0);
    CHECK(parseCount("8122") == 8122.0);
    CHECK(parseCount("8122.14") == 8122.14);
    CHECK(parseCount("12.5") == 12.5);
    CHECK(parseCount("8122.145") == 8122.145); // thousands come in threes
    CHECK(parseCount("1.2345") == 1.2345);
    for (const std::string text :
         {"", "1.234", "13.300", "123.000", "1.234.567", "1,234", "1 234", "12.", ".5", "-5", "+5", "1e3", "many"}) {
        INFO(text);
        CHECK_FALSE(parseCount(text));
    }
    CHECK_FALSE(parseCount(std::string(400, '9'))); // beyond a double
}

TEST_CASE("text is split at single separators and at runs of white space", "[base][text]") {
    REQUIRE(split("a,,b", ',').size() == 3);
    REQUIRE(splitWhitespace("  a \t b\n").size() == 2);
    REQUIRE(splitWhitespace(" ").empty());
    REQUIRE(trim("\r\n x \t") == "x");
    REQUIRE(join({"a", "b"}, ", ") == "a, b");
}

TEST_CASE("every occurrence is replaced, in a long text too", "[base][text]") {
    REQUIRE(replaceAll("aaa", "a", "bb") == "bbbbbb");
    REQUIRE(replaceAll("xabyabz", "ab", "") == "xyz");
    REQUIRE(replaceAll("abab", "ba", "x") == "axb");
    REQUIRE(replaceAll("a", "", "b") == "a");
    std::string spaces;
    for (int i = 0; i < 4'000'000; ++i)
        spaces += "\xC2\xA0";
    REQUIRE(replaceAll(spaces, "\xC2\xA0", " ") == std::string(4'000'000, ' '));
}

TEST_CASE("overlong forms, surrogates and cut sequences are not UTF-8", "[base][text]") {
    REQUIRE(isUtf8("h\xC3\xA9 \xF0\x9F\x98\x80"));
    for (const auto* text :
         {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xF8\x88\x80\x80\x80"})
        REQUIRE_FALSE(isUtf8(text));
}

TEST_CASE("the nearest word is found within a third of its length", "[base][text]") {
    REQUIRE(nearest("relevent", {"required", "relevant"}) == "relevant");
    REQUIRE_FALSE(nearest("age", {"constraint", "label"}));
    REQUIRE(editDistance("kitten", "sitting", 10) == 3);
}

TEST_CASE("a name is what XML 1.0 in its fifth edition calls one, without a colon", "[base][text]") {
    for (const auto* name :
         {"a", "_1", "a-b.c", "\xC3\xA9", "\xCF\x80", "a\xC2\xB7", "a\xCC\x81", "\xE5\x90\x8D", "q\xF0\x9F\x99\x82"}) {
        CAPTURE(name);
        CHECK(isXmlName(name));
    }
    // Digits first, signs and spaces of other scripts, characters that nobody sees, and bytes that are no UTF-8.
    for (const auto* name :
         {"", "1a", "-a", "a b", "a:b", "a\xC3\x97", "\xC2\xBD", "n\xC2\xB0",
          "\xCC\x81"
          "a",
          "a\xE2\x80\x8B", "a\xE2\x80\x93", "a\xC2\xAD", "a\xC3", "a\xFF", "\xC0\x80", "a\xE5\x90"}) {
        CAPTURE(name);
        CHECK_FALSE(isXmlName(name));
    }
    CHECK(xmlNameLength("\xC3\xA9t\xC3\xA9 = 1") == 5);
    CHECK(xmlNameLength("= 1") == 0);
}
