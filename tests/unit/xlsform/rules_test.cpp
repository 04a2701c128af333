// SPDX-License-Identifier: Apache-2.0
// The finer rules of XLSForm: where a name may stand, what a default is, which column of a language wins.
#include "form_under_test.h"

using namespace peil::xlsform;
using peil::Severity;
using peil_test::at;
using peil_test::form;
using peil_test::outcome;
using peil_test::says;
using peil_test::Sheets;
using peil_test::textAt;

namespace {

const std::string kYesNo = "list_name,name,label\nyesno,yes,Yes\nyesno,no,No\n";

/// A form with one text question that has this default.
pugi::xml_document withDefault(const std::string& type, const std::string& value) {
    return form({{"survey", "type,name,label,default\n" + type + ",q,Q,\"" + value + "\"\n"}}, EngineCheck::No);
}

} // namespace

TEST_CASE("in an expression that reads an instance, every predicate names questions from current()",
          "[xlsform][reference]") {
    const auto x =
        form({{"survey",
               "type,name,label,calculation\nxml-external,item,,\nbegin repeat,r,R,\ncalculate,p,,position(..)\n"
               "calculate,a,,\"concat(instance('item')/root/item[i = ${p}]/l, /data[position() = ${p}]/x, ${p})\"\n"
               "calculate,b,,\"/data/r[number(${p})]/a\"\nend repeat,,,\n"}},
             EngineCheck::No);
    CHECK(at(x, "//bind[@nodeset='/data/r/a']/@calculate") ==
          "concat(instance('item')/root/item[i =  current()/../p ]/l, /data[position() =  current()/../p ]/x,  ../p )");
    CHECK(at(x, "//bind[@nodeset='/data/r/b']/@calculate") == "/data/r[number( ../p )]/a");
}

TEST_CASE("a name in braces stands without spaces, and braces are closed, also in a label", "[xlsform][reference]") {
    CHECK(says(outcome({{"survey", "type,name,label\ntext,a,A\nnote,n,Hello ${ a }\n"}}), "space_in_reference", 3));
    CHECK(says(outcome({{"survey", "type,name,label,relevant\ntext,a,A,\ntext,b,B,${a } = 1\n"}}), "space_in_reference",
               3));
    CHECK(says(outcome({{"survey", "type,name,label\ntext,a,A\nnote,n,Hello ${a\n"}}), "open_reference", 3));
}

TEST_CASE("a name that does not exist is an error wherever it is", "[xlsform][reference]") {
    for (const std::string column :
         {"hint", "guidance_hint", "default", "appearance", "constraint", "constraint_message", "required",
          "required_message", "readonly", "relevant", "calculation", "choice_filter", "repeat_count", "parameters",
          "instance::x", "body::x", "bind::x", "media::image", "trigger"}) {
        INFO(column);
        const auto compiled =
            outcome({{"survey", "type,name,label," + column + "\ntext,a,A,\ntext,b,B,${nobody}\n"}}, EngineCheck::No);
        REQUIRE_FALSE(compiled.ok());
        CHECK(compiled.diagnostics.front().place.sheet == "survey");
        CHECK(compiled.diagnostics.front().place.row == 3);
        CHECK(compiled.diagnostics.front().place.column == column);
    }
    CHECK(says(outcome({{"survey", "type,name,label,hint\nbegin group,g,G,${nobody}\ntext,a,A,\nend group,,,\n"}}),
               "unknown_name", 2));
}

TEST_CASE("a date, a time with its zone and a place are values, not sums", "[xlsform][default]") {
    for (const auto& [type, value] :
         std::vector<std::pair<std::string, std::string>>{{"date", "2022-03-14"},
                                                          {"date", "-2022-03-14"},
                                                          {"time", "01:02:55"},
                                                          {"time", "01:02:55Z"},
                                                          {"time", "01:02:55+00:00"},
                                                          {"time", "01:02:55-07:00"},
                                                          {"dateTime", "2022-03-14T01:02:55+10:00"},
                                                          {"text", "f-4"},
                                                          {"text", "./f-4"},
                                                          {"text", "https://my-site.com"},
                                                          {"text", "not_func$"},
                                                          {"geotrace", "32.7 -117.1 14 5.01;32.8 -117.9 14 5.01"}}) {
        const auto x = withDefault(type, value);
        INFO(type << ' ' << value);
        CHECK_FALSE(x.select_node("//setvalue"));
        CHECK(textAt(x, "//instance/data/q") == value);
    }
}

TEST_CASE("calls, sums, predicates and references are computed", "[xlsform][default]") {
    for (const auto& [type, value] : std::vector<std::pair<std::string, std::string>>{{"integer", "random()"},
                                                                                      {"integer", "7 - 4"},
                                                                                      {"text", "3 mod 3"},
                                                                                      {"text", "5 div 5"},
                                                                                      {"text", "./f - 4"},
                                                                                      {"text", "../t2 - ./t4"},
                                                                                      {"text", "1 + 2"},
                                                                                      {"text", "jr:itext('x')"},
                                                                                      {"date", "concat('a','b')"},
                                                                                      {"text", "../r[1]/a"},
                                                                                      {"text", "a | b"}}) {
        const auto x = withDefault(type, value);
        INFO(type << ' ' << value);
        CHECK(at(x, "//setvalue/@value") == value);
        CHECK(textAt(x, "//instance/data/q").empty());
    }
}

TEST_CASE("the default language's own column wins over the column without a language", "[xlsform][itext]") {
    for (const std::string header : {"label,label::eng", "label::eng,label"}) {
        const bool plainFirst = header.starts_with("label,");
        const auto x = form({{"survey", "type,name," + header + ",label::fr\ntext,a," +
                                            (plainFirst ? "Plain,Own" : "Own,Plain") + ",Fr\n"},
                             {"settings", "default_language\neng\n"}});
        CHECK(textAt(x, "//translation[@lang='eng']/text/value") == "Own");
        CHECK(x.select_nodes("//translation").size() == 2);
    }
}

TEST_CASE("or_other says Other in the languages of the translated choices", "[xlsform][choices]") {
    const auto x = form({{"survey", "type,name,label::en,label::fr\nselect_one l or_other,q,Q,Q\n"},
                         {"choices", "list_name,name,label::en,label::fr\nl,a,A-e,A-f\nl,b,B-e,\n"}});
    CHECK(textAt(x, "//translation[@lang='fr']/text[@id='l-2']/value") == "Other");
    CHECK(textAt(x, "//translation[@lang='fr']/text[@id='l-1']/value") == "-");
    CHECK_FALSE(x.select_node("//translation[@lang='default']"));
    CHECK(textAt(x, "//input[@ref='/data/q_other']/label") == "Specify other.");
    const auto file = outcome({{"survey", "type,name,label\nselect_one_from_file a.csv or_other,q,Q\n"}});
    CHECK(says(file, "other_without_list", 2));
}

TEST_CASE("repeats have different names in the whole form, and not that of the form", "[xlsform][repeat]") {
    CHECK(says(outcome({{"survey", "type,name,label\nbegin group,g,G\nbegin repeat,r,R\ntext,a,A\nend repeat,,\n"
                                   "end group,,\nbegin repeat,r,R\ntext,b,B\nend repeat,,\n"}}),
               "duplicate_repeat", 7));
    CHECK(says(outcome({{"survey", "type,name,label\nbegin repeat,data,R\ntext,a,A\nend repeat,,\n"}}), "name_of_root",
               2));
    CHECK(outcome({{"survey", "type,name,label\nbegin group,data,R\ntext,a,A\nend group,,\n"}}).ok());
    const auto similar = outcome({{"survey", "type,name,label\ntext,a,A\ntext,A,B\n"}});
    CHECK(similar.ok());
    CHECK(says(similar, "similar_name", 3));
}

TEST_CASE("the node that counts a repeat must not take the name of a question", "[xlsform][repeat]") {
    const auto clash = outcome({{"survey", "type,name,label,repeat_count\ninteger,r_count,N,\nbegin repeat,r,R,2\n"
                                           "text,a,A ${r_count},\nend repeat,,,\n"}});
    CHECK(says(clash, "duplicate_name", 3));
    CHECK(clash.diagnostics.size() == 1);
    CHECK(outcome({{"survey", "type,name,label,repeat_count\ninteger,r_count,N,\nbegin repeat,r,R,${r_count}\n"
                              "text,a,A,\nend repeat,,,\n"}})
              .ok());
}

TEST_CASE("a table-list shares one list, has no filter and sets the appearance", "[xlsform][appearance]") {
    const std::string begin = "type,name,label,appearance,choice_filter\nbegin group,g,,table-list,\n";
    const auto x =
        form({{"survey", begin + "select_one yesno,a,A,minimal,\nend group,,,,\nselect_one yesno,b,B,quick,\n"},
              {"choices", kYesNo}},
             EngineCheck::No);
    CHECK(at(x, "//select1[@ref='/data/g/a']/@appearance") == "list-nolabel");
    CHECK(at(x, "//select1[@ref='/data/b']/@appearance") == "quick");
    CHECK(
        says(outcome({{"survey", begin + "select_one yesno,a,A,,name = 'yes'\nend group,,,,\n"}, {"choices", kYesNo}}),
             "filtered_table_list", 3));
    CHECK(says(outcome({{"survey", begin + "select_one yesno,a,A,,\nselect_one other,b,B,,\nend group,,,,\n"},
                        {"choices", kYesNo + "other,x,X\n"}}),
               "mixed_table_list", 4));
}

TEST_CASE("a choice of select_multiple has no space in its name", "[xlsform][choices]") {
    const peil_test::Sheets sheets{{"survey", "type,name,label\nselect_multiple l,a,A\nselect_multiple l,b,B\n"},
                                   {"choices", "list_name,name,label\nl,a b,X\n"}};
    const auto compiled = outcome(sheets);
    CHECK(says(compiled, "space_in_choice", 2));
    CHECK(compiled.diagnostics.size() == 1);
    CHECK(says(outcome({sheets.front(), {"choices", "list_name,name,label\nl,\"a\nb\",X\n"}}), "space_in_choice", 2));
    const auto one = outcome({{"survey", "type,name,label\nselect_one l,a,A\n"}, sheets.back()});
    CHECK(one.ok());
}

TEST_CASE("values of parameters may be in capitals", "[xlsform][parameters]") {
    const auto x = form({{"survey", "type,name,label,parameters\naudio,a,A,Quality=LOW\ngeopoint,g,G,"
                                    "allow-mock-accuracy=TRUE\n"}},
                        EngineCheck::No);
    CHECK(at(x, "//bind[@nodeset='/data/a']/@odk:quality") == "low");
    CHECK(at(x, "//bind[@nodeset='/data/g']/@odk:allow-mock-accuracy") == "true");
}

TEST_CASE("settings say what an instance id is, and whether clients may edit", "[xlsform][settings]") {
    const auto x =
        form({{"survey", "type,name,label\ntext,a,A\n"},
              {"settings", "form_id,instance_id,client_editable,namespaces\nf,custom,yes,odk=\"\"x\"\" y\n"}});
    CHECK(at(x, "//bind[@nodeset='/data/meta/instanceID']/@jr:preload") == "custom");
    CHECK(at(x, "//submission/@odk:client-editable") == "true");
    CHECK(says(outcome({{"survey", "type,name,label\ntext,a,A\n"},
                        {"settings", "form_id,omit_instanceID,public_key\nf,yes,KEY\n"}}),
               "omitted_id_of_encrypted_form", 2));
}

TEST_CASE("old forms have settings among the questions", "[xlsform][settings]") {
    const auto x = form({{"survey", "type,name,label\nset form title,Old form,\nset form id,old,\ntext,a,A\n"}});
    CHECK(textAt(x, "//h:title") == "Old form");
    CHECK(at(x, "//instance/data/@id") == "old");
    CHECK(x.select_nodes("//instance/data/*").size() == 2);
}

TEST_CASE("old names of types are known", "[xlsform][types]") {
    const auto x = form({{"survey", "type,name,label\nq picture,a,A\nadd dateTime prompt,b,B\nget sim id,c,\n"
                                    "begin looped group,r,R\nq location,d,D\nend looped group,,\n"}},
                        EngineCheck::No);
    CHECK(at(x, "//upload/@mediatype") == "image/*");
    CHECK(at(x, "//bind[@nodeset='/data/b']/@type") == "dateTime");
    CHECK(at(x, "//bind[@nodeset='/data/c']/@jr:preloadParams") == "simserial");
    CHECK(x.select_node("//repeat[@nodeset='/data/r']"));
    CHECK(at(x, "//bind[@nodeset='/data/r/d']/@type") == "geopoint");
}

TEST_CASE("an entity that is updated needs its list in the form", "[xlsform][entities]") {
    const std::string entities = "list_name,entity_id,update_if\ntrees,${a},true()\n";
    CHECK(says(outcome({{"survey", "type,name,label\ntext,a,A\n"}, {"entities", entities}}), "entity_without_list", 2));
    CHECK(outcome({{"survey", "type,name,label\ntext,a,A\ncsv-external,trees,\n"}, {"entities", entities}},
                  EngineCheck::No)
              .ok());
    CHECK(outcome({{"survey", "type,name,label\nselect_one_from_file trees.csv,a,A\n"}, {"entities", entities}},
                  EngineCheck::No)
              .ok());
}

TEST_CASE("what the tablet's screens do not show is said with row and column", "[xlsform][peil]") {
    const auto compiled = outcome({{"survey", "type,name,label,appearance\nimage,a,A,\ngeopoint,b,B,\nbarcode,c,C,\n"
                                              "geotrace,d,D,\ngeoshape,e,E,\nusername,f,,\nbackground-audio,g,,\n"
                                              "text,h,H,ethiopian\n"}});
    REQUIRE(compiled.ok());
    REQUIRE(compiled.diagnostics.size() == 8);
    for (std::size_t i = 0; i < 8; ++i) {
        const auto& item = compiled.diagnostics[i];
        INFO(describe(item));
        CHECK(item.severity == Severity::Warning);
        CHECK(item.place.row == i + 2);
        CHECK(item.place.column == (i == 7 ? "appearance" : "type"));
    }
}

TEST_CASE("an appearance that the tablet ignores is said with row and column", "[xlsform][peil]") {
    const auto compiled = outcome({{"survey", "type,name,label,appearance\ndate,a,A,coptic\ninteger,b,B,masked\n"
                                              "select_one l,c,C,list-nolabel\nselect_one l,d,D,columns-pack\n"
                                              "decimal,e,E,counter\n"},
                                   {"choices", "list_name,name,label\nl,x,X\n"}});
    REQUIRE(compiled.diagnostics.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(compiled.diagnostics[i].id == "not_shown");
        CHECK(describe(compiled.diagnostics[i].place) ==
              "survey, row " + std::to_string(i + 2) + ", column appearance");
    }
    CHECK(outcome({{"survey", "type,name,label,appearance\ntext,a,A,multiline\n"}}).diagnostics.empty());
}

TEST_CASE("a remark says what the designer can see in the sheet", "[xlsform][peil]") {
    const auto only = [](const Sheets& sheets) {
        const auto compiled = outcome(sheets);
        for (const auto& item : compiled.diagnostics)
            UNSCOPED_INFO(describe(item));
        REQUIRE(compiled.diagnostics.size() == 1);
        return compiled.diagnostics.front().message + " " + compiled.diagnostics.front().cure;
    };
    CHECK(only({{"survey", "type,name,label,required\ntext,a,A,T\n"}}) ==
          "\"T\" is neither yes nor no, and no question has this name, so it counts as no. Write yes or no, or an "
          "expression with ${name}.");
    CHECK(only({{"survey", "type,name,label,appearance\ntext,a,A,minimal\n"}}) ==
          "The appearance \"minimal\" is not shown; it is for other question types. ");
    CHECK(only({{"survey", "type,name,label::en (en),choice_filter\nselect_one l,a,A,kind = 1\n"},
                {"choices", "list_name,name,label::en (en)\nl,x,X\n"}})
              .find("Available columns: name.") != std::string::npos);
    CHECK(outcome({{"survey", "type,name,label,level,appearance\nbegin group,g,G,1,Field-list\ntext,a,A,2,\n"
                              "end group,,,,\n"}})
              .diagnostics.empty());
}

TEST_CASE("media beside texts that the tablet does not play are said once for each column", "[xlsform][peil]") {
    const auto compiled = outcome({{"survey", "type,name,label,media::image,audio\nselect_one l,a,A,a.png,\n"
                                              "text,b,B,,b.mp3\ntext,c,C,,c.mp3\n"},
                                   {"choices", "list_name,name,label,media::video\nl,x,X,\nl,y,Y,y.mp4\n"}});
    std::vector<std::string> said;
    for (const auto& item : compiled.diagnostics)
        said.push_back(describe(item.place) + ": " + item.message);
    CHECK(said == std::vector<std::string>{
                      "survey, row 3, column audio: Sound and video that accompany texts are not played; "
                      "this column has 2 of them. The texts appear without them.",
                      "choices, row 3, column media::video: Sound and video that accompany texts are not played; "
                      "this column has 1 of them. The texts appear without them."});
}

TEST_CASE("messages of the form engine are shown in the column of the property concerned", "[xlsform][peil]") {
    const auto column = [](const std::string& survey, std::string_view id) {
        const auto compiled = outcome({{"survey", survey}, {"choices", "list_name,name,label\nl,x,X\n"}});
        const auto& all = compiled.diagnostics;
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& item) { return item.id == id; });
        return found == all.end() ? "no remark " + std::string(id) : describe(found->place);
    };
    const std::string head = "type,name,label,relevant,required,constraint,calculation,readonly,appearance\n";
    CHECK(column(head + "text,a,A,${a} = 1,,,,,\n", "cycle") == "survey, row 2, column relevant");
    CHECK(column(head + "text,a,A,,${a} = 1,,,,\n", "cycle") == "survey, row 2, column required");
    CHECK(column(head + "calculate,a,,,,,${a} + 1,,\n", "cycle") == "survey, row 2, column calculation");
    CHECK(column(head + "text,a,A,,,/data/b = 1,,,\n", "unknown_node") == "survey, row 2, column constraint");
    CHECK(column(head + "text,a,A,,,,,/data/b = 1,\n", "unknown_node") == "survey, row 2, column readonly");
    CHECK(column(head + "select_one l,a,A,,,,,,image-map\n", "not_shown") == "survey, row 2, column appearance");
    CHECK(column("type,name,label,repeat_count\nbegin repeat,r,R,/data/b + 1\ntext,a,A,\nend repeat,,,\n",
                 "unknown_node") == "survey, row 2, column repeat_count");
}

TEST_CASE("a list in a file that is not there is a warning at the question that uses it", "[xlsform][peil]") {
    const auto workbook =
        readCsvSheets({{"survey", "type,name,label\ntext,a,A\nselect_one_from_file towns.csv,b,B\n"}});
    const auto missing = [](std::string_view) { return std::optional<std::string>(); };
    const auto compiled = compile(workbook.value(), {.resources = missing});
    REQUIRE(compiled.ok());
    REQUIRE(compiled.diagnostics.size() == 1);
    CHECK(compiled.diagnostics.front().id == "missing_file");
    CHECK(describe(compiled.diagnostics.front().place) == "survey, row 3, column type");
    CHECK(compile(workbook.value()).diagnostics.empty());
}

TEST_CASE("a big image opens from an image, so it needs one", "[xlsform][media]") {
    CHECK(says(outcome({{"survey", "type,name,label,big-image\ntext,a,A,large.png\n"}}), "big_image_alone", 2));
    CHECK(says(outcome({{"survey", "type,name,media::big-image::en\ntext,a,large.png\n"}}), "big_image_alone", 2));
    CHECK(outcome({{"survey", "type,name,label,image,big-image\ntext,a,A,small.png,large.png\n"}}).ok());
}

TEST_CASE("a column media without the kind of media is warned about", "[xlsform][media]") {
    const auto result = outcome({{"survey", "type,name,media\ntext,a,cat.png\n"}});
    REQUIRE(result.ok());
    CHECK(says(result, "bare_media", 2));
    CHECK(result.xform->find("cat.png") == std::string::npos);
    CHECK(result.xform->find("<input ref=\"/data/a\"><label/></input>") != std::string::npos);
}

TEST_CASE("a list is attached once for the whole form, by whatever group", "[xlsform][choices]") {
    const std::string inGroup = "begin group,g,G\nxml-external,wards,\ntext,a,A\nend group,,\n";
    const std::string top = "type,name,label\n" + inGroup;
    CHECK(says(outcome({{"survey", top + "xml-external,wards,\n"}}, EngineCheck::No), "duplicate_external", 6));
    CHECK(says(outcome({{"survey", top + "csv-external,wards,\n"}}, EngineCheck::No), "instance_clash", 6));
    const auto again = top + "select_one_from_file wards.xml,b,B\nselect_multiple_from_file wards.xml,c,C\n";
    const auto x = form({{"survey", again}}, EngineCheck::No);
    CHECK(x.select_nodes("//instance[@id='wards']").size() == 1);
}

TEST_CASE("instanceID and instanceName can be named only where the form has them", "[xlsform][reference]") {
    const auto sheets = [](const char* label, const char* settings) {
        return outcome({{"survey", std::string("type,name,label\ntext,a,") + label + "\n"}, {"settings", settings}},
                       EngineCheck::No);
    };
    CHECK(sheets("${instanceID}", "form_id\nf\n").ok());
    CHECK(says(sheets("${instanceID}", "form_id,omit_instanceID\nf,yes\n"), "unknown_name", 2));
    CHECK(sheets("${instanceName}", "form_id,instance_name\nf,'x'\n").ok());
    CHECK(says(sheets("${instanceName}", "form_id\nf\n"), "unknown_name", 2));
}

TEST_CASE("a setting names only questions of the form", "[xlsform][reference]") {
    const auto titled = [](const char* title) {
        return outcome({{"survey", "type,name,label\ntext,a,A\n"},
                        {"settings", std::string("form_id,form_title\nf,") + title + "\n"}},
                       EngineCheck::No);
    };
    CHECK(titled("Visit ${a}").ok());
    const auto result = titled("Visit ${none}");
    REQUIRE(says(result, "unknown_name", 2));
    CHECK(result.diagnostics.front().place.sheet == "settings");
    CHECK(result.diagnostics.front().place.column == "form_title");
}

TEST_CASE("an attribute of a node can name questions", "[xlsform][reference]") {
    const auto x = form({{"survey", "type,name,label,instance::of\nbegin repeat,r,R,\ntext,a,A,\ntext,b,B,${a}\n"
                                    "end repeat,,,\n"}});
    CHECK(at(x, "//instance/data/r[not(@jr:template)]/b/@of") == " ../a ");
    CHECK(says(outcome({{"survey", "type,name,label,instance::of\ntext,b,B,${none}\n"}}), "unknown_name", 2));
}

TEST_CASE("a tag of OpenStreetMap offers the list of its name", "[xlsform][choices]") {
    const auto x = form({{"survey", "type,name,label\nosm building,a,A\n"},
                         {"osm", "list_name,name,label\nbuilding,roof,Roof\nroof,tile,Tiles\nroof,reed,Reed\n"}},
                        EngineCheck::No);
    CHECK(x.select_nodes("//upload/tag").size() == 1);
    CHECK(textAt(x, "//tag[@key='roof']/item[value='reed']/label") == "Reed");
}

TEST_CASE("without ticks a range labels its two ends, each as often as duplicates are allowed",
          "[xlsform][parameters]") {
    const auto range = [](const char* names, const char* duplicates) {
        std::string choices = "list_name,name,label\n";
        for (const char* name = names; *name != '\0'; ++name)
            choices += std::string("ends,") + *name + ",L\n";
        return outcome({{"survey", "type,name,label,parameters,appearance\n"
                                   "range,a,A,start=1 end=9 tick_labelset=ends,no-ticks\n"},
                        {"choices", choices},
                        {"settings", std::string("form_id,allow_choice_duplicates\nf,") + duplicates + "\n"}},
                       EngineCheck::No);
    };
    CHECK(range("19", "no").ok());
    CHECK(range("119", "yes").ok());
    CHECK_FALSE(range("119", "no").ok());
    CHECK_FALSE(range("159", "yes").ok());
}

TEST_CASE("a calculate needs a calculation, also when a question triggers it", "[xlsform][trigger]") {
    const std::string survey = "type,name,label,trigger\ntext,a,A,\ncalculate,b,,${a}\n";
    CHECK(says(outcome({{"survey", survey}}), "no_calculation", 3));
}

TEST_CASE("a word that is spelled well is not offered as its own cure", "[xlsform][diagnostic]") {
    const auto result = outcome({{"survey", "type,name,label\nselect_one,a,A\n"}});
    REQUIRE(says(result, "select_without_list", 2));
    CHECK(sentencesOf(result.diagnostics.front()) ==
          "\"select_one\" is not the name of a choice list. Write \"select_one LIST\".");
}

TEST_CASE("the cure of a missing translation is a column that can be added as it is named", "[xlsform][itext]") {
    const auto sound = outcome({{"survey", "type,name,label::en,label:fr,media::audio::en\nnote,a,A,B,a.mp3\n"}});
    REQUIRE(says(sound, "missing_translation", 1));
    CHECK(sentencesOf(sound.diagnostics.front()) ==
          "\"media::audio\" is not translated into fr. Add a column media::audio::fr.");
    const auto plain = outcome({{"survey", "type,name,label,hint,hint::fr\nnote,a,A,B,C\n"}});
    CHECK(sentencesOf(plain.diagnostics.front()) == "\"label\" is not translated into fr. Add a column label::fr.");
    const auto outer = outcome({{"survey", "type,name,label,label::fr,hint::fr\nnote,a,A,B,C\n"}});
    CHECK(sentencesOf(outer.diagnostics.front()) == "\"hint\" is not translated into default. Add a column hint.");
}

TEST_CASE("a choice without a list is reported, a remark among the choices is not", "[xlsform][choices]") {
    const std::string survey = "type,name,label\nselect_one ward,a,A\n";
    CHECK(says(outcome({{"survey", survey}, {"choices", "list_name,name,label\nward,w1,One\n,w2,Two\n"}}),
               "choice_without_list", 3));
    CHECK_FALSE(says(outcome({{"survey", survey}, {"choices", "list_name,name,label\nward,w1,One\n,,a remark\n"}}),
                     "choice_without_list", 3));
}

TEST_CASE("a place in an expression counts the characters of its cell", "[xlsform][reference]") {
    const auto said = [](const std::string& relevant) {
        const auto compiled =
            outcome({{"survey", "type,name,label,relevant\ninteger,age,A,\ntext,b,B,\"" + relevant + "\"\n"}});
        REQUIRE(compiled.diagnostics.size() == 1);
        return compiled.diagnostics.front().message;
    };
    for (const auto& [relevant, where] : std::vector<std::pair<std::string, std::string>>{
             {"${age} >> 1", "t character 9:"},
             {"${age} = 'é' and ${age} >> 1", "t character 26:"},
             {"${age} 1", "t character 8:"},
             {"${age} = cuont(1)", "t character 10 "},
             {"regex(${age}, '(character 3')", "\"(character 3\" of regex() has an error after character "
                                               "12:"}}) {
        INFO(said(relevant));
        CHECK(said(relevant).find(where) != std::string::npos);
    }
}
