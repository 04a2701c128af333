// SPDX-License-Identifier: Apache-2.0
#include "peil/xlsform/findings.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace peil;
using namespace peil::xlsform;
using Catch::Matchers::ContainsSubstring;

namespace {

Diagnostic finding(Severity severity, std::string sheet, std::size_t row, std::string column) {
    return {severity, "some_fault", {std::move(sheet), row, std::move(column)}, "It says \"<b>\".", "Write another."};
}

CheckedForm form(std::vector<Diagnostic> findings, std::size_t rows = 4) {
    CheckedForm checked{"tea.xlsx", {}, std::move(findings)};
    Sheet survey{"survey", {{"type", "name", " label "}}};
    for (std::size_t row = 2; row <= rows; ++row)
        survey.rows.push_back({"text", "q" + std::to_string(row), "Tea & <milk>?"});
    checked.sheets.sheets = {std::move(survey), {"choices", {{"list_name"}}}};
    return checked;
}

} // namespace

TEST_CASE("a place in a sheet has the reference of its cell, row or nothing", "[xlsform][findings]") {
    const auto sheets = form({}).sheets;
    CHECK(cellOf(sheets, {"survey", 3, "label"}).reference() == "C3");
    CHECK(cellOf(sheets, {"survey", 3, "relevant"}).reference() == "3:3");
    CHECK(cellOf(sheets, {"survey"}).reference().empty());
    CHECK(cellOf(sheets, {"elsewhere", 3, "label"}).sheet == nullptr);
    CHECK(Cell{nullptr, 1, 25}.reference() == "Z1");
    CHECK(Cell{nullptr, 1, 26}.reference() == "AA1");
    CHECK(Cell{nullptr, 9, 701}.reference() == "ZZ9");
    CHECK(Cell{nullptr, 9, 702}.reference() == "AAA9");
}

TEST_CASE("findings as JSON have their cell, and counts of all forms", "[xlsform][findings]") {
    auto sound = form({});
    sound.fields = 3;
    const std::vector forms{form({finding(Severity::Error, "survey", 3, "label"), finding(Severity::Note, "", 0, "")}),
                            sound};
    const auto json = boost::json::parse(findingsJson(forms));
    CHECK(json.at("errors") == 1);
    CHECK(json.at("warnings") == 0);
    CHECK(json.at("notes") == 1);
    const auto& first = json.at("forms").at(0);
    CHECK(first.at("file") == "tea.xlsx");
    CHECK_FALSE(first.as_object().contains("fields"));
    CHECK(first.at("findings").at(0) == boost::json::value{{"severity", "error"},
                                                           {"id", "some_fault"},
                                                           {"sheet", "survey"},
                                                           {"row", 3},
                                                           {"column", "label"},
                                                           {"cell", "C3"},
                                                           {"message", "It says \"<b>\"."},
                                                           {"cure", "Write another."}});
    CHECK_FALSE(first.at("findings").at(1).as_object().contains("row"));
    CHECK(json.at("forms").at(1).at("fields") == 3);
}

TEST_CASE("findings as SARIF name the rule, the level and where it is", "[xlsform][findings]") {
    auto folder = form({finding(Severity::Warning, "survey", 2, "name")});
    folder.source = "forms/tea";
    folder.sheetsAreFiles = true;
    folder.sheets.sheets.front().file = "Survey.CSV";
    folder.sheets.sheets.front().lines = {1, 3, 0};
    folder.findings.push_back(finding(Severity::Error, "survey", 3, "name"));
    folder.findings.push_back(finding(Severity::Error, "survey", 4, "name"));
    folder.findings.push_back(finding(Severity::Warning, "choises", 0, ""));
    const std::vector forms{form({finding(Severity::Error, "survey", 3, "label")}), folder};
    const auto run = boost::json::parse(findingsSarif(forms, "1.2")).at("runs").at(0);
    CHECK(run.at("tool").at("driver").at("version") == "1.2");
    CHECK(run.at("tool").at("driver").at("rules").as_array().size() == 1);
    const auto& inBook = run.at("results").at(0);
    CHECK(inBook.at("ruleId") == "some_fault");
    CHECK(inBook.at("level") == "error");
    CHECK(inBook.at("message").at("text") == "It says \"<b>\". Write another.");
    const auto& place = inBook.at("locations").at(0);
    CHECK(place.at("physicalLocation").at("artifactLocation").at("uri") == "tea.xlsx");
    CHECK_FALSE(place.at("physicalLocation").as_object().contains("region"));
    CHECK(place.at("logicalLocations").at(0).at("fullyQualifiedName") == "survey!C3");
    const auto& inFile = run.at("results").at(1).at("locations").at(0).at("physicalLocation");
    CHECK(inFile.at("artifactLocation").at("uri") == "forms/tea/Survey.CSV");
    CHECK(inFile.at("region").at("startLine") == 3);
    const auto physical = [&](std::size_t i) -> const boost::json::object& {
        return run.at("results").at(i).at("locations").at(0).at("physicalLocation").as_object();
    };
    CHECK_FALSE(physical(2).contains("region"));
    CHECK_FALSE(physical(3).contains("region"));
    CHECK(physical(4).at("artifactLocation").at("uri") == "forms/tea/choises.csv");

    auto accented = forms.front();
    accented.source = "/één vorm#2.xlsx";
    const auto named = boost::json::parse(findingsSarif(std::span(&accented, 1), "1.2"));
    CHECK(named.at("runs")
              .at(0)
              .at("results")
              .at(0)
              .at("locations")
              .at(0)
              .at("physicalLocation")
              .at("artifactLocation")
              .at("uri") == "/%c3%a9%c3%a9n%20vorm%232.xlsx");
}

TEST_CASE("the page draws each sheet with the finding at its cell, and no text can be markup", "[xlsform][findings]") {
    const std::vector forms{
        form({finding(Severity::Warning, "survey", 3, "label"), finding(Severity::Error, "survey", 3, "label"),
              finding(Severity::Error, "survey", 0, ""), finding(Severity::Error, "", 0, "")})};
    const auto page = findingsPage(forms);
    CHECK_THAT(page, ContainsSubstring("1 form: 3 errors, 1 warning."));
    CHECK_THAT(page, ContainsSubstring("<td class=\"error\">Tea &amp; &lt;milk&gt;?</td>"));
    CHECK_THAT(page, ContainsSubstring("href=\"#f0s0r3\"") && ContainsSubstring("id=\"f0s0r3\""));
    CHECK_THAT(page, ContainsSubstring("href=\"#f0s0r0\"") && ContainsSubstring("id=\"f0s0r0\""));
    CHECK(page.find("<b>\"") == std::string::npos);
    CHECK(page.find("<script") == std::string::npos);
    CHECK(page.find("not shown") == std::string::npos);
}

TEST_CASE("a finding at a header that two columns have is at both of them", "[xlsform][findings]") {
    auto twice = form({finding(Severity::Error, "survey", 1, "label")});
    twice.sheets.sheets.front().rows.front() = {"label", "name", "label"};
    const auto page = findingsPage(std::vector{twice});
    CHECK_THAT(page, ContainsSubstring("<td class=\"error\">label</td><td>name</td><td class=\"error\">label</td>"));
}

TEST_CASE("of a long sheet the rows near a finding are drawn, and the page says which are not", "[xlsform][findings]") {
    const std::vector forms{form({finding(Severity::Error, "survey", 500, "label")}, 1000)};
    const auto page = findingsPage(forms);
    CHECK_THAT(page,
               ContainsSubstring("Rows 2 to 496 are not shown.") && ContainsSubstring("Rows 504 to 1000 are not"));
    CHECK_THAT(page, ContainsSubstring("<td>q497</td>") && ContainsSubstring("<td>q503</td>"));
    CHECK(page.find("<td>q504</td>") == std::string::npos);
    std::vector<Diagnostic> many;
    for (std::size_t row = 2; row <= 3000; ++row)
        many.push_back(finding(Severity::Warning, "survey", row, "label"));
    const std::vector full{form(many, 3000)};
    CHECK_THAT(findingsPage(full), ContainsSubstring("Rows 501 to 3000 are not shown."));
}
