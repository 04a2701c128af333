// SPDX-License-Identifier: Apache-2.0
// What a change set names: a screen asks for nothing else again.
#include "peil_test/scenario.h"

#include <algorithm>

using namespace peil_test;
using peil::forms::Changes;
using peil::forms::NoAnswer;
using peil::forms::ScreenStatus;

namespace {

bool names(const Scenario& form, const Changes& changes, const std::string& path) {
    const auto node = form.idOf(path);
    const auto isIn = [node](const auto& nodes) { return std::find(nodes.begin(), nodes.end(), node) != nodes.end(); };
    return isIn(changes.values) || isIn(changes.states);
}

/// How far the screen is that has that key.
ScreenStatus statusOf(const Scenario& form, const std::string& key) {
    const auto& screens = form.session().screens();
    for (std::size_t i = 0; i < screens.size(); ++i)
        if (screens[i].key == key) return form.session().status(i);
    FAIL("no such screen: " << key);
    return {};
}

} // namespace

TEST_CASE("a group that becomes read only names the questions in it", "[forms][changes]") {
    auto form = Scenario::of(input("/d/done"), group("/d/g").readonly("/d/done = 'yes'"), input("/d/g/a"),
                             group("/d/g/h"), input("/d/g/h/b"), input("/d/e"));
    const auto changes = form.answer("/d/done", "yes");
    CHECK(form.at("/d/g/h/b").readonly);
    CHECK(names(form, changes, "/d/g/a"));
    CHECK(names(form, changes, "/d/g/h/b"));
    CHECK_FALSE(names(form, changes, "/d/e"));
    CHECK_FALSE(changes.structure);
}

TEST_CASE("a message that shows the answer to another question names the question it belongs to", "[forms][changes]") {
    auto form = Scenario::of(
        FormText({input("/d/low"), input("/d/a").constraint(". > 5").bind("jr:constraintMsg", "jr:itext('more')")})
            .model("<itext><translation lang=\"en\"><text id=\"more\"><value>More than <output value=\"/d/low\"/>"
                   "</value></text></translation></itext>"));
    form.answer("/d/low", "5");
    form.answer("/d/a", "1");
    REQUIRE(form.at("/d/a").message == "More than 5");
    const auto changes = form.answer("/d/low", "6");
    CHECK(form.at("/d/a").message == "More than 6");
    CHECK(names(form, changes, "/d/a"));
}

TEST_CASE("a choice whose label is an answer names the question that offers it", "[forms][changes]") {
    auto form = Scenario::of(repeat("/d/p"), input("/d/p/name"), input("/d/p/nick"),
                             select1("/d/head").inside("<itemset nodeset=\"/d/p\"><value ref=\"name\"/>"
                                                       "<label ref=\"nick\"/></itemset>"));
    form.answer("/d/p[1]/name", "ann");
    const auto changes = form.answer("/d/p[1]/nick", "Annie");
    REQUIRE(form.session().question(form.idOf("/d/head")).choices.front().label.text == "Annie");
    CHECK(names(form, changes, "/d/head"));
}

TEST_CASE("a choice whose text shows an answer names the question that offers it, and what is calculated from it",
          "[forms][changes]") {
    auto form = Scenario::of(
        FormText({input("/d/name"), select1("/d/title").itemset("instance('titles')/root/item", "jr:itext(textId)"),
                  node("/d/words").calculate("jr:choice-name(/d/title, '/d/title')"),
                  input("/d/greeting").label("Dear <output value=\"/d/words\"/>")})
            .list("titles", {{{"name", "mr"}, {"textId", "title-mr"}}, {{"name", "dr"}, {"textId", "title-dr"}}})
            .model("<itext><translation lang=\"en\"><text id=\"title-mr\"><value>Mr <output value=\"/d/name\"/>"
                   "</value></text><text id=\"title-dr\"><value>Doctor</value></text></translation></itext>"));
    form.answer("/d/title", "mr");
    const auto changes = form.answer("/d/name", "Snow");
    REQUIRE(form.session().question(form.idOf("/d/title")).choices.front().label.text == "Mr Snow");
    CHECK(names(form, changes, "/d/title"));
    CHECK(form.at("/d/greeting").label == "Dear Mr Snow");
    CHECK(names(form, changes, "/d/greeting"));
}

TEST_CASE("a choice whose label or value is made with another answer names the question that offers it",
          "[forms][changes]") {
    auto form = Scenario::of(
        FormText({input("/d/unit"), select1("/d/size").inside("<itemset nodeset=\"instance('sizes')/root/item\">"
                                                              "<value ref=\"concat(name, /d/unit)\"/><label "
                                                              "ref=\"concat(label, ' ', /d/unit)\"/></itemset>")})
            .list("sizes", {{{"name", "1"}, {"label", "One"}}}));
    form.answer("/d/unit", "m");
    form.answer("/d/size", "1m");
    const auto changes = form.answer("/d/unit", "km");
    REQUIRE(form.session().question(form.idOf("/d/size")).choices.front().label.text == "One km");
    CHECK(names(form, changes, "/d/size"));
    CHECK(form.value("/d/size").empty());
}

TEST_CASE("a screen counts its questions: asked, answered, missing, invalid", "[forms][changes]") {
    auto form = Scenario::of(group("/d/g").appearance("field-list"), input("/d/g/a").required(), input("/d/g/b"),
                             input("/d/g/c").constraint(". > 5"), input("/d/g/shown").readonly());
    CHECK(statusOf(form, "/d/g/a") == ScreenStatus{3, 0, 1, 0});
    form.refuse("/d/g/a", NoAnswer::Refused);
    form.answer("/d/g/c", "1");
    CHECK(statusOf(form, "/d/g/a") == ScreenStatus{3, 2, 0, 1});
    form.answer("/d/g/c", "6");
    form.answer("/d/g/b", "x");
    CHECK(statusOf(form, "/d/g/a") == ScreenStatus{3, 3, 0, 0});
}

TEST_CASE("a change names the screens of its questions, each once and in order", "[forms][changes]") {
    auto form = Scenario::of(input("/d/a"), input("/d/b"), input("/d/c").required("/d/a = 'yes'"),
                             input("/d/e").constraint("/d/a = 'yes' and . != /d/a"));
    form.answer("/d/e", "x");
    const auto changes = form.answer("/d/a", "yes");
    CHECK_FALSE(changes.structure);
    CHECK(form.session().screensOf(changes) == std::vector<std::size_t>{0, 2, 3});
    CHECK(form.session().screensOf(form.answer("/d/b", "x")) == std::vector<std::size_t>{1});
    CHECK(form.session().screensOf(form.answer("/d/b", "x")).empty());
}
