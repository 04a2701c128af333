// SPDX-License-Identifier: Apache-2.0
#include "instance_form.h"

#include "peil/forms/error.h"

using namespace peil_test;
using peil::forms::FormsErrc;
using peil::forms::Text;

namespace {

peil::forms::FormPointer greeting() {
    return Scenario::of(
               FormText({input("/d/name"), input("/d/a").inside("<label ref=\"jr:itext('hello')\"/>")})
                   .model("<itext><translation lang=\"English (en)\"><text id=\"hello\"><value>Hello <output "
                          "value=\"/d/name\"/></value><value form=\"guidance\">Smile.</value></text><text "
                          "id=\"bye\"><value>Bye</value></text></translation><translation lang=\"Dutch (nl)\"><text "
                          "id=\"hello\"><value>Dag <output value=\"/d/name\"/></value></text></translation></itext>"))
        .form();
}

} // namespace

TEST_CASE("a text comes in the chosen language with its outputs, and in the form's own where it lacks one",
          "[forms][texts]") {
    Parts parts(greeting());
    parts.set("/d/name", "Ann");
    const auto text = [&](const char* id) {
        return parts.texts.itext(parts.instance.form().itextNumber(id), parts.instance.root()).text;
    };
    CHECK(text("hello") == "Hello Ann");
    REQUIRE(parts.texts.select("nl"));
    CHECK(parts.texts.language() == "Dutch (nl)");
    CHECK(parts.texts.languageCode() == "nl");
    CHECK(text("hello") == "Dag Ann");
    CHECK(text("bye") == "Bye");
    CHECK(text("nowhere").empty());
}

TEST_CASE("a language that the form does not have changes nothing", "[forms][texts]") {
    Parts parts(greeting());
    REQUIRE(parts.texts.select("nl"));
    CHECK(parts.texts.select("pl").error().code == make_error_code(FormsErrc::UnknownLanguage));
    CHECK(parts.texts.language() == "Dutch (nl)");
}

TEST_CASE("guidance comes with a text that has it, unless there is some already", "[forms][texts]") {
    Parts parts(greeting());
    const auto number = parts.instance.form().itextNumber("hello");
    Text guidance;
    static_cast<void>(parts.texts.itext(number, parts.instance.root(), &guidance));
    CHECK(guidance.text == "Smile.");
    guidance.text = "Wait.";
    static_cast<void>(parts.texts.itext(number, parts.instance.root(), &guidance));
    CHECK(guidance.text == "Wait.");
}
