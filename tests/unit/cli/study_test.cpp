// SPDX-License-Identifier: Apache-2.0
#include "peil/base/text.h"
#include "peil_program.h"

#include <algorithm>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::isOneSentence;
using peil_test::need;
using peil_test::runPeil;
using peil_test::write;

namespace {

const std::string kOpaak = std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak";

/// A copy of the OPAAK study with one text of one file replaced.
void copySpoilt(const std::filesystem::path& folder, const std::string& file, std::string_view from,
                std::string_view to) {
    std::filesystem::copy(kOpaak, folder, std::filesystem::copy_options::recursive);
    const auto text = need(::peil::readTextFile(folder / file, 1U << 20U));
    REQUIRE(text.find(from) != std::string::npos);
    write(folder / file, ::peil::replaceAll(text, from, to));
}

} // namespace

TEST_CASE("the OPAAK study is sound", "[cli]") {
    const auto said = runPeil({"study", "check", kOpaak});
    INFO(said.err);
    CHECK(said.code == 0);
    CHECK_THAT(said.out, ContainsSubstring("8 cities, 37 sites, 2 groups, 800 interviews planned"));
    CHECK_THAT(said.err, !ContainsSubstring("error: "));
}

TEST_CASE("a study whose register counts other people than its sample is warned of, with the effect", "[cli]") {
    const peil_test::TemporaryFolder folder;
    // As the model study once was: people in treatment were left out of the sample and counted by the register.
    copySpoilt(folder.path() / "study", "study.toml", "maintenance_treatment = \"included\"\nmin_days_per_week = 1\n",
               "maintenance_treatment = \"excluded\"\n");
    const auto said = runPeil({"study", "check", (folder.path() / "study").string()});
    INFO(said.err);
    CHECK(said.code == 0);
    CHECK_THAT(said.err, ContainsSubstring("warning: ") &&
                             ContainsSubstring("Group \"opioid\", opioid maintenance treatment: sample excluded, "
                                               "register included; this makes the estimate too high.") &&
                             ContainsSubstring("All groups, period: sample 2023-07-03 to 2024-07-14, register 2023; "));
    CHECK_THAT(said.err, ContainsSubstring("note: ") &&
                             ContainsSubstring("Group \"crack_only\", minimum use: sample 1 day a week, register not "
                                               "declared; the two cannot be compared."));
}

TEST_CASE("a study without a declared register is sound, with a note for each group", "[cli]") {
    const peil_test::TemporaryFolder folder;
    REQUIRE(runPeil({"study", "new", (folder.path() / "study").string()}).code == 0);
    const auto file = folder.path() / "study/study.toml";
    auto text = need(::peil::readTextFile(file, 1U << 20U));
    text.erase(text.find("[benchmark]"), text.find("[[quota]]") - text.find("[benchmark]"));
    write(file, text);
    const auto said = runPeil({"study", "check", (folder.path() / "study").string()});
    INFO(said.err);
    CHECK(said.code == 0);
    CHECK_THAT(said.err,
               ContainsSubstring("note: ") &&
                   ContainsSubstring("Group \"weekly\", definition: sample declared, register not declared; "));
}

TEST_CASE("a declared register, area or year that the register's table does not have is refused", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto saidOf = [&](const std::string& name, const std::string& file, const char* from, const char* to) {
        copySpoilt(folder.path() / name, file, from, to);
        const auto said = runPeil({"study", "check", (folder.path() / name).string()});
        INFO(said.err);
        CHECK(said.code == 1);
        return said.err;
    };
    CHECK_THAT(saidOf("area", "study.toml", "area = \"Netherlands\"", "area = \"Nederland\""),
               ContainsSubstring("error: ") &&
                   ContainsSubstring("benchmark.csv: the group \"opioid\" has no row with the area \"Nederland\"") &&
                   ContainsSubstring("it has: Amsterdam, Den Haag, "));
    CHECK_THAT(saidOf("register", "study.toml", "register = \"LADIS (synthetic split)\"", "register = \"LADIS\""),
               ContainsSubstring("no row with the register \"LADIS\"") &&
                   ContainsSubstring("it has: LADIS (synthetic"));
    CHECK_THAT(saidOf("year", "study.toml", "year = 2023", "year = 2022"),
               ContainsSubstring("no row with the year \"2022\"") && ContainsSubstring("it has: 2023."));
    CHECK_THAT(saidOf("group", "benchmark.csv", "crack_only", "crack"),
               ContainsSubstring("the group \"crack_only\" has no row with the area"));
    CHECK_THAT(saidOf("column", "benchmark.csv", "year,register,group,area", "year,register,group,place"),
               ContainsSubstring("\"benchmark.csv\" has no column \"area\""));
    CHECK_THAT(saidOf("quote", "benchmark.csv", "2023,LADIS", "2023,\"LADIS"), ContainsSubstring("benchmark.csv"));
}

TEST_CASE("a new study is sound as it is written", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto study = (folder.path() / "new").string();
    REQUIRE(runPeil({"study", "new", study}).code == 0);
    const auto said = runPeil({"study", "check", study});
    INFO(said.err);
    CHECK(said.code == 0);
    CHECK(said.err.empty());
    const auto again = runPeil({"study", "new", study});
    CHECK(again.code == 1);
    CHECK(isOneSentence(again.err));
}

TEST_CASE("a study file with an error is one sentence with file, line and column", "[cli]") {
    const peil_test::TemporaryFolder folder;
    copySpoilt(folder.path() / "study", "study.toml", "type = \"night_shelter\"", "type = \"hotel\"");
    const auto said = runPeil({"study", "check", (folder.path() / "study").string()});
    INFO(said.err);
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK_THAT(said.err, ContainsSubstring("study.toml, line ") && ContainsSubstring(", column 8") &&
                             ContainsSubstring("There is no site type \"hotel\""));
}

TEST_CASE("a study whose form lacks or seals an open field is refused", "[cli]") {
    const peil_test::TemporaryFolder folder;
    copySpoilt(folder.path() / "lacks", "study.toml", "in_care = \"in_care\"", "in_care = \"looked_after\"");
    const auto lacks = runPeil({"study", "check", (folder.path() / "lacks").string()});
    CHECK(lacks.code == 1);
    CHECK_THAT(lacks.err, ContainsSubstring("no question \"looked_after\""));
    copySpoilt(folder.path() / "seals", "study.toml", "in_care = \"in_care\"", "in_care = \"mental_health_care\"");
    const auto seals = runPeil({"study", "check", (folder.path() / "seals").string()});
    CHECK(seals.code == 1);
    CHECK_THAT(seals.err, ContainsSubstring("is sealed"));
}

TEST_CASE("a name that SPSS or Stata keeps for itself is reported when a study or a form is checked", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto study = (folder.path() / "new").string();
    REQUIRE(runPeil({"study", "new", study}).code == 0);
    auto survey = need(::peil::readTextFile(study + "/survey.csv", 1U << 20U));
    const auto commas =
        std::string(static_cast<std::size_t>(std::count(
                        survey.begin(), survey.begin() + static_cast<std::ptrdiff_t>(survey.find('\n')), ',')) -
                        2,
                    ',');
    for (const auto* name : {"str99999", "if", "véé", "days2"})
        survey += "text," + std::string(name) + ",A question" + commas + "\n";
    write(study + "/survey.csv", survey);
    for (const auto* command : {"study", "form"}) {
        const auto said = runPeil({command, "check", study});
        const auto all = said.out + said.err;
        INFO(all);
        CHECK(said.code == 0);
        CHECK_THAT(all, ContainsSubstring("\"str99999\" will be called \"str_99999\" in .sav and .dta") &&
                            ContainsSubstring("SPSS or Stata reserves this name"));
        CHECK_THAT(all, ContainsSubstring("\"if\" will be called \"if_2\"") &&
                            ContainsSubstring("\"véé\" will be called \"v\""));
        CHECK(all.find("days2") == std::string::npos);
    }
}

TEST_CASE("the column of the sites' frame must be in the form", "[cli]") {
    const peil_test::TemporaryFolder folder;
    copySpoilt(folder.path() / "study", "study.toml", "in_care = \"in_care\"",
               "in_care = \"in_care\"\nframe = \"sites_there\"");
    const auto said = runPeil({"study", "check", (folder.path() / "study").string()});
    CHECK(said.code == 1);
    CHECK_THAT(said.err, ContainsSubstring("no question \"sites_there\" outside its repeats"));
}

namespace {

/// What `peil study check` says of OPAAK with one text of one file replaced; empty when it is sound.
std::string checkSays(const std::string& file, std::string_view from, std::string_view to) {
    const peil_test::TemporaryFolder folder;
    const auto study = folder.path() / "study";
    copySpoilt(study, file, from, to);
    const auto said = runPeil({"study", "check", study.string()});
    const bool refused = said.err.starts_with("peil: ") || said.err.find("error: ") != std::string::npos;
    CHECK(said.code == (refused ? 1 : 0));
    return said.err;
}

/// The same of its [cleaning].
std::string cleaningSays(std::string_view from, std::string_view to) {
    return checkSays("study.toml", from, to);
}

const std::string kConsent = "consent = \"consent\"\nconsent_values = [\"1\"]\n";

} // namespace

TEST_CASE("a study whose question of consent is not there is refused, whoever named it", "[cli][consent]") {
    const auto slip = cleaningSays("consent = \"consent\"", "consent = \"consnet\"");
    CHECK_THAT(slip, ContainsSubstring("study.toml, line ") && ContainsSubstring("\"consnet\"") &&
                         ContainsSubstring("did you mean \"consent\"?"));
    const auto none = cleaningSays("consent = \"consent\"", "consent = \"permission_slip\"");
    CHECK_THAT(none, ContainsSubstring("no such question") && ContainsSubstring("no interview would count"));
    // Without a table [cleaning] the standard names count, and they are checked in the same way.
    CHECK(cleaningSays(kConsent, "").find("consent") == std::string::npos);
    const peil_test::TemporaryFolder folder;
    const auto study = folder.path() / "study";
    REQUIRE(runPeil({"study", "new", study.string()}).code == 0);
    const auto survey = need(::peil::readTextFile(study / "survey.csv", 1U << 20U));
    write(study / "survey.csv",
          ::peil::replaceAll(::peil::replaceAll(survey, ",consent,", ",agreed,"), "${consent}", "${agreed}"));
    const auto renamed = runPeil({"study", "check", study.string()});
    CHECK(renamed.code == 1);
    CHECK_THAT(renamed.err, ContainsSubstring("the consent question is called \"consent\""));
}

TEST_CASE("a file that the form names beside a text must be in the folder media", "[cli][study]") {
    const peil_test::TemporaryFolder folder;
    const auto study = folder.path() / "study";
    REQUIRE(runPeil({"study", "new", study.string()}).code == 0);
    auto survey = need(::peil::readTextFile(study / "survey.csv", 1U << 20U));
    survey.insert(survey.find('\n'), ",media::image");
    survey.insert(survey.find('\n', survey.find("select_one yes_no,consent")), ",door.png");
    write(study / "survey.csv", survey);
    CHECK_THAT(runPeil({"study", "check", study.string()}).err,
               ContainsSubstring("media/door.png: The form names this file, but the study does not have it."));
    std::filesystem::create_directory(study / "media");
    write(study / "media" / "door.png", "not read here");
    CHECK(runPeil({"study", "check", study.string()}).err.find("media/") == std::string::npos);
}

TEST_CASE("values of consent that are no choices, or all of them, are refused", "[cli][consent]") {
    const auto none = cleaningSays("consent_values = [\"1\"]", "consent_values = [\"ja\", \"yes\"]");
    CHECK_THAT(none, ContainsSubstring("\"ja\", \"yes\"") && ContainsSubstring("its choices are \"1\", \"0\""));
    const auto all = cleaningSays("consent_values = [\"1\"]", "consent_values = [\"1\", \"0\"]");
    CHECK_THAT(all, ContainsSubstring("everyone would count as consenting"));
    const auto some = cleaningSays("consent_values = [\"1\"]", "consent_values = [\"1\", \"ja\"]");
    CHECK_THAT(some, ContainsSubstring("warning: ") && ContainsSubstring("\"ja\" is not a choice"));
    CHECK_THAT(cleaningSays("consent_values", "consent_value"), ContainsSubstring("did you mean \"consent_values\"?"));
}

TEST_CASE("a rule that cannot be understood is refused with its line", "[cli][rules]") {
    const std::string weighted = "check = \"${weight} > 0\"";
    const auto unknown = cleaningSays(weighted, "check = \"${wieght} > 0\"");
    CHECK_THAT(unknown, ContainsSubstring("study.toml, line ") && ContainsSubstring("rule \"weighted\"") &&
                            ContainsSubstring("did you mean \"weight\"?"));
    CHECK_THAT(cleaningSays(weighted, "check = \"weight > 0\""),
               ContainsSubstring("reads weight, which is not in the form"));
    CHECK_THAT(cleaningSays(weighted, "check = \"${weight} >\""), ContainsSubstring("rule \"weighted\""));
}

TEST_CASE("a study is signed for its recipients; a wrong passphrase leaves no pack", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto at = [&](const char* name) { return (folder.path() / name).string(); };
    write(at("passphrase"), "seven small boats at sea\n");
    write(at("wrong"), "seven large boats at sea\n");
    REQUIRE(
        runPeil({"keys", "new", "--kind", "signing", at("office.key"), "--passphrase-file", at("passphrase")}).code ==
        0);
    const auto recipient = "researchers=" + std::string(64, 'a');
    const auto wrong = runPeil({"study", "sign", kOpaak, "--key", at("office.key"), "--passphrase-file", at("wrong"),
                                "--recipient", recipient, "-o", at("opaak.pack")});
    CHECK(wrong.code == 1);
    CHECK(isOneSentence(wrong.err));
    CHECK_THAT(wrong.err, ContainsSubstring("passphrase does not open"));
    CHECK_FALSE(std::filesystem::exists(at("opaak.pack")));
    const auto nobody = runPeil({"study", "sign", kOpaak, "--key", at("office.key"), "--passphrase-file",
                                 at("passphrase"), "-o", at("opaak.pack")});
    CHECK(nobody.code == 1);
    CHECK_THAT(nobody.err, ContainsSubstring("--recipient"));
    const auto odd = runPeil({"study", "sign", kOpaak, "--key", at("office.key"), "--passphrase-file", at("passphrase"),
                              "--recipient", "x", "-o", at("opaak.pack")});
    CHECK(odd.code == 1);
    CHECK(isOneSentence(odd.err));
    const auto purpose = runPeil({"study", "sign", kOpaak, "--key", at("office.key"), "--passphrase-file",
                                  at("passphrase"), "--recipient", "me=" + at("office.key"), "-o", at("opaak.pack")});
    CHECK(purpose.code == 1);
    CHECK_THAT(purpose.err, ContainsSubstring("not for sealing"));
    const auto done = runPeil({"study", "sign", kOpaak, "--key", at("office.key"), "--passphrase-file",
                               at("passphrase"), "--recipient", recipient, "-o", at("opaak.pack")});
    INFO(done.err);
    CHECK(done.code == 0);
    CHECK(std::filesystem::file_size(at("opaak.pack")) > 10'000);

    copySpoilt(folder.path() / "next", "survey.csv", "integer,age,", "text,age,");
    const auto next = at("next");
    CHECK(runPeil({"study", "check", next, "--against", at("opaak.pack")}).code == 1);
    for (const auto& against : {std::vector<std::string>{at("opaak.pack"), "--signer", at("office.key")}, {kOpaak}}) {
        std::vector<std::string> words{"study", "check", next, "--against"};
        words.insert(words.end(), against.begin(), against.end());
        const auto said = runPeil(words);
        INFO(said.out << said.err);
        CHECK_THAT(said.out, ContainsSubstring("age: Its type was number and is now text."));
    }
    const auto both = runPeil(
        {"study", "check", "--against", at("opaak.pack"), "--signer", at("office.key"), "--against", next, next});
    CHECK_THAT(both.out, ContainsSubstring("Compared with " + at("opaak.pack") + ":\n") &&
                             ContainsSubstring("age: Its type was") &&
                             ContainsSubstring("Compared with " + next + ":\n"));
    const auto same = runPeil({"study", "check", kOpaak, "--against", at("opaak.pack"), "--signer", at("office.key")});
    CHECK(same.code == 0);
    CHECK_THAT(same.out, ContainsSubstring("are the same"));
}
