// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

using namespace peil_test;

namespace {

FormText bilingual() {
    return FormText({input("/d/name").inside("<label ref=\"jr:itext('name')\"/><hint ref=\"jr:itext('hint')\"/>"),
                     input("/d/age").inside("<label ref=\"jr:itext('age')\"/>"),
                     node("/d/word").calculate("jr:itext('name')"),
                     select1("/d/q").itemset("instance('l')/root/item", "jr:itext(itextId)")})
        .list("l", {{{"name", "y"}, {"itextId", "yes"}}})
        .model("<itext><translation lang=\"English (en)\"><text id=\"name\"><value>Name</value><value "
               "form=\"image\">jr://images/face.png</value>"
               "</text><text id=\"hint\"><value>As on the card</value><value form=\"guidance\">Ask twice</value></text>"
               "<text id=\"age\"><value>How old is <output value=\"/d/name\"/>?</value></text><text "
               "id=\"yes\"><value>Yes</value></text></translation>"
               "<translation lang=\"Nederlands (nl)\" default=\"\"><text id=\"name\"><value>Naam</value></text><text "
               "id=\"hint\"><value>Zoals op de pas</value></text>"
               "<text id=\"age\"><value>Hoe oud is <output value=\"/d/name\"/>?</value></text><text "
               "id=\"yes\"><value>Ja</value></text></translation></itext>");
}

} // namespace

TEST_CASE("the default language is the one that the form names", "[forms][language]") {
    auto form = Scenario::of(bilingual());
    REQUIRE(form.session().language() == "Nederlands (nl)");
    REQUIRE(form.at("/d/name").label == "Naam");
    REQUIRE(form.form()->languages().size() == 2);
    REQUIRE(form.form()->languages()[1].code == "nl");
}

TEST_CASE("labels, hints, guidance, pictures and choices follow the language", "[forms][language]") {
    auto form = Scenario::of(bilingual());
    need(form.session().setLanguage("en"));
    const auto question = form.session().question(form.idOf("/d/name"));
    REQUIRE(question.label.text == "Name");
    REQUIRE(question.label.image == "face.png");
    REQUIRE(question.hint.text == "As on the card");
    REQUIRE(question.guidance.text == "Ask twice");
    REQUIRE(form.session().question(form.idOf("/d/q")).choices.front().label.text == "Yes");
}

TEST_CASE("expressions that read texts follow the language", "[forms][language]") {
    auto form = Scenario::of(bilingual());
    REQUIRE(form.value("/d/word") == "Naam");
    const auto changes = need(form.session().setLanguage("English (en)"));
    REQUIRE(form.value("/d/word") == "Name");
    REQUIRE(changes.structure);
}

TEST_CASE("an output in a label shows the answer, and its question is among the changes", "[forms][language]") {
    auto form = Scenario::of(bilingual());
    const auto changes = form.answer("/d/name", "Ann");
    REQUIRE(form.at("/d/age").label == "Hoe oud is Ann?");
    REQUIRE(std::find(changes.states.begin(), changes.states.end(), form.idOf("/d/age")) != changes.states.end());
}

TEST_CASE("labels without translations may hold outputs", "[forms][language]") {
    auto form = Scenario::of(input("/d/name"), input("/d/q").label("Hello <output value=\"/d/name\"/>, how are you?"));
    form.answer("/d/name", "Bo");
    REQUIRE(form.at("/d/q").label == "Hello Bo, how are you?");
}

TEST_CASE("Arabic is known to run from right to left", "[forms][language]") {
    const auto parsed = peil::forms::FormDefinition::parse(
        FormText({input("/d/a")})
            .model(
                "<itext><translation lang=\"Arabic (ar)\"><text id=\"t\"><value>x</value></text></translation></itext>")
            .xml());
    REQUIRE(parsed.form);
    REQUIRE(parsed.form->languages().front().rightToLeft);
}
