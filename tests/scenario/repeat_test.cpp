// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

using namespace peil_test;
using peil::forms::Screen;

TEST_CASE("instances are added at the end and removed from anywhere", "[forms][repeat]") {
    auto form = Scenario::of(repeat("/d/child"), input("/d/child/name"));
    form.answer("/d/child[1]/name", "a");
    form.add("/d/child");
    form.answer("/d/child[2]/name", "b");
    form.add("/d/child");
    form.answer("/d/child[3]/name", "c");
    form.remove("/d/child", 2);
    REQUIRE(form.session().repeatCount("/d/child") == 2);
    REQUIRE(form.value("/d/child[1]/name") == "a");
    REQUIRE(form.value("/d/child[2]/name") == "c");
}

TEST_CASE("a sum over a repeat follows each instance that comes, changes or goes", "[forms][repeat]") {
    auto form = Scenario::of(repeat("/d/r"), input("/d/r/n").type("int"), node("/d/total").calculate("sum(/d/r/n)"),
                             node("/d/many").calculate("count(/d/r)"));
    form.answer("/d/r[1]/n", "3");
    form.add("/d/r");
    REQUIRE(form.value("/d/many") == "2");
    form.answer("/d/r[2]/n", "4");
    REQUIRE(form.value("/d/total") == "7");
    form.remove("/d/r", 1);
    REQUIRE(form.value("/d/total") == "4");
    REQUIRE(form.value("/d/many") == "1");
}

TEST_CASE("a calculation in a repeat reads its own instance and no other is evaluated", "[forms][repeat]") {
    auto form = Scenario::of(repeat("/d/r"), input("/d/r/n").type("int"), node("/d/r/twice").calculate("../n * 2"));
    form.add("/d/r");
    form.answer("/d/r[1]/n", "1");
    const auto changes = form.answer("/d/r[2]/n", "5");
    REQUIRE(form.value("/d/r[1]/twice") == "2");
    REQUIRE(form.value("/d/r[2]/twice") == "10");
    REQUIRE(changes.values.size() == 2);
}

TEST_CASE("positions are right after an instance in the middle goes", "[forms][repeat]") {
    auto form = Scenario::of(repeat("/d/r"), node("/d/r/number").calculate("position(..)"), input("/d/r/n"));
    form.add("/d/r");
    form.add("/d/r");
    REQUIRE(form.value("/d/r[3]/number") == "3");
    form.remove("/d/r", 1);
    REQUIRE(form.value("/d/r[1]/number") == "1");
    REQUIRE(form.value("/d/r[2]/number") == "2");
}

TEST_CASE("a change outside reaches every instance", "[forms][repeat]") {
    auto form = Scenario::of(input("/d/rate").type("int").value("2"), repeat("/d/r"),
                             input("/d/r/n").type("int").value("3"), node("/d/r/cost").calculate("../n * /d/rate"));
    form.add("/d/r");
    form.answer("/d/rate", "10");
    REQUIRE(form.value("/d/r[1]/cost") == "30");
    REQUIRE(form.value("/d/r[2]/cost") == "30");
}

TEST_CASE("a running total reads the instance before it", "[forms][repeat]") {
    auto form = Scenario::of(repeat("/d/r"), input("/d/r/n").type("int").value("1"),
                             node("/d/r/total").calculate("sum(/d/r[position() <= position(current()/..)]/n)"));
    form.add("/d/r");
    form.add("/d/r");
    REQUIRE(form.value("/d/r[3]/total") == "3");
    form.answer("/d/r[1]/n", "5");
    REQUIRE(form.value("/d/r[1]/total") == "5");
    REQUIRE(form.value("/d/r[3]/total") == "7");
}

TEST_CASE("indexed-repeat follows the instance that it names", "[forms][repeat]") {
    auto form = Scenario::of(repeat("/d/r"), input("/d/r/name"), input("/d/which").type("int"),
                             node("/d/chosen").calculate("indexed-repeat(/d/r/name, /d/r, /d/which)"));
    form.add("/d/r");
    form.answer("/d/r[2]/name", "second");
    form.answer("/d/which", "2");
    REQUIRE(form.value("/d/chosen") == "second");
    form.answer("/d/r[2]/name", "changed");
    REQUIRE(form.value("/d/chosen") == "changed");
}

TEST_CASE("jr:count makes and takes instances at once", "[forms][repeat]") {
    auto form = Scenario::of(input("/d/many").type("int"),
                             repeat("/d/r").attribute("jr:count", "/d/many").onlyTemplate(), input("/d/r/n"));
    REQUIRE(form.session().repeatCount("/d/r") == 0);
    form.answer("/d/many", "3");
    REQUIRE(form.session().repeatCount("/d/r") == 3);
    form.answer("/d/r[1]/n", "kept");
    form.answer("/d/many", "1");
    REQUIRE(form.session().repeatCount("/d/r") == 1);
    REQUIRE(form.value("/d/r[1]/n") == "kept");
}

TEST_CASE("while the count has no number the instances stay", "[forms][repeat]") {
    auto form = Scenario::of(input("/d/many").type("int").value("2"), repeat("/d/r").attribute("jr:count", "/d/many"),
                             input("/d/r/n"));
    form.answer("/d/many", "");
    REQUIRE(form.session().repeatCount("/d/r") == 2);
}

TEST_CASE("a count that counts itself settles or stops", "[forms][repeat]") {
    auto form = Scenario::of(
        node("/d/target")
            .calculate(
                "if(/d/r[position() = count(/d/r)]/more = 'yes' or count(/d/r) = 0, count(/d/r) + 1, count(/d/r))"),
        repeat("/d/r").attribute("jr:count", "/d/target"), input("/d/r/more"));
    REQUIRE(form.session().repeatCount("/d/r") == 1);
    form.answer("/d/r[1]/more", "yes");
    REQUIRE(form.session().repeatCount("/d/r") == 2);
    form.answer("/d/r[2]/more", "no");
    REQUIRE(form.session().repeatCount("/d/r") == 2);
}

TEST_CASE("a repeat inside a repeat keeps its instances apart", "[forms][repeat]") {
    auto form = Scenario::of(repeat("/d/h"), repeat("/d/h/p"), input("/d/h/p/age").type("int"),
                             node("/d/h/sum").calculate("sum(../p/age)"));
    form.add("/d/h");
    form.add("/d/h[2]/p");
    form.answer("/d/h[1]/p[1]/age", "10");
    form.answer("/d/h[2]/p[1]/age", "20");
    form.answer("/d/h[2]/p[2]/age", "5");
    REQUIRE(form.value("/d/h[1]/sum") == "10");
    REQUIRE(form.value("/d/h[2]/sum") == "25");
}

TEST_CASE("a repeat that the designer fixed has no screen to add one", "[forms][repeat]") {
    auto open = Scenario::of(repeat("/d/r"), input("/d/r/n"));
    auto fixed = Scenario::of(repeat("/d/r").attribute("jr:noAddRemove", "true()"), input("/d/r/n"));
    REQUIRE(open.session().screens().back().kind == Screen::Kind::AddRepeat);
    REQUIRE(fixed.session().screens().back().kind == Screen::Kind::Questions);
}

TEST_CASE("the cost of one answer does not grow with the number of instances", "[forms][repeat]") {
    auto form = Scenario::of(repeat("/d/r"), input("/d/r/n").type("int"),
                             node("/d/r/twice").calculate("../n * 2").relevant("../n > 0"));
    for (int i = 0; i < 60; ++i)
        form.add("/d/r");
    const auto changes = form.answer("/d/r[30]/n", "4");
    REQUIRE(changes.values.size() == 2);
    REQUIRE(changes.rows.size() == 2);
}

TEST_CASE("a repeat without an instance asks for one only while it is relevant", "[forms][repeat]") {
    auto form =
        Scenario::of(input("/d/any"), repeat("/d/r").relevant("/d/any = 'yes'").onlyTemplate(), input("/d/r/n"));
    const auto asks = [&] { return form.session().screens().back().kind == Screen::Kind::AddRepeat; };
    REQUIRE_FALSE(asks());
    REQUIRE_FALSE(form.session().isRelevant(form.idOf("/d/r")));
    form.answer("/d/any", "yes");
    REQUIRE(asks());
    form.add("/d/r");
    form.remove("/d/r", 1);
    REQUIRE(asks());
    form.answer("/d/any", "no");
    REQUIRE_FALSE(asks());
    form.restart();
    REQUIRE_FALSE(asks());
}

TEST_CASE("an inner repeat without an instance asks by the condition of its own outer one", "[forms][repeat]") {
    auto form = Scenario::of(repeat("/d/o"), input("/d/o/any"),
                             repeat("/d/o/i").relevant("../../o/any = 'yes' and ../any = 'yes'").onlyTemplate(),
                             input("/d/o/i/n"));
    form.add("/d/o");
    form.answer("/d/o[1]/any", "yes");
    REQUIRE(form.session().isRelevant(form.idOf("/d/o[1]/i")));
    REQUIRE_FALSE(form.session().isRelevant(form.idOf("/d/o[2]/i")));
}
