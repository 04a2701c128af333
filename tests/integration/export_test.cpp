// SPDX-License-Identifier: Apache-2.0
// From sealed interviews on a running server to files on a researcher's machine, with the real programs.
#include "export_desk.h"

#include "peil/base/csv.h"
#include "peil/base/text.h"
#include "peil_test/foreign_locale.h"
#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using namespace integration;
using Catch::Matchers::ContainsSubstring;
using peil_test::need;

namespace {

peil::CsvTable tableOf(const ExportDesk& desk, const std::string& file) {
    return need(peil::parseCsv(desk.read(file)));
}

boost::json::object manifestOf(const ExportDesk& desk, const std::string& folder) {
    return boost::json::parse(desk.read(folder + "/manifest.json")).as_object();
}

} // namespace

TEST_CASE("only approved interviews that keep to the study's rules are exported, each rule counted",
          "[integration][export]") {
    ExportDesk desk;
    const auto refused = desk.exportTo("none");
    INFO(refused.errors);
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, ContainsSubstring("12 (Not reviewed yet)"));
    CHECK_FALSE(desk.exists("none"));
    desk.approveAll();
    const auto run = desk.exportTo("out", {"--class", "internal", "--format", "csv,sav,dta"});
    INFO(run.errors << run.output);
    REQUIRE(run.status == 0);
    CHECK_THAT(run.output, ContainsSubstring("not a release, so do not share it"));
    CHECK_THAT(run.output, ContainsSubstring("rule adult (Adults only): violated by 1, excluded"));
    CHECK_THAT(run.output, ContainsSubstring("rule cups (Few cups): violated by 2, kept"));
    CHECK_THAT(run.output, ContainsSubstring("1 (In a different group than recorded)"));
    CHECK_THAT(run.output, ContainsSubstring("1 (Broken off)"));
    const auto manifest = manifestOf(desk, "out");
    CHECK(manifest.at("interviews") == 9);
    CHECK(manifest.at("purpose") == "report");
    CHECK(manifest.at("left_out").at("broken_rule") == 1);
    CHECK(manifest.at("settings").at("include").as_array().empty());
    CHECK(tableOf(desk, "out/tea.csv").rows.size() == 9);
    CHECK(tableOf(desk, "out/tea-pot.csv").rows.size() == 9);
    for (const auto* file : {"tea.sav", "tea.dta", "tea-pot.sav", "codebook.xml", "codebook.html", "names.csv",
                             "load.R", "disclosure.en.txt", "disclosure.nl.txt"})
        CHECK(desk.exists(std::string("out/") + file));
    const auto again = desk.exportTo("again", {"--class", "internal", "--format", "csv,sav,dta"});
    REQUIRE(again.status == 0);
    for (const auto& name : desk.files("out"))
        CHECK(desk.read("out/" + name) == desk.read("again/" + name));
}

TEST_CASE("the manifest names what else is included, and the cells of a broken-off interview show it",
          "[integration][export]") {
    ExportDesk desk;
    const auto run = desk.exportTo("out", {"--include", "received,broken_off", "--disclosure", "report"});
    INFO(run.errors);
    REQUIRE(run.status == 0);
    CHECK(manifestOf(desk, "out").at("settings").at("include").as_array().size() == 2);
    const auto table = tableOf(desk, "out/tea.csv");
    const auto outcome = *table.column("outcome"), cups = *table.column("cups_reason");
    int brokenOff = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        if (table.cell(row, outcome) == "broken_off" && table.cell(row, cups) == "broken_off") ++brokenOff;
    CHECK(brokenOff == 1);
}

TEST_CASE("an interview that is rejected, withdrawn or a duplicate is not exported", "[integration][export]") {
    ExportDesk desk;
    desk.approveAll();
    const auto ids = desk.interviews();
    REQUIRE(desk.peil({"review", "reject", ids[0], "--note", "twice", "--by", "anna"}).status == 0);
    REQUIRE(desk.peil({"review", "double", ids[1], "--of", ids[2], "--by", "anna"}).status == 0);
    REQUIRE(desk.peil({"withdraw", ids[3], "--by", "bea"}).status == 0);
    const auto run = desk.exportTo("out", {"--disclosure", "report"});
    INFO(run.errors << run.output);
    REQUIRE(run.status == 0);
    const auto left = manifestOf(desk, "out").at("left_out").as_object();
    CHECK(left.at("rejected") == 1);
    CHECK(left.at("duplicate") == 1);
    CHECK(left.at("withdrawn") == 1);
    const auto list = desk.peil({"review", "list", "--state", "rejected"});
    CHECK_THAT(list.output, ContainsSubstring(ids[0]) && ContainsSubstring(ids[2]));
    CHECK(desk.peil({"review", "reject", "nobody", "--by", "anna"}).status == 1);
    CHECK(desk.peil({"review", "approve", "--by", "anna"}).status == 1); // neither --all nor a name
    const auto audit = desk.peil({"audit"});
    CHECK(audit.status == 0);
    CHECK_THAT(audit.output, ContainsSubstring("withdrawal") && ContainsSubstring("(data_protection_officer)") &&
                                 ContainsSubstring("\"purpose\":\"report\""));
}

TEST_CASE("an export has the same bytes in any locale and time zone", "[integration][export]") {
    ExportDesk desk;
    desk.approveAll();
    REQUIRE(desk.exportTo("first").status == 0); // which sees the tablets for the first time, and says so
    const std::vector<std::vector<std::string>> ways{
        {"--format", "csv,sav,dta", "--language", "nl", "--disclosure", "report"},
        {"--class", "estimation"},
        {"--class", "counts"}};
    for (std::size_t way = 0; way < ways.size(); ++way) {
        const auto name = "way" + std::to_string(way);
        const auto run = desk.exportTo(name, ways[way]);
        INFO(run.errors);
        REQUIRE(run.status == 0);
        for (const std::string locale : peil_test::kForeignLocales) {
            const peil_test::ForeignLocale foreign(locale.c_str());
            const auto there = desk.exportTo(name + locale, ways[way]);
            INFO(locale << there.errors);
            REQUIRE(there.status == 0);
            CHECK(there.output ==
                  peil::replaceAll(run.output, desk.path(name).string(), desk.path(name + locale).string()));
            REQUIRE(desk.files(name + locale) == desk.files(name));
            for (const auto& file : desk.files(name)) {
                INFO(file);
                CHECK(desk.read(name + "/" + file) == desk.read(name + locale + "/" + file));
            }
        }
    }
}

TEST_CASE("a frozen dataset keeps its data under its name, and is made again to the byte", "[integration][export]") {
    ExportDesk desk;
    desk.approveAll();
    REQUIRE(desk.exportTo("first", {"--class", "internal", "--freeze", "wave-1", "--format", "csv,dta"}).status == 0);
    CHECK(desk.exportTo("same", {"--class", "internal", "--freeze", "wave-1", "--format", "csv,dta"}).status == 0);
    const auto ids = desk.interviews();
    REQUIRE(desk.peil({"review", "reject", ids[0], "--by", "anna"}).status == 0);
    desk.send(2); // later interviews do not count
    desk.approveAll();
    const auto other = desk.exportTo("other", {"--class", "internal", "--freeze", "wave-1", "--format", "csv,dta"});
    INFO(other.errors);
    CHECK(other.status == 1);
    CHECK_THAT(other.errors, ContainsSubstring("\"wave-1\" was frozen on"));
    CHECK_FALSE(desk.exists("other"));

    const auto manifest = desk.path("first/manifest.json").string();
    const auto again = desk.exportTo("again", {"--reproduce", manifest});
    INFO(again.errors);
    REQUIRE(again.status == 0);
    for (const auto& name : desk.files("first"))
        CHECK(desk.read("first/" + name) == desk.read("again/" + name));
    REQUIRE(desk.peil({"withdraw", ids[1], "--by", "bea"}).status == 0);
    const auto gone = desk.exportTo("gone", {"--reproduce", manifest});
    CHECK(gone.status == 1);
    CHECK_THAT(gone.errors, ContainsSubstring("interviews of the frozen dataset are withdrawn"));
    desk.write("first/manifest.json", "{}");
    CHECK_THAT(desk.exportTo("odd", {"--reproduce", manifest}).errors,
               ContainsSubstring("is not the manifest of a frozen dataset"));
}

TEST_CASE("a release in which people could be recognised is coarsened, refused or reported, as requested",
          "[integration][export]") {
    ExportDesk desk;
    desk.approveAll();
    REQUIRE(desk.exportTo("coarse").status == 0);
    const auto coarse = tableOf(desk, "coarse/tea.csv");
    CHECK(coarse.cell(0, *coarse.column("age")) == "40-49");
    // Two people have a large pot: what a repeat tells of somebody counts as what the interview itself tells.
    CHECK(manifestOf(desk, "coarse").at("disclosure").at("rungs") == 2);
    const auto pots = tableOf(desk, "coarse/tea-pot.csv");
    CHECK(pots.cell(0, *pots.column("size")) == "0-19");
    CHECK_THAT(desk.read("coarse/disclosure.en.txt"),
               ContainsSubstring("Checked columns: city, age, pot/size.") && ContainsSubstring("count together"));
    CHECK_THAT(desk.read("coarse/disclosure.nl.txt"), ContainsSubstring("Grover ingedeeld"));
    const auto refused = desk.exportTo("refused", {"--disclosure", "refuse"});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, ContainsSubstring("People could be recognised"));
    CHECK_FALSE(desk.exists("refused"));
    REQUIRE(desk.exportTo("desk", {"--class", "internal"}).status == 0);
    const auto fine = tableOf(desk, "desk/tea.csv");
    CHECK(fine.cell(0, *fine.column("age")).find('-') == std::string_view::npos);
    CHECK_FALSE(manifestOf(desk, "desk").at("disclosure").at("safe").as_bool());
}

TEST_CASE("counts and the estimation file hold no more than they say", "[integration][export]") {
    ExportDesk desk;
    desk.approveAll();
    REQUIRE(desk.exportTo("counts", {"--class", "counts"}).status == 0);
    CHECK(desk.files("counts") == std::vector<std::string>{"counts-city-group.csv", "manifest.json"});
    CHECK_THAT(desk.read("counts/counts-city-group.csv"), ContainsSubstring("Amsterdam"));
    REQUIRE(desk.exportTo("open", {"--class", "estimation"}).status == 0);
    const auto table = tableOf(desk, "open/tea.csv");
    CHECK(table.column("group"));
    CHECK_FALSE(table.column("age"));
    CHECK_FALSE(table.column("cups"));
}

TEST_CASE("a full disk leaves no folder and one sentence", "[integration][export]") {
    ExportDesk desk;
    desk.approveAll();
    auto command = desk.command({"export"}, {"--out", desk.path("full").string(), "--purpose", "report"});
    // What grows beyond a block of 512 bytes meets a full disk.
    std::vector<std::string> limited{"sh", "-c", "ulimit -f 1; trap '' XFSZ; exec \"$@\"", "sh"};
    limited.insert(limited.end(), command.begin(), command.end());
    const auto run = peil_test::runProgram(limited);
    INFO(run.errors);
    CHECK(run.status == 3);
    CHECK_THAT(run.errors, ContainsSubstring("cannot be written"));
    CHECK_FALSE(desk.exists("full"));
    CHECK(desk.hidden() == 0);
}

TEST_CASE("an export that is stopped ends at once and leaves nothing", "[integration][export]") {
    ExportDesk desk;
    const SilentServer silent;
    auto words = desk.exportCommand("stopped");
    for (auto& word : words)
        if (word == desk.server().dashboardAddress()) word = silent.address();
    for (const int number : {SIGINT, SIGTERM}) {
        peil_test::ChildProcess child(words);
        silent.awaitCaller(); // it waits for an answer that will not come
        child.signal(number);
        CHECK(child.finish() == 1);
        INFO(child.errors());
        CHECK_THAT(child.errors(), ContainsSubstring("The command was interrupted"));
        CHECK_FALSE(desk.exists("stopped"));
        CHECK(desk.hidden() == 0);
    }
}
