// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

using namespace peil_test;

TEST_CASE("a field in an irrelevant group is irrelevant whatever its own rule says", "[forms][relevant]") {
    auto form = Scenario::of(input("/d/show"), group("/d/g").relevant("/d/show = 'yes'"),
                             input("/d/g/name").relevant("true()"));
    form.answer("/d/show", "no");
    REQUIRE_FALSE(form.at("/d/g/name").relevant);
}

TEST_CASE("a hidden answer is empty for expressions and comes back when its question does", "[forms][relevant]") {
    auto form = Scenario::of(input("/d/show").value("yes"), input("/d/age").type("int").relevant("/d/show = 'yes'"),
                             node("/d/copy").calculate("concat('<', /d/age, '>')"));
    form.answer("/d/age", "34");
    REQUIRE(form.value("/d/copy") == "<34>");
    form.answer("/d/show", "no");
    REQUIRE(form.value("/d/copy") == "<>");
    form.answer("/d/show", "yes");
    REQUIRE(form.value("/d/copy") == "<34>");
}

TEST_CASE("a calculation in a group that is not asked is empty for other expressions", "[forms][relevant]") {
    auto form = Scenario::of(input("/d/show"), group("/d/g").relevant("/d/show = 'yes'"),
                             node("/d/g/n").calculate("1 + 1"), node("/d/seen").calculate("concat('<', /d/g/n, '>')"));
    REQUIRE(form.value("/d/seen") == "<>");
    form.answer("/d/show", "yes");
    REQUIRE(form.value("/d/seen") == "<2>");
}

TEST_CASE("a chain of calculations settles after one answer", "[forms][calculate]") {
    auto form =
        Scenario::of(node("/d/c").calculate("/d/b * 2"), node("/d/b").calculate("/d/a + 1"), input("/d/a").type("int"));
    const auto changes = form.answer("/d/a", "4");
    REQUIRE(form.value("/d/c") == "10");
    REQUIRE(changes.values.size() == 3);
    REQUIRE(changes.rows.size() == 3);
}

TEST_CASE("a condition as a calculation is 1 or 0 in a number and true or false in a text", "[forms][calculate]") {
    auto form = Scenario::of(input("/d/a").type("int"), node("/d/n").type("int").calculate("/d/a > 3"),
                             node("/d/m").type("decimal").calculate("/d/a > 3"),
                             node("/d/t").type("string").calculate("/d/a > 3"));
    REQUIRE(form.value("/d/n") == "0");
    form.answer("/d/a", "4");
    REQUIRE(form.value("/d/n") == "1");
    REQUIRE(form.value("/d/m") == "1");
    REQUIRE(form.value("/d/t") == "true");
}

TEST_CASE("days added to a date give a date where the node is one, and a number of days elsewhere",
          "[forms][calculate]") {
    auto form = Scenario::of(input("/d/seen").type("date").onEvent("xforms-value-changed", "/d/reply", "/d/seen + 14"),
                             node("/d/week").type("date").calculate("/d/seen + 7"),
                             node("/d/day").type("int").calculate("/d/seen + 7"), input("/d/reply").type("date"),
                             node("/d/far").type("date").calculate("/d/seen + 9000000"));
    REQUIRE(form.value("/d/week").empty());
    form.answer("/d/seen", "2024-02-25");
    REQUIRE(form.value("/d/week") == "2024-03-03");
    REQUIRE(form.value("/d/day") == "19785");
    REQUIRE(form.value("/d/reply") == "2024-03-10");
    REQUIRE(form.value("/d/far").empty());
    form.answer("/d/seen", "1969-12-20");
    REQUIRE(form.value("/d/week") == "1969-12-27");
}

TEST_CASE("a repeat may ask for its own place", "[forms][relevant]") {
    auto form = Scenario::of(repeat("/d/r").relevant("position() != 2"), input("/d/r/a"));
    form.add("/d/r");
    form.add("/d/r");
    REQUIRE_FALSE(form.at("/d/r[2]/a").relevant);
    REQUIRE(form.at("/d/r[3]/a").relevant);
    form.remove("/d/r", 1);
    REQUIRE(form.at("/d/r[1]/a").relevant);
    REQUIRE_FALSE(form.at("/d/r[2]/a").relevant);
}

TEST_CASE("counting questions follows whether they are asked", "[forms][relevant]") {
    auto form = Scenario::of(input("/d/a"), repeat("/d/r"), input("/d/r/q").relevant("/d/a = 'yes'"),
                             node("/d/many").calculate("count(/d/r/q)"),
                             repeat("/d/s").attribute("jr:count", "count(/d/r/q)"), input("/d/s/n"));
    REQUIRE(form.value("/d/many") == "0");
    form.answer("/d/a", "yes");
    REQUIRE(form.value("/d/many") == "1");
    REQUIRE(form.session().repeatCount("/d/s") == 1);
    form.answer("/d/a", "no");
    REQUIRE(form.value("/d/many") == "0");
    REQUIRE(form.session().repeatCount("/d/s") == 0);
}
