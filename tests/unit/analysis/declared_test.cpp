// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/declared.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil::analysis;

namespace {

peil::study::Benchmark declared() {
    peil::study::Benchmark benchmark;
    benchmark.registerName = "LADIS";
    benchmark.area = "Netherlands";
    benchmark.year = 2023;
    benchmark.deduplicated = true;
    peil::study::CaseDefinition tea;
    tea.words.texts = {{"nl", "Theedrinkers"}, {"en", "Tea drinkers"}};
    benchmark.groups.emplace_back("tea", tea);
    return benchmark;
}

RegisterRow row(const std::string& group, const std::string& registerName, const std::string& year) {
    RegisterRow made;
    made.group = group;
    made.area = "Netherlands";
    made.registerName = registerName;
    made.year = year;
    made.count = 10;
    return made;
}

} // namespace

TEST_CASE("options that are not given follow the study", "[analysis][definition]") {
    const RegisterTable stated{"t.csv", {row("tea", "LADIS", "2023")}}, silent{"t.csv", {row("tea", "", "")}};
    const auto all = asDeclared({}, declared(), stated);
    CHECK(all.area == "Netherlands");
    CHECK(all.registerName == "LADIS");
    CHECK(all.year == "2023");
    const auto area = asDeclared({}, declared(), silent);
    CHECK(area.area == "Netherlands");
    CHECK(area.registerName.empty());
    CHECK(area.year.empty());
    RegisterAsked mine;
    mine.area = "Amsterdam";
    mine.year = "2022";
    CHECK(asDeclared(mine, declared(), stated).area == "Amsterdam");
    CHECK(asDeclared(mine, declared(), stated).year == "2022");
}

TEST_CASE("what the table does not state of the declared register is filled in, in the language",
          "[analysis][definition]") {
    Register counts;
    counts.facts.area = "Netherlands";
    counts.byGroup.emplace("tea", row("tea", "", ""));
    counts.byGroup.emplace("coffee", row("coffee", "", ""));
    fillAsDeclared(counts, declared(), "nl");
    CHECK(counts.facts.registerName == "LADIS");
    CHECK(counts.facts.year == "2023");
    CHECK(counts.factsOf("tea").definition == "Theedrinkers");
    CHECK(counts.factsOf("tea").deduplicated == "ja");
    CHECK(counts.factsOf("coffee").definition.empty());
    Register known;
    known.facts.area = "Netherlands";
    auto own = row("tea", "LADIS", "");
    own.definition = "Own words";
    known.byGroup.emplace("tea", own);
    fillAsDeclared(known, declared(), "en");
    CHECK(known.factsOf("tea").definition == "Own words");
}

TEST_CASE("another register than the declared one is left as it is, and named", "[analysis][definition]") {
    Register counts;
    counts.facts.area = "Amsterdam";
    counts.byGroup.emplace("tea", row("tea", "", ""));
    fillAsDeclared(counts, declared(), "en");
    CHECK(counts.facts.registerName.empty());
    CHECK(counts.byGroup.at("tea").definition.empty());
    CHECK(otherThanDeclared(counts.facts, declared(), "en") ==
          "The study describes the register LADIS, Netherlands, 2023; this estimate uses Amsterdam. The definitions "
          "may not apply to it.");
    CHECK(otherThanDeclared({"SHELTER", "Netherlands", "2023", {}, {}}, declared(), "nl") ==
          "Het onderzoek beschrijft het register LADIS, Netherlands, 2023; deze schatting gebruikt SHELTER, "
          "Netherlands, 2023. De definities gelden daar misschien niet voor.");
    CHECK(otherThanDeclared({"LADIS", "Netherlands", "2022", {}, {}}, declared(), "en")
              .find("uses LADIS, Netherlands, "
                    "2022") != std::string::npos);
    CHECK(otherThanDeclared({"", "Netherlands", "", {}, {}}, declared(), "en").empty());
}
