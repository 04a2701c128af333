// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include "peil/xpath/error.h"

#include <catch2/catch_approx.hpp>
#include <cmath>

using Catch::Approx;
using xpath_test::World;

TEST_CASE("number reads XPath's decimals with white space around them and nothing else", "[xpath][number]") {
    const World world;
    CHECK(world.number("number(' -1.50 ')") == -1.5);
    CHECK(world.number("number('.5')") == 0.5);
    CHECK(world.number("number('5.')") == 5);
    for (const auto* text : {"", " ", "1e3", "+1", "0x10", "1,5", "Infinity", "NaN", "-", "1.2.3", "5 6"})
        CHECK(std::isnan(world.number("number('" + std::string(text) + "')")));
    CHECK(world.number("number(true())") == 1);
}

TEST_CASE("a number in an expression may have an exponent", "[xpath][number]") {
    const World world;
    CHECK(world.number("7.9e-12") == 7.9e-12);
    CHECK(world.number("1E3 + 1") == 1001);
    CHECK(world.number("2e+2div 4") == 50);
    CHECK(world.number("1e-400") == 0);
    CHECK(world.text("1e400") == "Infinity");
    CHECK(world.text("number('-" + std::string(400, '9') + "')") == "-Infinity");
    CHECK_FALSE(peil::xpath::Expression::compile("1e"));
    CHECK_FALSE(peil::xpath::Expression::compile("1e-"));
}

TEST_CASE("round takes a half up, on the decimal that one reads", "[xpath][number]") {
    const World world;
    CHECK(world.number("round(2.5)") == 3);
    CHECK(world.number("round(-2.5)") == -2);
    CHECK(world.number("round(-2.51)") == -3);
    CHECK(world.number("round(1.005, 2)") == 1.01);
    CHECK(world.number("round(-1.005, 2)") == -1);
    CHECK(world.number("round(1250, -2)") == 1300);
    CHECK(world.number("round(-50.55, -2)") == -100);
    CHECK(world.number("round(4, -2)") == 0);
    CHECK(world.number("round(0.05, 1)") == 0.1);
    CHECK(world.number("round(99.995, 2)") == 100);
    CHECK(world.number("round(1 div 3, 3)") == 0.333);
    CHECK(world.number("round(12.5, 5)") == 12.5);
    CHECK(std::isnan(world.number("round(1, 31)")));
    CHECK(std::isnan(world.number("round('x')")));
    CHECK(world.text("round(1 div 0)") == "Infinity");
}

TEST_CASE("int cuts towards zero, floor and ceiling go their ways", "[xpath][number]") {
    const World world;
    CHECK(world.number("int(-3.9)") == -3);
    CHECK(world.number("int('7.9')") == 7);
    CHECK(world.number("floor(-3.1)") == -4);
    CHECK(world.number("ceiling(-3.9)") == -3);
    CHECK(world.number("abs(-4)") == 4);
}

TEST_CASE("powers, logarithms and angles are those of the C library", "[xpath][number]") {
    const World world;
    CHECK(world.number("pow(2, 10)") == 1024);
    CHECK(world.number("sqrt(81)") == 9);
    CHECK(world.number("exp(0)") == 1);
    CHECK(world.number("exp10(3)") == 1000);
    CHECK(world.number("log(exp(2))") == Approx(2));
    CHECK(world.number("log10(1000)") == Approx(3));
    CHECK(world.number("sin(pi() div 2)") == Approx(1));
    CHECK(world.number("cos(0)") == 1);
    CHECK(world.number("tan(0)") == 0);
    CHECK(world.number("asin(1) + acos(1)") == Approx(M_PI / 2));
    CHECK(world.number("atan(1)") == Approx(M_PI / 4));
    CHECK(world.number("atan2(1, -1)") == Approx(3 * M_PI / 4));
    CHECK(std::isnan(world.number("sqrt(-1)")));
}

TEST_CASE("a sum is of nodes and of nothing else", "[xpath][number]") {
    World world("<data><v>1</v></data>");
    CHECK(world.error("sum(1)").code == peil::xpath::XpathErrc::NotANodeSet);
    CHECK(world.error("sum(/data/v + /data/v)").code == peil::xpath::XpathErrc::NotANodeSet);
    CHECK(world.number("sum(if(true(), /data/v, 0))") == 1);
}

TEST_CASE("sum, min and max skip questions without an answer", "[xpath][number]") {
    World world("<data><v>150</v><v/><v>-20</v></data>");
    CHECK(world.number("sum(/data/v)") == 130);
    CHECK(world.number("sum(/data/none)") == 0);
    CHECK(std::isnan(world.number("max(/data/v)"))); // plain XML: a blank is not a number
    world.document.setTag(world.find("/data/v"), 1); // now the instance of a form
    CHECK(world.number("max(/data/v)") == 150);
    CHECK(world.number("min(/data/v)") == -20);
    CHECK(world.number("max(-4, -1, -3)") == -1);
    CHECK(std::isnan(world.number("max(/data/none)")));
    CHECK(std::isnan(world.number("min(1, 'x', 2)")));
}

TEST_CASE("truth values come from texts, numbers and lists", "[xpath][number]") {
    const World world;
    CHECK(world.truth("boolean('0')"));
    CHECK_FALSE(world.truth("boolean(0)"));
    CHECK_FALSE(world.truth("boolean(0 div 0)"));
    CHECK(world.truth("not('')"));
    CHECK(world.truth("boolean-from-string('TRUE')"));
    CHECK(world.truth("boolean-from-string('1')"));
    CHECK_FALSE(world.truth("boolean-from-string('yes')"));
}

TEST_CASE("checklists count what is true, and -1 is no bound", "[xpath][number]") {
    const World world("<data><a>x</a><a/><w>2</w><w>3</w></data>");
    CHECK(world.truth("checklist(1, 2, true(), false(), 1 = 1)"));
    CHECK_FALSE(world.truth("checklist(3, -1, true(), false(), true())"));
    CHECK(world.truth("checklist(-1, -1)"));
    CHECK(world.truth("weighted-checklist(5, 7, true(), 4, true(), 2, false(), 9)"));
    CHECK(world.truth("weighted-checklist(-1, 6, true(), 6)"));
    CHECK(world.truth("weighted-checklist(2, 2, /data/a, /data/w)"));
}

TEST_CASE("coalesce takes the second for a blank or no number", "[xpath][number]") {
    const World world("<data><a/><b>2</b></data>");
    CHECK(world.text("coalesce(/data/a, /data/b)") == "2");
    CHECK(world.text("coalesce(/data/none, 'x')") == "x");
    CHECK(world.text("coalesce(0 div 0, 'x')") == "x");
    CHECK(world.text("coalesce(0, 'x')") == "0");
}

TEST_CASE("once keeps what the node holds", "[xpath][number]") {
    World world("<data><a/><b>kept</b></data>");
    world.at("/data/a");
    CHECK(world.text("once(1 + 1)") == "2");
    world.at("/data/b");
    CHECK(world.text("once(1 + 1)") == "kept");
}

TEST_CASE("random stays between 0 and 1 and changes", "[xpath][number]") {
    const World world;
    const auto first = world.number("random()");
    CHECK(first >= 0);
    CHECK(first < 1);
    CHECK(world.number("random()") != first);
}
