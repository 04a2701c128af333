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
    return study;
}

std::string faultIn(std::string_view csv, std::string_view area = {}) {
    const auto rows = readBenchmark(csv, area, twoGroups());
    if (rows) return "no fault";
    CHECK(rows.error().code == ServiceErrc::BadBenchmark);
    return rows.error().context;
}

} // namespace

TEST_CASE("the area with the largest count in every group is the one that the estimate is about",
          "[server][benchmark]") {
    const auto rows = need(readBenchmark("area,group,count,published_n,published_lower,published_upper\n"
                                         "Land,tea,100,130,,150\nCity,tea,40,,,\nLand,coffee,50,,,\n",
                                         "", twoGroups()));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].whole);
    CHECK_FALSE(rows[1].whole);
    CHECK(rows[2].whole);
    CHECK(rows[0].publishedN == 130);
    CHECK_FALSE(rows[0].publishedLower);
    CHECK(need(readBenchmark("group;area;count\ntea;City;4\ntea;Land;9\n", "City", twoGroups()))[0].whole);
}

TEST_CASE("a register's count may be an estimate with decimals", "[server][benchmark]") {
    CHECK(need(readBenchmark("group,area,count\ntea,Land,8122.14\n", "", twoGroups()))[0].count == 8122.14);
}

TEST_CASE("every fault of a benchmark file is named with its place", "[server][benchmark]") {
    CHECK(faultIn("group,area\ntea,Land\n").find("count") != std::string::npos);
    CHECK(faultIn("group,area,count\n") == "The benchmark file has no rows below its header.");
    CHECK(faultIn("group,area,count\ntea,Land,\n").find("line 2, column count: the cell is empty") !=
          std::string::npos);
    CHECK(faultIn("group,area,count\ntea,Land,many\n").find("line 2, column count: a number of people") !=
          std::string::npos);
    for (const char* count : {"-1", "1.234", "1.000", "1e3"}) {
        INFO(count);
        CHECK(faultIn("group,area,count\ntea,Land," + std::string(count) + "\n").find("such as 1234") !=
              std::string::npos);
    }
    CHECK(faultIn("group,area,count,published_n\ntea,Land,8122,13.300\n").find("line 2, column published_n") !=
          std::string::npos);
    CHECK(faultIn("group,area,count\nmilk,Land,1\n").find("the study has no group 'milk'") != std::string::npos);
    CHECK(faultIn("group,area,count\ntea,Land,1\ntea,Land,2\n").find("line 3: group 'tea' has area 'Land' twice") !=
          std::string::npos);
    CHECK(faultIn("group,area,count\ntea,North,1\ncoffee,South,2\n").find("?area=NAME") != std::string::npos);
    CHECK(faultIn("group,area,count\ntea,North,1\n", "Moon") == "The benchmark file has no area 'Moon'.");
    CHECK(faultIn("group,area,count\n\"tea,Land,1\n").find("cannot be read") != std::string::npos);
}

TEST_CASE("a register is read as R and a Dutch Excel write it", "[server][benchmark]") {
    for (const char* csv :
         {"sep=;\r\ngroup;area;count;published_n\r\n tea ;Land;8122,5;NA\r\n",
          "group\tarea\tcount\tpublished_n\ntea\tLand\t8122.5\t.\n",
          "\"\",\"group\",\"area\",\"count\",\"published_n\"\n\"1\",\"tea\",\"Land\",8122.5,NA\n,,,,\n"}) {
        INFO(csv);
        const auto rows = need(readBenchmark(csv, "", twoGroups()));
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
    CHECK(faultIn("group,area,count\ntea,Land,NA\n").find("line 2, column count: the cell is empty") !=
          std::string::npos);
}
