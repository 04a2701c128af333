// SPDX-License-Identifier: Apache-2.0
// What one format cannot hold, or a column cannot be, leaves the other files of an export whole.
#include "export_desk.h"

#include "peil/base/csv.h"
#include "peil/base/text.h"
#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <set>

using namespace integration;
using Catch::Matchers::ContainsSubstring;
using peil_test::need;

namespace {

/// A study of one city and one group whose weight stands in the field `hours`.
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
name = "Drop-in"
[[group]]
id = "tea"
label = "Tea"
[fields]
weight = "hours"
)toml";

const std::vector<std::string> kOpen{"city", "site", "week", "group", "in_care", "crack_use", "hours", "outcome"};

/// The open fields, all of them texts for the form, and `questions` of several answers out of 1,950.
std::string formWith(int questions) {
    std::string instance = "<consent/>", binds, body, items;
    for (const auto& field : kOpen) {
        instance += "<" + field + "/>";
        binds += "<bind nodeset=\"/data/" + field + "\" type=\"string\" peil:class=\"quota\"/>";
    }
    for (int i = 0; i < 1950; ++i)
        items += "<item><name>c" + std::to_string(i) + "</name><label>C</label></item>";
    for (int i = 0; i < questions; ++i) {
        const auto name = "q" + std::to_string(i);
        instance += "<" + name + "/>";
        binds += "<bind nodeset=\"/data/" + name + "\" type=\"string\"/>";
        body += "<select ref=\"/data/" + name +
                "\"><label>Which?</label><itemset nodeset=\"instance('list')/root/item\"><value ref=\"name\"/>"
                "<label ref=\"label\"/></itemset></select>";
    }
    return R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:peil="urn:peil:1">)"
           "<h:head><h:title>Tea</h:title><model><instance><data id=\"tea\">" +
           instance + "<meta><instanceID/></meta></data></instance><instance id=\"list\"><root>" + items +
           "</root></instance><bind nodeset=\"/data/consent\" type=\"string\"/>" + binds +
           "</model></h:head><h:body><input ref=\"/data/consent\"><label>Take part?</label></input>" + body +
           "</h:body></h:html>";
}

peil::protocol::BatchItem interviewOf(TestTablet& tablet, const std::string& weight, int questions) {
    const std::vector<std::string> values{"Amsterdam", "AMS-01", "2", "tea", "1", "0", weight, "complete"};
    std::string record = "<data><consent>1</consent>";
    std::vector<peil::protocol::OpenField> open;
    for (std::size_t i = 0; i < kOpen.size(); ++i) {
        record += "<" + kOpen[i] + ">" + values[i] + "</" + kOpen[i] + ">";
        open.push_back({kOpen[i], values[i], ""});
    }
    for (int i = 0; i < questions; ++i)
        record += "<q" + std::to_string(i) + ">c1 c1949</q" + std::to_string(i) + ">";
    return tablet.interview(std::move(open), "complete", record + "</data>");
}

/// An export of two interviews with these weights, in all formats.
struct Exported {
    Exported(const std::vector<std::string>& weights, int questions)
        : desk(kStudy, formWith(questions)) {
        std::vector<peil::protocol::BatchItem> items;
        for (const auto& weight : weights)
            items.push_back(interviewOf(desk.tablet(), weight, questions));
        desk.send(items);
        desk.approveAll();
        run = desk.exportTo("out", {"--format", "csv,sav,dta", "--disclosure", "report"});
    }
    [[nodiscard]] boost::json::value manifest() const { return boost::json::parse(desk.read("out/manifest.json")); }
    /// One cell of codebook.csv, of the variable `hours`.
    [[nodiscard]] std::string codebook(const char* column) const {
        const auto table = need(peil::parseCsv(desk.read("out/codebook.csv")));
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            if (table.cell(row, *table.column("column")) == "hours")
                return std::string(table.cell(row, *table.column(column)));
        return "absent";
    }

    ExportDesk desk;
    peil_test::ProgramRun run;
};

} // namespace

TEST_CASE("a table that is too wide for Stata costs no other format its file", "[integration][export]") {
    const Exported exported({"1.5", "2"}, 17); // 17 times 1,950 columns of yes and no
    INFO(exported.run.errors << exported.run.output);
    CHECK(exported.run.status == 1);
    CHECK_THAT(exported.run.errors, ContainsSubstring("tea.dta") && ContainsSubstring(".dta supports at most 32,767"));
    for (const auto* file : {"out/tea.csv", "out/tea.sav", "out/codebook.csv", "out/names.csv", "out/load.R"})
        CHECK(exported.desk.exists(file));
    CHECK_FALSE(exported.desk.exists("out/tea.dta"));
    const auto table = need(peil::parseCsv(exported.desk.read("out/tea.csv")));
    CHECK(table.rows.size() == 2);
    CHECK(table.cell(0, *table.column("q16")) == "c1 c1949");
    const auto missing = exported.manifest().at("not_written").as_array();
    REQUIRE(missing.size() == 1);
    CHECK(missing[0].at("name").as_string() == "tea.dta");
}

TEST_CASE("a field that the study declares as a number is one in every format, and a text in all where a value is none",
          "[integration][export]") {
    const Exported numbers({"1.5", "2"}, 0);
    INFO(numbers.run.errors);
    REQUIRE(numbers.run.status == 0);
    CHECK(numbers.codebook("type") == "number");
    CHECK(numbers.codebook("type_from") == "study");
    CHECK_THAT(numbers.desk.read("out/load.R"), ContainsSubstring("weight = \"hours\""));
    const Exported texts({"1.5", "much"}, 0);
    INFO(texts.run.errors << texts.run.output);
    CHECK(texts.run.status == 0);
    CHECK(texts.codebook("type") == "text");
    CHECK_THAT(texts.run.errors + texts.run.output, ContainsSubstring("hours"));
    const auto table = need(peil::parseCsv(texts.desk.read("out/tea.csv")));
    std::set<std::string_view> hours;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        hours.insert(table.cell(row, *table.column("hours")));
    CHECK(hours == std::set<std::string_view>{"1.5", "much"});
    for (const auto* one : {&numbers, &texts}) {
        for (const auto* file : {"out/tea.csv", "out/tea.sav", "out/tea.dta"})
            CHECK(one->desk.exists(file));
        CHECK(one->manifest().at("not_written").as_array().empty());
    }
}
