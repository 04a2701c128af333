// SPDX-License-Identifier: Apache-2.0
// What XLSForm has beyond plain questions, each on a form of its own.
#include "form_under_test.h"

#include <sstream>

using namespace peil::xlsform;
using peil_test::at;
using peil_test::form;
using peil_test::outcome;
using peil_test::says;

namespace {

const std::string kYesNo = "list_name,name,label\nyesno,yes,Yes\nyesno,no,No\n";

} // namespace

TEST_CASE("or_other adds a choice and a question that asks what", "[xlsform][choices]") {
    const auto x = form({{"survey", "type,name,label\nselect_one yesno or_other,a,A\n"}, {"choices", kYesNo}});
    CHECK(x.select_nodes("//instance[@id='yesno']/root/item").size() == 3);
    CHECK(at(x, "//bind[@nodeset='/data/a_other']/@relevant") == "selected(../a, 'other')");
}

TEST_CASE("a computed default is set once, and again in each new repeat", "[xlsform][default]") {
    const auto x =
        form({{"survey",
               "type,name,label,default\nbegin repeat,r,R,\ndate,d,D,today()\ntext,t,T,plain-text\nend repeat,,,\n"}});
    CHECK(at(x, "//model/setvalue/@event") == "odk-instance-first-load");
    CHECK(at(x, "//repeat/setvalue/@event") == "odk-new-repeat");
    CHECK(std::string(x.select_node("//instance/data/r/t").node().text().get()) == "plain-text");
}

TEST_CASE("a trigger recalculates when its question changes", "[xlsform][trigger]") {
    const auto x = form({{"survey", "type,name,label,calculation,trigger\ntext,a,A,,\ndateTime,b,,now(),${a}\n"}});
    CHECK(at(x, "//input[@ref='/data/a']/setvalue/@value") == "now()");
    CHECK(at(x, "//bind[@nodeset='/data/b']/@calculate").empty());
}

TEST_CASE("a repeat is counted by a question, or by a separate node for other expressions", "[xlsform][repeat]") {
    const auto x =
        form({{"survey", "type,name,label,repeat_count\ninteger,n,N,\nbegin repeat,r,R,${n}\ntext,a,A,\nend repeat,,,\n"
                         "begin repeat,s,S,${n} + 1\ntext,b,B,\nend repeat,,,\n"}});
    CHECK(at(x, "//repeat[@nodeset='/data/r']/@jr:count") == " /data/n ");
    CHECK(at(x, "//repeat[@nodeset='/data/s']/@jr:count") == " /data/s_count ");
    CHECK(at(x, "//bind[@nodeset='/data/s_count']/@calculate") == " /data/n  + 1");
}

TEST_CASE("a repeat inside a repeat shows its template in the template only", "[xlsform][repeat]") {
    const auto x = form(
        {{"survey", "type,name,label\nbegin repeat,r,R\nbegin repeat,s,S\ntext,a,A\nend repeat,,\nend repeat,,\n"}});
    CHECK(x.select_nodes("//instance/data/r").size() == 2);
    CHECK(x.select_nodes("//instance/data/r[1]/s").size() == 1);
    CHECK(x.select_nodes("//instance/data/r[2]/s[@jr:template]").empty());
}

TEST_CASE("answers of a repeat can be the choices of a question", "[xlsform][choices]") {
    const auto x = form(
        {{"survey", "type,name,label\nbegin repeat,r,R\ntext,who,Who\nend repeat,,\nselect_one ${who},head,Head\n"}});
    CHECK(at(x, "//select1[@ref='/data/head']/itemset/@nodeset") == "/data/r[./who != '']");
    const auto outside = outcome({{"survey", "type,name,label\ntext,who,Who\nselect_one ${who},head,Head\n"}});
    REQUIRE_FALSE(outside.ok());
    CHECK(outside.diagnostics.front().id == "not_in_repeat");
}

TEST_CASE("inside a repeat its own answers are choices from all of its instances", "[xlsform][choices]") {
    const auto x = form({{"survey", "type,name,label,choice_filter\nbegin group,g,G,\nbegin repeat,visit,V,\n"
                                    "text,place,Place,\nbegin group,more,M,\n"
                                    "select_one ${place},before,Before,${place} != 'home'\n"
                                    "end group,,,\nend repeat,,,\nend group,,,\n"}});
    CHECK(at(x, "//select1/itemset/@nodeset") == "../../../visit[ ./place  != 'home']");
}

TEST_CASE("the field and the repeat of indexed-repeat are named from the root", "[xlsform][reference]") {
    const auto x =
        form({{"survey", "type,name,label,calculation\nbegin repeat,r,R,\ninteger,a,A,\n"
                         "calculate,b,,\"indexed-repeat(${a}, ${r}, position(..) - 1) + ${a}\"\nend repeat,,,\n"}});
    CHECK(at(x, "//bind[@nodeset='/data/r/b']/@calculate") ==
          "indexed-repeat( /data/r/a ,  /data/r , position(..) - 1) +  ../a ");
}

TEST_CASE("inside a filter a relative path begins at the question", "[xlsform][reference]") {
    const auto x = form({{"survey", "type,name,label,choice_filter\nbegin repeat,r,R,\nselect_one "
                                    "yesno,a,A,\nselect_one yesno,b,B,name != ${a}\nend repeat,,,\n"},
                         {"choices", kYesNo}});
    CHECK(at(x, "//select1[@ref='/data/r/b']/itemset/@nodeset") ==
          "instance('yesno')/root/item[name !=  current()/../a ]");
}

TEST_CASE("the last saved record is a separate instance", "[xlsform][reference]") {
    const auto x = form({{"survey", "type,name,label,default\ntext,a,A,${last-saved#a}\n"}});
    CHECK(at(x, "//instance[@id='__last-saved']/@src") == "jr://instance/last-saved");
    CHECK(at(x, "//model/setvalue/@value") == " instance('__last-saved')/data/a ");
}

TEST_CASE("labels show answers and looked-up texts", "[xlsform][label]") {
    const auto x = form({{"survey", "type,name,label\nselect_one yesno,a,A\nnote,n,You said ${a}: "
                                    "instance('yesno')/root/item[name = ${a}]/label.\n"},
                         {"choices", kYesNo}});
    const auto outputs = x.select_nodes("//input[@ref='/data/n']/label/output");
    REQUIRE(outputs.size() == 2);
    CHECK(std::string(outputs[1].node().attribute("value").value()) ==
          "instance('yesno')/root/item[name =  /data/a ]/label");
}

TEST_CASE("choices may be mixed by chance, with a seed", "[xlsform][parameters]") {
    const auto x = form(
        {{"survey", "type,name,label,parameters\nselect_one yesno,a,A,randomize=true seed=42\n"}, {"choices", kYesNo}});
    CHECK(at(x, "//select1/itemset/@nodeset") == "randomize(instance('yesno')/root/item, 42)");
}

TEST_CASE("a range has a start, an end and a step, and is decimal when one of them is", "[xlsform][parameters]") {
    const auto x =
        form({{"survey", "type,name,label,parameters\nrange,a,A,end=5\nrange,b,B,start=0;end=1;step=0.1\n"}});
    CHECK(at(x, "//range[@ref='/data/a']/@start") == "1");
    CHECK(at(x, "//bind[@nodeset='/data/a']/@type") == "int");
    CHECK(at(x, "//bind[@nodeset='/data/b']/@type") == "decimal");
}

TEST_CASE("choices come from files too", "[xlsform][choices]") {
    const auto x =
        form({{"survey",
               "type,name,label,parameters,calculation\nselect_one_from_file sites.csv,a,A,value=code label=title,\n"
               "select_one_from_file map.geojson,b,B,,\ncalculate,c,,,\"pulldata('prices', 'p', 'k', ${a})\"\n"}});
    CHECK(at(x, "//instance[@id='sites']/@src") == "jr://file-csv/sites.csv");
    CHECK(at(x, "//select1[@ref='/data/a']/itemset/value/@ref") == "code");
    CHECK(at(x, "//select1[@ref='/data/b']/itemset/label/@ref") == "title");
    CHECK(at(x, "//instance[@id='prices']/@src") == "jr://file-csv/prices.csv");
}

TEST_CASE("external choices become itemsets.csv", "[xlsform][choices]") {
    const auto result =
        outcome({{"survey", "type,name,label,choice_filter\ntext,c,C,\nselect_one_external city,a,A,state=${c}\n"},
                 {"external_choices", "list_name,name,label,state\ncity,ams,\"Amster\"\"dam\",nh\n"}},
                EngineCheck::No);
    REQUIRE(result.ok());
    CHECK(result.itemsetsCsv ==
          "\"list_name\",\"name\",\"label\",\"state\"\r\n\"city\",\"ams\",\"Amster\"\"dam\",\"nh\"\r\n");
    CHECK(result.xform->find("query=\"instance('city')/root/item[state= /data/c ]\"") != std::string::npos);
}

TEST_CASE("external choices are found whatever the designer calls the columns that every list has",
          "[xlsform][choices]") {
    const auto result =
        outcome({{"survey", "type,name,label,choice_filter\ntext,c,C,\nselect_one_external city,a,A,state=${c}\n"},
                 {"external_choices", "List name,Name,label::en (en),State\ncity,ams,Amsterdam,nh\n"}},
                EngineCheck::No);
    REQUIRE(result.ok());
    CHECK(result.itemsetsCsv ==
          "\"list_name\",\"name\",\"label::en (en)\",\"State\"\r\n\"city\",\"ams\",\"Amsterdam\",\"nh\"\r\n");
}

TEST_CASE("Peil's own columns work with and without bind::", "[xlsform][peil]") {
    const auto x = form({{"survey", "type,name,label,peil:class,peil:mode\ninteger,a,A,quota,participant\n"}});
    CHECK(at(x, "//bind[@nodeset='/data/a']/@peil:class") == "quota");
    CHECK(at(x, "//bind[@nodeset='/data/a']/@peil:mode") == "participant");
}

TEST_CASE("search() keeps the choices in the question", "[xlsform][choices]") {
    const auto x =
        form({{"survey", "type,name,label,appearance\nselect_one yesno,a,A,search('people')\n"}, {"choices", kYesNo}},
             EngineCheck::No);
    CHECK(x.select_nodes("//select1/item").size() == 2);
    CHECK_FALSE(x.select_node("//instance[@id='yesno']"));
}

TEST_CASE("a table-list is a field-list with one header of choices", "[xlsform][appearance]") {
    const auto x = form({{"survey", "type,name,label,appearance\nbegin group,g,Table,table-list\nselect_one "
                                    "yesno,a,A,\nselect_one yesno,b,B,\nend group,,,\n"},
                         {"choices", kYesNo}},
                        EngineCheck::No);
    CHECK(at(x, "//group/@appearance") == "field-list");
    CHECK(x.select_nodes("//select1[@appearance='label']").size() == 1);
    CHECK(x.select_nodes("//select1[@appearance='list-nolabel']").size() == 2);
}

TEST_CASE("a loop asks its questions once for each choice", "[xlsform][loop]") {
    const auto x = form({{"survey", "type,name,label\nbegin loop over yesno,l,L\ntext,a,About %(label)s\nend loop,,\n"},
                         {"choices", kYesNo}});
    CHECK(std::string(x.select_node("//input[@ref='/data/l/no/a']/label").node().text().get()) == "About No");
}

TEST_CASE("a loop fills the choice in in every column of its questions", "[xlsform][loop]") {
    const auto x =
        form({{"survey", "type,name,label,hint,guidance_hint,relevant,constraint,constraint_message,required,"
                         "readonly,default,appearance,choice_filter,calculation,bind::odk:x,parameters\n"
                         "begin loop over towns,l,L,,,,,,,,,,,,,\n"
                         "select_one towns,a,A,H %(label)s,G %(label)s,'%(name)s' != '',. != '%(name)s',"
                         "Not %(label)s,'%(name)s' = 'b','%(name)s' = 'c',%(name)s,%(name)s,name != '%(name)s',"
                         ",%(name)s,\ncalculate,c,,,,,,,,,,,,'%(name)s',,\nend loop,,,,,,,,,,,,,,,\n"},
              {"choices", "list_name,name,label\ntowns,b,Breda\ntowns,none,None\n"}},
             EngineCheck::No);
    std::ostringstream out;
    x.save(out);
    CHECK(out.str().find("%(") == std::string::npos);
    const auto bind = [&](const char* attribute) {
        return at(x, ("//bind[@nodeset='/data/l/b/a']/@*[name()='" + std::string(attribute) + "']").c_str());
    };
    CHECK(bind("relevant") == "'b' != ''");
    CHECK(bind("constraint") == ". != 'b'");
    CHECK(bind("jr:constraintMsg") == "Not Breda");
    CHECK(bind("required") == "'b' = 'b'");
    CHECK(bind("readonly") == "'b' = 'c'");
    CHECK(bind("odk:x") == "b");
    CHECK(at(x, "//bind[@nodeset='/data/l/b/c']/@calculate") == "'b'");
    CHECK(peil_test::textAt(x, "//instance/data/l/b/a") == "b");
    CHECK(at(x, "//select1/@appearance") == "b");
    CHECK(at(x, "//itemset/@nodeset") == "instance('towns')/root/item[name != 'b']");
    CHECK_FALSE(x.select_node("//instance/data/l/none")); // as in XLSForm
}

TEST_CASE("a loop makes groups, so its choices have names of groups", "[xlsform][loop]") {
    const peil_test::Sheets sheets{{"survey",
                                    "type,name,label,relevant\nbegin loop over l,l,L,\ninteger,n,N,\nbegin group,g,G,\n"
                                    "note,m,M,'%(name)s' = '1'\nend group,,,\nend loop,,,\n"},
                                   {"choices", "list_name,name,label\nl,1,One\nl,a,Two\n"}};
    const auto compiled = outcome(sheets);
    CHECK(says(compiled, "bad_name", 2));
    CHECK(says(compiled, "loop_in_group", 5));
    REQUIRE(compiled.diagnostics.size() == 2);
    CHECK(compiled.diagnostics.back().place == peil::Place{"choices", 2, "name"});
}

TEST_CASE("a question of a loop cannot be named, since there is one for each choice", "[xlsform][loop]") {
    CHECK(says(outcome({{"survey",
                         "type,name,label\nbegin loop over yesno,l,L\ninteger,n,N\nnote,m,You said ${n}\nend loop,,\n"},
                        {"choices", kYesNo}}),
               "ambiguous_name", 4));
}

TEST_CASE("an entity is declared in the repeat that its properties are in", "[xlsform][entities]") {
    const auto x =
        form({{"survey", "type,name,label,save_to\nbegin repeat,r,R,\ntext,a,A,name_of_tree\nend repeat,,,\n"},
              {"entities", "list_name,label\ntrees,${a}\n"}},
             EngineCheck::No);
    CHECK(at(x, "//model/@entities:entities-version") == "2025.1.0");
    CHECK(at(x, "//bind[@nodeset='/data/r/a']/@entities:saveto") == "name_of_tree");
    CHECK(at(x, "//bind[@nodeset='/data/r/meta/entity/label']/@calculate") == " ../../../a ");
    CHECK(at(x, "//repeat/setvalue/@ref") == "/data/r/meta/entity/@id");
}

TEST_CASE("errors of entities name their cell", "[xlsform][entities]") {
    const auto first = [](const char* saveTo, const char* entities) {
        const auto result = outcome(
            {{"survey", std::string("type,name,label,save_to\ntext,a,A,") + saveTo + "\n"}, {"entities", entities}});
        REQUIRE_FALSE(result.ok());
        return result.diagnostics.front().id;
    };
    CHECK(first("label", "list_name,label\nt,T\n") == "bad_property");
    CHECK(first("__x", "list_name,label\nt,T\n") == "bad_property");
    CHECK(first("t#x#y", "list_name,label\nt,T\n") == "bad_property");
    CHECK(first("##x", "list_name,label\nt,T\n") == "bad_property");
    CHECK(first("#x", "list_name,label\nt,T\n") == "bad_property");
    CHECK(first("u#x", "list_name,label\nt,T\n") == "unknown_entity_list");
    CHECK(first("x", "list_name,label\nt,T\nu,U\n") == "save_without_list");
    CHECK(first("", "list_name,label\n__t,T\n") == "bad_entity_list");
    CHECK(first("", "list_name,label\nt,T\nt,U\n") == "duplicate_entity_list");
    CHECK(first("", "list_name,update_if\nt,true()\n") == "entity_without_id");
    CHECK(first("", "list_name,label,entity_id,create_if\nt,T,${a},true()\n") == "entity_without_update");
    CHECK(first("", "list_name\nt\n") == "entity_without_label");
    CHECK(first("", "list_name,label,colour\nt,T,red\n") == "unknown_column");
}

TEST_CASE("neither end of a group or repeat is saved to an entity", "[xlsform][entities]") {
    for (const std::string section : {"group", "repeat"}) {
        const auto survey = [&](const std::string& begin, const std::string& end) {
            return outcome({{"survey", "type,name,label,save_to\nbegin " + section + ",g,G," + begin +
                                           "\ntext,a,A,\nend " + section + ",,," + end + "\n"},
                            {"entities", "list_name,label\nt,${a}\n"}},
                           EngineCheck::No);
        };
        CHECK(survey("", "").ok());
        CHECK(says(survey("x", ""), "save_of_section", 2));
        CHECK(says(survey("", "x"), "save_of_section", 4));
    }
}

TEST_CASE("settings shape the form's root, its meta block and where it is sent", "[xlsform][settings]") {
    const auto x =
        form({{"survey", "type,name,label\ntext,a,A\n"},
              {"settings",
               "form_title,form_id,version,style,instance_name,auto_send,submission_url,namespaces,attribute::x:y\n"
               "Title,fid,7,pages,${a},true,https://example.org/s,\"x=\"\"urn:x\"\"\",1\n"}});
    CHECK(std::string(x.select_node("//h:title").node().text().get()) == "Title");
    CHECK(at(x, "//instance/data/@id") == "fid");
    CHECK(at(x, "//instance/data/@version") == "7");
    CHECK(at(x, "//instance/data/@x:y") == "1");
    CHECK(at(x, "//h:body/@class") == "pages");
    CHECK(at(x, "//bind[@nodeset='/data/meta/instanceName']/@calculate") == " /data/a ");
    CHECK(at(x, "//submission/@orx:auto-send") == "true");
}

TEST_CASE("an attribute with an undeclared prefix is left out with a warning", "[xlsform][settings]") {
    const auto result = outcome({{"survey", "type,name,label,body::esri:style\ntext,a,A,x\n"}});
    REQUIRE(result.ok());
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics.front().id == "bad_attribute");
    CHECK(result.xform->find("esri") == std::string::npos);
}

TEST_CASE("messages, hints and media in several languages go through itext", "[xlsform][itext]") {
    const auto x = form({{"survey", "type,name,label,hint,guidance_hint,constraint,constraint_message::nl,"
                                    "image\ninteger,a,A,H,G,. > 0,Te klein,a.png\n"}});
    CHECK(at(x, "//bind[@nodeset='/data/a']/@jr:constraintMsg") == "jr:itext('/data/a:jr:constraintMsg')");
    CHECK(at(x, "//input/hint/@ref") == "jr:itext('/data/a:hint')");
    CHECK(std::string(x.select_node("//translation[@lang='default']/text[@id='/data/a:label']/value[@form='image']")
                          .node()
                          .text()
                          .get()) == "jr://images/a.png");
    CHECK(x.select_node("//translation[@lang='default']/text[@id='/data/a:hint']/value[@form='guidance']"));
}

TEST_CASE("reasons for no answer are on the bind", "[xlsform][peil]") {
    const auto x = form({{"survey", "type,name,label,peil:no_answer\ninteger,a,A,dont_know refused\n"}});
    CHECK(at(x, "//bind[@nodeset='/data/a']/@peil:noAnswer") == "dont_know refused");
}

TEST_CASE("audit, recordings and places are measured by their actions", "[xlsform][parameters]") {
    const auto x =
        form({{"survey",
               "type,name,label,parameters,trigger\naudit,,,track-changes=true,\nbackground-audio,rec,,quality=low,\n"
               "start-geopoint,here,,,\ntext,a,A,,\nbackground-geopoint,there,,,${a}\n"}},
             EngineCheck::No);
    CHECK(at(x, "//bind[@nodeset='/data/meta/audit']/@odk:track-changes") == "true");
    CHECK(at(x, "//model/odk:recordaudio/@odk:quality") == "low");
    CHECK(at(x, "//model/odk:setgeopoint/@ref") == "/data/here");
    CHECK(at(x, "//input/odk:setgeopoint/@ref") == "/data/there");
}
