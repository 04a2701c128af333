// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/capture_recapture.h"

#include "table.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <map>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("two lists give the published sizes", "[estimation][capture]") {
    CHECK_THAT(twoSource(4064, 1540, 171, 0.95)->lincolnPetersen->N, WithinAbs(36600, 50));
    CHECK_THAT(twoSource(1381, 1469, 521, 0.95)->lincolnPetersen->N, WithinAbs(3894, 0.5));
    const auto turtles = twoSource(10, 15, 5, 0.95);
    CHECK_THAT(turtles->chapman.N, WithinAbs(28.3, 0.05));
    CHECK_THAT(turtles->sadinle.lower, WithinAbs(22, 0.5));
    CHECK_THAT(turtles->sadinle.upper, WithinAbs(65, 0.5));
    const auto krebs = twoSource(948, 421, 167, 0.95);
    CHECK_THAT(krebs->krebs.lower, WithinAbs(2153, 0.5));
    CHECK_THAT(krebs->krebs.upper, WithinAbs(2685, 0.5));
}

TEST_CASE("two lists without anyone in common have no Lincoln-Petersen size", "[estimation][capture]") {
    const auto got = twoSource(100, 100, 0, 0.95);
    REQUIRE(got);
    CHECK_FALSE(got->lincolnPetersen);
    CHECK(got->chapman.N == 10200);
    CHECK(std::isinf(got->krebs.upper));
    CHECK(twoSource(10, 5, 6, 0.95).error().code == EstimationErrc::BadParameter);
    CHECK(twoSource(10, 5, 5, 1.95).error().code == EstimationErrc::BadLevel);
}

TEST_CASE("the log interval never falls below who was seen", "[estimation][capture]") {
    for (int overlap = 0; overlap <= 20; ++overlap) {
        const auto got = twoSource(30, 20, overlap, 0.99);
        REQUIRE(got);
        CHECK(got->chapmanLog.lower >= got->seen - 1e-9);
        CHECK(got->chapmanLog.upper >= got->chapman.N - 1e-9);
    }
}

TEST_CASE("without anyone met once no one is hidden", "[estimation][capture]") {
    const auto got = chao(std::vector<double>{0, 4}, 0.95);
    REQUIRE(got);
    CHECK(got->chao.N == 4);
    CHECK(got->chao.standardError == 0);
    CHECK_FALSE(got->zelterman);
    CHECK(chao(std::vector<double>{0, 0}, 0.95).error().code == EstimationErrc::NoRows);
    CHECK(chao(std::vector<double>{-1, 2}, 0.95).error().code == EstimationErrc::BadParameter);
    CHECK(chao(std::vector<double>{1}, 0).error().code == EstimationErrc::BadLevel);
}

TEST_CASE("the log-linear models of two lists and of hepatitis A give the published sizes", "[estimation][capture]") {
    const std::vector<std::pair<std::string, double>> two{{"11", 5}, {"10", 5}, {"01", 10}};
    const auto pair = logLinear(*ListCounts::ofKeys(two), {}, 0.95);
    REQUIRE(pair);
    CHECK_THAT(pair->N, WithinRel(30.0, 1e-10)); // independence of two lists is Lincoln-Petersen
    const std::vector<std::pair<std::string, double>> hepatitis{{"001", 63}, {"010", 55}, {"011", 18}, {"100", 69},
                                                                {"101", 17}, {"110", 21}, {"111", 28}};
    const auto models = logLinearModels(*ListCounts::ofKeys(hepatitis), 0.95);
    REQUIRE(models);
    const auto& fitted = models->fitted;
    REQUIRE(fitted.size() == 8);
    CHECK(models->notEstimable.empty());
    CHECK(fitted.front().model == "independence");
    CHECK_THAT(fitted.front().N, WithinAbs(388, 0.5));
    CHECK(fitted.at(1).model == "L1:L2");
    CHECK(fitted.at(4).model == "L1:L2+L1:L3");
    CHECK(fitted.back().model == "all_two_way");
    CHECK_THAT(fitted.back().N, WithinAbs(1313, 0.5));
    CHECK_THAT(fitted.back().standardError, WithinAbs(518, 0.5));
    // The saturated model has the smallest AIC, and is chosen by neither criterion.
    for (const auto& model : fitted)
        CHECK(model.saturated == (model.model == "all_two_way"));
    REQUIRE(models->bestAic);
    REQUIRE(models->bestBic);
    CHECK(fitted.back().aic < fitted[*models->bestAic].aic);
    CHECK_FALSE(fitted[*models->bestAic].saturated);
    CHECK_FALSE(fitted[*models->bestBic].saturated);
}

TEST_CASE("all hierarchical models of three and four lists are those of Rcapture", "[estimation][capture]") {
    // Snowshoe hares of three occasions, and four lists of people with HIV in Rome (Rcapture 1.4-4, closedpMS.t); the
    // models that Rcapture itself marks as badly fitted are not in the table.
    using Keys = std::vector<std::pair<std::string, double>>;
    const std::map<std::string, Keys> data{
        {"hare3", {{"010", 18}, {"100", 9}, {"001", 9}, {"011", 6}, {"101", 3}, {"111", 2}, {"110", 2}}},
        {"hiv",
         {{"1110", 3},
          {"1101", 1},
          {"1100", 33},
          {"1010", 20},
          {"1001", 6},
          {"1000", 403},
          {"0111", 3},
          {"0110", 35},
          {"0101", 10},
          {"0100", 545},
          {"0011", 11},
          {"0010", 621},
          {"0001", 205},
          {"1111", 0},
          {"1011", 0}}}};
    const test::Table reference("estimation/hierarchical_models.csv");
    const auto source = reference.text("data"), model = reference.text("model");
    const auto column = [&](const char* name) { return reference.numbers(name); };
    const auto N = column("N"), se = column("se"), deviance = column("deviance"), df = column("df"),
               aic = column("AIC"), bic = column("BIC");
    std::size_t compared = 0;
    for (const auto& [name, keys] : data) {
        const auto got = logLinearModels(*ListCounts::ofKeys(keys), 0.95);
        REQUIRE(got);
        CHECK(got->fitted.size() + got->notEstimable.size() == (name == "hiv" ? 113 : 8));
        for (std::size_t row = 0; row < model.size(); ++row) {
            if (source[row] != name) continue;
            INFO(name << " " << model[row]);
            const auto found = std::find_if(got->fitted.begin(), got->fitted.end(),
                                            [&](const auto& one) { return one.model == model[row]; });
            REQUIRE(found != got->fitted.end());
            CHECK_THAT(found->N, WithinRel(N[row], 1e-6));
            CHECK_THAT(found->standardError, WithinRel(se[row], 1e-5));
            CHECK_THAT(found->deviance, WithinAbs(deviance[row], 1e-6));
            CHECK(found->degreesOfFreedom == df[row]);
            CHECK_THAT(found->aic, WithinRel(aic[row], 1e-8));
            CHECK_THAT(found->bic, WithinRel(bic[row], 1e-8));
            ++compared;
        }
    }
    CHECK(compared == model.size());
}

TEST_CASE("data that hold no size are marked as such", "[estimation][capture]") {
    CHECK_FALSE(twoSource(100, 100, 0, 0.95)->estimable);
    CHECK(twoSource(100, 100, 1, 0.95)->estimable);
    const auto met = [](std::vector<double> frequency) { return chao(frequency, 0.95)->estimable; };
    CHECK_FALSE(met({520}));
    CHECK_FALSE(met({520, 0}));
    CHECK_FALSE(met({520, 0, 3}));
    CHECK(met({520, 1}));
    CHECK(met({0, 4}));
    // Three lists that share nobody: no model.
    const std::vector<std::pair<std::string, double>> apart{{"001", 40}, {"010", 30}, {"100", 20}};
    const auto none = logLinearModels(*ListCounts::ofKeys(apart), 0.95);
    REQUIRE(none);
    CHECK(none->fitted.empty());
    REQUIRE(none->notEstimable.size() == 8);
    CHECK(none->notEstimable.front().model == "independence");
    CHECK(none->notEstimable.front().why.ends_with('.'));
    CHECK_FALSE(none->bestAic);
    // Two lists have no model that the counts can contradict.
    const std::vector<std::pair<std::string, double>> two{{"11", 5}, {"10", 5}, {"01", 10}};
    const auto pair = logLinearModels(*ListCounts::ofKeys(two), 0.95);
    REQUIRE(pair);
    REQUIRE(pair->fitted.size() == 1);
    CHECK(pair->fitted.front().saturated);
    CHECK_FALSE(pair->bestAic);
    // Five lists: independence, each of ten pairs, and all of them.
    const std::vector<std::pair<std::string, double>> five{{"10000", 9}, {"01000", 9}, {"00100", 9}, {"00010", 9},
                                                           {"00001", 9}, {"11000", 3}, {"00110", 3}, {"10001", 2}};
    const auto many = logLinearModels(*ListCounts::ofKeys(five), 0.95);
    REQUIRE(many);
    CHECK(many->fitted.size() + many->notEstimable.size() == 12);
}

TEST_CASE("lists that are empty, apart or one within the other still have a log-linear size", "[estimation][capture]") {
    // With L1:L2 the first two lists are one against the third, so that the size has a closed form.
    const std::vector<std::pair<std::string, double>> disjoint{{"001", 40}, {"010", 30}, {"011", 10}, {"100", 20},
                                                               {"101", 15}, {"110", 0},  {"111", 0}};
    const auto got = logLinear(*ListCounts::ofKeys(disjoint), {{0, 1}}, 0.95);
    REQUIRE(got);
    const double f0 = 40.0 * (30 + 20) / (10 + 15);
    const double variance = 1.0 / 40 + 1.0 / 50 + 1.0 / 25;
    CHECK_THAT(got->f0, WithinRel(f0, 1e-10));
    CHECK_THAT(got->standardError, WithinRel(std::sqrt(f0 + f0 * f0 * variance), 1e-10));
    CHECK(got->degreesOfFreedom == 2);
    // The second list lies within the first: with their interaction it says nothing about who is on neither.
    const std::vector<std::pair<std::string, double>> within{{"001", 40}, {"010", 0}, {"011", 0}, {"100", 20},
                                                             {"101", 15}, {"110", 6}, {"111", 4}};
    const auto nested = logLinear(*ListCounts::ofKeys(within), {{0, 1}}, 0.95);
    REQUIRE(nested);
    CHECK_THAT(nested->f0, WithinRel(40.0 * 26 / 19, 1e-10));
    const std::vector<std::pair<std::string, double>> emptyList{{"001", 0}, {"010", 10}, {"011", 0}, {"100", 5},
                                                                {"101", 0}, {"110", 5},  {"111", 0}};
    const auto others = logLinear(*ListCounts::ofKeys(emptyList), {}, 0.95);
    REQUIRE(others);
    CHECK_THAT(others->N, WithinRel(30.0, 1e-10)); // the two lists that have people
}

TEST_CASE("a log-linear model that the lists cannot carry is refused", "[estimation][capture]") {
    const auto model = [](std::vector<std::pair<std::string, double>> keys, const Interactions& interactions) {
        return logLinear(*ListCounts::ofKeys(keys), interactions, 0.95);
    };
    CHECK(model({{"10", 5}, {"01", 5}, {"11", 1}}, {{0, 1}}).error().code == EstimationErrc::NotEstimable);
    CHECK_FALSE(model({{"10", 5}, {"01", 5}}, {})); // no overlap: without bound
    CHECK(model({{"100", 9}, {"010", 8}, {"001", 7}, {"101", 2}, {"011", 3}, {"110", 0}, {"111", 0}},
                {{0, 1}, {0, 2}, {1, 2}})
              .error()
              .code == EstimationErrc::NotEstimable); // the unseen of the first two lists hang in the air
    CHECK(model({{"10", 0}, {"01", 0}}, {}).error().code == EstimationErrc::NoRows);
    CHECK(model({{"101", 5}, {"011", 5}}, {{0, 3}}).error().code == EstimationErrc::BadParameter);
    const std::vector<std::pair<std::string, double>> mixed{{"10", 1}, {"011", 2}};
    CHECK(ListCounts::ofKeys(mixed).error().code == EstimationErrc::BadParameter);
    CHECK(ListCounts::ofKeys({}).error().code == EstimationErrc::BadParameter);
    const std::vector<std::pair<std::string, double>> good{{"10", 5}, {"01", 5}, {"11", 1}};
    CHECK(logLinear(*ListCounts::ofKeys(good), {}, 2).error().code == EstimationErrc::BadLevel);
}
