// SPDX-License-Identifier: Apache-2.0
#include "peil_test/scenario.h"

using namespace peil_test;
using peil::Diagnostic;
using peil::Property;
using peil::Severity;
using peil::forms::FormDefinition;

namespace {

const Diagnostic* findId(const peil::forms::ParsedForm& parsed, const std::string& id) {
    for (const auto& diagnostic : parsed.diagnostics)
        if (diagnostic.id == id) return &diagnostic;
    return nullptr;
}

Diagnostic refused(const std::string& xml, const std::string& id) {
    const auto parsed = FormDefinition::parse(xml);
    CHECK_FALSE(parsed.form);
    const auto* found = findId(parsed, id);
    if (found == nullptr) FAIL("no diagnostic " << id);
    CHECK(found->severity == Severity::Error);
    return *found;
}

Diagnostic warned(const std::string& xml, const std::string& id) {
    const auto parsed = FormDefinition::parse(xml);
    CHECK(parsed.form);
    const auto* found = findId(parsed, id);
    if (found == nullptr) FAIL("no diagnostic " << id);
    CHECK(found->severity == Severity::Warning);
    return *found;
}

template <class... Parts>
std::string formOf(Parts... parts) {
    return FormText({std::move(parts)...}).xml();
}

} // namespace

TEST_CASE("text that is not a form is refused with the place", "[forms][diagnostics]") {
    REQUIRE(refused("<h:html><h:head>", "bad_xml").message.find("line 1") != std::string::npos);
    refused("", "bad_xml");
    refused("<html/>", "no_model");
    refused("<html xmlns=\"x\"><head><model/></head></html>", "no_instance");
}

TEST_CASE("very deep elements are refused before they exhaust the stack", "[forms][diagnostics]") {
    // What stands inside an attribute or an instruction neither opens nor closes an element.
    for (const auto* start : {"<a>", "<a b='/>'>", "<a><?b </a>?>", "<a b='</a>'>"}) {
        std::string deep;
        for (int i = 0; i < 100'000; ++i)
            deep += start;
        for (int i = 0; i < 100'000; ++i)
            deep += "</a>";
        CAPTURE(start);
        REQUIRE(refused(deep, "bad_xml").message.find("512") != std::string::npos);
    }
}

TEST_CASE("an element with a hundred thousand attributes is refused before each is compared with all",
          "[forms][diagnostics]") {
    std::string element = "<a";
    for (int i = 0; i < 100'000; ++i)
        element += " k" + std::to_string(i) + "=''";
    REQUIRE(refused(element + "/>", "bad_xml").message.find("more than 1000 attributes") != std::string::npos);
}

TEST_CASE("elements beside each other are not deep", "[forms][diagnostics]") {
    std::string many = "<html><!-- ";
    for (int i = 0; i < 600; ++i)
        many += "<a>";
    many += " -->";
    for (int i = 0; i < 600; ++i)
        many += "<a b='/'>x</a><a/>";
    refused(many + "</html>", "no_model");
}

TEST_CASE("a path that goes over all nodes many times is read as fast as one that goes once", "[forms][diagnostics]") {
    for (const auto* step : {"/following::*", "//*", "/ancestor-or-self::node()"}) {
        std::string path = "/d/a";
        for (int i = 0; i < 16; ++i)
            path += step;
        CAPTURE(path);
        REQUIRE(FormDefinition::parse(formOf(input("/d/a"), group("/d/g"), group("/d/g/h"), group("/d/g/h/i"),
                                             input("/d/g/h/i/b"), input("/d/c"),
                                             node("/d/e").calculate("count(" + path + ")")))
                    .form);
    }
}

TEST_CASE("every remark names a place, also about what has no name", "[forms][diagnostics]") {
    const auto parsed =
        FormDefinition::parse(FormText({input("/d/a")})
                                  .model("<itext><translation lang=\"nl\"><text><value>x</value></text></translation>"
                                         "<translation lang=\"en\"/></itext><bind nodeset=\"\"/>")
                                  .xml());
    CHECK(findId(parsed, "missing_translation") != nullptr);
    CHECK(findId(parsed, "bind_without_node") != nullptr);
    for (const auto& remark : parsed.diagnostics) {
        CAPTURE(remark.id, remark.message);
        CHECK_FALSE(remark.place.node.empty());
    }
}

TEST_CASE("a cycle is refused with the way round", "[forms][diagnostics][cycle]") {
    const auto found = refused(
        formOf(node("/d/a").calculate("/d/b + 1"), node("/d/b").calculate("/d/c"), node("/d/c").calculate("/d/a")),
        "cycle");
    for (const auto* name : {"/d/a (calculate)", "/d/b (calculate)", "/d/c (calculate)"})
        REQUIRE(found.message.find(name) != std::string::npos);
}

TEST_CASE("a question that decides its own relevance is a cycle, and so through a group",
          "[forms][diagnostics][cycle]") {
    refused(formOf(input("/d/a").relevant(". > 0")), "cycle");
    refused(formOf(group("/d/g").relevant("/d/g/a = 1"), input("/d/g/a")), "cycle");
    refused(formOf(repeat("/d/r"), node("/d/r/a").calculate("../a + 1")), "cycle");
    refused(formOf(input("/d/a").required(". = ''")), "cycle");
}

TEST_CASE("a remark names the property of the node that it is about", "[forms][diagnostics]") {
    const auto at = [](const std::string& node, Property property) {
        return peil::Place{.node = node, .property = property};
    };
    CHECK(refused(formOf(input("/d/a").relevant(". > 0")), "cycle").place == at("/d/a", Property::Relevant));
    CHECK(refused(formOf(input("/d/a").required(". = ''")), "cycle").place == at("/d/a", Property::Required));
    CHECK(refused(formOf(input("/d/a").constraint("nope(1)")), "unknown_function").place ==
          at("/d/a", Property::Constraint));
    CHECK(refused(formOf(node("/d/a").calculate("1 +")), "bad_expression").place == at("/d/a", Property::Calculate));
    CHECK(warned(formOf(input("/d/a").readonly("/d/nothing = 1")), "unknown_node").place ==
          at("/d/a", Property::Readonly));
    CHECK(warned(formOf(select1("/d/a").choices({"x", "x"})), "duplicate_choice").place ==
          at("/d/a", Property::ItemSet));
    CHECK(warned(formOf(select1("/d/a").choices({"x"}).appearance("image-map")), "not_shown").place ==
          at("/d/a", Property::Appearance));
    CHECK(warned(FormText({input("/d/a").inside("<label ref=\"jr:itext('a')\"/>")})
                     .model("<itext><translation lang=\"en\"><text id=\"a\"><value>A</value><value "
                            "form=\"audio\">jr://audio/a.mp3</value></text></translation></itext>")
                     .xml(),
                 "not_shown")
              .message == "Sound and video that accompany texts are not played; 1 text has them.");
    CHECK(warned(formOf(input("/d/a").type("colour")), "unknown_type").place == at("/d/a", Property::Type));
}

TEST_CASE("what is wrong and what to do about it are two sentences", "[forms][diagnostics]") {
    const auto found =
        refused("<html xmlns=\"x\"><h:head xmlns:h=\"x\"><model><instance><d id=\"f\"><a/></d></instance>"
                "</model></h:head><h:body xmlns:h=\"x\"><input/></h:body></html>",
                "control_without_ref");
    CHECK(found.message == "A input has no ref.");
    CHECK(found.cure == "Name the node that it sets.");
}

TEST_CASE("a constraint may read its own question", "[forms][diagnostics][cycle]") {
    REQUIRE(FormDefinition::parse(
                formOf(input("/d/a").constraint(". > 0 and . < /d/b"), input("/d/b").constraint(". > /d/a")))
                .form);
}

TEST_CASE("all errors are named, not only the first", "[forms][diagnostics]") {
    const auto parsed = FormDefinition::parse(formOf(input("/d/a").relevant("nope(1)"), input("/d/b").constraint("1 +"),
                                                     input("/d/c").calculate("selected('a')")));
    REQUIRE(findId(parsed, "unknown_function") != nullptr);
    REQUIRE(findId(parsed, "bad_expression") != nullptr);
    REQUIRE(findId(parsed, "wrong_arity") != nullptr);
    REQUIRE(findId(parsed, "unknown_function")->place.node == "/d/a");
}

TEST_CASE("free text, dates and places may not be open to the server", "[forms][diagnostics][class]") {
    for (const auto* type : {"string", "date", "dateTime", "geopoint", "barcode"}) {
        INFO(type);
        refused(formOf(input("/d/a").type(type).bind("peil:class", "quota")), "class_too_open");
    }
    refused(formOf(upload("/d/a").type("binary").bind("peil:class", "estimate")), "class_too_open");
    refused(formOf(input("/d/a").type("int").bind("peil:class", "public")), "unknown_class");
    refused(formOf(input("/d/a").type("int").bind("peil:mode", "client")), "unknown_mode");
    REQUIRE(
        FormDefinition::parse(formOf(input("/d/a").type("int").bind("peil:class", "quota"),
                                     node("/d/b").calculate("if(/d/a > 1, 'x', 'y')").bind("peil:class", "estimate")))
            .form);
}

TEST_CASE("events, ranges, lists and texts that do not exist are refused", "[forms][diagnostics]") {
    refused(formOf(input("/d/a").onEvent("my-event", "/d/a", "1")), "unknown_event");
    refused(formOf(range("/d/a").attribute("start", "1")), "bad_range");
    refused(formOf(range("/d/a").attribute("start", "1").attribute("end", "5").attribute("step", "0")), "bad_range");
    refused(formOf(select1("/d/a").itemset("instance('none')/root/item")), "unknown_instance");
    refused(formOf(input("/d/a").inside("<label ref=\"jr:itext('none')\"/>")), "missing_itext");
    refused(formOf(input("/d/a"), node("/d/b").calculate("jr:choice-name(/d/a, '/d/a')")),
            "choice_name_without_choices");
    refused(FormText({input("/d/a")}).model("<submission method=\"fax\" action=\"x\"/>").xml(), "submission_method");
    refused(FormText({input("/d/a")}).model("<setvalue event=\"odk-new-repeat\" ref=\"/d/a\" value=\"1\"/>").xml(),
            "event_in_model");
    refused(formOf(input("/d/a").inside("<label>x <output/></label>")), "output_without_value");
    refused(formOf(input("/d/a").inside("<setvalue ref=\"/d/a\" value=\"1\"/>")), "action_without_event");
    refused(formOf(input("/d/a").inside("<setvalue event=\"xforms-value-changed\" value=\"1\"/>")),
            "action_without_ref");
    refused(formOf(select1("/d/a").inside("<itemset nodeset=\"/d\"/>")), "itemset_without_value");
    refused(formOf(select1("/d/a").inside("<itemset/>")), "itemset_without_nodeset");
}

TEST_CASE("what the screens do not show is a warning", "[forms][diagnostics]") {
    warned(formOf(select1("/d/a").choices({"x"}).appearance("image-map")), "not_shown");
    warned(formOf(input("/d/a").appearance("ex:other.app(1)")), "not_shown");
    warned(formOf(input("/d/a").type("geotrace")), "not_shown");
    warned(formOf(range("/d/a")
                      .attribute("start", "0")
                      .attribute("end", "9")
                      .attribute("step", "1")
                      .attribute("placeholder", "4")),
           "not_shown");
    warned(formOf(upload("/d/a").attribute("mediatype", "video/*")), "not_shown");
    warned(formOf(input("/d/a").inside("<odk:setgeopoint event=\"xforms-value-changed\" ref=\"/d/a\"/>")), "not_shown");
}

TEST_CASE("the document element can be no repeat, neither in the body nor as a template", "[forms][diagnostics]") {
    const auto form = [](const std::string& attribute, const std::string& body) {
        return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
               "xmlns:jr=\"http://openrosa.org/javarosa\"><h:head><model><instance><d id=\"f\"" +
               attribute + "><a/></d></instance></model></h:head><h:body>" + body + "</h:body></h:html>";
    };
    CHECK(FormDefinition::parse(form("", "")).form);
    refused(form("", "<repeat nodeset=\"/d\"/>"), "repeat_of_root");
    refused(form(" jr:template=\"\"", ""), "repeat_of_root");
}

TEST_CASE("a bind adds an attribute to the record only when its name can be written", "[forms][diagnostics]") {
    const auto bound = [](const std::string& name) {
        return FormText({input("/d/a")}).model("<bind nodeset=\"/d/@" + name + "\" calculate=\"1\"/>").xml();
    };
    CHECK(findId(FormDefinition::parse(bound("b")), "bind_without_node") == nullptr);
    CHECK(findId(FormDefinition::parse(bound("orx:b")), "bind_without_node") == nullptr);
    for (const auto* name : {"b//c", "1b", "b c", "", "undeclared:b", "orx:"}) {
        CAPTURE(name);
        warned(bound(name), "bind_without_node");
    }
}

TEST_CASE("what a form asks to be recorded and is not is a warning", "[forms][diagnostics]") {
    warned(formOf(input("/d/a"), group("/d/meta"), node("/d/meta/instanceID"), node("/d/meta/audit").type("binary")),
           "not_recorded");
    warned(FormText({input("/d/a")}).model("<submission base64RsaPublicKey=\"MIIB\"/>").xml(), "not_recorded");
}

TEST_CASE("references to nothing and lists without a file are warnings", "[forms][diagnostics]") {
    warned(formOf(input("/d/a").relevant("/d/nothing = 1")), "unknown_node");
    warned(FormText({input("/d/a")}).model("<bind nodeset=\"/d/nothing\" type=\"int\"/>").xml(), "bind_without_node");
    warned(FormText({input("/d/a")}).model("<instance id=\"l\" src=\"jr://file-csv/l.csv\"/>").xml(), "missing_file");
    warned(formOf(select1("/d/a")), "no_choices");
    warned(formOf(select1("/d/a").choices({"x", "x"})), "duplicate_choice");
    warned(FormText({input("/d/a").relevant("true()")}).model("<bind nodeset=\"/d/a\" relevant=\"false()\"/>").xml(),
           "duplicate_bind");
    warned(formOf(input("/d/a").type("colour")), "unknown_type");
    warned(FormText({input("/d/a")})
               .model("<itext><translation lang=\"en\"><text id=\"t\"><value>x</value></text></translation>"
                      "<translation lang=\"nl\"/></itext>")
               .xml(),
           "missing_translation");
}

TEST_CASE("a list in a file that cannot be read is refused", "[forms][diagnostics]") {
    const auto xml = FormText({input("/d/a")}).model("<instance id=\"l\" src=\"jr://file/l.geojson\"/>").xml();
    const auto parsed = FormDefinition::parse(xml, [](std::string_view) { return std::optional<std::string>("{}"); });
    REQUIRE_FALSE(parsed.form);
    REQUIRE(findId(parsed, "bad_file") != nullptr);
}

TEST_CASE("a greater-than sign in an attribute does not count as the end of a tag", "[forms][diagnostics]") {
    std::vector<Part> parts{input("/d/a").type("int")};
    for (int i = 0; i < 600; ++i)
        parts.push_back(input("/d/q" + std::to_string(i)).relevant("/d/a > 1"));
    REQUIRE(FormDefinition::parse(FormText(parts).xml()).form);
}

TEST_CASE("a form that is not UTF-8 is refused with what to do", "[forms][diagnostics]") {
    const std::string ascii = formOf(input("/d/a"));
    std::string wide = "\xFF\xFE";
    for (const char c : ascii)
        wide += {c, '\0'};
    REQUIRE(refused(wide, "bad_xml").message.find("UTF-8") != std::string::npos);
}

TEST_CASE("entities need a version of their specification that is known", "[forms][diagnostics][entities]") {
    const auto form = [](const std::string& attribute) {
        return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
               "xmlns:e=\"http://www.opendatakit.org/xforms/entities\"><h:head><model " +
               attribute +
               "><instance><d id=\"t\"><a/><meta><instanceID/><entity dataset=\"people\" id=\"\" create=\"1\"><label/>"
               "</entity></meta></d></instance></model></h:head><h:body><input ref=\"/d/a\"/></h:body></h:html>";
    };
    for (const auto* version : {"2022.1.0", "2023.1.0", "2024.1.0", "2024.1", "2025.1.0"}) {
        INFO(version);
        REQUIRE(findId(FormDefinition::parse(form("e:entities-version=\"" + std::string(version) + "\"")),
                       "entities_version") == nullptr);
    }
    for (const auto* version : {"2026.1.0", "2024.10.0", "1", ""}) {
        INFO(version);
        warned(form("e:entities-version=\"" + std::string(version) + "\""), "entities_version");
    }
    REQUIRE(warned(form(""), "entities_version").place.node == "/d/meta/entity");
    REQUIRE(findId(FormDefinition::parse(formOf(input("/d/entity"))), "entities_version") == nullptr);
}

TEST_CASE("a reason for no answer that there is not is refused with the question", "[forms][diagnostics]") {
    const auto fault = refused(formOf(input("/d/a").bind("peil:noAnswer", "refused never")), "bad_reason");
    CHECK(fault.place.node == "/d/a");
    CHECK(fault.message.find("\"never\"") != std::string::npos);
    refused(formOf(input("/d/a").bind("peil:noAnswer", "none skipped")), "bad_reason");
}
