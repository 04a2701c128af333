// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

using namespace peil_test;
using peil::forms::Control;
using peil::forms::DataType;
using peil::forms::FieldClass;
using peil::forms::FormDefinition;

TEST_CASE("a form knows its id, version and title", "[forms][definition]") {
    const auto parsed = FormDefinition::parse(FormText({input("/d/a")}).xml());
    REQUIRE(parsed.form);
    REQUIRE(parsed.form->id() == "test");
    REQUIRE(parsed.form->version() == "1");
    REQUIRE(parsed.form->title() == "Test form");
}

TEST_CASE("fields say what a codebook needs", "[forms][definition]") {
    const auto parsed = FormDefinition::parse(
        FormText({select1("/d/q").label("Why?").choices({"a", "b"}).bind("peil:class", "estimate"), repeat("/d/r"),
                  input("/d/r/n").type("int"), node("/d/sum").calculate("sum(/d/r/n)")})
            .xml());
    REQUIRE(parsed.form);
    const auto& fields = parsed.form->fields();
    REQUIRE(parsed.form->fieldCount() == fields.size());
    REQUIRE(fields[0].path == "/d/q");
    REQUIRE(fields[0].control == Control::Select1);
    REQUIRE(fields[0].fieldClass == FieldClass::Estimate);
    REQUIRE(fields[0].labels.front().second == "Why?");
    REQUIRE(fields[0].choices.size() == 2);
    REQUIRE(fields[1].type == DataType::Integer);
    REQUIRE(fields[1].repeatPath == "/d/r");
    REQUIRE(fields[2].calculated);
}

TEST_CASE("choices of a list in the form are among the facts, with their labels in each language",
          "[forms][definition]") {
    const auto parsed = FormDefinition::parse(
        FormText({select1("/d/q").itemset("instance('l')/root/item", "jr:itext(id)")})
            .list("l", {{{"name", "y"}, {"id", "yes"}}})
            .model("<itext><translation lang=\"en\"><text id=\"yes\"><value>Yes</value></text></translation>"
                   "<translation lang=\"nl\"><text id=\"yes\"><value>Ja</value></text></translation></itext>")
            .xml());
    REQUIRE(parsed.form);
    const auto& choice = parsed.form->fields().front().choices.front();
    REQUIRE(choice.value == "y");
    REQUIRE(choice.labels[1].second == "Ja");
}

TEST_CASE("one definition serves many sessions", "[forms][definition]") {
    auto first = Scenario::of(input("/d/a"));
    auto second = need(peil::forms::Session::start(first.form(), first.environment()));
    first.answer("/d/a", "one");
    REQUIRE(second.value(*second.find("/d/a")).empty());
}

TEST_CASE("the form's own instance can be named by its id", "[forms][definition]") {
    auto form = Scenario::fromXml(
        "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><model>"
        "<instance id=\"own\"><d id=\"test\"><a/><b/></d></instance>"
        "<bind nodeset=\"/d/b\" calculate=\"concat(instance('own')/d/a, '!')\"/></model></h:head><h:body>"
        "<input ref=\"/d/a\"/></h:body></h:html>");
    form.answer("/d/a", "x");
    REQUIRE(form.value("/d/b") == "x!");
}

TEST_CASE("functions of JavaRosa go by their namespace, not by the prefix jr", "[forms][definition]") {
    auto form = Scenario::fromXml(
        "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
        "xmlns:rosa=\"http://openrosa.org/javarosa\"><h:head><model><instance><d id=\"test\"><a/><b/></d></instance>"
        "<bind nodeset=\"/d/b\" calculate=\"rosa:choice-name(/d/a, '/d/a')\"/></model></h:head><h:body>"
        "<select1 ref=\"/d/a\"><item><label>One</label><value>1</value></item></select1></h:body></h:html>");
    form.answer("/d/a", "1");
    REQUIRE(form.value("/d/b") == "One");
}
