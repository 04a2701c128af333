// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/capture_recapture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

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

TEST_CASE("without anyone met once nobody is hidden", "[estimation][capture]") {
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
    REQUIRE(models->size() == 5);
    CHECK(models->front().model == "independence");
    CHECK_THAT(models->front().N, WithinAbs(388, 0.5));
    CHECK(models->at(1).model == "L1:L2");
    CHECK(models->back().model == "all_two_way");
    CHECK_THAT(models->back().N, WithinAbs(1313, 0.5));
    CHECK_THAT(models->back().standardError, WithinAbs(518, 0.5));
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
