// SPDX-License-Identifier: Apache-2.0
#include "form_under_test.h"

using namespace peil::xlsform;
using peil_test::at;
using peil_test::textAt;

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
