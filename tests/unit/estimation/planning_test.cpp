// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/planning.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>

using namespace peil;
using namespace peil::estimation;

TEST_CASE("the reference sample sizes follow", "[estimation][planning]") {
    CHECK(sampleSizeForProportion({})->n == 385);
    const auto size = [](double p, double e, double deff) {
        return sampleSizeForSize({.p = p, .relativeHalfWidth = e, .deff = deff})->n;
    };
    CHECK(size(0.307, 0.10, 1) == 868);
    CHECK(size(0.307, 0.15, 1) == 386);
    CHECK(size(0.307, 0.20, 1) == 217);
    CHECK(size(0.611, 0.10, 1) == 245);
    CHECK(size(0.611, 0.15, 1) == 109);
    CHECK(size(0.307, 0.15, 1.5) == 579);
    CHECK(size(0.307, 0.10, 1.5) == 1301);
}

TEST_CASE("nonresponse, a small population and an uncertain benchmark change the number requested",
          "[estimation][planning]") {
    CHECK(sampleSizeForProportion({.nonresponse = 0.5})->n == 769);
    CHECK(sampleSizeForProportion({.population = 500})->n == 218);
    CHECK(sampleSizeForSize({.p = 0.4, .relativeHalfWidth = 0.15, .benchmarkCv = 0.05})->n >
          sampleSizeForSize({.p = 0.4, .relativeHalfWidth = 0.15})->n);
    CHECK(sampleSizeForSize({.p = 0.4, .relativeHalfWidth = 0.1, .benchmarkCv = 0.06}).error().code ==
          EstimationErrc::NotEstimable);
    CHECK(sampleSizeForProportion({.p = 0}).error().code == EstimationErrc::BadParameter);
    CHECK(sampleSizeForProportion({.level = 0}).error().code == EstimationErrc::BadLevel);
    CHECK(sampleSizeForProportion({.population = 0}).error().code == EstimationErrc::BadParameter);
    CHECK(sampleSizeForSize({.deff = 0}).error().code == EstimationErrc::BadParameter);
    CHECK(sampleSizeForSize({.nonresponse = 1}).error().code == EstimationErrc::BadParameter);
}

TEST_CASE("quotas add up, respect the floor and follow the root of the benchmark", "[estimation][planning]") {
    const std::vector<double> benchmarks{1218, 975, 690, 406, 325, 162, 284, 227};
    const auto got = allocate(benchmarks, {.n = 400});
    REQUIRE(got);
    CHECK(std::accumulate(got->begin(), got->end(), std::uint64_t{0}) == 400);
    for (std::size_t i = 0; i < got->size(); ++i) {
        CHECK(got->at(i) >= 30);
        for (std::size_t j = 0; j < got->size(); ++j)
            if (benchmarks[i] > benchmarks[j]) CHECK(got->at(i) >= got->at(j));
    }
    CHECK(allocate(std::vector<double>{0, 0}, {.n = 60})->at(0) == 30);
    CHECK(allocate(std::vector<double>{1, 1, 1}, {.n = 100, .floor = 0}) == std::vector<std::uint64_t>{34, 33, 33});
    CHECK(allocate(benchmarks, {.n = 100}).error().code == EstimationErrc::BadParameter);
    CHECK(allocate({}, {.n = 100}).error().code == EstimationErrc::NoRows);
    CHECK(allocate(std::vector<double>{-1}, {.n = 100}).error().code == EstimationErrc::BadBenchmark);
}

TEST_CASE("quotas of any shape add up to what was planned", "[estimation][planning]") {
    for (std::uint64_t n = 90; n < 700; n += 7)
        for (std::size_t cells = 1; cells <= 3; ++cells) {
            std::vector<double> benchmarks;
            for (std::size_t i = 0; i < cells; ++i)
                benchmarks.push_back(static_cast<double>((n * (i + 3)) % 17));
            const auto got = allocate(benchmarks, {.n = n});
            REQUIRE(got);
            CHECK(std::accumulate(got->begin(), got->end(), std::uint64_t{0}) == n);
        }
}
