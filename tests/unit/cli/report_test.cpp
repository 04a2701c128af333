// SPDX-License-Identifier: Apache-2.0
#include "peil/base/text.h"
#include "peil_program.h"
#include "peil_test/foreign_locale.h"

#include <boost/json.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cmath>

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using peil_test::ForeignLocale;
using peil_test::isOneSentence;
using peil_test::need;
using peil_test::runPeil;
using peil_test::Said;
using peil_test::ScopedVariable;
using peil_test::TemporaryFolder;
using peil_test::write;

namespace {

const std::string kData = std::string(PEIL_TEST_DATA) + "/opaak/synthetic.csv";
const std::string kRegister = std::string(PEIL_TEST_DATA) + "/opaak/benchmark.csv";

Said report(const std::filesystem::path& out, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"report", "--data", kData,        "--benchmark", kRegister, "--strata",
                                       "city",   "--out",  out.string(), "--cluster",   "site"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runPeil(arguments);
}

std::string fileOf(const std::filesystem::path& out, const char* name) {
    return need(::peil::readTextFile(out / name, 1U << 24U));
}

/// The report of the reference data with `more` options, which must succeed.
std::string page(const std::vector<std::string>& more = {}) {
    const TemporaryFolder folder;
    const auto said = report(folder.path() / "r", more);
    INFO(said.err);
    REQUIRE(said.code == 0);
    return fileOf(folder.path() / "r", "report.html");
}

boost::json::value numbers(const std::vector<std::string>& more = {}) {
    const TemporaryFolder folder;
    const auto said = report(folder.path() / "r", more);
    INFO(said.err);
    REQUIRE(said.code == 0);
    return boost::json::parse(fileOf(folder.path() / "r", "report.json"));
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

} // namespace

TEST_CASE("a report of the reference data shows the golden sizes and intervals", "[cli][report]") {
    const auto html = page();
    for (const char* golden : {"13,300", "16,000", "12,400 to 14,300", "12,800 to 20,600", "240 of 393", "39 of 127",
                               "8,122", "4,913", "11,900", "1,400", "27,900", "29,300", "61.1%", "30.7%"}) {
        INFO(golden);
        CHECK(html.find(golden) != std::string::npos);
    }
}

TEST_CASE("no name of a method or step is cut beside its plot, in either language", "[cli][report]") {
    const TemporaryFolder folder;
    const auto contacts = (folder.path() / "contacts.csv").string();
    write(contacts, "outcome,count\nrefused,140\nnot_eligible,61\nalready_interviewed,17\ninterviewed,520\n");
    for (const char* language : {"en", "nl"}) {
        const auto html = page({"--language", language, "--contacts", contacts, "--method",
                                "logit,beta,beta_nchs,likelihood,asin,mean,log_delta,delta,log_delta_z,delta_z,bayes,"
                                "wald,wald_cc,wilson,wilson_cc,clopper_pearson,jeffreys,mid_p,agresti_coull,arcsine,"
                                "bayes_uniform,logit_binomial,delta_binomial,log_delta_binomial"});
        CHECK(count(html, "…") == 0);
    }
}

TEST_CASE("the numbers of a report are unrounded and those of the estimate", "[cli][report]") {
    const auto json = numbers();
    const auto& opioid = json.at("groups").at(0);
    CHECK_THAT(opioid.at("N").as_double(), WithinAbs(8122.0 * 393 / 240, 1e-9));
    CHECK_THAT(json.at("groups").at(1).at("N").as_double(), WithinAbs(4913.0 * 127 / 39, 1e-9));
    CHECK_THAT(json.at("derived").at("trait_total").at("N").as_double(), WithinAbs(27877, 0.5));
    const auto said = runPeil(
        {"estimate", "--data", kData, "--benchmark", kRegister, "--strata", "city", "--cluster", "site", "--json"});
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

TEST_CASE("a report is one page that loads nothing and describes each plot", "[cli][report]") {
    const auto html = page();
    for (const char* foreign : {"<script", "<link", "<img", "@import", "url(", "http:", "https:", " src="}) {
        INFO(foreign);
        CHECK(html.find(foreign) == std::string::npos);
    }
    const auto plots = count(html, "<svg ");
    CHECK(plots >= 11);
    CHECK(count(html, "</svg>") == plots);
    CHECK(count(html, "</title><desc id=") == plots);
    CHECK(count(html, "role=\"img\"") == plots);
    CHECK(count(html, "<table>") > plots);
    for (const char* number : {"NaN", "Infinity", "\"nan\"", ">nan<", "\"inf\"", ">inf<"})
        CHECK(html.find(number) == std::string::npos);
    CHECK(html.find(PEIL_TEST_DATA) == std::string::npos);
}

TEST_CASE("the same command gives the same bytes, also in another locale", "[cli][report]") {
    const TemporaryFolder folder;
    const auto first = folder.path() / "a", second = folder.path() / "b", third = folder.path() / "c";
    REQUIRE(report(first).code == 0);
    REQUIRE(report(second).code == 0);
    {
        const ForeignLocale foreign("nl_NL.UTF-8");
        REQUIRE(report(third).code == 0);
    }
    for (const char* name : {"report.html", "report.json"}) {
        CHECK(fileOf(first, name) == fileOf(second, name));
        CHECK(fileOf(first, name) == fileOf(third, name));
    }
    REQUIRE(report(folder.path() / "d", {"--seed", "2"}).code == 0);
    CHECK(fileOf(first, "report.json") != fileOf(folder.path() / "d", "report.json"));
}

TEST_CASE("a report as PDF has pages, both languages, and the same bytes each time", "[cli][report][pdf]") {
    const TemporaryFolder folder;
    const auto first = folder.path() / "a", second = folder.path() / "b", dutch = folder.path() / "nl";
    const auto said = report(first, {"--pdf"});
    INFO(said.err);
    REQUIRE(said.code == 0);
    CHECK_THAT(said.out, ContainsSubstring("report.html, report.json, report.pdf"));
    {
        const ForeignLocale foreign("nl_NL.UTF-8");
        const ScopedVariable seed("PYTHONHASHSEED", "7"), epoch("SOURCE_DATE_EPOCH", "1700000000");
        REQUIRE(report(second, {"--pdf"}).code == 0);
    }
    REQUIRE(report(dutch, {"--pdf", "--language", "nl"}).code == 0);
    const auto pdf = need(::peil::readFile(first / "report.pdf", 1U << 26U));
    CHECK(::peil::textOf(pdf).starts_with("%PDF-1."));
    CHECK(pdf.size() > 50'000);
    CHECK(pdf == need(::peil::readFile(second / "report.pdf", 1U << 26U)));
    CHECK(pdf != need(::peil::readFile(dutch / "report.pdf", 1U << 26U)));
    CHECK(::peil::textOf(pdf).find(folder.path().string()) == std::string_view::npos);
    CHECK_FALSE(std::filesystem::exists(first / ".report.pdf"));
}

TEST_CASE("without the program that makes PDF, --pdf is one sentence and nothing is written", "[cli][report][pdf]") {
    const TemporaryFolder folder;
    const ScopedVariable path("PATH", folder.path().c_str());
    const auto absent = report(folder.path() / "r", {"--pdf"});
    CHECK(absent.code == 1);
    CHECK(isOneSentence(absent.err));
    CHECK_THAT(absent.err, ContainsSubstring("weasyprint") && ContainsSubstring("install"));
    write(folder.path() / "weasyprint", "#!/bin/sh\necho 'no fonts' >&2\nexit 3\n");
    std::filesystem::permissions(folder.path() / "weasyprint", std::filesystem::perms::owner_all);
    const auto failing = report(folder.path() / "r", {"--pdf"});
    CHECK(failing.code == 3);
    CHECK(isOneSentence(failing.err));
    CHECK_THAT(failing.err, ContainsSubstring("no fonts"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "r"));
}

TEST_CASE("the way from approached to analysed is told as far as the files know it", "[cli][report]") {
    const TemporaryFolder folder;
    const auto contacts = (folder.path() / "contacts.csv").string(),
               manifest = (folder.path() / "manifest.json").string();
    write(contacts, "outcome,count,city\nrefused,100,Utrecht\nnot_eligible,60,Utrecht\ninterviewed,300,Utrecht\n"
                    "refused,50,Delft\ninterviewed,290,Delft\n");
    write(manifest, "{\"interviews\":520,\"left_out\":{\"envelopes\":590,\"no_consent\":12,\"superseded\":58,"
                    "\"bad_signature\":0}}");
    const auto html = page({"--contacts", contacts, "--manifest", manifest});
    CHECK_THAT(html, ContainsSubstring("<th scope=\"row\">People approached</th><td>800</td>") &&
                         ContainsSubstring("<th scope=\"row\">left out: refused</th><td>150</td>") &&
                         ContainsSubstring("<th scope=\"row\">Interviews received</th><td>590</td>") &&
                         ContainsSubstring("left out: without consent") &&
                         ContainsSubstring("73.8% were interviewed; among eligible people it is 79.7% (590 of 740)"));
    CHECK(html.find("Not in this report") == std::string::npos);
    const auto json = numbers({"--contacts", contacts, "--manifest", manifest});
    CHECK(json.at("funnel").at("approached").to_number<int>() == 800);
    CHECK_THAT(json.at("funnel").at("response").as_double(), WithinAbs(590.0 / 740, 1e-12));
    // Interviewed before is not eligible again, however the contact log writes it.
    write(contacts, "outcome,count\nRefused,100\nNot eligible,60\nalready interviewed,40\nInterviewed,300\n");
    CHECK_THAT(page({"--contacts", contacts}),
               ContainsSubstring("60.0% were interviewed; among eligible people it is 75.0% (300 of 400)") &&
                   ContainsSubstring("left out: interviewed before"));
    CHECK(json.at("files").as_array().size() == 4);
    CHECK_THAT(page(), ContainsSubstring("--contacts") && ContainsSubstring("--manifest"));
    write(manifest, "[]");
    const auto said = report(folder.path() / "r", {"--manifest", manifest});
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
}

TEST_CASE("several registers become a forest of their own, and weights show the size without them", "[cli][report]") {
    const TemporaryFolder folder;
    const auto shelters = (folder.path() / "shelters.csv").string();
    write(shelters, "group,area,count\nopioid,Netherlands,5000\ncrack_only,Netherlands,3000\n");
    const auto html = page({"--also", "consumption_room=" + shelters, "--pool", "--visits", "visits_last_month"});
    CHECK_THAT(html, ContainsSubstring("id=\"registers\"") && ContainsSubstring("id=\"registers-0-title\"") &&
                         ContainsSubstring("too narrow") &&
                         ContainsSubstring("Without weights: 61.1% in care, size 13,300"));
    CHECK(page().find("id=\"registers\"") == std::string::npos);
}

TEST_CASE("the headline has the joint interval of both groups and says why a design effect below 1 counts as 1",
          "[cli][report]") {
    CHECK_THAT(page(), ContainsSubstring("Both groups together: 29,300 (95% confidence interval: 25,500 to 33,700).") &&
                           ContainsSubstring("From the design alone, design effect 0.74: 12,400 to 14,300.") &&
                           ContainsSubstring("National Center for Health Statistics"));
    CHECK_THAT(page({"--language", "nl"}),
               ContainsSubstring("Beide groepen samen: 29.300 (95% betrouwbaarheidsinterval: 25.500 tot 33.700).") &&
                   ContainsSubstring("Uit het ontwerp alleen, ontwerpeffect 0,74: 12.400 tot 14.300.") &&
                   ContainsSubstring("National Center for Health Statistics"));
    const auto asked = page({"--method", "logit", "--group", "opioid"});
    CHECK_THAT(asked, !ContainsSubstring("Both groups") && !ContainsSubstring("National Center"));
    CHECK(numbers().at("total").at("N").is_double());
}

TEST_CASE("a weighted report says which figures are counted and which are weighted", "[cli][report]") {
    const auto english = page({"--visits", "visits_last_month"});
    CHECK_THAT(english,
               ContainsSubstring("Counted: 240 of 393 interviewed people are in care. Weighted, their share is") &&
                   ContainsSubstring("Without weights: 61.1% in care") &&
                   ContainsSubstring("<th scope=\"col\">In care, counted</th>") &&
                   ContainsSubstring("<th scope=\"col\">Share, weighted</th>") &&
                   ContainsSubstring("their size is the one without weights") &&
                   ContainsSubstring("<th scope=\"row\">Wilson</th><td>binomial, no design, no weights</td>"
                                     "<td>13,300</td><td>12,400</td><td>14,500</td>"));
    const auto dutch = page({"--visits", "visits_last_month", "--language", "nl"});
    CHECK_THAT(dutch, ContainsSubstring("Geteld: 240 van 393 deelnemers zijn in zorg. Gewogen is hun aandeel") &&
                          ContainsSubstring("Zonder weging: 61,1% in zorg") && ContainsSubstring("In zorg, geteld") &&
                          ContainsSubstring("Aandeel, gewogen"));
    CHECK_THAT(page(), ContainsSubstring("240 of 393 interviewed people are in care: 61.1%.") &&
                           !ContainsSubstring("Counted:") && !ContainsSubstring("Share, weighted"));
}

TEST_CASE("a report names how the sites were chosen and whom the sample cannot reach", "[cli][report]") {
    CHECK_THAT(page(), ContainsSubstring("The sites were chosen, not drawn by lot") &&
                           ContainsSubstring("<dt>People who visit no site</dt>"));
    CHECK_THAT(page({"--language", "nl"}), ContainsSubstring("De wervingslocaties zijn gekozen en niet geloot") &&
                                               ContainsSubstring("<dt>Wie op geen enkele locatie komt</dt>"));
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
        const auto said = runPeil({"report", "--data", data, "--benchmark", counts, "--cluster", "site", "--trait",
                                   "milk", "--language", language, "--out", out.string()});
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
                             "Ontwerpeffect", "Wervingslocatie", "Weging", "Schattingsonzekerheid",
                             "Niet direct te vergelijken met schattingen van andere jaren"}) {
        INFO(term);
        CHECK(html.find(term) != std::string::npos);
    }
    CHECK(html.find("Warnings") == std::string::npos);
}

TEST_CASE("groups and the trait can have names of their own", "[cli][report]") {
    const auto html = page({"--label", "crack_only=alleen <crack>", "--label", "crack_use=crack", "--language", "nl"});
    CHECK_THAT(html, ContainsSubstring("<h3>alleen &lt;crack&gt;</h3>") && ContainsSubstring("opioid met crack") &&
                         ContainsSubstring("--label 'crack_only=alleen &lt;crack&gt;'"));
    CHECK(html.find("crack only") == std::string::npos);
    const std::string name = "ééééééééééééééééééééééééééééééééééééé";
    const auto cut = page({"--label", "opioid=" + name});
    CHECK_THAT(cut, ContainsSubstring("<h3>" + name) && ContainsSubstring(">" + name.substr(0, 32 * 2) + "…</text>"));
}

TEST_CASE("groups have the names that the study gives them in the language of the report", "[cli][report]") {
    const auto study = std::string(PEIL_SOURCE_DIR) + "/shared/studies/opaak";
    CHECK_THAT(page({"--study", study, "--language", "nl"}),
               ContainsSubstring("<h3>Opioïden, met of zonder crack</h3>") &&
                   ContainsSubstring("<h3>Crack, geen opioïden</h3>"));
    CHECK_THAT(page({"--study", study, "--label", "opioid=opioids"}),
               ContainsSubstring("<h3>opioids</h3>") && ContainsSubstring("<h3>Crack, no opioids</h3>"));
}

TEST_CASE("published sizes stand beside ours, with the note when no method gives them", "[cli][report]") {
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

TEST_CASE("the ranges of the sensitivity are shown and move the joint interval", "[cli][report]") {
    const auto usual = numbers();
    CHECK(usual.at("ranges").at("completeness") == boost::json::value({0.9, 1.0, 1.0}));
    const auto given = numbers({"--completeness", "0.7,0.8,0.9", "--duplication", "1,1,1", "--scope", "1,1,1",
                                "--reporting", "1,1,1", "--sampling", "1,1,1"});
    const auto& sensitivity = given.at("groups").at(0).at("sensitivity");
    REQUIRE(sensitivity.at("tornado").as_array().size() == 1);
    CHECK_THAT(sensitivity.at("tornado").at(0).at("N_at_low").as_double(), WithinAbs(8122.0 * 393 / 240 / 0.7, 1e-6));
    CHECK_THAT(sensitivity.at("corrected").as_double(), WithinAbs(8122.0 * 393 / 240 / 0.8, 1e-6));
    const auto& joint = usual.at("groups").at(0).at("sensitivity");
    CHECK(joint.at("joint_lower").as_double() < usual.at("groups").at(0).at("lower").as_double());
    CHECK(joint.at("joint_upper").as_double() > usual.at("groups").at(0).at("upper").as_double());
    bool warned = false;
    for (const auto& warning : given.at("groups").at(0).at("warnings").as_array())
        warned = warned || warning.at("id") == "register_incomplete";
    CHECK(warned);
}

TEST_CASE("what only the data can tell becomes a warning in words", "[cli][report]") {
    const auto html = page({"--register-run", "shelter,drop_in,consumption_room"});
    CHECK_THAT(html, ContainsSubstring("2023 / 2023-07-03 - 2024-07-12"));
    const TemporaryFolder folder;
    const auto data = (folder.path() / "data.csv").string();
    std::string text = "group,in_care,city,site,self_code\n";
    for (int i = 0; i < 60; ++i)
        text += std::string("opioid,") + (i < 20 || i % 3 == 0 ? "1" : "0") + ",Utrecht,S" + std::to_string(i / 20) +
                ",c" + std::to_string(i == 7 ? 6 : i) + "\n";
    write(data, text + "opioid,,Utrecht,S1,\nopioid,,Utrecht,S1,\nopioid,,Utrecht,S1,\nopioid,,Utrecht,S1,\n");
    REQUIRE(runPeil({"report", "--data", data, "--benchmark", kRegister, "--cluster", "site", "--out",
                     (folder.path() / "r").string()})
                .code == 0);
    const auto json = boost::json::parse(fileOf(folder.path() / "r", "report.json"));
    const auto& group = json.at("groups").at(0);
    std::string ids;
    for (const auto& warning : group.at("warnings").as_array())
        ids += std::string(warning.at("id").as_string()) + " ";
    CHECK_THAT(ids, ContainsSubstring("duplicate_code") && ContainsSubstring("site_influence") &&
                        ContainsSubstring("item_missing") && ContainsSubstring("few_degrees_of_freedom"));
    CHECK(group.at("rows").to_number<int>() == 64);
    CHECK(group.at("missing").to_number<int>() == 4);
}

TEST_CASE("a report tells in its language that the register is too small to be right", "[cli][report]") {
    const TemporaryFolder folder;
    const auto counts = (folder.path() / "register.csv").string();
    write(counts, "group,area,count\nopioid,Netherlands,100\n");
    const auto told = [&](const std::string& language) {
        const auto out = folder.path() / language;
        const auto said = runPeil({"report", "--data", kData, "--benchmark", counts, "--group", "opioid", "--language",
                                   language, "--out", out.string()});
        INFO(said.err);
        REQUIRE(said.code == 0);
        return fileOf(out, "report.html");
    };
    CHECK_THAT(told("en"), ContainsSubstring("The register counts fewer people") && ContainsSubstring("100 / 240"));
    CHECK_THAT(told("nl"), ContainsSubstring("Het register telt minder personen") && ContainsSubstring("100 / 240"));
}

TEST_CASE("a group in which nobody is in care has a report with a lower limit only", "[cli][report]") {
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

TEST_CASE("names in the data cannot become part of the page", "[cli][report]") {
    const TemporaryFolder folder;
    const auto data = (folder.path() / "data.csv").string(), counts = (folder.path() / "register.csv").string();
    std::string text = "group,in_care,city\n";
    for (int i = 0; i < 40; ++i)
        text += std::string("<b>&,") + (i % 2 == 0 ? "1" : "0") + ",\"<script>alert('x')</script>\"\n";
    write(data, text);
    write(counts, "group,area,count\n<b>&,all,100\n");
    const auto out = folder.path() / "r";
    REQUIRE(runPeil({"report", "--data", data, "--benchmark", counts, "--out", out.string()}).code == 0);
    const auto html = fileOf(out, "report.html");
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<b>") == std::string::npos);
    CHECK_THAT(html, ContainsSubstring("&lt;script&gt;") && ContainsSubstring("&lt;b&gt;&amp;"));
}

TEST_CASE("a report says which files it was made from and how to make it again", "[cli][report]") {
    const auto html = page({"--seed", "7"});
    const auto json = numbers({"--seed", "7"});
    const std::string command(json.at("command").as_string());
    CHECK_THAT(command, ContainsSubstring("peil report --data synthetic.csv --benchmark benchmark.csv") &&
                            ContainsSubstring("--strata city --cluster site") && ContainsSubstring("--seed 7"));
    CHECK(html.find(command) != std::string::npos);
    REQUIRE(json.at("files").as_array().size() == 2);
    for (const auto& file : json.at("files").as_array()) {
        CHECK(file.at("sha256").as_string().size() == 64);
        CHECK(html.find(std::string(file.at("sha256").as_string())) != std::string::npos);
    }
}
