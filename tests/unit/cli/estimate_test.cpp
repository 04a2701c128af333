// SPDX-License-Identifier: Apache-2.0
#include "peil/base/text.h"
#include "peil_program.h"

#include <boost/json.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using peil_test::isOneSentence;
using peil_test::need;
using peil_test::runPeil;
using peil_test::write;

namespace {

const std::string kData = std::string(PEIL_TEST_DATA) + "/opaak/synthetic.csv";
const std::string kRegister = std::string(PEIL_TEST_DATA) + "/opaak/benchmark.csv";

} // namespace

TEST_CASE("the reference data give the published sizes", "[cli]") {
    const auto said =
        runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--strata", "city", "--cluster", "site"});
    INFO(said.out << said.err);
    CHECK(said.code == 0);
    CHECK_THAT(said.out, ContainsSubstring("13,300") && ContainsSubstring("16,000") && ContainsSubstring("11,900") &&
                             ContainsSubstring("1,400") && ContainsSubstring("27,900"));
    CHECK_THAT(said.out, ContainsSubstring("strata city, clusters site"));
}

TEST_CASE("as JSON the sizes are unrounded, with each interval that was asked for", "[cli]") {
    const auto said = runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--group", "opioid", "--method",
                               "logit,wald,clopper_pearson", "--json"});
    REQUIRE(said.code == 0);
    const auto json = boost::json::parse(said.out);
    const auto& estimate = json.at("estimates").at(0);
    CHECK_THAT(estimate.at("N").as_double(), WithinAbs(13299.775, 0.001));
    CHECK(estimate.at("n").to_number<int>() == 393);
    CHECK(estimate.at("x").to_number<double>() == 240);
    REQUIRE(estimate.at("intervals").as_array().size() == 3);
    CHECK_THAT(estimate.at("intervals").at(1).at("lower").as_double(), WithinAbs(12326.7, 0.1));
    CHECK_THAT(estimate.at("intervals").at(1).at("upper").as_double(), WithinAbs(14439.7, 0.5));
    CHECK(json.as_object().if_contains("derived") == nullptr);
}

TEST_CASE("the bootstrap gives the same interval for the same seed, and another for another", "[cli]") {
    const auto limits = [](const char* seed) {
        const auto said =
            runPeil({"estimate", "--data", kData, "--benchmark", kRegister, "--group", "opioid", "--strata", "city",
                     "--cluster", "site", "--bootstrap", "400", "--seed", seed, "--json"});
        REQUIRE(said.code == 0);
        const auto interval = boost::json::parse(said.out).at("estimates").at(0).at("intervals").at(1);
        CHECK(interval.at("kind") == "bootstrap");
        return std::pair(interval.at("lower").as_double(), interval.at("upper").as_double());
    };
    CHECK(limits("7") == limits("7"));
    CHECK(limits("7") != limits("8"));
    CHECK_THAT(limits("7").first, WithinAbs(12438, 300));
}

TEST_CASE("a benchmark file without a needed column is one sentence that names it", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto file = (folder.path() / "register.csv").string();
    write(file, "group,area,counts\nopioid,Netherlands,8122\n");
    const auto said = runPeil({"estimate", "--data", kData, "--benchmark", file});
    INFO(said.err);
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    CHECK_THAT(said.err, ContainsSubstring("register.csv") && ContainsSubstring("count"));
}

TEST_CASE("a cell that is no number is named with file, line and column", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto file = (folder.path() / "register.csv").string();
    write(file, "group,area,count\nopioid,Netherlands,many\n");
    const auto count = runPeil({"estimate", "--data", kData, "--benchmark", file});
    CHECK(count.code == 1);
    CHECK(isOneSentence(count.err));
    CHECK_THAT(count.err, ContainsSubstring("line 2, column count"));
    const auto data = (folder.path() / "data.csv").string();
    write(data, "group,in_care\nopioid,1\nopioid,perhaps\n");
    const auto care = runPeil({"estimate", "--data", data, "--benchmark", kRegister});
    CHECK(care.code == 1);
    CHECK_THAT(care.err, ContainsSubstring("line 3, column in_care"));
}

TEST_CASE("a group, area, method or column that does not exist is refused with what does", "[cli]") {
    const auto refusal = [](std::vector<std::string> more) {
        std::vector<std::string> arguments{"estimate", "--data", kData, "--benchmark", kRegister};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto said = runPeil(arguments);
        INFO(said.err);
        CHECK(said.code == 1);
        CHECK(isOneSentence(said.err));
        return said.err;
    };
    CHECK_THAT(refusal({"--group", "tea"}), ContainsSubstring("opioid, crack_only"));
    CHECK_THAT(refusal({"--area", "Mars"}), ContainsSubstring("Mars"));
    CHECK_THAT(refusal({"--method", "magic"}), ContainsSubstring("logit"));
    CHECK_THAT(refusal({"--strata", "towns"}), ContainsSubstring("towns"));
}

TEST_CASE("columns with the names of their sections are found, unless there are two", "[cli]") {
    const peil_test::TemporaryFolder folder;
    const auto file = (folder.path() / "data.csv").string();
    const auto text = need(::peil::readTextFile(kData, 1U << 20U));
    write(file, ::peil::replaceAll(text, "\"in_care\"", "\"care-in_care\""));
    CHECK(runPeil({"estimate", "--data", file, "--benchmark", kRegister}).code == 0);
    write(file, "group,a-in_care,b-in_care\nopioid,1,1\n");
    const auto two = runPeil({"estimate", "--data", file, "--benchmark", kRegister});
    CHECK(two.code == 1);
    CHECK_THAT(two.err, ContainsSubstring("a-in_care and b-in_care"));
}
