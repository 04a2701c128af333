// SPDX-License-Identifier: Apache-2.0
#include "world.h"

#include <cmath>

using xpath_test::World;

TEST_CASE("operators bind as XPath says", "[xpath][operator]") {
    const World world;
    CHECK(world.number("1 + 2 * 3 - 4 div 2") == 5);
    CHECK(world.number("10 - 3 - 2") == 5);
    CHECK(world.number("(1 + 2) * 3") == 9);
    CHECK(world.number("- 2 * -3") == 6);
    CHECK(world.truth("1 = 1 and 2 > 1 or false()"));
    CHECK(world.truth("1 < 2 = true()"));
}

TEST_CASE("names of operators are names where a name can stand", "[xpath][operator]") {
    const World world("<data><div>8</div><mod>3</mod><and>1</and></data>");
    CHECK(world.number("/data/div div 2") == 4);
    CHECK(world.number("/data/div mod /data/mod") == 2);
    CHECK(world.truth("/data/and and /data/div"));
    CHECK(world.number("7mod4") == 3);
}

TEST_CASE("a hyphen inside a name belongs to the name", "[xpath][operator]") {
    const World world("<data><a-b>5</a-b><a>9</a><b>2</b></data>");
    CHECK(world.number("/data/a-b") == 5);
    CHECK(world.number("/data/a -/data/b") == 7);
}

TEST_CASE("a blank answer is not zero", "[xpath][operator]") {
    const World world("<data><x/></data>");
    CHECK(std::isnan(world.number("/data/x + 1")));
    CHECK(world.text("/data/x + 1") == "NaN");
    CHECK_FALSE(world.truth("/data/x = 0"));
    CHECK_FALSE(world.truth("/data/x < 1"));
}

TEST_CASE("division and remainder follow IEEE and the sign of the dividend", "[xpath][operator]") {
    const World world;
    CHECK(std::isinf(world.number("1 div 0")));
    CHECK(world.text("-1 div 0") == "-Infinity");
    CHECK(std::isnan(world.number("5 mod 0")));
    CHECK(world.number("-7 mod 3") == -1);
    CHECK(world.number("7 mod -3") == 1);
    CHECK(world.truth("1 div 0 = 1 div 0"));
}

TEST_CASE("equality forgives the noise of binary fractions", "[xpath][operator]") {
    const World world;
    CHECK(world.truth("0.1 + 0.2 = 0.3"));
    CHECK_FALSE(world.truth("0.1 + 0.2 != 0.3"));
    CHECK_FALSE(world.truth("0.300001 = 0.3"));
}

TEST_CASE("a comparison with nodes holds when it holds for one of them", "[xpath][operator]") {
    const World world("<data><v>1</v><v>5</v></data>");
    CHECK(world.truth("/data/v = 5"));
    CHECK(world.truth("/data/v != 5"));
    CHECK(world.truth("3 < /data/v"));
    CHECK_FALSE(world.truth("/data/v > 5"));
    CHECK(world.truth("/data/v = /data/v[2]"));
}

TEST_CASE("a path without nodes compares as an empty text", "[xpath][operator]") {
    const World world("<data><v>1</v></data>");
    CHECK(world.truth("/data/none = ''"));
    CHECK_FALSE(world.truth("/data/none != ''"));
    CHECK_FALSE(world.truth("/data/none = 'x'"));
    CHECK(world.truth("/data/none = /data/nothing"));
    CHECK_FALSE(world.truth("/data/none > 0"));
}

TEST_CASE("a single node is true when it has an answer, and by its value when it has a type", "[xpath][operator]") {
    World world("<data><blank/><word>no</word><flag>false</flag><zero>0</zero></data>");
    CHECK_FALSE(world.truth("/data/blank"));
    CHECK(world.truth("/data/word"));
    CHECK(world.truth("/data/flag"));
    world.document.setType(world.find("/data/flag"), peil::xpath::NodeType::Boolean);
    world.document.setType(world.find("/data/zero"), peil::xpath::NodeType::Integer);
    CHECK_FALSE(world.truth("/data/flag"));
    CHECK_FALSE(world.truth("/data/zero"));
    CHECK(world.count("/data/*[self::blank]") == 1);
}

TEST_CASE("and, or and if leave alone what they do not need", "[xpath][operator]") {
    const World world;
    CHECK(world.truth("true() or date('2023-02-30')"));
    CHECK_FALSE(world.truth("false() and date('2023-02-30')"));
    CHECK(world.number("if(true(), 1, date('2023-02-30'))") == 1);
    CHECK(world.text("if(1 > 2, 'a', 'b')") == "b");
}
