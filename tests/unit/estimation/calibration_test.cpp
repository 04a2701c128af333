// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/calibration.h"

#include "peil/estimation/survey.h"
#include "table.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

Factor factorOf(std::vector<std::string> column) {
    return Factor::of(column);
}

double sumWhere(const Design& design, const Factor& factor, std::uint32_t code) {
    double sum = 0;
    for (std::size_t row = 0; row < design.rows(); ++row)
        if (factor.codes[row] == code) sum += design.weight()[row];
    return sum;
}

} // namespace

TEST_CASE("post-stratified weights add up to the totals, and other rows keep theirs", "[estimation][calibration]") {
    const auto city = factorOf({"a", "a", "b", "b", "b", "a"});
    const auto domain = Domain::ofMask({1, 1, 1, 1, 1, 0});
    const auto got = postStratify(test::simpleDesign(6), domain, {city, std::vector<double>{40, 60}});
    REQUIRE(got);
    CHECK(got->weight()[0] == 20);
    CHECK(got->weight()[2] == 20);
    CHECK(got->weight()[5] == 1);
}

TEST_CASE("a share that differs only between post-strata has no variance left", "[estimation][calibration]") {
    const auto city = factorOf({"a", "a", "a", "b", "b", "b"});
    const std::vector<double> y{1, 1, 1, 0, 0, 0};
    const auto all = Domain::all(6);
    const auto plain = surveyMean(test::simpleDesign(6), all, y);
    const auto adjusted = postStratify(test::simpleDesign(6), all, {city, std::vector<double>{30, 70}});
    REQUIRE(plain);
    REQUIRE(adjusted);
    const auto got = surveyMean(*adjusted, all, y);
    REQUIRE(got);
    CHECK_THAT(got->estimate, WithinRel(0.3, 1e-12));
    CHECK_THAT(got->variance, WithinAbs(0, 1e-20));
    CHECK(plain->variance > 0.01);
}

TEST_CASE("raked weights meet every margin", "[estimation][calibration]") {
    const auto city = factorOf({"a", "a", "a", "b", "b", "b", "b"});
    const auto born = factorOf({"x", "y", "y", "x", "x", "y", "x"});
    const std::vector<double> cityTotals{120, 80};
    const std::vector<double> bornTotals{90, 110};
    const std::vector<MarginTotals> margins{{city, cityTotals}, {born, bornTotals}};
    const auto got = rake(test::simpleDesign(7), Domain::all(7), margins);
    REQUIRE(got);
    for (std::uint32_t code = 0; code < 2; ++code) {
        CHECK_THAT(sumWhere(*got, city, code), WithinRel(cityTotals[code], 1e-10));
        CHECK_THAT(sumWhere(*got, born, code), WithinRel(bornTotals[code], 1e-10));
    }
}

TEST_CASE("totals that do not fit the sample are named", "[estimation][calibration]") {
    const auto design = test::simpleDesign(3);
    const auto all = Domain::all(3);
    const auto city = factorOf({"a", "a", "b"});
    const auto code = [&](std::vector<double> totals) { return postStratify(design, all, {city, totals}).error(); };
    CHECK(code({10, 0}).code == EstimationErrc::MissingTotal);
    CHECK(code({10, 0}).context.find("'b'") != std::string::npos);
    CHECK(code({10}).code == EstimationErrc::SizeMismatch);
    CHECK(code({10, -1}).code == EstimationErrc::BadParameter);
    const auto onlyA = Domain::ofMask({1, 1, 0});
    CHECK(postStratify(design, onlyA, {city, std::vector<double>{5, 5}}).error().code == EstimationErrc::MissingTotal);
    const std::vector<double> ten{6, 4};
    const std::vector<double> twenty{12, 8};
    const std::vector<MarginTotals> clash{{city, ten}, {city, twenty}};
    CHECK(rake(design, all, clash, {.maxRounds = 20}).error().code == EstimationErrc::NoConvergence);
}

TEST_CASE("someone who comes twice as often is worth half", "[estimation][calibration]") {
    const std::vector<double> visits{1, 2, 4, 0};
    const auto got = timeLocationWeights(visits, std::vector<double>{0.5, 0.5, 1, 0.25});
    REQUIRE(got);
    CHECK(*got == std::vector<double>{2, 1, 0.25, 4});
    CHECK(timeLocationWeights(visits, {})->at(2) == 0.25);
    CHECK(timeLocationWeights(std::vector<double>{-1}, {}).error().code == EstimationErrc::BadParameter);
    const auto unanswered = timeLocationWeights(std::vector<double>{3, kMissing}, {});
    REQUIRE_FALSE(unanswered);
    CHECK(unanswered.error().code == EstimationErrc::BadParameter);
    CHECK(unanswered.error().context.find("Data row 2") != std::string::npos);
    CHECK(timeLocationWeights(std::vector<double>{1}, std::vector<double>{0}).error().code ==
          EstimationErrc::BadParameter);
    CHECK(timeLocationWeights(visits, std::vector<double>{1}).error().code == EstimationErrc::SizeMismatch);
}

TEST_CASE("weights above five medians are cut and counted", "[estimation][calibration]") {
    const auto got = trimWeights(std::vector<double>{1, 1, 1, 1, 20});
    REQUIRE(got);
    CHECK(got->limit == 5);
    CHECK(got->trimmed == 1);
    CHECK(got->weights.back() == 5);
    CHECK(got->kishDeffAfter < got->kishDeffBefore);
    CHECK(trimWeights({}).error().code == EstimationErrc::NoRows);
    CHECK(trimWeights(std::vector<double>{-1}).error().code == EstimationErrc::BadWeight);
    CHECK(trimWeights(std::vector<double>{1}, 0.5).error().code == EstimationErrc::BadParameter);
}
