// SPDX-License-Identifier: Apache-2.0
#include "form_under_test.h"

using namespace peil::xlsform;
using peil_test::at;
using peil_test::textAt;

namespace {

/// What a reader of a form sees of its fields.
std::string shown(const peil::forms::FormDefinition& form) {
    std::string all;
    const auto add = [&](const auto& labels) {
        for (const auto& [language, text] : labels)
            all += " [" + language + "] " + text;
    };
    for (const auto& field : form.fields()) {
        all += "\n" + field.path;
        add(field.labels);
        for (const auto& choice : field.choices) {
            all += "\n  " + choice.value;
            add(choice.labels);
        }
    }
    return all;
}

} // namespace

TEST_CASE("a question of each plain type gets its bind and its control", "[xlsform]") {
    const auto form =
        peil_test::form({{"survey", "type,name,label\ntext,a,A\ninteger,b,B\ndecimal,c,C\ndate,d,D\nnote,e,E\n"
                                    "start,s,\ndeviceid,dev,\n"}});
    CHECK(at(form, "//bind[@nodeset='/data/a']/@type") == "string");
    CHECK(at(form, "//bind[@nodeset='/data/b']/@type") == "int");
    CHECK(at(form, "//bind[@nodeset='/data/c']/@type") == "decimal");
    CHECK(at(form, "//bind[@nodeset='/data/d']/@type") == "date");
    CHECK(at(form, "//bind[@nodeset='/data/e']/@readonly") == "true()");
    CHECK(at(form, "//bind[@nodeset='/data/s']/@jr:preload") == "timestamp");
    CHECK(textAt(form, "//input[@ref='/data/a']/label") == "A");
    CHECK_FALSE(form.select_node("//input[@ref='/data/dev']"));
}

TEST_CASE("a reference in a repeat is relative, and absolute outside of it", "[xlsform][reference]") {
    const auto form =
        peil_test::form({{"survey", "type,name,label,relevant\ninteger,n,N,\nbegin repeat,r,R,\ninteger,a,A,${n} > 0\n"
                                    "text,b,B,${a} > 1\nend repeat,,,\n"}});
    CHECK(at(form, "//bind[@nodeset='/data/r/a']/@relevant") == " /data/n  > 0");
    CHECK(at(form, "//bind[@nodeset='/data/r/b']/@relevant") == " ../a  > 1");
    CHECK(form.select_nodes("//instance/data/r").size() == 2);
}

TEST_CASE("labels in two languages go through itext", "[xlsform][itext]") {
    const auto form =
        peil_test::form({{"survey", "type,name,label::English (en),label::Nederlands (nl)\ntext,a,Name,Naam\n"},
                         {"settings", "form_id,default_language\nf,Nederlands (nl)\n"}});
    CHECK(at(form, "//input/label/@ref") == "jr:itext('/data/a:label')");
    CHECK(textAt(form, "//translation[@lang='Nederlands (nl)']/text/value") == "Naam");
    CHECK(at(form, "//translation[@default]/@lang") == "Nederlands (nl)");
}

TEST_CASE("a choice filter becomes a predicate of the itemset", "[xlsform][choices]") {
    const auto form = peil_test::form(
        {{"survey", "type,name,label,choice_filter\nselect_one city,c,City,\nselect_one site,s,Site,city=${c}\n"},
         {"choices", "list_name,name,label,city\ncity,ams,Amsterdam,\nsite,x,X,ams\n"}});
    CHECK(at(form, "//select1[@ref='/data/s']/itemset/@nodeset") == "instance('site')/root/item[city= /data/c ]");
    CHECK(textAt(form, "//instance[@id='site']/root/item/city") == "ams");
}

TEST_CASE("the class of a field is an attribute in Peil's namespace", "[xlsform][peil]") {
    const auto form = peil_test::form({{"survey", "type,name,label,bind::peil:class\ninteger,a,A,quota\ntext,b,B,\n"}});
    CHECK(at(form, "//bind[@nodeset='/data/a']/@peil:class") == "quota");
    CHECK(std::string_view(form.child("h:html").attribute("xmlns:peil").value()) == kPeilNamespace);
}

TEST_CASE("the form engine reads the sheets as it reads the XForm that they become", "[xlsform]") {
    const auto workbook = readCsvSheets(
        {{"survey", "type,name,label::English (en),label::Nederlands (nl),choice_filter,constraint_message\n"
                    "text,a,\"A question that is longer than a short text, ${b}\",Een vraag,,Enter it\n"
                    "select_one city or_other,b,City,Stad,,\nselect_multiple plain,c,Plain,Gewoon,,\n"
                    "select_one_external place,d,Place,Plaats,region=${b},\n"},
         {"choices", "list_name,name,label::English (en),label,image,region\n"
                     "city,ams,Amsterdam with the surroundings,Amsterdam en omgeving,ams.png,north\n"
                     "city,utr,,Utrecht en omgeving van de stad,,\ncity,x,Where ${a} is spoken of,,,\n"
                     "plain,p,P,,,south\nplain,q,,,,\n"},
         {"external_choices",
          "list_name,name,label,region\nplace,p1,\"The first, place\",ams\nplace,p2,,utr\nother,o,O,\n"},
         {"settings", "form_id,default_language\nf,Nederlands (nl)\n"}});
    REQUIRE(workbook);
    const auto nothing = [](std::string_view) { return std::optional<std::string>(); };
    const auto compiled = compile(*workbook, {.resources = nothing});
    REQUIRE(compiled.ok());
    const auto again = peil::forms::FormDefinition::parse(*compiled.xform, [&](std::string_view uri) {
        return uri.ends_with("itemsets.csv") ? compiled.itemsetsCsv : std::nullopt;
    });
    for (const auto& remark : again.diagnostics)
        UNSCOPED_INFO(describe(remark));
    REQUIRE(again.form);
    CHECK(shown(*compiled.form) == shown(*again.form));
    CHECK(shown(*again.form).find("Utrecht en omgeving van de stad") != std::string::npos);
    CHECK(shown(*again.form).find("The first, place") != std::string::npos);

    const auto verdict = compile(*workbook, {.text = XformText::No, .resources = nothing});
    CHECK(verdict.ok());
    CHECK_FALSE(verdict.xform);
    CHECK(std::ranges::equal(
        verdict.diagnostics, compiled.diagnostics, {}, [](const auto& d) { return describe(d); },
        [](const auto& d) { return describe(d); }));
}
