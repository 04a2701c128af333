// SPDX-License-Identifier: Apache-2.0
#include "peil_program.h"

#include <boost/json.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::WithinAbs;
using peil_test::isOneSentence;
using peil_test::runPeil;
using peil_test::TemporaryFolder;
using peil_test::write;

namespace {

boost::json::array estimates(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "capture");
    arguments.emplace_back("--json");
    const auto said = runPeil(arguments);
    INFO(said.err);
    REQUIRE(said.code == 0);
    return boost::json::parse(said.out).at("estimates").as_array();
}

double sizeBy(const boost::json::array& rows, std::string_view estimator) {
    for (const auto& row : rows)
        if (std::string(row.at("estimator").as_string()) == estimator) return row.at("N").to_number<double>();
    FAIL("no " << estimator);
    return 0;
}

std::string refusal(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "capture");
    const auto said = runPeil(arguments);
    INFO(said.out << said.err);
    CHECK(said.code == 1);
    CHECK(isOneSentence(said.err));
    return said.err;
}

} // namespace

TEST_CASE("two lists give the published sizes from the command line", "[cli][capture]") {
    const auto krebs = estimates({"--lists", "948,421,167"});
    CHECK_THAT(sizeBy(krebs, "lincoln_petersen"), WithinAbs(2390, 0.5));
    CHECK_THAT(sizeBy(krebs, "chapman"), WithinAbs(2383, 1));
    CHECK_THAT(krebs.at(1).at("lower").as_double(), WithinAbs(2152.9, 0.1));
    const auto said = runPeil({"capture", "--lists", "792,353,45"});
    CHECK_THAT(said.out, ContainsSubstring("1100 seen") && ContainsSubstring("lincoln_petersen") &&
                             ContainsSubstring(" 6,200 ") && !ContainsSubstring("6212"));
    const auto none = runPeil({"capture", "--lists", "50,40,0"});
    CHECK(none.code == 0);
    CHECK_THAT(none.out, ContainsSubstring("no size: No one is on both lists"));
    CHECK(none.out.find("chapman") == std::string::npos);
    CHECK(none.out.find("2090") == std::string::npos); // (M+1)(C+1)-1
    // Not even with links that are thought to be missed.
    CHECK(estimates({"--lists", "50,40,0", "--missed-links", "0,0.2"}).empty());
    CHECK(estimates({"--lists", "50,40,1"}).size() == 6);
}

TEST_CASE("people who were met once and never again give no size, in the table and in JSON", "[cli][capture]") {
    const TemporaryFolder folder;
    const auto file = (folder.path() / "data.csv").string();
    std::string text = "self_code\n";
    for (int i = 0; i < 520; ++i)
        text += "c" + std::to_string(i) + "\n";
    write(file, text);
    for (const std::vector<std::string>& how :
         {std::vector<std::string>{"--data", file, "--code", "self_code"}, {"--met", "520"}, {"--met", "520,0,2"}}) {
        auto arguments = how;
        arguments.insert(arguments.begin(), "capture");
        const auto said = runPeil(arguments);
        INFO(said.out << said.err);
        CHECK(said.code == 0);
        CHECK_THAT(said.out, ContainsSubstring("no size: No one was observed exactly twice"));
        CHECK(said.out.find("135") == std::string::npos);
        CHECK(estimates(how).empty());
        arguments.emplace_back("--json");
        CHECK(boost::json::parse(runPeil(arguments).out).at("no_size").is_string());
    }
    CHECK_FALSE(estimates({"--met", "520,1"}).empty());
}

TEST_CASE("a normal interval that reaches below the number of people seen is not given", "[cli][capture]") {
    const auto rows = estimates({"--lists", "50,40,2"});
    CHECK(rows.at(0).at("lower").is_null());
    CHECK_THAT(std::string(rows.at(0).at("words").as_string()), ContainsSubstring("below the number of people seen"));
    for (const auto& row : rows) {
        if (row.at("lower").is_null()) continue;
        CHECK(row.at("lower").to_number<double>() >= 88);
        CHECK(row.at("lower").to_number<double>() <= row.at("N").to_number<double>());
    }
}

TEST_CASE("links that were missed make the size smaller", "[cli][capture]") {
    const auto rows = estimates({"--lists", "948,421,167", "--missed-links", "0,0.2"});
    const auto& worst = rows.back();
    CHECK_THAT(std::string(worst.at("words").as_string()), ContainsSubstring("20%"));
    CHECK(worst.at("N").as_double() < sizeBy(rows, "chapman"));
    CHECK_THAT(refusal({"--lists", "9,8,2", "--missed-links", "0.5,0.1"}), ContainsSubstring("--missed-links"));
}

TEST_CASE("three lists give every log-linear model, and repeated contacts a lower bound", "[cli][capture]") {
    const TemporaryFolder folder;
    const auto file = (folder.path() / "lists.csv").string();
    write(file, "key,count\n001,63\n010,55\n011,18\n100,69\n101,17\n110,21\n111,28\n");
    const auto models = estimates({"--counts", file});
    CHECK_THAT(sizeBy(models, "independence"), WithinAbs(388, 0.5));
    CHECK_THAT(sizeBy(models, "all_two_way"), WithinAbs(1313, 0.5));
    CHECK(models.size() == 8);
    const auto said = runPeil({"capture", "--counts", file}).out;
    INFO(said);
    CHECK_THAT(said, ContainsSubstring("L1:L2+L1:L3") && ContainsSubstring("saturated: fits any counts") &&
                         ContainsSubstring("Smallest AIC: L1:L2+L2:L3; smallest BIC: independence") &&
                         ContainsSubstring("It is not chosen"));
    write(file, "key,count\n100,9\n010,8\n001,7\n");
    CHECK_THAT(runPeil({"capture", "--counts", file}).out, ContainsSubstring("no size: The lists overlap too little"));
    CHECK_THAT(sizeBy(estimates({"--met", "1645,183,37,13,1,1"}), "chao"), WithinAbs(9273.5, 0.1));
    write(file, "key,count\n001,63\n01x,55\n");
    CHECK_THAT(refusal({"--counts", file}), ContainsSubstring("lists.csv") && ContainsSubstring("01x"));
    write(file, "key,count\n001,\n");
    CHECK_THAT(refusal({"--counts", file}), ContainsSubstring("line 2, column count"));
}

TEST_CASE("interviews give the overlap by code, by wave and by the question on earlier interviews", "[cli][capture]") {
    const TemporaryFolder folder;
    const auto file = (folder.path() / "data.csv").string();
    // 12 people in the first wave, 10 in the second, 4 in both; one without a code; one of another group.
    std::string text = "group,self_code,wave,earlier_interview\n";
    for (int i = 0; i < 12; ++i)
        text += "opioid,a" + std::to_string(i) + ",1,0\n";
    for (int i = 8; i < 18; ++i)
        text += "opioid,a" + std::to_string(i) + ",2," + (i < 12 ? "1" : "0") + "\n";
    write(file, text + "opioid,,2,\ncrack_only,a1,2,1\n");
    const std::vector<std::string> data{"--data", file, "--group", "opioid"};
    const auto with = [&](std::vector<std::string> more) {
        more.insert(more.begin(), data.begin(), data.end());
        return more;
    };
    CHECK_THAT(sizeBy(estimates(with({"--code", "self_code", "--wave", "wave"})), "lincoln_petersen"),
               WithinAbs(12 * 10 / 4.0, 1e-9));
    CHECK_THAT(sizeBy(estimates(with({"--before", "earlier_interview", "--first", "12"})), "lincoln_petersen"),
               WithinAbs(12 * 22 / 4.0, 1e-9));
    CHECK_THAT(sizeBy(estimates(with({"--code", "self_code"})), "chao"), WithinAbs(18 + 14 * 14 / 8.0, 1e-9));
    CHECK_THAT(refusal(with({"--before", "earlier_interview"})), ContainsSubstring("--first"));
    CHECK_THAT(refusal(with({})), ContainsSubstring("--code"));
    CHECK_THAT(refusal({"--data", file, "--group", "tea", "--code", "self_code"}), ContainsSubstring("tea"));
    CHECK_THAT(refusal(with({"--code", "self_code", "--wave", "group"})), ContainsSubstring("two to six waves"));
    CHECK_THAT(refusal({"--lists", "1,2,1", "--data", file}), ContainsSubstring("exactly one"));
    CHECK_THAT(refusal({"--lists", "10,10,20"}), ContainsSubstring("cannot share"));
}
