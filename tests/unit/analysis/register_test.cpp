// SPDX-License-Identifier: Apache-2.0
#include "peil/analysis/register.h"

#include "peil_test/result.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace peil::analysis;
using Catch::Matchers::ContainsSubstring;
using peil_test::need;

namespace {

peil::Result<RegisterTable> read(std::string_view csv) {
    const auto table = need(peil::parseCsv(csv));
    return readRegister(table, "register.csv");
}

peil::Result<Register> choose(std::string_view csv, const Sample& sample, const RegisterAsked& asked = {}) {
    return chooseRegister(need(read(csv)), sample, asked);
}

/// The refusal, which must have `code`.
std::string refusal(const peil::Result<Register>& chosen, AnalysisErrc code) {
    REQUIRE_FALSE(chosen);
    CHECK(chosen.error().code == code);
    return chosen.error().context;
}

const Sample kTwo{{"a", "b"}, {}, {}};
constexpr std::string_view kSplit = "group,area,count\na,Netherlands,8000\na,Amsterdam,1200\nb,Amsterdam,700\n"
                                    "b,Rotterdam,600\n";
constexpr std::string_view kWhole = "year,register,group,area,count,definition,deduplicated\n"
                                    "2023,LADIS,a,Netherlands,8000,opioids weekly,yes\n"
                                    "2023,LADIS,a,Amsterdam,1200,opioids weekly,yes\n"
                                    "2023,LADIS,a,Rotterdam,900,opioids weekly,yes\n"
                                    "2023,LADIS,a,elsewhere,5900,opioids weekly,yes\n"
                                    "2023,LADIS,b,Netherlands,4000,crack weekly,no\n"
                                    "2023,LADIS,b,Amsterdam,700,crack weekly,no\n";

} // namespace

TEST_CASE("a register names register, area, year and whom it counts", "[analysis][register]") {
    const auto chosen = need(choose(kWhole, kTwo));
    CHECK(chosen.facts.registerName == "LADIS");
    CHECK(chosen.facts.area == "Netherlands");
    CHECK(chosen.facts.year == "2023");
    CHECK(chosen.chosen == AreaChosen::Largest);
    CHECK(chosen.byGroup.at("a").count == 8000);
    CHECK(chosen.factsOf("a").definition == "opioids weekly");
    CHECK(chosen.factsOf("b").deduplicated == "no");
    const auto plain = need(choose(kSplit, kTwo));
    CHECK(plain.facts.registerName.empty());
    CHECK(plain.factsOf("a").definition.empty());
}

TEST_CASE("all groups have one area: the only common one, never the largest of each", "[analysis][register]") {
    const auto chosen = need(choose(kSplit, kTwo));
    CHECK(chosen.facts.area == "Amsterdam");
    CHECK(chosen.chosen == AreaChosen::Only);
    CHECK(chosen.byGroup.at("a").count == 1200);
    CHECK(chosen.byGroup.at("b").count == 700);
    const auto one = need(choose(kSplit, {{"a"}, {"b"}, {}}));
    CHECK(one.facts.area == "Netherlands");
    CHECK(need(choose(kSplit, {{"b"}, {"a"}, {}}, {"Rotterdam", "", ""})).byGroup.at("b").count == 600);
}

TEST_CASE("an area that some group lacks is refused with the available areas", "[analysis][register]") {
    const auto asked = refusal(choose(kSplit, kTwo, {"Netherlands", "", ""}), AnalysisErrc::UnknownArea);
    CHECK_THAT(asked, ContainsSubstring("register.csv") && ContainsSubstring("\"Netherlands\"") &&
                          ContainsSubstring("a in Netherlands, Amsterdam") &&
                          ContainsSubstring("b in Amsterdam, Rotterdam") && ContainsSubstring("--area"));
    refusal(choose(kSplit, kTwo, {"amsterdam", "", ""}), AnalysisErrc::UnknownArea);
    const auto none =
        refusal(choose("group,area,count\na,Netherlands,8000\nb,Amsterdam,700\n", kTwo), AnalysisErrc::NoCommonArea);
    CHECK_THAT(none, ContainsSubstring("a in Netherlands") && ContainsSubstring("b in Amsterdam") &&
                         ContainsSubstring("--group"));
    CHECK(none.ends_with("."));
}

TEST_CASE("of several common areas the whole is taken, or none when it is not plain which one that is",
          "[analysis][register]") {
    // The largest differs by group.
    const auto unclear = refusal(choose("group,area,count\na,North,10\na,South,20\nb,North,20\nb,South,10\n", kTwo),
                                 AnalysisErrc::SeveralAreas);
    CHECK_THAT(unclear, ContainsSubstring("North, South"));
    refusal(choose("group,area,count\na,North,10\na,South,10\n", {{"a"}, {}, {}}), AnalysisErrc::SeveralAreas);
    // Only cities, no whole: the largest city is not it when the interviews come from several.
    constexpr std::string_view cities = "group,area,count\na,Delft,10\na,Utrecht,20\nb,Delft,10\nb,Utrecht,20\n";
    refusal(choose(cities, {{"a", "b"}, {}, {"Delft", "Utrecht"}}), AnalysisErrc::SeveralAreas);
    CHECK(need(choose(cities, {{"a", "b"}, {}, {"Utrecht"}})).facts.area == "Utrecht");
    CHECK(need(choose(cities, {{"a", "b"}, {}, {"Delft", "Utrecht"}}, {"Delft", "", ""})).chosen == AreaChosen::Asked);
}

TEST_CASE("an area with several registers or years needs a choice", "[analysis][register]") {
    constexpr std::string_view years =
        "group,area,count,year\na,all,10,2012\na,all,20,2023\nb,all,5,2012\nb,all,9,2023\n";
    CHECK_THAT(refusal(choose(years, kTwo), AnalysisErrc::SeveralYears),
               ContainsSubstring("2012, 2023") && ContainsSubstring("--year"));
    const auto chosen = need(choose(years, kTwo, {"", "", "2012"}));
    CHECK(chosen.byGroup.at("b").count == 5);
    CHECK(chosen.facts.year == "2012");
    REQUIRE(chosen.unused.size() == 1);
    CHECK(chosen.unused[0].reason == RegisterReason::OtherYear);
    CHECK(chosen.unused[0].rows == 2);
    CHECK_THAT(refusal(choose(years, kTwo, {"", "", "2013"}), AnalysisErrc::UnknownRegister),
               ContainsSubstring("\"2013\"") && ContainsSubstring("2012, 2023"));
    constexpr std::string_view registers = "group,area,count,register\na,all,10,LADIS\nb,all,9,GGD\nb,all,8,LADIS\n";
    CHECK_THAT(refusal(choose(registers, kTwo), AnalysisErrc::SeveralRegisters),
               ContainsSubstring("LADIS, GGD") && ContainsSubstring("--register"));
    CHECK(need(choose(registers, kTwo, {"", "LADIS", ""})).byGroup.at("b").count == 8);
    refusal(choose(registers, kTwo, {"", "GGD", ""}), AnalysisErrc::NoCommonArea);
    refusal(choose(registers, kTwo, {"", "ggd", ""}), AnalysisErrc::UnknownRegister);
    CHECK_THAT(refusal(choose("group,area,count,year\na,all,10,2023\nb,all,20,\n", kTwo), AnalysisErrc::SeveralYears),
               ContainsSubstring("2023, not stated") && ContainsSubstring("fill in the column year"));
}

TEST_CASE("counts of cities are of the register and year that was chosen", "[analysis][register]") {
    const auto chosen = need(choose("group,area,count,year\na,all,100,2023\na,Delft,40,2012\na,Utrecht,30,2023\n",
                                    {{"a"}, {}, {"Delft", "Utrecht"}}));
    CHECK(chosen.byArea.at("a") == std::map<std::string, double>{{"all", 100}, {"Utrecht", 30}});
    CHECK(chosen.forCities == 1);
    REQUIRE(chosen.unused.size() == 1);
    CHECK(chosen.unused[0].reason == RegisterReason::OtherYear);
    CHECK(chosen.unused[0].value == "2012");
}

TEST_CASE("every row of a register is used or counted with its reason", "[analysis][register]") {
    const std::string csv = std::string(kWhole) + "2023,LADIS,c,Netherlands,10,,\n2023,LADIS,A,Netherlands,7,,\n"
                                                  "2023,GGD,a,netherlands,7,,\n2023,LADIS,a,netherlands,9,,\n";
    const auto chosen = need(choose(csv, {{"a", "b"}, {"c"}, {"Amsterdam", "Rotterdam"}}));
    CHECK(chosen.read == 10);
    CHECK(chosen.used == 2);
    CHECK(chosen.forCities == 3);
    std::size_t unused = 0;
    std::string words;
    for (const auto& one : chosen.unused) {
        unused += one.rows;
        words +=
            std::string(idOf(one.reason)) + " " + one.value + (one.probably.empty() ? "" : "=" + one.probably) + ";";
    }
    CHECK(chosen.read == chosen.used + chosen.forCities + unused);
    CHECK(words == "other_area elsewhere;not_asked_for c;no_interviews A=a;other_register GGD;"
                   "other_area netherlands=Netherlands;");
}

TEST_CASE("every error of a register table is named with its line and column", "[analysis][register]") {
    const auto fault = [](std::string_view csv, AnalysisErrc code = AnalysisErrc::BadRegister) {
        const auto table = read(csv);
        REQUIRE_FALSE(table);
        CHECK(table.error().code == code);
        return table.error().context;
    };
    CHECK_THAT(fault("group,area,counts\na,all,1\n"), ContainsSubstring("count"));
    CHECK_THAT(fault("group,area,count\n"), ContainsSubstring("no rows"));
    CHECK_THAT(fault("group,area,count\n,all,1\n"), ContainsSubstring("line 2, column group"));
    CHECK_THAT(fault("group,area,count\na,  ,1\n"), ContainsSubstring("line 2, column area"));
    CHECK_THAT(fault("group,area,count\na,all,\n"), ContainsSubstring("line 2, column count"));
    for (const char* count : {"-1", "1.234", "1e3", "many", "1 234"})
        CHECK_THAT(fault("group,area,count\na,all," + std::string(count) + "\n"),
                   ContainsSubstring("line 2, column count") && ContainsSubstring("such as 1234"));
    CHECK_THAT(fault("group,area,count,published_n\na,all,1,13.300\n"), ContainsSubstring("column published_n"));
    CHECK_THAT(fault("group,area,count\na,all,1\n a , all ,2\n", AnalysisErrc::CountTwice),
               ContainsSubstring("line 3, column area") && ContainsSubstring("first on line 2"));
}

TEST_CASE("the part of a register that lies outside the cities of the interviews", "[analysis][register]") {
    const std::map<std::string, double> counts{{"all", 1000}, {"Delft", 300}, {"Utrecht", 200}};
    const auto both = outsideSample(counts, "all", {"Delft", "Utrecht"});
    REQUIRE(both);
    CHECK(both->people == 500);
    CHECK(both->share == 0.5);
    CHECK_FALSE(both->atMost);
    const auto some = outsideSample(counts, "all", {"Delft", "Leiden"});
    REQUIRE(some);
    CHECK(some->share == 0.7);
    CHECK(some->atMost);
    CHECK_FALSE(outsideSample(counts, "all", {"Leiden"}));
    CHECK_FALSE(outsideSample(counts, "all", {}));
    CHECK_FALSE(outsideSample(counts, "Delft", {"Delft", "Utrecht"}));
}
