// SPDX-License-Identifier: Apache-2.0
// Interviews of several versions of a form, exported together by the real programs.
#include "export_desk.h"

#include "peil/base/csv.h"
#include "peil/base/file.h"
#include "peil/base/text.h"
#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <map>

using namespace integration;
using Catch::Matchers::ContainsSubstring;
using peil_test::need;

namespace {

const std::string kStudy = R"toml(id = "harbour-2030"
title = "Tea"
starts_on = 2030-01-07
ends_on = 2030-06-30
[[city]]
code = "AMS"
name = "Amsterdam"
[[city.site]]
code = "AMS-01"
type = "drop_in"
name = "One"
[[group]]
id = "tea"
label = "Tea"
)toml";

struct Question {
    std::string name, type, choices; ///< choices: "1 0 2"; empty for an input
};

std::string formOf(const std::string& version, const std::vector<Question>& questions) {
    std::string instance, binds, body;
    for (const auto& one : questions) {
        instance += "<" + one.name + "/>";
        binds += "<bind nodeset=\"/data/" + one.name + "\" type=\"" + one.type + "\"/>";
        const auto control = one.choices.empty() ? std::string("input") : std::string("select1");
        body += "<" + control + " ref=\"/data/" + one.name + "\"><label>" + one.name + "</label>";
        if (!one.choices.empty())
            for (const auto choice : peil::split(one.choices, ' '))
                body += "<item><label>choice " + std::string(choice) + "</label><value>" + std::string(choice) +
                        "</value></item>";
        body += "</" + control + ">";
    }
    for (const auto* open : {"city", "site", "week", "group", "in_care", "crack_use", "weight", "outcome"}) {
        instance += "<" + std::string(open) + "/>";
        binds += "<bind nodeset=\"/data/" + std::string(open) + "\" type=\"string\" peil:class=\"quota\"/>";
    }
    return "<h:html xmlns=\"http://www.w3.org/2002/xforms\" xmlns:h=\"http://www.w3.org/1999/xhtml\" "
           "xmlns:peil=\"urn:peil:1\"><h:head><h:title>Tea</h:title><model><instance><data id=\"tea\" version=\"" +
           version + "\">" + instance + "</data></instance>" + binds + "</model></h:head><h:body>" + body +
           "</h:body></h:html>";
}

/// Three interviews of the first version, then four of the second.
struct TwoVersions : ExportDesk {
    TestStudy second;
    TestTablet tablet2;

    TwoVersions(const std::vector<Question>& before, const std::vector<Question>& after)
        : ExportDesk(kStudy, formOf("1", before))
        , second(kStudy, formOf("2", after))
        , tablet2((answer(tablet(), 3), server().publish(second), server().enrolled(second, "AMS", 8))) {
        sendMore();
        approveAll();
        need(peil::writeFileDurably(path("study.pack"), second.pack));
    }

    static peil::protocol::BatchItem interviewOf(TestTablet& tablet,
                                                 const std::map<std::string, std::string>& answers) {
        const std::map<std::string, std::string> open{{"city", "Amsterdam"}, {"site", "AMS-01"}, {"week", "2"},
                                                      {"group", "tea"},      {"in_care", "1"},   {"crack_use", ""},
                                                      {"weight", "1"}};
        std::string record = "<data><consent>1</consent>";
        std::vector<peil::protocol::OpenField> fields;
        for (const auto& [name, value] : answers)
            record += "<" + name + ">" + value + "</" + name + ">";
        for (const auto& [name, value] : open) {
            record += "<" + name + ">" + value + "</" + name + ">";
            fields.push_back({name, value, ""});
        }
        fields.push_back({"outcome", "complete", ""});
        return tablet.interview(std::move(fields), "complete", record + "<outcome>complete</outcome></data>");
    }
    void answer(TestTablet& which, int count) {
        std::vector<peil::protocol::BatchItem> items;
        for (int i = 0; i < count; ++i)
            items.push_back(interviewOf(which, {{"age", "4" + std::to_string(i)}, {"sugar", "1"}, {"cups", "3"}}));
        send(items);
    }
    void sendMore() {
        std::vector<peil::protocol::BatchItem> items;
        for (int i = 0; i < 4; ++i)
            items.push_back(interviewOf(
                tablet2, {{"age", "5"}, {"sugar", "2"}, {"cups", i == 0 ? "three or so" : "4"}, {"milk", "1"}}));
        REQUIRE(server().clientOf(tablet2).send(tablet2.batch(items)).status == 200);
    }
};

const std::vector<Question> kBefore{
    {"consent", "string", ""}, {"age", "int", ""}, {"sugar", "string", "1 0"}, {"cups", "int", ""}};
const std::vector<Question> kAfter{{"consent", "string", ""},
                                   {"age", "int", ""},
                                   {"milk", "string", "1 0"},
                                   {"sugar", "string", "1 0 2"},
                                   {"cups", "string", ""}};

} // namespace

TEST_CASE("interviews of an earlier version of the form are exported with the later ones", "[integration][versions]") {
    TwoVersions desk(kBefore, kAfter);
    const auto run = desk.exportTo("out", {"--class", "internal", "--format", "csv,sav,dta"});
    INFO(run.errors << run.output);
    REQUIRE(run.status == 0);
    CHECK_THAT(run.output, ContainsSubstring("7 interviews of 7 envelopes"));
    CHECK_THAT(run.output, ContainsSubstring("version 1 of the form: lacks milk"));
    CHECK_THAT(run.output, ContainsSubstring("version 1 of the form: sugar lacks the choice 2"));
    CHECK_THAT(run.output, ContainsSubstring("version 1 of the form: cups is number, not text"));
    const auto text = desk.read("out/tea.csv");
    const auto table = need(peil::parseCsv(text));
    std::map<std::string, int> rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const auto version = std::string(table.cell(row, *table.column("form_version")));
        ++rows[version];
        CHECK(table.cell(row, *table.column("milk")) == (version == "1" ? "" : "1"));
        CHECK(table.cell(row, *table.column("milk_reason")) == (version == "1" ? "not_relevant" : ""));
        CHECK(table.cell(row, *table.column("sugar")) == (version == "1" ? "1" : "2"));
    }
    CHECK(rows == std::map<std::string, int>{{"1", 3}, {"2", 4}});
    const auto manifest = boost::json::parse(desk.read("out/manifest.json"));
    CHECK(manifest.at("forms").as_object().size() == 2);
    CHECK(manifest.at("differences").as_array().size() == 3);
    CHECK(manifest.at("left_out").at("other_form") == 0);
}

TEST_CASE("only the current version is exported when that is requested", "[integration][versions]") {
    TwoVersions desk(kBefore, kAfter);
    const auto run = desk.exportTo("out", {"--class", "internal", "--versions", "current"});
    INFO(run.errors);
    REQUIRE(run.status == 0);
    CHECK_THAT(run.output, ContainsSubstring("4 interviews of 7 envelopes") &&
                               ContainsSubstring("excluded: 3 (Made with a different form or version)"));
    CHECK(desk.read("out/tea.csv").find("form_version") == std::string::npos);
}

TEST_CASE("a question whose answers mean something else in another version is refused with the cure",
          "[integration][versions]") {
    auto after = kAfter;
    after[1] = {"age", "string", "1 2 3 4 5"}; // bands: 5 is no longer an age of five years
    TwoVersions desk(kBefore, after);
    const auto run = desk.exportTo("out", {"--class", "internal"});
    INFO(run.errors);
    CHECK(run.status == 1);
    CHECK_THAT(run.errors, ContainsSubstring("The question \"age\" is select_one in the version \"2\" of the form and "
                                             "number in the version \"1\"") &&
                               ContainsSubstring("rename the question") && ContainsSubstring("--versions current"));
    CHECK_FALSE(desk.exists("out"));
    CHECK(desk.exportTo("current", {"--class", "internal", "--versions", "current"}).status == 0);
}

TEST_CASE("a frozen dataset of several versions is made again to the byte", "[integration][versions]") {
    TwoVersions desk(kBefore, kAfter);
    REQUIRE(desk.exportTo("first", {"--class", "internal", "--freeze", "wave-1"}).status == 0);
    const auto again = desk.exportTo("again", {"--reproduce", desk.path("first/manifest.json").string()});
    INFO(again.errors);
    REQUIRE(again.status == 0);
    for (const auto& name : desk.files("first"))
        CHECK(desk.read("first/" + name) == desk.read("again/" + name));
}

TEST_CASE("the server gives the newest pack with a form, and none for a form that was not published",
          "[integration][versions]") {
    TwoVersions desk(kBefore, kAfter);
    const auto ask = [&](const std::string& query) { return desk.server().admin({.path = "/admin/packs" + query}); };
    CHECK(ask("").refusal() == "bad_message");
    CHECK(ask("?form=" + std::string(64, '0')).json().at("packs").as_array().empty());
    const auto packs = ask("?form=" + desk.study().formHash).json().at("packs").as_array();
    REQUIRE(packs.size() == 1);
    CHECK(packs.front().at("hash").as_string() == desk.study().packHash);
}
