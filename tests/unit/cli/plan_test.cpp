// SPDX-License-Identifier: Apache-2.0
#include "peil_program.h"

#include <boost/json.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using peil_test::isOneSentence;
using peil_test::runPeil;

namespace {

const std::string kRegister = std::string(PEIL_TEST_DATA) + "/opaak/benchmark.csv";

std::uint64_t people(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"plan", "sample-size"});
    arguments.emplace_back("--json");
    const auto said = runPeil(arguments);
    INFO(said.err);
    REQUIRE(said.code == 0);
    return boost::json::parse(said.out).at("n").to_number<std::uint64_t>();
}

std::string refusal(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "plan");
    const auto said = runPeil(arguments);
    INFO(said.out << said.err);
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    return said.err;
}

} // namespace

TEST_CASE("the reference sample sizes come from the command line", "[cli][plan]") {
    CHECK(people({"--proportion-precision", "0.05"}) == 385);
    CHECK(people({"--share", "0.307", "--size-precision", "0.15"}) == 386);
    CHECK(people({"--proportion", "0.307", "--size-precision", "0.1", "--deff", "1.5"}) == 1301);
    CHECK(people({"--proportion", "0.611", "--size-precision", "0.1"}) == 245);
    const auto said = runPeil({"plan", "sample-size", "--proportion", "0.1", "--size-precision", "0.5"});
    CHECK(said.code == 0);
    CHECK_THAT(said.out, ContainsSubstring("fewer than 15") && ContainsSubstring("give --deff"));
    const auto clustered = runPeil({"plan", "sample-size", "--size-precision", "0.5", "--deff", "1"});
    CHECK_THAT(clustered.out, !ContainsSubstring("give --deff"));
    CHECK_THAT(refusal({"sample-size", "--proportion", "0.3"}), ContainsSubstring("--size-precision"));
    CHECK_THAT(refusal({"sample-size", "--size-precision", "0.1", "--population", "900"}),
               ContainsSubstring("--population"));
    CHECK_THAT(refusal({"sample-size", "--proportion", "1.2", "--size-precision", "0.1"}),
               ContainsSubstring("proportion"));
    CHECK_THAT(refusal({"sample-size", "--size-precision", "0.1", "--benchmark-error", "0.2"}),
               ContainsSubstring("benchmark alone"));
    CHECK_THAT(refusal({"sample-size", "--size-precision", "1e-9"}), ContainsSubstring("widen"));
}

TEST_CASE("quotas follow the root of the register, with a floor and bounds on site and interviewer", "[cli][plan]") {
    const std::vector<std::string> arguments{"plan",
                                             "quotas",
                                             "--benchmark",
                                             kRegister,
                                             "--group",
                                             "crack_only",
                                             "--cities",
                                             "Amsterdam,Rotterdam,Den Haag,Utrecht,Eindhoven,Haarlem,"
                                             "Groningen,Heerlen",
                                             "--interviews",
                                             "400"};
    auto json = arguments;
    json.emplace_back("--json");
    const auto said = runPeil(json);
    INFO(said.err);
    REQUIRE(said.code == 0);
    std::uint64_t sum = 0, first = 0, smallest = 400;
    const auto parsed = boost::json::parse(said.out);
    for (const auto& cell : parsed.as_array()) {
        const auto target = cell.at("target").to_number<std::uint64_t>();
        if (first == 0) first = target;
        sum += target;
        smallest = std::min(smallest, target);
        CHECK(cell.at("most_at_one_site").to_number<std::uint64_t>() == target / 4);
    }
    CHECK(sum == 400);
    CHECK(smallest == 30);
    CHECK(first > 70);
    auto table = arguments;
    table.insert(table.end(), {"--proportion", "0.307"});
    CHECK_THAT(runPeil(table).out, ContainsSubstring("in care") && ContainsSubstring("Heerlen fewer than 15"));
    auto wrong = std::vector<std::string>{"quotas",   "--benchmark", kRegister,      "--group", "opioid",
                                          "--cities", "Mars",        "--interviews", "100"};
    CHECK_THAT(refusal(wrong), ContainsSubstring("Mars"));
    wrong[6] = "Utrecht,Heerlen";
    wrong[8] = "40";
    CHECK_THAT(refusal(wrong), ContainsSubstring("floor"));
}
