// SPDX-License-Identifier: Apache-2.0
#include "peil_program.h"

#include <boost/json.hpp>
#include <map>

#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::isOneSentence;
using peil_test::runPeil;

namespace {

const std::string kOpaak = std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak";

/// A folder with a form whose survey has these rows.
void writeForm(const std::filesystem::path& folder, std::string_view rows) {
    peil_test::write(folder / "survey.csv", "type,name,label,relevant,calculation\n" + std::string(rows));
    peil_test::write(folder / "settings.csv", "form_title,form_id\nTea,tea\n");
}

} // namespace

TEST_CASE("the OPAAK questionnaire passes the form check", "[cli]") {
    const auto said = runPeil({"form", "check", kOpaak});
    INFO(said.out << said.err);
    CHECK(said.code == 0);
    CHECK_THAT(said.out, ContainsSubstring("0 errors, 0 warnings") && ContainsSubstring("5 languages"));
}

TEST_CASE("a form with a cycle is refused with the questions of the cycle", "[cli]") {
    const peil_test::TemporaryFolder folder;
    writeForm(folder.path(), "calculate,cups,,,${pots} * 4\ncalculate,pots,,,${cups} div 4\n");
    const auto said = runPeil({"form", "check", folder.path().string()});
    INFO(said.out << said.err);
    CHECK(said.code == 1);
    CHECK_THAT(said.out, ContainsSubstring("cups") && ContainsSubstring("pots") && ContainsSubstring("1 error"));
}

TEST_CASE("an error in a sheet is named with sheet, row and column", "[cli]") {
    const peil_test::TemporaryFolder folder;
    writeForm(folder.path(), "text,tea,Which tea?,,\ntext,milk,With milk?,${te} != '',\n");
    const auto said = runPeil({"form", "check", folder.path().string()});
    INFO(said.out << said.err);
    CHECK(said.code == 1);
    CHECK_THAT(said.out, ContainsSubstring("survey, row 3, column relevant"));
}

TEST_CASE("a warning about a sheet says once that it is one", "[cli]") {
    const peil_test::TemporaryFolder folder;
    writeForm(folder.path(), "text,tea,Which tea?,,\ntext,Tea,Which tea again?,,\n");
    const auto said = runPeil({"form", "check", folder.path().string()});
    INFO(said.out);
    CHECK(said.code == 0);
    CHECK_THAT(said.out,
               ContainsSubstring("warning: ") && ContainsSubstring("survey, row 3, column name: \"Tea\" differs"));
}

TEST_CASE("a warning of the form engine about a sheet is reported once, with row and column", "[cli]") {
    const peil_test::TemporaryFolder folder;
    peil_test::write(folder.path() / "survey.csv", "type,name,label,appearance\ntext,tea,Which tea?,ex:tea()\n");
    const auto said = runPeil({"form", "check", folder.path().string()});
    INFO(said.out);
    CHECK(said.code == 0);
    CHECK_THAT(said.out, ContainsSubstring("survey, row 2, column appearance: The appearance \"ex:tea()\""));
    CHECK_THAT(said.out, ContainsSubstring("0 errors, 1 warning;"));
}

TEST_CASE("a folder of forms is checked as a whole, and one that cannot be read stops no other", "[cli]") {
    const peil_test::TemporaryFolder folder;
    writeForm(folder.path() / "b" / "tea", "text,tea,Which tea?,,\n");
    writeForm(folder.path() / "coffee", "tekst,cup,Which cup?,,\n");
    peil_test::write(folder.path() / "a.xlsx", "no workbook");
    peil_test::write(folder.path() / "~$a.xlsx", "of a program that has it open");
    peil_test::write(folder.path() / "readme.txt", "no form");
    const auto said = runPeil({"form", "check", folder.path().string()});
    INFO(said.out << said.err);
    CHECK(said.code == 1);
    CHECK_THAT(said.out, ContainsSubstring("3 forms, 2 with errors."));
    CHECK_THAT(said.out, ContainsSubstring("tea: 0 errors, 0 warnings; 2 fields, 0 languages."));
    CHECK(said.out.find("a.xlsx") < said.out.find("tea: 0 errors"));
    const auto json = boost::json::parse(runPeil({"form", "check", folder.path().string(), "--json"}).out);
    CHECK(json.at("forms").as_array().size() == 3);
    CHECK(json.at("forms").at(0).at("findings").at(0).at("id") == "unreadable");
    CHECK(json.at("forms").at(2).at("findings").at(0).at("cell") == "A2");
    const auto both =
        runPeil({"form", "check", (folder.path() / "b").string(), (folder.path() / "coffee").string(), "--sarif"});
    CHECK(both.code == 1);
    CHECK(boost::json::parse(both.out).at("runs").at(0).at("results").as_array().size() == 1);
    CHECK(runPeil({"form", "check", kOpaak, "--json", "--sarif"}).code == 2);
}

TEST_CASE("a folder that is too deep to look through is refused, not passed over", "[cli]") {
    const peil_test::TemporaryFolder folder;
    auto deep = folder.path();
    for (int level = 0; level < 10; ++level)
        deep /= "d";
    writeForm(deep, "text,tea,Which tea?,,\n");
    const auto said = runPeil({"form", "check", folder.path().string()});
    INFO(said.out << said.err);
    CHECK(said.code == 1);
    CHECK_THAT(said.err, ContainsSubstring("is more than 8 folders deep"));
    CHECK(runPeil({"form", "check", deep.string()}).code == 0);
}

TEST_CASE("the page of a check shows the sheet with the error, beside what the terminal says", "[cli]") {
    const peil_test::TemporaryFolder folder;
    writeForm(folder.path() / "tea", "tekst,cup,Which cup?,,\n");
    const auto page = folder.path() / "check.html";
    const auto said = runPeil({"form", "check", (folder.path() / "tea").string(), "--html", page.string()});
    CHECK(said.code == 1);
    CHECK_THAT(said.out, ContainsSubstring("survey, row 2, column type"));
    CHECK_THAT(peil_test::need(peil::readTextFile(page, 1U << 20U)),
               ContainsSubstring("<td class=\"error\">tekst</td>"));
}

TEST_CASE("two versions of a form are compared by what each change does to the answers there are", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto form = [&](const char* version, std::string_view survey, std::string_view choices) {
        peil_test::write(folder.path() / version / "survey.csv", "type,name,label\n" + std::string(survey));
        peil_test::write(folder.path() / version / "choices.csv", "list_name,name,label\n" + std::string(choices));
        return (folder.path() / version).string();
    };
    const auto old = form("old",
                          "integer,cups,How many cups?\ntext,brand,Which brand?\nselect_one milk,milk,With milk?\n"
                          "integer,age,How old?\ntext,gone,Anything else?\ndate,day,When?\n",
                          "milk,yes,Yes\nmilk,no,No\nmilk,bit,A little\n");
    const auto now =
        form("new",
             "select_one milk,cups,How many cups?\ntext,make,Which brand?\nselect_multiple milk,milk,With "
             "milk?\nbegin_repeat,people,People\ninteger,age,How old?\nend_repeat,,\ntext,day,When was it?\n"
             "text,more,Something new?\n",
             "milk,yes,Yes please\nmilk,none,No\nmilk,oat,Oat\n");
    const auto said = runPeil({"form", "diff", old, now, "--json"});
    CHECK(said.code == 1); // something breaks
    std::map<std::string, std::string> effects;
    const auto json = boost::json::parse(said.out);
    for (const auto& value : json.at("changes").as_array()) {
        const auto& change = value.as_object();
        effects[std::string(change.at("question").as_string()) + " " + std::string(change.at("change").as_string())] =
            std::string(change.at("effect").as_string());
    }
    CHECK(effects == std::map<std::string, std::string>{{"cups type_changed", "breaks"},
                                                        {"make renamed", "needs_mapping"},
                                                        {"milk type_changed", "needs_mapping"},
                                                        {"milk choice_reworded", "needs_mapping"},
                                                        {"milk choice_recoded", "needs_mapping"},
                                                        {"milk choice_added", "safe"},
                                                        {"milk choice_removed", "safe"},
                                                        {"age moved", "needs_mapping"},
                                                        {"day type_changed", "needs_mapping"},
                                                        {"day reworded", "safe"},
                                                        {"gone removed", "safe"},
                                                        {"more added", "safe"}});
    const auto words = runPeil({"form", "diff", old, now}).out;
    CHECK_THAT(words,
               ContainsSubstring("Needs mapping (6):\n") && ContainsSubstring("\n  make: It was called \"brand\"."));
    CHECK_THAT(words, ContainsSubstring("Cannot be exported together (1):\n  cups:") && ContainsSubstring("Safe (5):"));
    const auto same = runPeil({"form", "diff", old, old});
    CHECK(same.code == 0);
    CHECK_THAT(same.out, ContainsSubstring("are the same"));
}

TEST_CASE("compile writes an XForm that facts can tell about, and nothing when the form is faulty", "[cli]") {
    const peil_test::TemporaryFolder folder;
    writeForm(folder.path() / "form", "text,tea,Which tea?,,\n");
    const auto target = (folder.path() / "form.xml").string();
    REQUIRE(runPeil({"form", "compile", (folder.path() / "form").string(), "-o", target}).code == 0);
    CHECK(runPeil({"form", "check", target}).code == 0);
    const auto facts = runPeil({"form", "facts", target, "--json"});
    CHECK(facts.code == 0);
    CHECK(boost::json::parse(facts.out).at("title") == "Tea");
    writeForm(folder.path() / "form", "tekst,tea,Which tea?,,\n");
    const auto other = (folder.path() / "other.xml").string();
    CHECK(runPeil({"form", "compile", (folder.path() / "form").string(), "-o", other}).code == 1);
    CHECK_FALSE(std::filesystem::exists(other));
}

TEST_CASE("compile writes itemsets.csv beside the XForm when the form has external choices", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto form = folder.path() / "form";
    peil_test::write(form / "survey.csv",
                     "type,name,label,choice_filter\ntext,c,C,\nselect_one_external city,a,A,state=${c}\n");
    peil_test::write(form / "external_choices.csv", "list_name,name,label,state\ncity,ams,Amsterdam,nh\n");
    const auto said = runPeil({"form", "compile", form.string(), "-o", (folder.path() / "form.xml").string()});
    INFO(said.err);
    REQUIRE(said.code == 0);
    const auto csv = peil_test::need(peil::readTextFile(folder.path() / "itemsets.csv", 10'000));
    CHECK_THAT(csv, ContainsSubstring("\"city\",\"ams\",\"Amsterdam\",\"nh\""));
}

TEST_CASE("a form that is not there is one sentence", "[cli]") {
    const auto said = runPeil({"form", "check", "/nowhere/form.xlsx"});
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK_THAT(said.err, ContainsSubstring("/nowhere/form.xlsx"));
}

TEST_CASE("a file that cannot be written gives an internal error and leaves nothing", "[cli]") {
    const auto said = runPeil({"form", "compile", kOpaak, "-o", "/proc/peil-form.xml"});
    INFO(said.err);
    CHECK(said.code == 3);
    CHECK(isOneSentence(said.err));
}
