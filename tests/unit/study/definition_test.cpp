// SPDX-License-Identifier: Apache-2.0
#include "peil/study/definition_json.h"
#include "peil_test/result.h"
#include "study_text.h"

#include <catch2/generators/catch_generators_all.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include <boost/json.hpp>

using namespace peil;
using namespace peil::study;
using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::StartsWith;
using peil_test::need;

namespace {

const std::string kTea = R"(label = { nl = "Thee", en = "Tea" }
definition = { nl = "Drinkt elke week thee", en = "Drinks tea every week" }
maintenance_treatment = "included"
min_days_per_week = 1
age_from = 18
age_to = 64
)";
const std::string kCoffee = R"(label = "Coffee"
definition = "Drinks coffee"
)";
const std::string kRegister = R"([benchmark]
register = "Tea house"
area = "Harbour"
year = 2030
deduplicated = true
definition = "Everybody with a card"
[[benchmark.group]]
group = "tea"
definition = { nl = "Kaart voor thee", en = "Card for tea" }
maintenance_treatment = "included"
min_days_per_week = 1
age_from = 18
age_to = 64
[[benchmark.group]]
group = "coffee"
definition = "Card for coffee"
)";

/// The sound study with definitions that agree, one text replaced.
std::string defined(std::string_view from = "id", std::string_view to = "id") {
    auto text = replaceAll(peil_test::kSoundStudy, "label = { nl = \"Thee\", en = \"Tea\" }\n", kTea);
    text = replaceAll(text, "label = \"Coffee\"\n", kCoffee) + kRegister;
    INFO("text to replace: " << from);
    REQUIRE(text.find(from) != std::string::npos);
    return text.replace(text.find(from), from.size(), to);
}

/// Replaces in the part about the register only.
std::string withRegister(std::string_view from, std::string_view to) {
    const auto text = defined();
    const auto at = text.find("[benchmark]");
    REQUIRE(text.find(from, at) != std::string::npos);
    auto changed = text;
    return changed.replace(text.find(from, at), from.size(), to);
}

std::vector<std::string> sentences(const std::string& toml, const char* language = "en") {
    std::vector<std::string> result;
    for (const auto& difference : compareDefinitions(need(parseStudy(toml))))
        result.push_back(differenceSentence(difference, language));
    return result;
}

} // namespace

TEST_CASE("definitions of sample and register are read as declared", "[study][definition]") {
    const auto study = need(parseStudy(defined()));
    const auto& tea = study.group("tea")->definition;
    CHECK(tea.words.in("nl") == "Drinkt elke week thee");
    CHECK(tea.maintenanceTreatment == MaintenanceTreatment::Included);
    CHECK(tea.minDaysPerWeek == 1);
    CHECK(tea.ageFrom == 18);
    CHECK(tea.ageTo == 64);
    CHECK(study.group("coffee")->definition.declared());
    CHECK_FALSE(study.group("coffee")->definition.minDaysPerWeek.has_value());
    REQUIRE(study.benchmark.has_value());
    CHECK(study.benchmark->registerName == "Tea house");
    CHECK(study.benchmark->area == "Harbour");
    CHECK(study.benchmark->year == 2030);
    CHECK(study.benchmark->deduplicated == true);
    CHECK(study.benchmark->words.in("en") == "Everybody with a card");
    REQUIRE(study.benchmark->group("tea") != nullptr);
    CHECK(study.benchmark->group("tea")->words.in("nl") == "Kaart voor thee");
    CHECK(study.benchmark->group("milk") == nullptr);
    CHECK(study.group("milk") == nullptr);
}

TEST_CASE("a study without definitions is valid, and each group is reported as not declared", "[study][definition]") {
    const auto study = need(parseStudy(peil_test::kSoundStudy));
    CHECK_FALSE(study.benchmark.has_value());
    CHECK_FALSE(study.group("tea")->definition.declared());
    CHECK(sentences(peil_test::kSoundStudy) ==
          std::vector<std::string>{
              "Group \"tea\", definition: sample not declared, register not declared; the two cannot be compared.",
              "Group \"coffee\", definition: sample not declared, register not declared; the two cannot be compared."});
}

TEST_CASE("definitions that agree have no difference", "[study][definition]") {
    CHECK(sentences(defined()).empty());
}

TEST_CASE("each flag that differs is named with what it does to the estimate", "[study][definition]") {
    const auto [from, to, says] = GENERATE(table<std::string, std::string, std::string>({
        {"\"included\"", "\"excluded\"",
         "opioid maintenance treatment: sample included, register excluded; this makes the estimate too low."},
        {"maintenance_treatment = \"included\"\n", "",
         "opioid maintenance treatment: sample included, register not declared; the two cannot be compared."},
        {"min_days_per_week = 1", "min_days_per_week = 0",
         "minimum use: sample 1 day a week, register no minimum; this makes the estimate too high."},
        {"min_days_per_week = 1", "min_days_per_week = 5",
         "minimum use: sample 1 day a week, register 5 days a week; this makes the estimate too low."},
        {"min_days_per_week = 1\n", "", "minimum use: sample 1 day a week, register not declared; "},
        {"age_to = 64", "age_to = 99", "age: sample 18 to 64, register 18 to 99; this makes the estimate too high."},
        {"age_to = 64\n", "", "age: sample 18 to 64, register 18 and older; this makes the estimate too high."},
        {"age_from = 18\n", "", "age: sample 18 to 64, register up to 64; this makes the estimate too high."},
        {"age_from = 18", "age_from = 25", "age: sample 18 to 64, register 25 to 64; this makes the estimate too low."},
        {"age_from = 18\nage_to = 64", "age_from = 15\nage_to = 60",
         "age: sample 18 to 64, register 15 to 60; this can make the estimate too high or too low."},
        {"age_from = 18\nage_to = 64\n", "", "age: sample 18 to 64, register not declared; "},
    }));
    const auto said = sentences(withRegister(from, to));
    REQUIRE(said.size() == 1);
    CHECK_THAT(said[0], StartsWith("Group \"tea\", ") && ContainsSubstring(says));
}

TEST_CASE("a register that counts people in treatment whom the sample leaves out makes the estimate too high",
          "[study][definition]") {
    const auto found = compareDefinitions(need(parseStudy(defined("\"included\"", "\"excluded\""))));
    REQUIRE(found.size() == 1);
    CHECK(found[0].groupId == "tea");
    CHECK(std::string(idOf(found[0].aspect)) == "maintenance_treatment");
    CHECK(std::string(idOf(found[0].effect)) == "too_high");
    CHECK(found[0].sample == "excluded");
    CHECK(found[0].benchmark == "included");
    CHECK(differenceSentence(found[0], "nl") == "Groep \"tea\", opioïdenonderhoudsbehandeling: steekproef telt niet "
                                                "mee, register telt mee; dit maakt de schatting te hoog.");
}

TEST_CASE("repeated persons and another period concern all groups", "[study][definition]") {
    CHECK(sentences(withRegister("deduplicated = true", "deduplicated = false")) ==
          std::vector<std::string>{"All groups, people counted: sample each person once, register some people more "
                                   "than once; this makes the estimate too high."});
    CHECK(
        sentences(withRegister("deduplicated = true\n", "")) ==
        std::vector<std::string>{
            "All groups, people counted: sample each person once, register not declared; the two cannot be compared."});
    CHECK(sentences(withRegister("year = 2030", "year = 2029")) ==
          std::vector<std::string>{"All groups, period: sample 2030-01-07 to 2030-06-30, register 2029; this can make "
                                   "the estimate too high or too low."});
}

TEST_CASE("a group that one side leaves out cannot be compared", "[study][definition]") {
    const auto ofRegister =
        withRegister("[[benchmark.group]]\ngroup = \"coffee\"\ndefinition = \"Card for coffee\"\n", "");
    CHECK(sentences(ofRegister) ==
          std::vector<std::string>{
              "Group \"coffee\", definition: sample declared, register not declared; the two cannot be compared."});
    CHECK(sentences(defined("definition = \"Drinks coffee\"\n", "")) ==
          std::vector<std::string>{
              "Group \"coffee\", definition: sample not declared, register declared; the two cannot be compared."});
}

TEST_CASE("every aspect and effect has an id and words in each language", "[study][definition]") {
    const auto aspect =
        GENERATE(DefinitionAspect::Words, DefinitionAspect::MaintenanceTreatment, DefinitionAspect::Frequency,
                 DefinitionAspect::Age, DefinitionAspect::Duplicates, DefinitionAspect::Period);
    const auto effect = GENERATE(SizeEffect::TooHigh, SizeEffect::TooLow, SizeEffect::Either, SizeEffect::Unknown);
    const DefinitionDifference difference{aspect, "tea", {}, {}, effect};
    CHECK_FALSE(std::string(idOf(aspect)).empty());
    CHECK_FALSE(std::string(idOf(effect)).empty());
    const auto english = differenceWords(difference, "en"), dutch = differenceWords(difference, "nl");
    const auto arabic = differenceWords(difference, "ar");
    CHECK(english.aspect != dutch.aspect);
    CHECK(english.effect != dutch.effect);
    CHECK(arabic.aspect != english.aspect);
    CHECK(arabic.effect != english.effect);
    CHECK(english.sample == "not declared");
    CHECK(dutch.benchmark == "niet opgegeven");
    CHECK_THAT(differenceSentence(difference, "en", "Tea, black"), StartsWith("Group \"Tea, black\", "));
    CHECK_THAT(differenceSentence(difference, "ar"), ContainsSubstring("\"tea\""));
}

TEST_CASE("the flags of a definition are described in words", "[study][definition]") {
    const auto study = need(parseStudy(defined()));
    using Flags = std::vector<std::pair<std::string, std::string>>;
    CHECK(flagWords(study.group("tea")->definition, "nl") == Flags{{"opioïdenonderhoudsbehandeling", "telt mee"},
                                                                   {"minimaal gebruik", "1 dag per week"},
                                                                   {"leeftijd", "18 tot en met 64 jaar"}});
    CHECK(flagWords(study.group("coffee")->definition, "en").empty());
}

TEST_CASE("a definition that is half declared or has a wrong value is refused at its position",
          "[study][definition][fault]") {
    const auto [code, from, to, says] = GENERATE(table<StudyErrc, std::string, std::string, std::string>({
        {StudyErrc::BadValue, "\"included\"", "\"maybe\"", "line 23, column 25: \"maybe\" is not a valid value of"},
        {StudyErrc::BadValue, "\"included\"", "true", "\"maintenance_treatment\" must be a non-empty string"},
        {StudyErrc::BadValue, "min_days_per_week = 1", "min_days_per_week = 8", "a whole number from 0 to 7"},
        {StudyErrc::BadValue, "min_days_per_week = 1", "min_days_per_week = 0.5", "a whole number from 0 to 7"},
        {StudyErrc::BadValue, "age_from = 18", "age_from = -1", "a whole number from 0 to 120"},
        {StudyErrc::BadValue, "age_to = 64", "age_to = 17", "The ages run from 18 to 17"},
        {StudyErrc::BadValue, "definition = \"Drinks coffee\"", "definition = \"\"", "a non-empty string in quotes"},
        {StudyErrc::BadValue, "definition = \"Drinks coffee\"", "definition = [\"a\"]", "one string per language"},
        {StudyErrc::BadValue, "definition = \"Drinks coffee\"", "definitions = \"a\"", "did you mean \"definition\"?"},
        {StudyErrc::MissingKey, "definition = \"Drinks coffee\"", "age_from = 18",
         "\"age_from\" summarises a definition; add the definition in words"},
        {StudyErrc::MissingKey, "register = \"Tea house\"\n", "", "The table [benchmark] needs the key \"register\""},
        {StudyErrc::MissingKey, "area = \"Harbour\"\n", "", "needs the key \"area\""},
        {StudyErrc::MissingKey, "year = 2030\n", "", "needs the key \"year\""},
        {StudyErrc::BadValue, "year = 2030", "year = \"2030\"", "\"year\" must be a whole number from 1900 to 2200"},
        {StudyErrc::BadValue, "deduplicated = true", "deduplicated = \"yes\"", "must be true or false"},
        {StudyErrc::BadValue, "deduplicated = true", "duplicated = true", "did you mean \"deduplicated\"?"},
        {StudyErrc::UnknownReference, "group = \"coffee\"", "group = \"milk\"", "use one of: tea, coffee"},
        {StudyErrc::Duplicate, "group = \"coffee\"", "group = \"tea\"", "group \"tea\" is declared twice"},
        {StudyErrc::MissingKey, "definition = \"Card for coffee\"\n", "", "needs the key \"definition\""},
        {StudyErrc::MissingKey, "definition = \"Card for coffee\"", "age_to = 64", "needs the key \"definition\""},
        {StudyErrc::BadValue, "definition = \"Card for coffee\"", "definition = \"C\"\nlabel = \"C\"",
         "A group of the register has no key \"label\""},
    }));
    const auto study = parseStudy(defined(from, to), "harbour.toml");
    REQUIRE_FALSE(study.has_value());
    CHECK(study.error().code == code);
    CHECK_THAT(study.error().context, StartsWith("harbour.toml, line ") && ContainsSubstring(says));
}

TEST_CASE("a register that is not written as tables is refused", "[study][definition][fault]") {
    const auto number = parseStudy("benchmark = 3\n" + peil_test::kSoundStudy);
    REQUIRE_FALSE(number.has_value());
    CHECK(number.error().code == StudyErrc::BadValue);
    CHECK_THAT(number.error().context, ContainsSubstring("start it with a line [benchmark]"));
    const auto text = defined();
    const auto groups = parseStudy(text.substr(0, text.find("[[benchmark.group]]")) + "group = [\"tea\"]\n");
    REQUIRE_FALSE(groups.has_value());
    CHECK(groups.error().code == StudyErrc::BadValue);
    CHECK_THAT(groups.error().context, ContainsSubstring("start each with a line [[benchmark.group]]"));
}

TEST_CASE("definitions and differences are given as JSON, what is not declared as null", "[study][definition]") {
    const auto study = need(parseStudy(withRegister("min_days_per_week = 1\n", "")));
    const auto all = definitionsJson(study);
    CHECK(all.at("study") == "harbour-2030");
    CHECK(all.at("register").at("year") == 2030);
    CHECK(all.at("register").at("deduplicated") == true);
    const auto& tea = all.at("groups").at(0);
    CHECK(tea.at("sample").at("definition").at("nl") == "Drinkt elke week thee");
    CHECK(tea.at("sample").at("min_days_per_week") == 1);
    CHECK(tea.at("register").at("min_days_per_week").is_null());
    CHECK(tea.at("register").at("maintenance_treatment") == "included");
    REQUIRE(all.at("differences").as_array().size() == 1);
    const auto& difference = all.at("differences").at(0);
    CHECK(difference.at("group") == "tea");
    CHECK(difference.at("aspect") == "min_days_per_week");
    CHECK(difference.at("register").is_null());
    CHECK(difference.at("effect") == "unknown");
    CHECK_THAT(std::string(difference.at("sentence").at("nl").as_string()), StartsWith("Groep \"Thee\", "));
    const auto none = definitionsJson(need(parseStudy(peil_test::kSoundStudy)));
    CHECK(none.at("register").is_null());
    CHECK(none.at("groups").at(0).at("sample").is_null());
}
