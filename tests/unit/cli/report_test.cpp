// SPDX-License-Identifier: Apache-2.0
#include "peil/base/text.h"
#include "peil_test/foreign_locale.h"
#include "report_page.h"

#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cmath>

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using namespace peil_test;

TEST_CASE("no name of a method or step is cut beside its plot, in either language", "[cli][report]") {
    const TemporaryFolder folder;
    const auto contacts = (folder.path() / "contacts.csv").string();
    write(contacts, "outcome,count\nrefused,140\nnot_eligible,61\nalready_interviewed,17\ninterviewed,520\n");
    for (const char* language : {"en", "nl"}) {
        const auto html = page({"--language", language, "--contacts", contacts, "--label",
                                "crack_only=crack, geen opioïden", "--method",
                                "logit,beta,beta_nchs,likelihood,asin,mean,log_delta,delta,log_delta_z,delta_z,bayes,"
                                "wald,wald_cc,wilson,wilson_cc,clopper_pearson,jeffreys,mid_p,agresti_coull,arcsine,"
                                "bayes_uniform,logit_binomial,delta_binomial,log_delta_binomial"});
        CHECK(count(html, "…") == 0);
        // WeasyPrint reads no shorthand in a plot, and would write the names larger than their place.
        CHECK(count(html, "svg text{font-size:") > 0);
        CHECK(count(html, "svg text{font:") == 0);
    }
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
    CHECK_THAT(failing.err, ContainsSubstring("could not make report.pdf (") && ContainsSubstring("no fonts"));
    CHECK_FALSE(std::filesystem::exists(folder.path() / "r"));
}

TEST_CASE("the report shows each stage from approached to analysed that the files cover", "[cli][report]") {
    const TemporaryFolder folder;
    const auto contacts = (folder.path() / "contacts.csv").string(),
               manifest = (folder.path() / "manifest.json").string();
    write(contacts, "outcome,count,city\nrefused,100,Utrecht\nnot_eligible,60,Utrecht\ninterviewed,300,Utrecht\n"
                    "refused,50,Delft\ninterviewed,290,Delft\n");
    write(manifest, "{\"interviews\":520,\"left_out\":{\"envelopes\":590,\"no_consent\":12,\"superseded\":57,"
                    "\"double\":1,\"bad_signature\":0}}");
    const auto html = page({"--contacts", contacts, "--manifest", manifest});
    CHECK_THAT(html, ContainsSubstring("<th scope=\"row\">People approached</th><td>800</td>") &&
                         ContainsSubstring("<th scope=\"row\">excluded: Refused</th><td>150</td>") &&
                         ContainsSubstring("<th scope=\"row\">Interviews received</th><td>590</td>") &&
                         ContainsSubstring("excluded: Without consent") &&
                         ContainsSubstring("excluded: Marked as a duplicate") &&
                         ContainsSubstring("73.8% were interviewed; of the eligible people, 79.7% (590 of 740)"));
    CHECK(html.find("Not in this report") == std::string::npos);
    const auto json = numbers({"--contacts", contacts, "--manifest", manifest});
    CHECK(json.at("funnel").at("approached").to_number<int>() == 800);
    CHECK_THAT(json.at("funnel").at("response").as_double(), WithinAbs(590.0 / 740, 1e-12));
    // Interviewed before is not eligible again, however the contact log writes it.
    write(contacts, "outcome,count\nRefused,100\nNot eligible,60\nalready interviewed,40\nInterviewed,300\n");
    CHECK_THAT(page({"--contacts", contacts}),
               ContainsSubstring("60.0% were interviewed; of the eligible people, 75.0% (300 of 400)") &&
                   ContainsSubstring("excluded: Interviewed before"));
    CHECK(json.at("files").as_array().size() == 4);
    CHECK_THAT(page(), ContainsSubstring("--contacts") && ContainsSubstring("--manifest"));
    write(manifest, "[]");
    const auto said = report(folder.path() / "r", {"--manifest", manifest});
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
}

TEST_CASE("two contact logs count a place and day once, and appointments are not people approached", "[cli][report]") {
    const TemporaryFolder folder;
    const auto tablets = (folder.path() / "tablets.csv").string(), paper = (folder.path() / "paper.csv").string();
    write(tablets, "city,site,date,slot,outcome,count\nUTR,UTR-01,2030-01-08,evening,refused,30\n"
                   "UTR,UTR-01,2030-01-08,night,appointment,7\nUTR,UTR-01,2030-01-08,night,not_eligible,10\n"
                   "UTR,,,,interviewed,60\n");
    write(paper, "site,date,outcome,count\nUTR-01,2030-01-08,refused,28\nUTR-01,2030-01-09,refused,10\n"
                 "UTR-01,2030-01-09,refused,5\nUTR-01,2030-01-09,interviewed,20\n");
    CHECK_THAT(page({"--contacts", tablets}),
               ContainsSubstring("60.0% were interviewed; of the eligible people, 66.7% (60 of 90)") &&
                   ContainsSubstring("Appointments: 7."));
    const auto both = page({"--contacts", tablets, "--contacts", paper});
    CHECK_THAT(both, ContainsSubstring("<th scope=\"row\">People approached</th><td>115</td>") &&
                         ContainsSubstring("<th scope=\"row\">excluded: Refused</th><td>45</td>") &&
                         ContainsSubstring("or the interviews: 48."));
    const auto json = numbers({"--contacts", tablets, "--contacts", paper}).at("funnel");
    CHECK(json.at("interviewed").to_number<int>() == 60);
    CHECK(json.at("appointments").to_number<int>() == 7);
    CHECK(json.at("counted_twice").to_number<int>() == 48);
    write(paper, "outcome,count\nrefused,28\n");
    const auto said = report(folder.path() / "r", {"--contacts", tablets, "--contacts", paper});
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK_THAT(said.err, ContainsSubstring("site"));
}

TEST_CASE("several registers are shown in a forest plot, and with weights the unweighted size is shown too",
          "[cli][report]") {
    const TemporaryFolder folder;
    const auto shelters = (folder.path() / "shelters.csv").string();
    write(shelters, "group,area,count\nopioid,Netherlands,5000\ncrack_only,Netherlands,3000\n");
    const auto html = page({"--also", "consumption_room=" + shelters, "--pool", "--visits", "visits_last_month"});
    CHECK_THAT(html, ContainsSubstring("id=\"registers\"") && ContainsSubstring("id=\"registers-0-title\"") &&
                         ContainsSubstring("too narrow") &&
                         ContainsSubstring("Unweighted: 61.1% in care, population size 13,300"));
    CHECK(page().find("id=\"registers\"") == std::string::npos);
}

TEST_CASE("groups and the trait can have names of their own", "[cli][report]") {
    const auto html = page({"--label", "crack_only=alleen <crack>", "--label", "crack_use=crack", "--language", "nl"});
    CHECK_THAT(html, ContainsSubstring("<h3>alleen &lt;crack&gt;</h3>") && ContainsSubstring("opioid met crack") &&
                         ContainsSubstring("--label 'crack_only=alleen &lt;crack&gt;'"));
    CHECK(html.find("crack only") == std::string::npos);
    const std::string name = "ééééééééééééééééééééééééééééééééééééé";
    const auto cut = page({"--label", "opioid=" + name});
    CHECK_THAT(cut, ContainsSubstring("<h3>" + name) && ContainsSubstring(">" + name.substr(0, 35 * 2) + "…</text>"));
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
    CHECK_THAT(told("nl"), ContainsSubstring("Het register telt minder mensen") && ContainsSubstring("100 / 240"));
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
