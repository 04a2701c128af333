// SPDX-License-Identifier: Apache-2.0
#include "services/benchmark_file.h"

#include "peil_test/result.h"
#include "services/error.h"

#include <catch2/catch_test_macros.hpp>

using namespace peil::server::services;
using peil_test::need;

namespace {

peil::study::Study twoGroups() {
    peil::study::Study study;
    study.groups = {{"tea", {}}, {"coffee", {}}};
    study.cities = {{"DLF", "Delft", {}}, {"UTR", "Utrecht", {}}};
    return study;
}

std::vector<peil::server::repository::BenchmarkRow> rowsOf(std::string_view csv, const BenchmarkAsked& asked = {}) {
    return need(readBenchmark(csv, asked, twoGroups())).rows;
}

std::string faultIn(std::string_view csv, const BenchmarkAsked& asked = {}) {
    const auto read = readBenchmark(csv, asked, twoGroups());
    if (read) return "no fault";
    CHECK(read.error().code == ServiceErrc::BadBenchmark);
    return read.error().context;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the area with the largest count in every group is the one that the estimate is about",
          "[server][benchmark]") {
    const auto rows = rowsOf("area,group,count,published_n,published_lower,published_upper\n"
                             "Land,tea,100,130,,150\nCity,tea,40,,,\nLand,coffee,50,,,\n");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].whole);
    CHECK_FALSE(rows[1].whole);
    CHECK(rows[2].whole);
    CHECK(rows[0].publishedN == 130);
    CHECK_FALSE(rows[0].publishedLower);
    CHECK(rowsOf("group;area;count\ntea;City;4\ntea;Land;9\n", {"City", "", ""})[0].whole);
}

TEST_CASE("the study determines area, register and year, unless others are requested", "[server][benchmark]") {
    auto study = twoGroups();
    study.benchmark.emplace();
    study.benchmark->registerName = "North";
    study.benchmark->area = "City";
    study.benchmark->year = 2023;
    const std::string csv = "register,year,group,area,count\nNorth,2023,tea,City,4\nNorth,2022,tea,City,3\n"
                            "South,2023,tea,City,5\nNorth,2023,tea,Land,9\n";
    const auto declared = need(readBenchmark(csv, {}, study));
    CHECK(declared.counts.facts.area == "City");
    CHECK(declared.counts.byGroup.at("tea").count == 4);
    CHECK(need(readBenchmark(csv, {"Land", "", ""}, study)).counts.byGroup.at("tea").count == 9);
    CHECK(need(readBenchmark(csv, {}, twoGroups())).counts.facts.area == "Land"); // the rule without a declaration
}

TEST_CASE("a register's count may be an estimate with decimals", "[server][benchmark]") {
    CHECK(rowsOf("group,area,count\ntea,Land,8122.14\n")[0].count == 8122.14);
}

TEST_CASE("every error of a benchmark file is named with its place", "[server][benchmark]") {
    CHECK(has(faultIn("group,area\ntea,Land\n"), "count"));
    CHECK(has(faultIn("group,area,count\n"), "The benchmark file has no rows below its header"));
    CHECK(has(faultIn("group,area,count\ntea,Land,\n"), "line 2, column count: the number of people is missing"));
    CHECK(has(faultIn("group,area,count\ntea,Land,many\n"), "line 2, column count: a number of people"));
    for (const char* count : {"-1", "1.234", "1.000", "1e3"}) {
        INFO(count);
        CHECK(has(faultIn("group,area,count\ntea,Land," + std::string(count) + "\n"), "such as 1234"));
    }
    CHECK(has(faultIn("group,area,count,published_n\ntea,Land,8122,13.300\n"), "line 2, column published_n"));
    CHECK(
        has(faultIn("group,area,count\nmilk,Land,1\n"), "line 2, column group: the study has no group \"milk\"; use"));
    CHECK(has(faultIn("group,area,count\nTea,Land,1\n"), "probably \"tea\" was meant"));
    CHECK(has(faultIn("group,area,count\ntea,Land,1\ntea,Land,2\n"), "line 3, column area: the group \"tea\""));
    CHECK(has(faultIn("group,area,count\ntea,North,1\ncoffee,South,2\n"), "tea in North, and of coffee in South"));
    CHECK(has(faultIn("group,area,count\ntea,North,1\n", {"Moon", "", ""}), "\"Moon\""));
    CHECK(faultIn("group,area,count\n\"tea,Land,1\n").find("cannot be read") != std::string::npos);
}

TEST_CASE("a register is read as R and a Dutch Excel write it", "[server][benchmark]") {
    for (const char* csv :
         {"sep=;\r\ngroup;area;count;published_n\r\n tea ;Land;8122,5;NA\r\n",
          "group\tarea\tcount\tpublished_n\ntea\tLand\t8122.5\t.\n",
          "\"\",\"group\",\"area\",\"count\",\"published_n\"\n\"1\",\"tea\",\"Land\",8122.5,NA\n,,,,\n"}) {
        INFO(csv);
        const auto rows = rowsOf(csv);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].groupId == "tea");
        CHECK(rows[0].count == 8122.5);
        CHECK_FALSE(rows[0].publishedN);
    }
}

TEST_CASE("a number that a separator has cut is never published", "[server][benchmark]") {
    for (const char* csv : {"group,area,count\ntea,Land,72,000\n", "group,area,count,\ntea,Land,72,000\n",
                            "group;area;count;note\ntea;Land;72;000;\n\ntea;City;1;2;3\n"}) {
        INFO(csv);
        CHECK(faultIn(csv).find("cannot be read: Line ") != std::string::npos);
    }
    CHECK(faultIn("group,area,count\ntea,Land\n").find("Line 2 has 2 cells, but the header has 3") !=
          std::string::npos);
    CHECK(faultIn("group,area,count,count\ntea,Land,1,2\n").find("both named \"count\"") != std::string::npos);
    for (const char* count : {"72,000", "72.000"})
        CHECK(faultIn("group;area;count\ntea;Land;" + std::string(count) + "\n").find("such as 1234") !=
              std::string::npos);
    CHECK(faultIn("group,area,count\ntea,Land,NA\n").find("line 2, column count: the number of people is missing") !=
          std::string::npos);
}

TEST_CASE("a benchmark is of one register and one year, and keeps what it says of them", "[server][benchmark]") {
    constexpr std::string_view table = "group,area,count,register,year,definition,deduplicated\n"
                                       "tea,Land,100,LADIS,2023,weekly,yes\ntea,Delft,40,LADIS,2023,weekly,yes\n"
                                       "tea,Land,90,LADIS,2012,weekly,yes\ntea,Land,80,GGD,2023,,\n";
    CHECK(has(faultIn(table), "(LADIS, GGD)"));
    CHECK(has(faultIn(table), "?register=NAME"));
    CHECK(has(faultIn(table, {"", "LADIS", ""}), "(2023, 2012)"));
    CHECK(has(faultIn(table, {"", "LADIS", ""}), "?year=YEAR"));
    const auto read = need(readBenchmark(table, {"", "LADIS", "2023"}, twoGroups()));
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0].registerName == "LADIS");
    CHECK(read.rows[0].year == "2023");
    CHECK(read.rows[0].definition == "weekly");
    CHECK(read.rows[0].deduplicated == "yes");
    CHECK(read.counts.unused.size() == 2);
    CHECK(read.groupsWithoutCount == std::vector<std::string>{"coffee"});
}

TEST_CASE("the largest city is not treated as the whole", "[server][benchmark]") {
    constexpr std::string_view cities = "group,area,count\ntea,Delft,1\ntea,Utrecht,2\n";
    CHECK(has(faultIn(cities), "Delft, Utrecht"));
    CHECK(has(faultIn(cities), "?area=NAME"));
    CHECK(rowsOf(cities, {"Delft", "", ""})[0].whole);
}
