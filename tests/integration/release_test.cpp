// SPDX-License-Identifier: Apache-2.0
// What others get: releases by the allow list of study.toml, made by the real programs.
#include "export_desk.h"

#include "peil/base/csv.h"
#include "peil/base/text.h"
#include "peil_test/result.h"

#include <boost/json.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cmath>
#include <map>
#include <set>

using namespace integration;
using Catch::Matchers::ContainsSubstring;
using peil_test::need;

namespace {

struct TableFile {
    std::string text;
    peil::CsvTable table;
    TableFile(const ExportDesk& desk, const std::string& file)
        : text(desk.read(file))
        , table(need(peil::parseCsv(text))) {}
    [[nodiscard]] std::vector<std::string> column(const std::string& name) const {
        const auto index = table.column(name);
        INFO(name);
        REQUIRE(index);
        std::vector<std::string> cells;
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            cells.emplace_back(table.cell(row, *index));
        return cells;
    }
};

/// Everything that is in the folder, as one text.
std::string contentOf(const ExportDesk& desk, const std::string& folder) {
    std::string all;
    for (const auto& file : desk.files(folder))
        all += desk.read(folder + "/" + file);
    return all;
}

/// Numbers of the releases that the server knows, as `peil release list` prints them.
std::vector<std::string> releases(const ExportDesk& desk) {
    const auto run = desk.peil({"release", "list"});
    INFO(run.errors);
    REQUIRE(run.status == 0);
    std::vector<std::string> numbers;
    const auto lines = peil::split(run.output, '\n');
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (!lines[i].empty()) numbers.emplace_back(lines[i].substr(0, lines[i].find(' ')));
    return numbers;
}

const std::string kTwoCities = R"toml(id = "harbour-2030"
title = "Tea"
starts_on = 2030-01-07
ends_on = 2030-06-30
[[city]]
code = "AMS"
name = "Amsterdam"
[[city.site]]
code = "AMS-01"
type = "drop_in"
name = "One"
[[city.site]]
code = "AMS-02"
type = "drop_in"
name = "Two"
[[city]]
code = "HRL"
name = "Heerlen"
[[city.site]]
code = "HRL-01"
type = "drop_in"
name = "One"
[[city.site]]
code = "HRL-02"
type = "drop_in"
name = "Two"
[[group]]
id = "tea"
label = "Tea"
[disclosure]
k = 4
l = 1
release = ["age", "group", "in_care", "weight", "outcome"]
design = true
most_suppressed = 0.5
quasi_identifiers = ["group", "age"]
)toml";

const std::string kPlainForm =
    R"XML(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:peil="urn:peil:1"><h:head><h:title>Tea</h:title>
<model><instance><data id="tea"><consent/><age/><story/><city/><site/><week/><group/><in_care/><crack_use/><weight/><outcome/></data></instance>
<bind nodeset="/data/consent" type="string"/><bind nodeset="/data/age" type="int"/><bind nodeset="/data/story" type="string"/>
<bind nodeset="/data/city" type="string" peil:class="quota"/><bind nodeset="/data/site" type="string" peil:class="quota"/><bind nodeset="/data/week" type="int" peil:class="quota"/>
<bind nodeset="/data/group" type="string" peil:class="quota"/><bind nodeset="/data/in_care" type="string" peil:class="estimate"/>
<bind nodeset="/data/crack_use" type="string" peil:class="estimate"/><bind nodeset="/data/weight" type="decimal" peil:class="estimate"/>
<bind nodeset="/data/outcome" type="string" peil:class="quota"/></model></h:head>
<h:body><input ref="/data/consent"><label>Take part?</label></input><input ref="/data/age"><label>Age</label></input><input ref="/data/story"><label>Story</label></input></h:body></h:html>)XML";

/// 24 interviews in Amsterdam and 16 in Heerlen, at two sites each, sent by a tablet of the city.
struct TwoCities : ExportDesk {
    TestTablet heerlen;
    TwoCities()
        : ExportDesk(kTwoCities, kPlainForm)
        , heerlen(server().enrolled(study(), "HRL", 6)) {
        std::vector<peil::protocol::BatchItem> here, there;
        for (int i = 0; i < 40; ++i) {
            const bool inAmsterdam = i < 24;
            auto& tablet = inAmsterdam ? this->tablet() : heerlen;
            const auto site = std::string(inAmsterdam ? "AMS-0" : "HRL-0") + (i % 2 == 0 ? "1" : "2");
            const std::vector<std::pair<std::string, std::string>> open{
                {"city", inAmsterdam ? "Amsterdam" : "Heerlen"},
                {"site", site},
                {"week", "2"},
                {"group", "tea"},
                {"in_care", i % 3 == 0 || i % 7 == 0 ? "1" : "0"},
                {"crack_use", ""},
                {"weight", i % 4 == 0 ? "2" : "1.25"}};
            std::string record = "<data><consent>1</consent><age>" + std::to_string(i < 36 ? 40 + i % 3 : 60 + i) +
                                 "</age><story>" + std::string(kMarker) + "</story>";
            std::vector<peil::protocol::OpenField> fields;
            for (const auto& [name, value] : open) {
                record += "<" + name + ">" + value + "</" + name + ">";
                fields.push_back({name, value, ""});
            }
            fields.push_back({"outcome", "complete", ""});
            (inAmsterdam ? here : there)
                .push_back(
                    tablet.interview(std::move(fields), "complete", record + "<outcome>complete</outcome></data>"));
        }
        send(here);
        REQUIRE(server().clientOf(heerlen).send(heerlen.batch(there)).status == 200);
        approveAll();
    }
};

} // namespace

TEST_CASE("a release holds what the study declares, and nothing else", "[integration][release]") {
    ExportDesk desk;
    desk.approveAll();
    const auto run = desk.exportTo("out", {"--format", "csv,sav,dta"});
    INFO(run.errors << run.output);
    REQUIRE(run.status == 0);
    CHECK_THAT(run.output, ContainsSubstring("7 columns are released, as the study declares; 13 were there."));
    CHECK_THAT(run.output, ContainsSubstring("Coarsened (2 of 2 steps): age, pot/size."));
    const TableFile people(desk, "out/tea.csv");
    CHECK(people.text.substr(0, people.text.find('\n')) == "city,age,cups,group,in_care,weight,KEY");
    const auto all = contentOf(desk, "out");
    for (const auto& id : desk.interviews())
        CHECK(all.find(id) == std::string::npos);
    CHECK(all.find(kMarker) == std::string::npos); // what somebody told in their own words
    CHECK(all.find("AMS-01") == std::string::npos);
}

TEST_CASE("each release has its own row ids, and a random order", "[integration][release]") {
    ExportDesk desk;
    desk.approveAll();
    REQUIRE(desk.exportTo("one").status == 0);
    REQUIRE(desk.exportTo("two").status == 0);
    const TableFile one(desk, "one/tea.csv"), two(desk, "two/tea.csv");
    CHECK(one.column("cups") == two.column("cups"));
    auto cups = one.column("cups");
    CHECK(std::ranges::is_sorted(cups));
    std::set<std::string> keys;
    for (const auto* file : {&one, &two})
        for (const auto& key : file->column("KEY"))
            CHECK(keys.insert(key).second);
    const TableFile pots(desk, "one/tea-pot.csv");
    for (const auto& parent : pots.column("PARENT_KEY"))
        CHECK(keys.contains(parent));
}

TEST_CASE("a frozen release is made again to the byte, by those who hold the key", "[integration][release]") {
    ExportDesk desk;
    desk.approveAll();
    REQUIRE(desk.exportTo("first", {"--freeze", "wave-1", "--format", "csv,dta"}).status == 0);
    const auto manifest = desk.path("first/manifest.json").string();
    const auto again = desk.exportTo("again", {"--reproduce", manifest});
    INFO(again.errors);
    REQUIRE(again.status == 0);
    for (const auto& name : desk.files("first"))
        CHECK(desk.read("first/" + name) == desk.read("again/" + name));
    auto json = boost::json::parse(desk.read("first/manifest.json")).as_object();
    for (const auto* seed : {"", "00", "no hexadecimal text"}) {
        json["seed"] = seed;
        desk.write("first/manifest.json", boost::json::serialize(json));
        const auto odd = desk.exportTo("odd", {"--reproduce", manifest});
        CHECK(odd.status == 1);
        CHECK_THAT(odd.errors, ContainsSubstring("no seed of row ids that this key can open"));
    }
}

TEST_CASE("a release that is one person apart from one that the server knows is refused", "[integration][release]") {
    ExportDesk desk;
    desk.approveAll();
    REQUIRE(desk.exportTo("one").status == 0);
    REQUIRE(desk.exportTo("same").status == 0);
    REQUIRE(desk.exportTo("desk", {"--class", "internal"}).status == 0);
    CHECK(releases(desk).size() == 2); // what stays on the desk is no release
    desk.send(1);
    desk.approveAll();
    for (const auto* dataClass : {"release", "counts"}) {
        const auto run = desk.exportTo("two", {"--class", dataClass});
        INFO(run.errors);
        CHECK(run.status == 1);
        CHECK_THAT(run.errors, ContainsSubstring("1 person is in this release but not in the earlier release") &&
                                   ContainsSubstring("wait until there are at least 4"));
        CHECK_FALSE(desk.exists("two"));
    }
    CHECK(desk.exportTo("desk2", {"--class", "internal"}).status == 0);
    desk.send(3);
    desk.approveAll();
    const auto waited = desk.exportTo("waited");
    INFO(waited.errors);
    CHECK(waited.status == 0);
}

TEST_CASE("after a withdrawal a release is possible once the earlier ones are recalled", "[integration][release]") {
    ExportDesk desk;
    desk.approveAll();
    REQUIRE(desk.exportTo("one", {"--freeze", "wave-1"}).status == 0);
    REQUIRE(desk.exportTo("counts", {"--class", "counts"}).status == 0);
    REQUIRE(desk.peil({"withdraw", desk.interviews()[0], "--by", "bea"}).status == 0);
    const auto refused = desk.exportTo("two");
    INFO(refused.errors);
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, ContainsSubstring("1 person of the earlier release wave-1 withdrew") &&
                                   ContainsSubstring("peil release recall"));
    const auto numbers = releases(desk);
    REQUIRE(numbers.size() == 2);
    CHECK(desk.peil({"release", "recall", "4711", "--note", "deleted", "--by", "bea"}).status == 1);
    for (const auto& number : numbers) {
        CHECK(desk.exportTo("two").status == 1);
        const auto run = desk.peil({"release", "recall", number, "--note", "all holders deleted it", "--by", "bea"});
        INFO(run.errors);
        REQUIRE(run.status == 0);
    }
    const auto again = desk.exportTo("two");
    INFO(again.errors);
    CHECK(again.status == 0);
    const auto list = desk.peil({"release", "list"});
    CHECK_THAT(list.output, ContainsSubstring("wave-1") && ContainsSubstring("yes") && ContainsSubstring("no"));
    CHECK_THAT(desk.peil({"audit"}).output, ContainsSubstring("recall") && ContainsSubstring("all holders deleted it"));
}

TEST_CASE("a folder of a release that the server does not know is compared as well", "[integration][release]") {
    ExportDesk desk;
    desk.approveAll();
    REQUIRE(desk.exportTo("one").status == 0);
    REQUIRE(desk.peil({"release", "recall", releases(desk).front(), "--note", "moved", "--by", "bea"}).status == 0);
    desk.send(1);
    desk.approveAll();
    CHECK_THAT(desk.exportTo("two", {"--earlier", desk.path("one").string()}).errors,
               ContainsSubstring("not in the earlier release one"));
    REQUIRE(desk.exportTo("desk", {"--class", "internal"}).status == 0);
    CHECK_THAT(desk.exportTo("two", {"--earlier", desk.path("desk").string()}).errors,
               ContainsSubstring("is not a release"));
    desk.write("one/manifest.json", "[]");
    CHECK_THAT(desk.exportTo("two", {"--earlier", desk.path("one").string()}).errors, ContainsSubstring("is damaged"));
    CHECK(desk.exportTo("two").status == 0);
}

TEST_CASE("the estimate from a release is that from the internal data", "[integration][release]") {
    TwoCities desk;
    REQUIRE(desk.exportTo("internal", {"--class", "internal"}).status == 0);
    const auto run = desk.exportTo("release");
    INFO(run.errors << run.output);
    REQUIRE(run.status == 0);
    CHECK_THAT(run.output, ContainsSubstring("Answers suppressed in rare combinations: age 4."));
    desk.write("register.csv", "group,area,count\ntea,Netherlands,800\n");
    const auto estimate = [&](const std::string& data, const char* strata, const char* cluster) {
        const auto said = peil_test::runProgram({PEIL_BIN_DIR "/peil", "estimate", "--data", desk.path(data).string(),
                                                 "--benchmark", desk.path("register.csv").string(), "--strata", strata,
                                                 "--cluster", cluster, "--weight", "weight", "--json"});
        INFO(said.errors);
        REQUIRE(said.status == 0);
        return boost::json::parse(said.output).at("estimates").as_array().front().as_object();
    };
    const auto inside = estimate("internal/tea.csv", "city", "site"),
               outside = estimate("release/tea.csv", "stratum", "psu");
    for (const auto* figure : {"N", "p", "standard_error"}) {
        INFO(figure);
        REQUIRE(inside.contains(figure));
        CHECK(std::abs(inside.at(figure).to_number<double>() - outside.at(figure).to_number<double>()) <
              1e-9 * inside.at(figure).to_number<double>());
    }
    const auto &here = inside.at("intervals").as_array(), &there = outside.at("intervals").as_array();
    REQUIRE(here.size() == there.size());
    for (std::size_t i = 0; i < here.size(); ++i)
        for (const auto* limit : {"lower", "upper"}) {
            REQUIRE(here[i].at(limit).is_null() == there[i].at(limit).is_null());
            if (here[i].at(limit).is_null()) continue;
            CHECK(std::abs(here[i].at(limit).to_number<double>() - there[i].at(limit).to_number<double>()) < 1e-6);
        }
}

TEST_CASE("released rows cannot be linked with what coordinators see", "[integration][release]") {
    TwoCities desk;
    REQUIRE(desk.exportTo("release", {"--format", "csv,sav,dta"}).status == 0);
    const auto all = contentOf(desk, "release");
    const auto list = desk.peil({"review", "list", "--json"});
    const auto rows = boost::json::parse(list.output).as_array();
    REQUIRE(rows.size() == 40);
    std::map<std::string, std::size_t> perCity;
    for (const auto& row : rows) {
        ++perCity[std::string(row.at("city").as_string())];
        for (const auto* known : {"interview", "device", "receivedAt"})
            CHECK(all.find(std::string(row.at(known).as_string())) == std::string::npos);
    }
    for (const auto* place : {"Amsterdam", "Heerlen", "AMS-0", "HRL-0", "2030-01-08T"})
        CHECK(all.find(place) == std::string::npos);
    const TableFile people(desk, "release/tea.csv");
    const auto stratum = people.column("stratum"), psu = people.column("psu"), age = people.column("age");
    // Whoever knows how many interviews a city had may guess its number; everybody is then still one of many.
    std::map<std::string, std::size_t> perStratum, alike;
    for (std::size_t i = 0; i < stratum.size(); ++i) {
        ++perStratum[stratum[i]];
        ++alike[stratum[i] + " " + psu[i]];
    }
    CHECK(perStratum.size() == perCity.size());
    for (const auto& [place, count] : alike)
        CHECK(count >= 4);
    // Neither order nor ids follow the order in which the interviews came.
    const auto keys = people.column("KEY");
    CHECK_FALSE(std::ranges::is_sorted(keys));
    CHECK(std::ranges::is_sorted(age));
}
