// SPDX-License-Identifier: Apache-2.0
#include "peil_program.h"

#include <boost/json.hpp>
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
    CHECK_THAT(said.out, ContainsSubstring("0 errors, 0 warnings") && ContainsSubstring("2 languages"));
}

TEST_CASE("a form with a cycle is refused with the questions of the cycle", "[cli]") {
    const peil_test::TemporaryFolder folder;
    writeForm(folder.path(), "calculate,cups,,,${pots} * 4\ncalculate,pots,,,${cups} div 4\n");
    const auto said = runPeil({"form", "check", folder.path().string()});
    INFO(said.out << said.err);
    CHECK(said.code == 1);
    CHECK_THAT(said.out, ContainsSubstring("cups") && ContainsSubstring("pots") && ContainsSubstring("1 error"));
}

TEST_CASE("a fault in a sheet is named with sheet, row and column", "[cli]") {
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

TEST_CASE("what the form engine warns of in a sheet is told once, with row and column", "[cli]") {
    const peil_test::TemporaryFolder folder;
    peil_test::write(folder.path() / "survey.csv", "type,name,label,appearance\ntext,tea,Which tea?,ex:tea()\n");
    const auto said = runPeil({"form", "check", folder.path().string()});
    INFO(said.out);
    CHECK(said.code == 0);
    CHECK_THAT(said.out, ContainsSubstring("survey, row 2, column appearance: The appearance \"ex:tea()\""));
    CHECK_THAT(said.out, ContainsSubstring("0 errors, 1 warning;"));
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

TEST_CASE("a file that cannot be written is our fault, and leaves nothing", "[cli]") {
    const auto said = runPeil({"form", "compile", kOpaak, "-o", "/proc/peil-form.xml"});
    INFO(said.err);
    CHECK(said.code == 3);
    CHECK(isOneSentence(said.err));
}
