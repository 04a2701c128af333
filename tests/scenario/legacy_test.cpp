// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

using namespace peil_test;

TEST_CASE("an absolute path inside a repeat means the instance around it, as older forms expect", "[forms][legacy]") {
    auto form = Scenario::of(repeat("/d/r"), input("/d/r/a"), node("/d/r/b").calculate("concat(/d/r/a, '!')"),
                             input("/d/r/c").relevant("/d/r/a = 'x'"));
    form.add("/d/r");
    form.answer("/d/r[2]/a", "x");
    REQUIRE(form.value("/d/r[2]/b") == "x!");
    REQUIRE_FALSE(form.at("/d/r[1]/c").relevant);
    REQUIRE(form.at("/d/r[2]/c").relevant);
}

TEST_CASE("inside a filter, too, an absolute path means the instance around the question", "[forms][legacy]") {
    auto form = Scenario::of(
        FormText({repeat("/d/r"), input("/d/r/k"), select1("/d/r/q").itemset("instance('l')/root/item[k = /d/r/k]")})
            .list("l", {{{"name", "a"}, {"label", "A"}, {"k", "1"}}, {{"name", "b"}, {"label", "B"}, {"k", "2"}}}));
    form.add("/d/r");
    form.answer("/d/r[1]/k", "1");
    form.answer("/d/r[2]/k", "2");
    REQUIRE(form.at("/d/r[2]/q").choices == std::vector<std::string>{"b"});
}

TEST_CASE("functions over many nodes take every instance all the same", "[forms][legacy]") {
    auto form =
        Scenario::of(repeat("/d/r"), input("/d/r/n").type("int").value("2"), node("/d/r/all").calculate("sum(/d/r/n)"));
    form.add("/d/r");
    REQUIRE(form.value("/d/r[1]/all") == "4");
}

TEST_CASE("a path in quotes or after a name is left alone", "[forms][legacy]") {
    auto form =
        Scenario::of(repeat("/d/r"), input("/d/r/n").type("int").value("8"), node("/d/r/half").calculate("../n div 2"),
                     node("/d/r/text").calculate("concat('/d/r/n', ' ', /d/r/n div 4)"));
    REQUIRE(form.value("/d/r[1]/half") == "4");
    REQUIRE(form.value("/d/r[1]/text") == "/d/r/n 2");
}

TEST_CASE("nodes of one name beside each other that do not repeat keep their own values", "[forms][legacy]") {
    auto form = Scenario::fromXml("<h:html xmlns=\"http://www.w3.org/2002/xforms\" "
                                  "xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><model><instance>"
                                  "<d id=\"test\"><m>1</m><m>2</m><q/></d></instance></model></h:head><h:body><input "
                                  "ref=\"/d/q\"/></h:body></h:html>");
    form.answer("/d/m[2]", "changed");
    form.restart();
    REQUIRE(form.value("/d/m[1]") == "1");
    REQUIRE(form.value("/d/m[2]") == "changed");
}

TEST_CASE("joined to other text, a path means the instance around it and not all of them", "[forms][legacy]") {
    auto form = Scenario::of(repeat("/d/r"), input("/d/r/a"), node("/d/r/b").calculate("concat(/d/r/a, '!')"),
                             node("/d/r/c").calculate("once(/d/r/a)"));
    form.add("/d/r");
    form.answer("/d/r[1]/a", "x");
    form.answer("/d/r[2]/a", "y");
    REQUIRE(form.value("/d/r[1]/b") == "x!");
    REQUIRE(form.value("/d/r[2]/b") == "y!");
    REQUIRE(form.value("/d/r[2]/c") == "y");
}

TEST_CASE("inside a function over many nodes, only a path that is its argument means all instances",
          "[forms][legacy]") {
    auto form = Scenario::of(repeat("/d/r"), input("/d/r/n").type("int").value("1"), input("/d/r/k").type("int"),
                             node("/d/r/most").calculate("max(if(/d/r/n > 4, 10, 0), /d/r/n + 1)"),
                             node("/d/r/other").calculate("indexed-repeat(/d/r/n, /d/r, /d/r/k)"),
                             node("/d/r/same").calculate("count(/d/r[n = /d/r/n])"));
    form.add("/d/r");
    form.add("/d/r");
    form.answer("/d/r[2]/n", "5");
    form.answer("/d/r[3]/k", "2");
    REQUIRE(form.value("/d/r[1]/most") == "2");
    REQUIRE(form.value("/d/r[2]/most") == "10");
    REQUIRE(form.value("/d/r[3]/other") == "5");
    REQUIRE(form.value("/d/r[1]/same") == "2");
    REQUIRE(form.value("/d/r[2]/same") == "1");
}
