// SPDX-License-Identifier: Apache-2.0
#include "peil/xpath/document.h"
#include "peil_test/scenario.h"

using namespace peil_test;
using peil::forms::FieldClass;
using peil::forms::NoAnswer;

namespace {

Scenario simple() {
    return Scenario::of(input("/d/a"), input("/d/b").relevant("/d/a = 'yes'"), group("/d/g"),
                        input("/d/g/c").type("int"), repeat("/d/r"), input("/d/r/n"));
}

} // namespace

TEST_CASE("the record leaves out what is not asked and names its form", "[forms][record]") {
    auto form = simple();
    form.answer("/d/a", "no");
    const auto xml = form.session().submissionXml();
    REQUIRE(xml.find("id=\"test\" version=\"1\"") != std::string::npos);
    REQUIRE(xml.find("<b") == std::string::npos);
    REQUIRE(xml.find("<a>no</a>") != std::string::npos);
    REQUIRE(xml.find("xmlns:orx=\"http://openrosa.org/xforms\"") != std::string::npos);
    REQUIRE(xml.find("<orx:instanceID>uuid:") != std::string::npos);
    REQUIRE(peil::xpath::Document::parse(xml));
}

TEST_CASE("a draft holds everything and opens as it was", "[forms][record]") {
    auto form = simple();
    form.answer("/d/a", "yes");
    form.answer("/d/b", "kept <&>");
    form.answer("/d/a", "no");
    form.add("/d/r");
    form.answer("/d/r[2]/n", "two");
    form.refuse("/d/g/c", NoAnswer::Refused);
    const auto draft = form.session().draftXml();
    form.loadRecord(draft);
    REQUIRE(form.session().draftXml() == draft);
    REQUIRE(form.session().question(form.idOf("/d/g/c")).reason == NoAnswer::Refused);
    form.answer("/d/a", "yes");
    REQUIRE(form.value("/d/b") == "kept <&>");
}

TEST_CASE("editing a record that was sent gives a new identifier and names the old one", "[forms][record]") {
    auto form = simple();
    const auto old = form.session().instanceId();
    form.loadRecord(form.session().submissionXml(), peil::forms::LoadAs::Edit);
    REQUIRE(form.session().instanceId() != old);
    REQUIRE(form.session().submissionXml().find("<orx:deprecatedID>" + old) != std::string::npos);
    const auto draft = form.session().draftXml();
    form.loadRecord(draft);
    REQUIRE(form.session().draftXml() == draft);
}

TEST_CASE("a draft of an older version takes the defaults of what is new and drops what is gone", "[forms][record]") {
    auto form = Scenario::of(input("/d/a"), input("/d/fresh").value("default"),
                             node("/d/sum").calculate("concat(/d/a, /d/fresh)"));
    form.loadRecord("<d id=\"test\" version=\"0\"><a>x</a><gone>y</gone></d>");
    REQUIRE(form.value("/d/a") == "x");
    REQUIRE(form.value("/d/sum") == "xdefault");
    REQUIRE(form.session().draftXml().find("gone") == std::string::npos);
}

TEST_CASE("the reason is an attribute of the node", "[forms][record]") {
    auto form = simple();
    form.refuse("/d/a", NoAnswer::DontKnow);
    const auto xml = form.session().submissionXml();
    REQUIRE(xml.find("<a peil:reason=\"dont_know\"/>") != std::string::npos);
    REQUIRE(xml.find("xmlns:peil=\"urn:peil:1\"") != std::string::npos);
}

TEST_CASE("a form without reasons gives a record without our namespace", "[forms][record]") {
    REQUIRE(simple().session().submissionXml().find("peil") == std::string::npos);
}

TEST_CASE("final fields carry their class", "[forms][record]") {
    auto form = Scenario::of(select1("/d/city").choices({"x"}).bind("peil:class", "quota"), input("/d/name"));
    form.answer("/d/city", "x");
    const auto fields = form.session().finalFields();
    REQUIRE(fields[0].path == "/d/city");
    REQUIRE(fields[0].fieldClass == FieldClass::Quota);
    REQUIRE(fields[1].fieldClass == FieldClass::Sealed);
}

TEST_CASE("answers of the record saved last can be read", "[forms][record]") {
    const auto xml = FormText({input("/d/a"), node("/d/was").calculate("instance('last')/d/a")})
                         .model("<instance id=\"last\" src=\"jr://instance/last-saved\"/>")
                         .xml();
    auto form = Scenario::fromXml(xml);
    REQUIRE(form.value("/d/was").empty());
    auto environment = form.environment();
    environment.lastSavedXml = "<d id=\"test\"><a>before</a></d>";
    const auto session = need(peil::forms::Session::start(form.form(), environment));
    REQUIRE(session.value(*session.find("/d/was")) == "before");
}

TEST_CASE("a draft of a repeat that counts itself comes back with the instances that it had", "[forms][record]") {
    auto form =
        Scenario::of(input("/d/go"), node("/d/wanted").calculate("if(/d/go = 'yes', count(/d/r) + 1, count(/d/r))"),
                     repeat("/d/r").attribute("jr:count", "/d/wanted"), input("/d/r/n"));
    form.answer("/d/go", "yes");
    const auto many = form.session().repeatCount("/d/r");
    REQUIRE(many > 1);
    const auto draft = form.session().draftXml();
    form.loadRecord(draft);
    REQUIRE(form.session().repeatCount("/d/r") == many);
    REQUIRE(form.session().draftXml() == draft);
}

TEST_CASE("a draft without the instances that its answers ask for gets them", "[forms][record]") {
    auto form =
        Scenario::of(input("/d/many").type("int"), repeat("/d/r").attribute("jr:count", "/d/many"), input("/d/r/n"));
    form.loadRecord("<d id=\"test\"><many>2</many></d>");
    REQUIRE(form.session().repeatCount("/d/r") == 2);
    form.loadRecord("<d id=\"test\"><many>2</many><r><n>x</n></r></d>");
    REQUIRE(form.session().repeatCount("/d/r") == 2);
    REQUIRE(form.value("/d/r[1]/n") == "x");
}

TEST_CASE("a prefix with two meanings keeps both in the record", "[forms][record]") {
    auto form = Scenario::fromXml(
        "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><model>"
        "<instance><d id=\"test\"><x:a xmlns:x=\"urn:one\"><x:in/></x:a><x:b xmlns:x=\"urn:two\" x:kind=\"k\"/>"
        "<peil:c xmlns:peil=\"urn:other\"/></d></instance></model></h:head><h:body><input ref=\"/d/a/in\"/>"
        "<input ref=\"/d/c\"/></h:body></h:html>");
    form.refuse("/d/c", NoAnswer::Refused);
    const auto record = need(peil::xpath::Document::parse(form.session().submissionXml()));
    const auto root = record.documentElement();
    const auto a = record.childElement(root, "a");
    const auto b = record.childElement(root, "b");
    const auto c = record.childElement(root, "c");
    REQUIRE(record.namespaceUri(a) == "urn:one");
    REQUIRE(record.namespaceUri(record.childElement(a, "in")) == "urn:one");
    REQUIRE(record.namespaceUri(b) == "urn:two");
    REQUIRE(record.attribute(b, "kind", "urn:two") != peil::xpath::kNoNode);
    REQUIRE(record.namespaceUri(c) == "urn:other");
    REQUIRE(record.attribute(c, "reason", "urn:peil:1") != peil::xpath::kNoNode);
}

TEST_CASE("characters that XML cannot hold do not make the record unreadable", "[forms][record]") {
    auto form = simple();
    form.answer("/d/a", "x\x01\xEF\xBF\xBF\xEF\xBF\xBDy");
    REQUIRE(form.session().submissionXml().find("<a>x\xEF\xBF\xBDy</a>") != std::string::npos);
}

TEST_CASE("a record without the instances of the blank form calculates nothing for them", "[forms][record]") {
    auto form = Scenario::of(repeat("/d/a"), input("/d/a/n"), node("/d/a/x").calculate("'of a'"), repeat("/d/b"),
                             group("/d/b/g"), input("/d/b/g/n"));
    form.remove("/d/a", 1);
    form.add("/d/b");
    form.add("/d/b");
    const auto draft = form.session().draftXml();
    form.loadRecord(draft);
    REQUIRE(form.session().draftXml() == draft);
}
