// SPDX-License-Identifier: Apache-2.0
// Of which type each column of an export is: decided by form and study, taken back where the data do not fit.
#include "clean_record.h"
#include "peil/dataset/tables.h"
#include "peil_program.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil;
using cli_test::recordOf;
using exports::MissingReason;
using exports::TypeOrigin;
using exports::VariableType;
using peil_test::need;

namespace {

/// A form of calculated and hidden fields: {name, type of its bind, calculation}.
struct Field {
    std::string name, calculate, type = "string", more;
};

std::string xformOf(const std::vector<Field>& fields, const std::string& body = {}, const std::string& model = {}) {
    std::string instance, binds;
    for (const auto& field : fields) {
        instance += "<" + field.name + "/>";
        binds += "<bind nodeset=\"/data/" + field.name + "\" type=\"" + field.type + "\"" +
                 (field.calculate.empty() ? "" : " calculate=\"" + field.calculate + "\"") + field.more + "/>";
    }
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
           "xmlns:peil=\"urn:peil:1\"><h:head><h:title>Tea</h:title><model><instance><data id=\"tea\">" +
           instance + "<meta><instanceID/></meta></data></instance>" + binds + model + "</model></h:head><h:body>" +
           body + "</h:body></h:html>";
}

const std::string kYesNo = "<select1 ref=\"/data/ever\"><label>Ever</label><item><label>Yes</label><value>1</value>"
                           "</item><item><label>No</label><value>0</value></item></select1>";

struct Export {
    std::unique_ptr<dataset::ExportTables> tables;

    Export(const std::string& xform, const std::vector<std::string>& records, const study::Study* study = nullptr) {
        const auto parsed = forms::FormDefinition::parse(xform);
        for (const auto& one : parsed.diagnostics)
            UNSCOPED_INFO(one.message);
        REQUIRE(parsed.form);
        std::vector<records::CleanRecord> clean;
        for (const auto& record : records)
            clean.push_back(recordOf("i" + std::to_string(clean.size()), "complete",
                                     "<data xmlns:peil=\"urn:peil:1\">" + record + "</data>", *parsed.form));
        tables =
            need(dataset::makeTables({*parsed.form, xform, "v", "2030-01-01", {}, dataset::Fields::All, study}, clean));
    }
    [[nodiscard]] const exports::Variable& variable(const std::string& name) const {
        for (const auto& one : tables->tables.front().table().variables)
            if (one.name == name) return one;
        FAIL("no variable " << name);
        std::abort();
    }
    /// "number inferred", "select_one study 0=No 1=Yes".
    [[nodiscard]] std::string typeOf(const std::string& name) const {
        const auto& one = variable(name);
        auto out = std::string(idOf(one.type)) + " " + std::string(idOf(one.typeOrigin));
        for (const auto& value : one.values)
            out += " " + value.value + "=" + std::string(value.label.in("en"));
        return out;
    }
    [[nodiscard]] std::vector<exports::Cell> cells(const std::string& name) const {
        auto& table = tables->tables.front();
        std::vector<exports::Cell> out;
        REQUIRE(table.rewind());
        exports::Row row;
        while (need(table.next(row)))
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                if (table.table().variables[i].name == name) {
                    out.push_back(row.cells[i]);
                    out.back().text = {}; // it was borrowed
                }
        return out;
    }
};

study::Study teaStudy() {
    return need(study::parseStudy(R"toml(id = "tea-2030"
title = "Tea"
starts_on = 2030-01-07
ends_on = 2030-06-30
[[city]]
code = "AMS"
name = "Amsterdam"
[[city.site]]
code = "AMS-01"
type = "drop_in"
name = "Drop-in"
[[group]]
id = "tea"
label = { nl = "Thee", en = "Tea" }
[fields]
frame = "sites_there"
[trait]
field = "crack_use"
label = { nl = "crackgebruik", en = "crack use" }
)toml"));
}

const std::vector<Field> kOpenFields{
    {"city", ""},      {"site", ""},   {"group", "'tea'"},        {"week", ""},       {"in_care", ""},
    {"crack_use", ""}, {"weight", ""}, {"outcome", "'complete'"}, {"sites_there", ""}};

} // namespace

TEST_CASE("a calculated field is a number when its expression can give nothing else", "[cli][export][types]") {
    const Export made(xformOf({{"age", "", "int"},
                               {"declared", "concat('1', '2')", "int"},
                               {"share", "'x'", "decimal"},
                               {"product", "1.25 * 2"},
                               {"flag", "if(/data/age &gt; 3, '1', '0')"},
                               {"flag_or_empty", "if(/data/age = '', '', if(/data/age &gt; 3, '1', '0'))"},
                               {"copy", "/data/age"},
                               {"copy_of_copy", "coalesce(/data/copy, /data/flag)"},
                               {"padded", "if(/data/age &gt; 3, '01', '02')"},
                               {"word", "if(/data/age &gt; 3, 'old', 'young')"},
                               {"mixed", "if(/data/age &gt; 3, 1, 'young')"},
                               {"joined", "concat(/data/age, '1')"},
                               {"nothing", "''"},
                               {"kept", ""},
                               {"copy_of_kept", "/data/kept"},
                               {"truth", "/data/age &gt; 3"},
                               {"day", "today()"}}),
                      {});
    CHECK(made.typeOf("age") == "number form");
    CHECK(made.typeOf("declared") == "number form");
    CHECK(made.typeOf("share") == "number form");
    CHECK(made.typeOf("product") == "number inferred");
    CHECK(made.typeOf("flag") == "number inferred");
    CHECK(made.typeOf("flag_or_empty") == "number inferred");
    CHECK(made.typeOf("copy") == "number inferred");
    CHECK(made.typeOf("copy_of_copy") == "number inferred");
    CHECK(made.typeOf("padded") == "text form");
    CHECK(made.typeOf("word") == "text form");
    CHECK(made.typeOf("mixed") == "text form");
    CHECK(made.typeOf("joined") == "text form");
    CHECK(made.typeOf("nothing") == "text form");
    CHECK(made.typeOf("kept") == "text form");
    CHECK(made.typeOf("copy_of_kept") == "text form");
    CHECK(made.typeOf("truth") == "select_one inferred false=No true=Yes");
    CHECK(made.typeOf("day") == "date inferred");
}

TEST_CASE("a calculated field that passes on answers of a list has the labels of that list", "[cli][export][types]") {
    const Export made(xformOf({{"ever", ""},
                               {"regular", "if(true(), '1', /data/ever)"},
                               {"other", "if(true(), 'x', /data/ever)"},
                               {"third", "if(true(), '3', /data/ever)"}},
                              kYesNo),
                      {});
    CHECK(made.typeOf("ever") == "select_one form 1=Yes 0=No");
    CHECK(made.typeOf("regular") == "select_one inferred 1=Yes 0=No");
    CHECK(made.typeOf("other") == "text form");
    CHECK(made.typeOf("third") == "number inferred");
}

TEST_CASE("what an action or a default puts into a field counts as what its calculation gives",
          "[cli][export][types]") {
    const auto set = [](const std::string& value) {
        return "<setvalue event=\"odk-instance-first-load\" ref=\"/data/x\"" + value + "/>";
    };
    CHECK(Export(xformOf({{"x", ""}}, "", set(" value=\"2 + 3\"")), {}).typeOf("x") == "number inferred");
    CHECK(Export(xformOf({{"x", "1 + 1"}}, "", set(" value=\"'none'\"")), {}).typeOf("x") == "text form");
    auto withDefault = xformOf({{"x", "if(true(), 1, 2)"}});
    withDefault.replace(withDefault.find("<x/>"), 4, "<x>soon</x>");
    CHECK(Export(withDefault, {}).typeOf("x") == "text form");
}

TEST_CASE("the fields that the study counts with have types and labels, whatever the form calculates",
          "[cli][export][types]") {
    const auto study = teaStudy();
    const Export made(xformOf(kOpenFields), {}, &study);
    CHECK(made.typeOf("week") == "number study");
    CHECK(made.typeOf("weight") == "number study");
    CHECK(made.typeOf("sites_there") == "number study");
    CHECK(made.typeOf("in_care") == "select_one study 0=No 1=Yes");
    CHECK(made.typeOf("crack_use") == "select_one study 0=No 1=Yes");
    CHECK(made.typeOf("group") == "select_one study tea=Tea not_eligible=Not eligible");
    CHECK(made.typeOf("outcome") ==
          "select_one study complete=Complete broken_off=Broken off not_eligible=Not eligible");
    CHECK(made.typeOf("city") == "text form");
    CHECK(made.variable("group").values[0].label.in("nl") == "Thee");
    CHECK(made.variable("in_care").values[1].label.in("nl") == "Ja");
    CHECK(made.variable("weight").label.in("nl") == "Gewicht");
    CHECK(made.variable("site").label.in("en") == "Site");
    CHECK(Export(xformOf(kOpenFields), {}).typeOf("week") == "text form"); // no study, no fields
}

TEST_CASE("a field of the study that is a question with a list keeps its own list", "[cli][export][types]") {
    auto study = teaStudy();
    study.fields.inCare = "ever";
    CHECK(Export(xformOf({{"ever", ""}}, kYesNo), {}, &study).typeOf("ever") == "select_one form 1=Yes 0=No");
    study.fields.weight = "ever";
    study.fields.inCare = "in_care";
    CHECK(Export(xformOf({{"ever", ""}}, kYesNo), {}, &study).typeOf("ever") == "select_one form 1=Yes 0=No");
}

TEST_CASE("reasons for no answer are in typed fields as in any other", "[cli][export][types]") {
    const auto study = teaStudy();
    const Export made(xformOf(kOpenFields),
                      {"<in_care>1</in_care><weight>0.6667</weight><week>3</week>",
                       "<in_care peil:reason=\"refused\"/><weight peil:reason=\"dont_know\"/><week/>", "",
                       "<in_care/><weight>NaN</weight><week>4</week>"},
                      &study);
    const auto weight = made.cells("weight");
    REQUIRE(weight.size() == 4);
    CHECK(weight[0].number == 0.6667);
    CHECK(weight[1].missing == MissingReason::DontKnow);
    CHECK(weight[2].missing == MissingReason::NotRelevant);
    CHECK(weight[3].missing == MissingReason::Missing);
    CHECK(made.cells("in_care")[1].missing == MissingReason::Refused);
    CHECK(made.cells("week")[0].number == 3);
    CHECK(made.tables->remarks.empty());
}

TEST_CASE("a type that does not match the data is dropped with a remark, and no value is lost",
          "[cli][export][types]") {
    const auto study = teaStudy();
    const Export made(xformOf(kOpenFields),
                      {"<weight>much</weight><in_care>2</in_care><group>coffee</group>",
                       "<weight>Infinity</weight><in_care>1</in_care><group>tea</group>", "<weight>1.5</weight>"},
                      &study);
    CHECK(made.typeOf("weight") == "text form");
    CHECK(made.typeOf("in_care") == "text form");
    CHECK(made.typeOf("group") == "text form");
    CHECK(
        made.tables->remarks ==
        std::vector<std::string>{"column group is stored as text: 1 of its values does not match the type select_one",
                                 "column in_care is stored as text: 1 of its values does not match the type select_one",
                                 "column weight is stored as text: 2 of its values do not match the type number"});
    // What the study says less well than the form falls back on the form.
    auto fields = kOpenFields;
    fields[4].type = "int";
    const Export number(xformOf(fields), {"<in_care>2</in_care>"}, &study);
    CHECK(number.typeOf("in_care") == "number form");
    CHECK(number.cells("in_care")[0].number == 2);
}

TEST_CASE("repeats of one name, and one that is called as the form, get tables of their own", "[cli][export][types]") {
    const std::string xform =
        R"XML(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head><h:title>Tea</h:title>
<model><instance><data id="tea"><a><pot><x/></pot></a><b><Pot><y/></Pot></b><tea><z/></tea><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/a/pot/x" type="int"/><bind nodeset="/data/b/Pot/y" type="int"/><bind nodeset="/data/tea/z" type="int"/></model></h:head>
<h:body><group ref="/data/a"><group ref="/data/a/pot"><repeat nodeset="/data/a/pot"><input ref="/data/a/pot/x"><label>X</label></input></repeat></group></group>
<group ref="/data/b"><group ref="/data/b/Pot"><repeat nodeset="/data/b/Pot"><input ref="/data/b/Pot/y"><label>Y</label></input></repeat></group></group>
<group ref="/data/tea"><repeat nodeset="/data/tea"><input ref="/data/tea/z"><label>Z</label></input></repeat></group></h:body></h:html>)XML";
    const Export made(xform, {"<a><pot><x>1</x></pot></a><b><Pot><y>2</y></Pot></b><tea><z>3</z></tea>"});
    std::vector<std::string> names;
    for (const auto& table : made.tables->tables) {
        names.push_back(table.table().name);
        CHECK(table.rows() == 1);
    }
    CHECK(names == std::vector<std::string>{"tea", "pot", "Pot_2", "tea_2"});
}
