// SPDX-License-Identifier: Apache-2.0
// What a report says of its figures: sizes, intervals, what is counted and what is weighted, and their words.
#include "peil/base/text.h"
#include "report_page.h"

#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cmath>

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using namespace peil_test;

TEST_CASE("a report of the reference data shows the golden sizes and intervals", "[cli][report]") {
    const auto html = page();
    for (const char* golden : {"13,300", "16,000", "12,400 to 14,300", "12,800 to 20,600", "240 of 393", "39 of 127",
                               "8,122", "4,913", "11,900", "1,400", "27,900", "29,300", "61.1%", "30.7%"}) {
        INFO(golden);
        CHECK(html.find(golden) != std::string::npos);
    }
}

TEST_CASE("the numbers of a report are unrounded and those of the estimate", "[cli][report]") {
    const auto json = numbers();
    const auto& opioid = json.at("groups").at(0);
    CHECK_THAT(opioid.at("N").as_double(), WithinAbs(8122.0 * 393 / 240, 1e-9));
    CHECK_THAT(json.at("groups").at(1).at("N").as_double(), WithinAbs(4913.0 * 127 / 39, 1e-9));
    CHECK_THAT(json.at("derived").at("trait_total").at("N").as_double(), WithinAbs(27877, 0.5));
    const auto said = runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--strata", "city", "--cluster",
                               "site", "--trait", "crack_use", "--json"});
    const auto estimate = boost::json::parse(said.out).at("estimates").at(0);
    CHECK(opioid.at("lower") == estimate.at("lower"));
    CHECK(opioid.at("upper") == estimate.at("upper"));
    const auto& weeks = opioid.at("weeks").as_array();
    REQUIRE(weeks.size() > 40);
    CHECK(weeks.back().at("N") == opioid.at("N"));
    CHECK(weeks.back().at("n").to_number<int>() == 393);
    CHECK(opioid.at("without_site").as_array().size() > 20);
    CHECK(opioid.at("without_city").as_array().size() == 8);
}

TEST_CASE("the headline has the joint interval of both groups and says why a design effect below 1 counts as 1",
          "[cli][report]") {
    CHECK_THAT(page(), ContainsSubstring("Both groups together: 29,300 (95% confidence interval: 25,500 to 33,700).") &&
                           ContainsSubstring("Without the minimum, with design effect 0.74: 12,400 to 14,300.") &&
                           ContainsSubstring("National Center for Health Statistics"));
    CHECK_THAT(page({"--language", "nl"}),
               ContainsSubstring("Beide groepen samen: 29.300 (95% betrouwbaarheidsinterval: 25.500 tot 33.700).") &&
                   ContainsSubstring("Zonder minimum, met ontwerpeffect 0,74: 12.400 tot 14.300.") &&
                   ContainsSubstring("National Center for Health Statistics"));
    const auto asked = page({"--method", "logit", "--group", "opioid"});
    CHECK_THAT(asked, !ContainsSubstring("Both groups") && !ContainsSubstring("National Center"));
    CHECK(numbers().at("total").at("N").is_double());
}

TEST_CASE("a weighted report says which figures are counted and which are weighted", "[cli][report]") {
    const auto english = page({"--visits", "visits_last_month"});
    CHECK_THAT(english,
               ContainsSubstring("Unweighted, 240 of 393 interviewed people are in care. The weighted proportion is") &&
                   ContainsSubstring("Unweighted: 61.1% in care") &&
                   ContainsSubstring("<th scope=\"col\">In care, unweighted</th>") &&
                   ContainsSubstring("<th scope=\"col\">Proportion, weighted</th>") &&
                   ContainsSubstring("so they give the unweighted size") &&
                   ContainsSubstring("<th scope=\"row\">Wilson</th><td>binomial, ignoring design and "
                                     "weights</td><td>13,300</td><td>12,400</td><td>14,500</td>"));
    const auto dutch = page({"--visits", "visits_last_month", "--language", "nl"});
    CHECK_THAT(dutch, ContainsSubstring("Ongewogen zijn 240 van de 393 deelnemers in zorg. Het gewogen aandeel is") &&
                          ContainsSubstring("Ongewogen: 61,1% in zorg") && ContainsSubstring("In zorg, ongewogen") &&
                          ContainsSubstring("Aandeel, gewogen"));
    CHECK_THAT(page(), ContainsSubstring("240 of 393 interviewed people are in care: 61.1%.") &&
                           !ContainsSubstring("Counted:") && !ContainsSubstring("Proportion, weighted"));
}

TEST_CASE("the replacement of an interval, or the reason for none, is shown beside the size", "[cli][report]") {
    const TemporaryFolder folder;
    const auto counts = (folder.path() / "register.csv").string();
    write(counts, "group,area,count\nopioid,NL,5000\n");
    // Two cities of one site each: the design has no variance.
    const auto told = [&](const std::string& language, const std::string& methods) {
        const auto out = folder.path() / (language + methods);
        const auto said = runPeil({"report", "--data", std::string(PEIL_TEST_DATA) + "/estimate/one_site_per_city.csv",
                                   "--benchmark", counts, "--strata", "city", "--cluster", "site", "--weight", "weight",
                                   "--method", methods, "--language", language, "--out", out.string()});
        INFO(said.err);
        REQUIRE(said.code == 0);
        const auto group = boost::json::parse(fileOf(out, "report.json")).at("groups").at(0);
        CHECK_THAT(group.at("N").as_double(), WithinAbs(7500, 1e-6));
        CHECK(group.at("lower").as_double() < 7500);
        CHECK(group.at("upper").as_double() > 7500);
        return fileOf(out, "report.html");
    };
    CHECK_THAT(told("en", "logit_capped"), ContainsSubstring("Korn-Graubard, instead of logit_capped") &&
                                               ContainsSubstring("The design gives no variance here"));
    CHECK_THAT(told("nl", "logit_capped"), ContainsSubstring("Korn-Graubard, in plaats van logit_capped") &&
                                               ContainsSubstring("Het ontwerp geeft hier geen variantie"));
    // A symmetric interval of few people in care would reach below the register.
    const auto data = (folder.path() / "few.csv").string();
    std::string text = "group,in_care\n";
    for (int row = 0; row < 60; ++row)
        text += std::string("opioid,") + (row < 3 ? "1" : "0") + "\n";
    write(data, text);
    const auto withheld = [&](const std::string& language) {
        const auto out = folder.path() / ("few-" + language);
        const auto said = runPeil({"report", "--data", data, "--benchmark", counts, "--method", "logit_capped,delta",
                                   "--language", language, "--out", out.string()});
        INFO(said.err);
        REQUIRE(said.code == 0);
        return fileOf(out, "report.html");
    };
    CHECK_THAT(withheld("en"), ContainsSubstring("<td>design-based: The interval would extend below"));
    CHECK_THAT(withheld("nl"), ContainsSubstring("<td>met ontwerp: Het interval zou tot onder"));
}

TEST_CASE("what is drawn says how often and what chance is left in it", "[cli][report]") {
    const auto english = page({"--bootstrap", "500"});
    CHECK_THAT(english, ContainsSubstring(" draws, Monte Carlo error ") &&
                            ContainsSubstring("draws, seed 1, Monte Carlo error "));
    CHECK_THAT(page({"--bootstrap", "500", "--language", "nl"}), ContainsSubstring(" trekkingen, Monte-Carlofout "));
    const auto drawing = numbers({"--bootstrap", "500"});
    for (const auto& group : drawing.at("groups").as_array()) {
        const auto& drawn = group.at("intervals").as_array().back();
        CHECK(drawn.at("draws").to_number<int>() >= 500);
        CHECK(drawn.at("monte_carlo_error").as_double() < 50); // half of the printed hundred
        CHECK(group.at("sensitivity").at("monte_carlo_error").as_double() < 50);
    }
}

TEST_CASE("a report names how the sites were chosen and whom the sample cannot reach", "[cli][report]") {
    CHECK_THAT(page(), ContainsSubstring("The sites were selected purposively") &&
                           ContainsSubstring("<dt>People who visit no site</dt>"));
    CHECK_THAT(page({"--language", "nl"}), ContainsSubstring("De wervingslocaties zijn doelgericht gekozen") &&
                                               ContainsSubstring("<dt>Mensen die op geen enkele locatie komen</dt>"));
    CHECK_THAT(page({"--level", "0.9"}),
               ContainsSubstring("<dt>90% confidence interval</dt>") && !ContainsSubstring("95% confidence"));
}

TEST_CASE("the words of a report are those of any study: names, years and registers come from the data",
          "[cli][report]") {
    const TemporaryFolder folder;
    const auto data = (folder.path() / "data.csv").string(), counts = (folder.path() / "register.csv").string();
    std::string text = "group,in_care,site\n";
    for (int row = 0; row < 60; ++row)
        text += std::string("tea,") + (row % 2 == 0 ? "1" : "0") + ",S" + std::to_string(row % 6) + "\n";
    write(data, text);
    write(counts, "group,area,count\ntea,Delft,1000\n");
    for (const char* language : {"en", "nl"}) {
        const auto out = folder.path() / language;
        const auto said = runPeil({"report", "--data", data, "--benchmark", counts, "--cluster", "site", "--language",
                                   language, "--out", out.string()});
        INFO(said.err);
        REQUIRE(said.code == 0);
        const auto html = ::peil::toLowerAscii(fileOf(out, "report.html"));
        for (const char* word : {"2008", "2012", "2023", "ladis", "opaak", "opio", "crack", "risico", "verslaving",
                                 "gebruikersruimte", "nederland", "netherlands"}) {
            INFO(language << " " << word);
            CHECK(html.find(word) == std::string::npos);
        }
    }
}

TEST_CASE("a Dutch report has the terms and the numbers of Dutch readers", "[cli][report]") {
    const auto html = page({"--language", "nl"});
    CHECK_THAT(html, ContainsSubstring("<html lang=\"nl\">") && ContainsSubstring("Populatieschatting") &&
                         ContainsSubstring("13.300") && ContainsSubstring("12.400 tot 14.300") &&
                         ContainsSubstring("61,1%"));
    for (const char* term : {"benchmark", "Multiplier", "Aandeel in zorg", "95% betrouwbaarheidsinterval",
                             "Ontwerpeffect", "Wervingslocatie", "Weging", "Steekproeffout",
                             "Niet zonder meer te vergelijken met schattingen voor andere jaren"}) {
        INFO(term);
        CHECK(html.find(term) != std::string::npos);
    }
    CHECK(html.find("Warnings") == std::string::npos);
}

TEST_CASE("groups have the names that the study gives them in the language of the report", "[cli][report]") {
    const auto study = std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak";
    CHECK_THAT(page({"--study", study, "--language", "nl"}),
               ContainsSubstring("<h3>Opioïden, met of zonder crack</h3>") &&
                   ContainsSubstring("<h3>Crack, geen opioïden</h3>"));
    CHECK_THAT(page({"--study", study, "--label", "opioid=opioids"}),
               ContainsSubstring("<h3>opioids</h3>") && ContainsSubstring("<h3>Crack, no opioids</h3>"));
}

TEST_CASE("published sizes are shown beside ours, with a note if no method reproduces them", "[cli][report]") {
    const TemporaryFolder folder;
    const auto file = (folder.path() / "published.csv").string();
    const std::string header = "group,published_n,published_lower,published_upper\n";
    write(file, header + "opioid,13300,12600,14200\ncrack_only,16000,11300,25200\nboth,11900,,\n");
    const auto html = page({"--published", file});
    CHECK_THAT(html, ContainsSubstring("Published: 13,300 (12,600 to 14,200)") &&
                         ContainsSubstring("11,300 to 25,200") && ContainsSubstring("No standard method reproduces"));
    write(file, header + "opioid,13300,12300,14400\n");
    const auto json = numbers({"--published", file});
    const auto& by = json.at("groups").at(0).at("published").at("reproduced_by").as_array();
    REQUIRE_FALSE(by.empty());
    CHECK(by.at(0) == "wald");
    for (const std::string size : {"many", "13.300"}) { // Dutch thousands
        write(file, header + "opioid," + size + ",,\n");
        const auto said = report(folder.path() / "r", {"--published", file});
        INFO(size << said.err);
        CHECK(said.code == 1);
        CHECK_THAT(said.err, ContainsSubstring("line 2, column published_n"));
    }
}

TEST_CASE("columns of the benchmark file can hold the published sizes", "[cli][report]") {
    const TemporaryFolder folder;
    const auto file = (folder.path() / "register.csv").string();
    write(file, "group,area,count,published_n,published_lower,published_upper\nopioid,all,8122,13300,12600,14200\n"
                "crack_only,all,4913,,,\n");
    const auto said =
        runPeil({"report", "--data", kData, "--benchmark", file, "--out", (folder.path() / "r").string()});
    REQUIRE(said.code == 0);
    CHECK_THAT(fileOf(folder.path() / "r", "report.html"), ContainsSubstring("Published: 13,300 (12,600 to 14,200)"));
}

TEST_CASE("a city has no size when too few people in care were met there", "[cli][report]") {
    const auto json = numbers();
    for (const auto& group : json.at("groups").as_array()) {
        for (const auto& city : group.at("cities").as_array()) {
            const auto x = city.at("x").to_number<double>();
            INFO(city);
            CHECK(city.at("size") == (x >= 15 ? "direct" : x >= 5 ? "near_unbiased" : "none"));
            CHECK(city.at("N").is_null() == (x < 5));
            CHECK(city.at("lower").is_null() == (x < 15));
        }
    }
    const auto& sums = json.at("groups").at(0).at("city_sums");
    CHECK_THAT(sums.at("combined").as_double(), WithinAbs(4287.0 * 393 / 240, 1e-6));
}

TEST_CASE("a group in which no one is in care has a report with a lower limit only", "[cli][report]") {
    const TemporaryFolder folder;
    const auto data = (folder.path() / "data.csv").string();
    std::string text = "group,in_care,week\n";
    for (int i = 0; i < 10; ++i)
        text += "opioid,0," + std::to_string(i + 1) + "\n";
    write(data, text);
    const auto out = folder.path() / "r";
    const auto said = runPeil({"report", "--data", data, "--benchmark", kRegister, "--method", "logit,wilson",
                               "--bootstrap", "200", "--out", out.string()});
    INFO(said.err);
    REQUIRE(said.code == 0);
    const auto json = boost::json::parse(fileOf(out, "report.json"));
    CHECK(json.at("groups").at(0).at("N").is_null());
    CHECK(json.at("groups").at(0).at("upper").is_null());
    CHECK_THAT(json.at("groups").at(0).at("lower").as_double(), WithinAbs(8122 / 0.3084971, 1));
    CHECK_THAT(fileOf(out, "report.html"), ContainsSubstring("not estimable"));
    CHECK_THAT(fileOf(out, "report.html"), !ContainsSubstring("NaN") && !ContainsSubstring("inf"));
}

TEST_CASE("groups whose names hold commas stand apart under the title", "[cli][report]") {
    CHECK_THAT(page({"--label", "opioid=opioids, with or without crack", "--label", "crack_only=crack, no opioids"}),
               ContainsSubstring("Groups: opioids, with or without crack; crack, no opioids. 520 interviews"));
}

TEST_CASE("what the interval covers names the error that was declared for the register", "[cli][report]") {
    const auto covered = [](const std::vector<std::string>& more) {
        const auto html = page(more);
        const auto from = html.find("<dd>Sampling error");
        REQUIRE(from != std::string::npos);
        return html.substr(from, html.find("</dd>", from) - from);
    };
    CHECK_THAT(covered({}), ContainsSubstring("errors in the register count"));
    CHECK_THAT(covered({"--benchmark-error", "0.1"}), ContainsSubstring("a coefficient of variation of 10.0%"));
    CHECK_THAT(covered({"--benchmark-error", "poisson"}), ContainsSubstring("a Poisson error of the register count"));
    CHECK_THAT(covered({"--benchmark-error", "binomial"}), ContainsSubstring("a binomial error of the register count"));
    const auto dutch = page({"--benchmark-error", "0.05", "--language", "nl"});
    CHECK_THAT(dutch, ContainsSubstring("een variatiecoëfficiënt van 5,0%") &&
                          ContainsSubstring("de opgegeven fout in het register. Hier varieert iedere"));
    CHECK_THAT(page(), ContainsSubstring("covers sampling error only. Here, each factor"));
}
