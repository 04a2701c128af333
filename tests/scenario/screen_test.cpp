// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

using namespace peil_test;
using peil::forms::Screen;

TEST_CASE("each question has its own screen, a field list is one screen", "[forms][screens]") {
    auto form = Scenario::of(input("/d/a"), group("/d/g").appearance("field-list").label("Both"), input("/d/g/b"),
                             input("/d/g/c"), input("/d/e"));
    const auto& screens = form.session().screens();
    REQUIRE(screens.size() == 3);
    REQUIRE(screens[1].questions.size() == 2);
    REQUIRE(screens[1].headings == std::vector<std::string>{"Both"});
    REQUIRE(screens[1].key == "/d/g/b");
}

TEST_CASE("a question that is not asked has no screen", "[forms][screens]") {
    auto form = Scenario::of(input("/d/a"), input("/d/b").relevant("/d/a = 'yes'"),
                             group("/d/g").relevant("/d/a = 'yes'"), input("/d/g/c"));
    REQUIRE(form.session().screens().size() == 1);
    const auto changes = form.answer("/d/a", "yes");
    REQUIRE(changes.structure);
    REQUIRE(form.session().screens().size() == 3);
}

TEST_CASE("an answer that changes no screen reports that", "[forms][screens]") {
    auto form = Scenario::of(input("/d/a"), node("/d/b").calculate("/d/a"));
    REQUIRE_FALSE(form.answer("/d/a", "x").structure);
}

TEST_CASE("a repeat ends with the question whether there is another", "[forms][screens]") {
    auto form = Scenario::of(group("/d/s").label("Household"), repeat("/d/s/p").label("Person"), input("/d/s/p/name"));
    REQUIRE(form.session().screens().size() == 2);
    const auto ask = form.session().screens()[1];
    REQUIRE(ask.kind == Screen::Kind::AddRepeat);
    REQUIRE(ask.key == "/d/s/p");
    form.keep(need(form.session().addRepeat(ask.repeat)));
    REQUIRE(form.session().screens().size() == 3);
    REQUIRE(form.session().screens()[0].headings == std::vector<std::string>{"Household", "Person"});
    REQUIRE(form.session().screens()[0].section == "Household");
}

TEST_CASE("a form has the same chapters whatever is answered, and each screen says its own", "[forms][screens]") {
    using peil::forms::Chapter;
    auto form = Scenario::of(input("/d/a"), group("/d/g").relevant("/d/a = 'yes'").label("Work"), input("/d/g/b"),
                             group("/d/h").label("Home"), input("/d/h/c"), input("/d/h/e"), input("/d/z"));
    const std::vector<Chapter> all{{""}, {"Work"}, {"Home"}, {""}};
    const auto chapterOfEach = [&form] {
        std::vector<std::size_t> chapters;
        for (const auto& screen : form.session().screens())
            chapters.push_back(screen.chapter);
        return chapters;
    };
    REQUIRE(form.session().chapters() == all);
    REQUIRE(chapterOfEach() == std::vector<std::size_t>{0, 2, 2, 3});
    form.answer("/d/a", "yes");
    REQUIRE(form.session().chapters() == all);
    REQUIRE(chapterOfEach() == std::vector<std::size_t>{0, 1, 2, 2, 3});
}

TEST_CASE("chapters inside a group without a label, and of a repeat, are there from the beginning",
          "[forms][screens]") {
    using peil::forms::Chapter;
    auto form = Scenario::of(input("/d/a"), group("/d/g").relevant("/d/a = 'yes'"), group("/d/g/h").label("Work"),
                             input("/d/g/h/b"), repeat("/d/p").label("Person"), input("/d/p/name"));
    const std::vector<Chapter> all{{""}, {"Work"}, {"Person"}};
    REQUIRE(form.session().chapters() == all);
    form.answer("/d/a", "yes");
    form.add("/d/p");
    REQUIRE(form.session().chapters() == all);
}

TEST_CASE("a screen says how many questions it can have, also those that are not asked now", "[forms][screens]") {
    auto form = Scenario::of(input("/d/a"), group("/d/g").appearance("field-list"), input("/d/g/b"),
                             input("/d/g/c").relevant("/d/g/b = 'yes'"), input("/d/g/n").readonly("true()"));
    REQUIRE(form.session().screens()[0].mostAsked == 1);
    REQUIRE(form.session().screens()[1].questions.size() == 2);
    REQUIRE(form.session().screens()[1].mostAsked == 2);
}

TEST_CASE("an empty repeat can be started", "[forms][screens]") {
    auto form = Scenario::of(repeat("/d/p").onlyTemplate(), input("/d/p/name"));
    REQUIRE(form.session().repeatCount("/d/p") == 0);
    form.add("/d/p");
    form.answer("/d/p[1]/name", "x");
    REQUIRE(form.value("/d/p[1]/name") == "x");
}

TEST_CASE("a heading that shows an answer follows it", "[forms][screens]") {
    auto form =
        Scenario::of(input("/d/name"), group("/d/g").label("About <output value=\"/d/name\"/>"), input("/d/g/a"));
    form.answer("/d/name", "Ann");
    REQUIRE(form.session().screens()[1].headings.front() == "About Ann");
}

TEST_CASE("an output that its compiler escaped twice shows what was meant, and a string keeps its signs",
          "[forms][screens]") {
    const auto heading = [](const std::string& value) {
        auto form = Scenario::of(input("/d/name"), group("/d/g").label("Is <output value=\"" + value + "\"/>"),
                                 input("/d/g/a"));
        form.answer("/d/name", "Ann");
        return form.session().screens()[1].headings.front();
    };
    CHECK(heading("if(string-length(/d/name) &amp;lt; 5, '&amp;lt;short&amp;gt;', 'long')") == "Is <short>");
    CHECK(heading("if(/d/name != 'Bob', '&amp;lt;', 'Bob')") == "Is &lt;");
}

TEST_CASE("what a screen needs of the body comes with the question", "[forms][screens]") {
    auto form =
        Scenario::of(input("/d/a").appearance("multiline numbers").attribute("rows", "5").bind("peil:class", "sealed"));
    const auto question = form.session().question(form.idOf("/d/a"));
    REQUIRE(question.appearances == std::vector<std::string>{"multiline", "numbers"});
    REQUIRE(question.attributes == std::vector<std::pair<std::string, std::string>>{{"rows", "5"}});
}

TEST_CASE("a question offers the reasons for no answer that its bind names, in one order, and all without a word",
          "[forms][reasons]") {
    using peil::forms::NoAnswer;
    auto form = Scenario::of(input("/d/a"), input("/d/b").bind("peil:noAnswer", "refused  dont_know"),
                             input("/d/c").bind("peil:noAnswer", "none"), input("/d/e").bind("peil:noAnswer", " "));
    const auto offered = [&](const char* path) { return form.session().question(*form.session().find(path)).reasons; };
    const std::vector<NoAnswer> all(peil::forms::kReasons.begin(), peil::forms::kReasons.end());
    CHECK(offered("/d/a") == all);
    CHECK(offered("/d/b") == std::vector{NoAnswer::DontKnow, NoAnswer::Refused});
    CHECK(offered("/d/c").empty());
    CHECK(offered("/d/e") == all);
}
