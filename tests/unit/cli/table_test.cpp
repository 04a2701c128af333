// SPDX-License-Identifier: Apache-2.0
// Tables as programs and people write them, given to every command that reads one.
#include "peil_program.h"

#include "peil/base/text.h"

#include <boost/json.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <functional>

using Catch::Matchers::ContainsSubstring;
using peil_test::isOneSentence;
using peil_test::runPeil;
using peil_test::Said;
using peil_test::write;

namespace {

const std::string kRegister = "group,area,count\nopioid,NL,1000\n";

/// Sixty people at twenty sites of two cities, every second of them in care; a third weighs 1,049.
struct Person {
    std::string group = "opioid", inCare, city, site, weight;
};
std::vector<Person> people() {
    std::vector<Person> all;
    for (int i = 0; i < 60; ++i)
        all.push_back({"opioid", i % 2 == 0 ? "1" : "0", i < 30 ? "AMS" : "RTM", "S" + std::to_string(i / 3),
                       i % 3 == 0   ? "1.049"
                       : i % 3 == 1 ? "0.726"
                                    : "1.1"});
    return all;
}

std::string tableOf(const std::vector<Person>& all, const std::string& separator = ",",
                    const std::string& lineEnd = "\n") {
    std::string text =
        "group" + separator + "in_care" + separator + "city" + separator + "site" + separator + "weight" + lineEnd;
    for (const auto& one : all)
        text += one.group + separator + one.inCare + separator + one.city + separator + one.site + separator +
                one.weight + lineEnd;
    return text;
}

std::string withCommas(std::string text) {
    return peil::replaceAll(std::move(text), ".", ",");
}

std::string utf16(std::string_view ascii, bool bigEndian) {
    std::string out;
    for (const char c : ascii) {
        if (bigEndian) out += '\0';
        out += c;
        if (!bigEndian) out += '\0';
    }
    return out;
}

struct Desk {
    peil_test::TemporaryFolder folder;
    [[nodiscard]] std::string file(const std::string& name, std::string_view text) const {
        write(folder.path() / name, text);
        return (folder.path() / name).string();
    }
    [[nodiscard]] Said estimate(std::string_view data, std::vector<std::string> more = {},
                                std::string_view counts = kRegister) const {
        more.insert(more.begin(), {"estimate", "--data", file("data.csv", data), "--benchmark",
                                   file("register.csv", counts), "--strata", "city", "--cluster", "site"});
        return runPeil(more);
    }
    /// The estimates as JSON, which no spelling of the table may change.
    [[nodiscard]] std::string numbers(std::string_view data, std::string_view counts = kRegister) const {
        const auto said = estimate(data, {"--weight", "weight", "--json"}, counts);
        INFO(said.out << said.err);
        REQUIRE(said.code == 0);
        return boost::json::serialize(boost::json::parse(said.out).at("estimates"));
    }
    [[nodiscard]] std::string refusal(const Said& said) const {
        INFO(said.out << said.err);
        CHECK(said.code == 1);
        CHECK(said.out.empty());
        CHECK(isOneSentence(said.err));
        return said.err;
    }
};

} // namespace

TEST_CASE("a table gives the same estimate between commas, semicolons and tabs, in UTF-8 and UTF-16", "[cli][table]") {
    const Desk desk;
    const auto plain = tableOf(people());
    const auto expected = desk.numbers(plain);
    const auto dutch = withCommas(tableOf(people(), ";", "\r\n")), tabs = tableOf(people(), "\t");
    for (const auto& table : {dutch, tableOf(people(), ";"), tabs, withCommas(tabs), "sep=;\r\n" + dutch,
                              "\"sep=;\"\n" + dutch, "sep=\t\n" + tabs, "sep=\\t\n" + tabs, "sep=,\n" + plain,
                              "\xEF\xBB\xBF" + dutch, "\xFF\xFE" + utf16(dutch, false), "\xFE\xFF" + utf16(tabs, true),
                              utf16(withCommas(tabs), false), utf16("sep=;\n" + dutch, true)}) {
        INFO(table.substr(0, 60));
        CHECK(desk.numbers(table) == expected);
    }
    for (const std::string counts :
         {"group;area;count\r\nopioid;NL;1000,0\r\n", "sep=;\ngroup;area;count\n opioid ; NL ;1000\n",
          "\"\",\"group\",\"area\",\"count\"\n\"1\",\"opioid\",\"NL\",1000.0\n",
          "group\tarea\tcount\nopioid\tNL\t1e+03\n"})
        CHECK(desk.numbers(plain, counts) == expected);
}

TEST_CASE("a table in Windows-1252, as a Dutch Excel saves it, gives the same estimate and a note", "[cli][table]") {
    const Desk desk;
    const auto dutch = withCommas(peil::replaceAll(tableOf(people(), ";", "\r\n"), "S19", "S19\xE9"));
    CHECK(peil::replaceAll(desk.numbers(dutch), "S19\xC3\xA9", "S19") == desk.numbers(tableOf(people())));
    const auto said = desk.estimate(dutch, {"--json"});
    CHECK_THAT(said.err, ContainsSubstring("note: data.csv: Line 59 is not UTF-8, so the table was read as Windows"));
    const auto json = boost::json::parse(said.out);
    CHECK(json.at("files").at(0).as_object().contains("notice"));
}

TEST_CASE("spaces, quotes, words for yes and no, and separators alone change nothing", "[cli][table]") {
    const Desk desk;
    const auto expected = desk.numbers(tableOf(people()));
    const auto changed = [&](const std::function<void(Person&, std::size_t)>& change) {
        auto all = people();
        for (std::size_t i = 0; i < all.size(); ++i)
            change(all[i], i);
        return desk.numbers(tableOf(all));
    };
    CHECK(changed([](Person& one, std::size_t i) {
              if (i % 3 == 0) one.group = " opioid\t";
              if (i % 3 == 1) one.group = "\xC2\xA0opioid";
              if (i % 4 == 0) one.site = " \"" + one.site + "\" ";
              if (i % 5 == 0) one.city += "  ";
              if (i % 7 == 0) one.weight = " " + one.weight + " ";
          }) == expected);
    for (const auto& [yes, no] :
         {std::pair{"TRUE", "FALSE"}, {"waar", "ONWAAR"}, {"1.0", "0.0"}, {"Ja", "Nee"}, {" yes", "no "}}) {
        INFO(yes);
        CHECK(changed([yes = yes, no = no](Person& one, std::size_t) { one.inCare = one.inCare == "1" ? yes : no; }) ==
              expected);
    }
    CHECK(desk.numbers(tableOf(people()) + "\n,,,,\n , , ,,\n\n") == expected);
    CHECK(desk.numbers(peil::replaceAll(tableOf(people()), "\n", ",,\n")) == expected);
}

TEST_CASE("nothing is nothing in every program's spelling", "[cli][table]") {
    const Desk desk;
    const auto with = [&](const char* nothing) {
        auto all = people();
        for (std::size_t i = 0; i < all.size(); i += 6)
            all[i].inCare = nothing;
        return desk.numbers(tableOf(all));
    };
    const auto expected = with("");
    for (const auto* nothing : {"NA", ".", "#N/B", "NaN", "#NULL!", " n/a "}) {
        INFO(nothing);
        CHECK(with(nothing) == expected);
    }
    auto all = people();
    all[4].weight = "NA";
    CHECK_THAT(desk.refusal(desk.estimate(tableOf(all), {"--weight", "weight"})),
               ContainsSubstring("line 6, column weight: the weight is missing"));
    all[7].site = "NA";
    CHECK_THAT(desk.refusal(desk.estimate(tableOf(all))),
               ContainsSubstring("line 9, column site: the cluster is missing"));
}

TEST_CASE("a row with more or fewer cells than the header is refused by every command, with its line", "[cli][table]") {
    const Desk desk;
    const auto plain = tableOf(people());
    CHECK_THAT(desk.refusal(desk.estimate(plain, {}, "group,area,count\nopioid,NL,72,000\n")),
               ContainsSubstring("register.csv: Line 2 has 4 cells, but the header has 3 columns") &&
                   ContainsSubstring("such as 72000"));
    CHECK_THAT(desk.refusal(desk.estimate(plain, {}, "group,area,count,\nopioid,NL,72,000\n")),
               ContainsSubstring("Line 2"));
    CHECK_THAT(desk.refusal(desk.estimate(withCommas(plain))), ContainsSubstring("data.csv: Line 2 has 6 cells"));
    CHECK_THAT(desk.refusal(desk.estimate(plain + "opioid,1,AMS\n")), ContainsSubstring("Line 62 has 3 cells"));
    CHECK_THAT(desk.refusal(desk.estimate(plain + "60 people\n")), ContainsSubstring("Line 62 has 1 cell,"));
    CHECK_THAT(
        desk.refusal(runPeil({"capture", "--counts", desk.file("cap.csv", "key,count\n01,12\n10,7\n11,3,000\n")})),
        ContainsSubstring("cap.csv: Line 4 has 3 cells"));
    CHECK_THAT(desk.refusal(
                   runPeil({"capture", "--data", desk.file("seen.csv", "code,group\na,opioid,x\n"), "--code", "code"})),
               ContainsSubstring("seen.csv: Line 2 has 3 cells"));
    CHECK_THAT(desk.refusal(runPeil({"plan", "quotas", "--benchmark",
                                     desk.file("plan.csv", "group,area,count\nopioid,AMS,1,200\n"), "--group", "opioid",
                                     "--cities", "AMS", "--interviews", "100"})),
               ContainsSubstring("plan.csv: Line 2 has 4 cells"));
    CHECK_THAT(desk.refusal(desk.estimate(
                   plain, {"--totals", desk.file("totals.csv", "margin,category,total\ncity,AMS,1,200\n")})),
               ContainsSubstring("totals.csv: Line 2 has 4 cells"));
    auto also = peil::replaceAll(peil::replaceAll(plain, "weight\n", "weight,shelter\n"), ".1\n", ".1,1\n");
    also = peil::replaceAll(peil::replaceAll(also, "1.049\n", "1.049,1\n"), "0.726\n", "0.726,0\n");
    const auto shelters = desk.file("shelters.csv", "group,area,count\nopioid,NL,1,000\n");
    CHECK_THAT(desk.refusal(desk.estimate(also, {"--also", "shelter=" + shelters})),
               ContainsSubstring("shelters.csv: Line 2"));
    const auto report = [&](const char* option, const std::string& table) {
        return desk.refusal(runPeil({"report", "--data", desk.file("data.csv", plain), "--benchmark",
                                     desk.file("register.csv", kRegister), option, table, "--out",
                                     (desk.folder.path() / "out").string()}));
    };
    CHECK_THAT(report("--contacts", desk.file("log.csv", "outcome,count\nrefused,1,200\n")),
               ContainsSubstring("log.csv: Line 2 has 3 cells"));
    CHECK_THAT(report("--published",
                      desk.file("old.csv", "group,published_n,published_lower,published_upper\nopioid,1,2,3,000\n")),
               ContainsSubstring("old.csv: Line 2 has 5 cells"));
}

TEST_CASE("a doubled column and a column without a name are refused", "[cli][table]") {
    const Desk desk;
    CHECK_THAT(desk.refusal(desk.estimate(peil::replaceAll(tableOf(people()), "site,weight", "weight,weight"))),
               ContainsSubstring("data.csv: The columns 4 and 5 are both named \"weight\" in the header, line 1"));
    CHECK_THAT(desk.refusal(desk.estimate(tableOf(people()), {}, "group,area,count,,year\nopioid,NL,72,000,2023\n")),
               ContainsSubstring("register.csv: Column 4 has no name"));
}

TEST_CASE("a number that can be read in two ways is refused, with what to write", "[cli][table]") {
    const Desk desk;
    const auto plain = tableOf(people());
    for (const auto* count : {"72.000", "\"72,000\"", "72 000", "1.234.567"}) {
        INFO(count);
        CHECK_THAT(desk.refusal(desk.estimate(plain, {}, "group,area,count\nopioid,NL," + std::string(count) + "\n")),
                   ContainsSubstring("line 2, column count") && ContainsSubstring("such as 1234, without a separator"));
        CHECK_THAT(desk.refusal(desk.estimate(plain, {}, "group;area;count\nopioid;NL;" + std::string(count) + "\n")),
                   ContainsSubstring("line 2, column count"));
    }
    auto all = people();
    for (auto& one : all)
        one.weight = "1.049";
    CHECK_THAT(desk.refusal(desk.estimate(tableOf(all, ";"), {"--weight", "weight"})),
               ContainsSubstring("line 2, column weight") && ContainsSubstring("write 1234 or 0,726"));
    CHECK(desk.estimate(tableOf(all), {"--weight", "weight"}).code == 0);
    all[5].weight = "\"0,726\"";
    CHECK_THAT(desk.refusal(desk.estimate(tableOf(all), {"--weight", "weight"})),
               ContainsSubstring("line 7, column weight") && ContainsSubstring("not \"0,726\""));
}

TEST_CASE("a weight that no sum can hold is refused with its line", "[cli][table]") {
    const Desk desk;
    for (const auto* weight : {"1e308", "1e13", "1e-300", "-1", "inf"}) {
        auto all = people();
        all[10].weight = weight;
        INFO(weight);
        CHECK_THAT(desk.refusal(desk.estimate(tableOf(all), {"--weight", "weight"})),
                   ContainsSubstring("line 12, column weight"));
    }
    CHECK_THAT(desk.refusal(desk.estimate(tableOf(people()), {}, "group,area,count\nopioid,NL,9999999999999\n")),
               ContainsSubstring("line 2, column count"));
}

TEST_CASE("a code that is missing is no code, and a code is the same one with spaces", "[cli][table]") {
    const Desk desk;
    const auto met = [&](const std::string& nothing, const std::string& blank) {
        std::string text = "code\twave\n";
        for (int i = 0; i < 20; ++i)
            text += nothing + "\t1\n";
        for (int i = 0; i < 12; ++i)
            text += "a" + std::to_string(i) + "\t1\n" + blank + "a" + std::to_string(i + 8) + blank + "\t2\n";
        const auto said =
            runPeil({"capture", "--data", desk.file("seen.csv", text), "--code", "code", "--wave", "wave", "--json"});
        INFO(said.err);
        REQUIRE(said.code == 0);
        return said.out;
    };
    CHECK(met("NA", " ") == met("", ""));
}
