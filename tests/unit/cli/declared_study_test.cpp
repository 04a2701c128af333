// SPDX-License-Identifier: Apache-2.0
// The definitions of sample and register in what `peil estimate` and `peil report` print.
#include "peil/base/text.h"
#include "peil_program.h"

#include <boost/json.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::isOneSentence;
using peil_test::need;
using peil_test::runPeil;
using peil_test::TemporaryFolder;
using peil_test::write;

namespace {

const std::string kData = std::string(PEIL_TEST_DATA) + "/opaak/synthetic.csv";
const std::string kRegister = std::string(PEIL_TEST_DATA) + "/opaak/benchmark.csv";
const std::string kStudy = std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak";

std::vector<std::string> asked(const std::string& command, const std::vector<std::string>& more) {
    std::vector<std::string> arguments{command,    "--data", kData,       "--benchmark", kRegister,
                                       "--strata", "city",   "--cluster", "site"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

std::string estimated(const std::vector<std::string>& more) {
    const auto said = runPeil(asked("estimate", more));
    INFO(said.err);
    REQUIRE(said.code == 0);
    return said.out;
}

std::string reported(const char* file, std::vector<std::string> more) {
    const TemporaryFolder folder;
    const auto out = folder.path() / "r";
    more.insert(more.end(), {"--out", out.string()});
    const auto said = runPeil(asked("report", more));
    INFO(said.err);
    REQUIRE(said.code == 0);
    return need(::peil::readTextFile(out / file, 1U << 24U));
}

/// study.toml as the model study once counted: nobody in treatment belongs to the sample's group opioids.
std::string withoutTreatment(const TemporaryFolder& folder) {
    const auto toml = need(::peil::readTextFile(kStudy + "/study.toml", 1U << 20U));
    const std::string from = "maintenance_treatment = \"included\"\nmin_days_per_week";
    REQUIRE(toml.find(from) != std::string::npos);
    const auto file = (folder.path() / "other.toml").string();
    write(file, ::peil::replaceAll(toml, from, "maintenance_treatment = \"excluded\"\nmin_days_per_week"));
    return file;
}

} // namespace

TEST_CASE("an estimate names the definitions of sample and register, and each difference", "[cli][definition]") {
    const auto table = estimated({"--study", kStudy});
    CHECK_THAT(table,
               ContainsSubstring("definition, opioid, sample: People aged 18 and over who used opioids") &&
                   ContainsSubstring("(opioid maintenance treatment: included; minimum use: 1 day a week; age: 18 "
                                     "and older)"));
    CHECK_THAT(table, ContainsSubstring("definition, opioid, register: Clients with an opioid problem"));
    CHECK_THAT(table, ContainsSubstring("definition, crack_only, register: Clients with a crack problem"));
    CHECK_THAT(table,
               ContainsSubstring("difference: All groups, period: sample 2023-07-03 to 2024-07-14, register 2023"));
    CHECK_THAT(table, !ContainsSubstring("definition: not declared"));
    const TemporaryFolder folder;
    CHECK_THAT(
        estimated({"--study", withoutTreatment(folder)}),
        ContainsSubstring("difference: Group \"opioid\", opioid maintenance treatment: sample excluded, register "
                          "included; this makes the estimate too high."));
}

TEST_CASE("an estimate of one group prints the definitions of that group only", "[cli][definition]") {
    const auto table = estimated({"--study", kStudy, "--group", "crack_only"});
    CHECK_THAT(table, ContainsSubstring("definition, crack_only, sample: "));
    CHECK_THAT(table, !ContainsSubstring("definition, opioid") && !ContainsSubstring("Group \"opioid\""));
}

TEST_CASE("without a study every output says that no definition was declared", "[cli][definition]") {
    CHECK_THAT(estimated({}), ContainsSubstring("definition: not declared; add --study DIR"));
    CHECK(boost::json::parse(estimated({"--json"})).at("definitions").is_null());
    CHECK_THAT(reported("report.html", {}), ContainsSubstring("No case definition was declared"));
    CHECK_THAT(reported("report.html", {"--language", "nl"}), ContainsSubstring("Er is geen casusdefinitie opgegeven"));
    CHECK(boost::json::parse(reported("report.json", {})).at("definitions").is_null());
}

TEST_CASE("the study's file is part of the provenance, and a folder stands for the study.toml in it",
          "[cli][definition]") {
    const auto json = boost::json::parse(estimated({"--json", "--study", kStudy}));
    CHECK(json == boost::json::parse(estimated({"--json", "--study", kStudy + "/study.toml"})));
    CHECK_THAT(std::string(json.at("command").as_string()), ContainsSubstring(" --study study.toml"));
    const auto& files = json.at("files").as_array();
    CHECK(std::ranges::any_of(files, [](const auto& file) {
        return file.at("option") == "--study" && file.at("name") == "study.toml" &&
               file.at("sha256").as_string().size() == 64;
    }));
    const auto& definitions = json.at("definitions");
    CHECK(definitions.at("study") == "opaak-2023");
    CHECK(definitions.at("register").at("area") == "Netherlands");
    CHECK(definitions.at("groups").at(0).at("sample").at("maintenance_treatment") == "included");
    CHECK(definitions.at("groups").at(1).at("register").at("maintenance_treatment") == "excluded");
    // The definitions change no figure.
    const auto plain = boost::json::parse(estimated({"--json"}));
    for (std::size_t i = 0; i < 2; ++i)
        for (const auto* figure : {"N", "lower", "upper", "benchmark"})
            CHECK(json.at("estimates").at(i).at(figure) == plain.at("estimates").at(i).at(figure));
    // What the register's table does not state is filled in from the study.
    CHECK(plain.at("estimates").at(0).at("register").at("definition").is_null());
    CHECK(json.at("estimates").at(0).at("register").at("deduplicated") == "yes");
    CHECK(definitions.at("register_as_declared") == true);
}

TEST_CASE("a report prints both definitions and their differences in its language", "[cli][definition]") {
    const TemporaryFolder folder;
    const auto english = reported("report.html", {"--study", withoutTreatment(folder)});
    CHECK_THAT(english,
               ContainsSubstring("<h2>Who is counted</h2>") && ContainsSubstring("In the register</dt><dd>Clients "
                                                                                 "with an opioid problem"));
    CHECK_THAT(english,
               ContainsSubstring("<td>excluded</td><td>included</td><td>this makes the estimate too high</td>"));
    const auto dutch = reported("report.html", {"--study", kStudy, "--language", "nl"});
    CHECK_THAT(dutch, ContainsSubstring("<h2>Wie er meetelt</h2>") &&
                          ContainsSubstring("iedereen die nu een opioïdenonderhoudsbehandeling krijgt") &&
                          ContainsSubstring("Iedereen die in 2023 stond ingeschreven") &&
                          ContainsSubstring("<td>2023-07-03 tot en met 2024-07-14</td><td>2023</td>"));
    CHECK_THAT(dutch, !ContainsSubstring("People aged 18"));
    CHECK(boost::json::parse(reported("report.json", {"--study", kStudy})).at("definitions").at("study") ==
          "opaak-2023");
}

TEST_CASE("the study determines register, area and year, and a different choice is named", "[cli][definition]") {
    const TemporaryFolder folder;
    const auto table = (folder.path() / "two.csv").string();
    write(table, "year,register,group,area,count\n2022,LADIS (synthetic split),opioid,Netherlands,9000\n"
                 "2023,LADIS (synthetic split),opioid,Netherlands,8122\n2023,SHELTER,opioid,Netherlands,700\n"
                 "2023,LADIS (synthetic split),opioid,Amsterdam,1218\n");
    const auto ask = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments{"estimate", "--data", kData, "--benchmark", table, "--group", "opioid"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return runPeil(arguments);
    };
    CHECK(ask({}).code == 1); // several registers and years: nothing is guessed
    const auto declared = ask({"--study", kStudy});
    INFO(declared.err);
    CHECK(declared.code == 0);
    CHECK_THAT(declared.out, ContainsSubstring("8,122") &&
                                 ContainsSubstring("area: Netherlands, as the study declares;") &&
                                 !ContainsSubstring(".;") && !ContainsSubstring("The study describes the register"));
    const auto other = ask({"--study", kStudy, "--area", "Amsterdam"});
    INFO(other.err);
    CHECK(other.code == 0);
    CHECK_THAT(other.out,
               ContainsSubstring("note: The study describes the register LADIS (synthetic split), Netherlands, 2023; "
                                 "this estimate uses LADIS (synthetic split), Amsterdam, 2023."));
    const auto json = ask({"--study", kStudy, "--area", "Amsterdam", "--json"});
    CHECK(boost::json::parse(json.out).at("definitions").at("register_as_declared") == false);
    CHECK(boost::json::parse(json.out).at("register").at("area_chosen") == "asked");
}

TEST_CASE("a study that cannot be read is one sentence, and nothing is estimated", "[cli][definition]") {
    const TemporaryFolder folder;
    const auto absent = runPeil(asked("estimate", {"--study", (folder.path() / "none").string()}));
    CHECK(absent.code == 1);
    CHECK(isOneSentence(absent.err));
    const auto file = (folder.path() / "study.toml").string();
    write(file, "id = \"a\"\n");
    const auto faulty = runPeil(asked("report", {"--study", file, "--out", (folder.path() / "r").string()}));
    CHECK(faulty.code == 1);
    CHECK_THAT(faulty.err, ContainsSubstring("study.toml, line ") && ContainsSubstring("needs the key \"title\""));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "r"));
}
