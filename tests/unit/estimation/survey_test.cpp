// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/survey.h"

#include "table.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <numeric>
#include <random>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// Five cities: one with a single site, one where all are in care, one where nobody is, one of a single person.
struct Edge {
    test::Table table{"estimation/microdata_edge.csv"};
    std::vector<double> y = table.numbers("y");
    Domain all = Domain::all(table.rows());

    [[nodiscard]] Design design(SingleClusterPolicy policy) const {
        return *Design::create({.rows = table.rows(),
                                .stratum = table.factor("city").codes,
                                .cluster = table.factor("site").codes,
                                .weight = table.numbers("w"),
                                .singleCluster = policy});
    }
};

/// A column in another order of rows.
template <class Column>
Column permuted(const Column& column, const std::vector<std::size_t>& order) {
    Column out;
    for (const auto row : order)
        out.push_back(column[row]);
    return out;
}

/// Of the weighted total of `y`.
double totalError(const Design& design, const std::vector<double>& y) {
    const std::vector<std::vector<double>> influence{y};
    return std::sqrt(surveyCovariance(design, Domain::all(y.size()), influence)->at(0, 0));
}

} // namespace

TEST_CASE("a simple random sample has the textbook variance", "[estimation][survey]") {
    const std::vector<double> y{1, 0, 0, 1, 1, 0, 0, 0, 0, 1};
    const auto got = surveyMean(test::simpleDesign(10), Domain::all(10), y);
    REQUIRE(got);
    CHECK(got->estimate == 0.4);
    CHECK_THAT(got->variance, WithinRel(0.24 / 9, 1e-12));
    CHECK(got->degreesOfFreedom == 9);
    CHECK_THAT(*got->deffReplace, WithinRel(1.0, 1e-12));
    CHECK_FALSE(got->deff);
}

TEST_CASE("each policy for a single cluster adds its own part", "[estimation][survey]") {
    const Edge edge;
    const auto totalSe = [&](SingleClusterPolicy policy) { return totalError(edge.design(policy), edge.y); };
    CHECK_THAT(totalSe(SingleClusterPolicy::Remove), WithinRel(4.0, 1e-12));
    CHECK_THAT(totalSe(SingleClusterPolicy::Certainty), WithinRel(4.0, 1e-12));
    CHECK_THAT(totalSe(SingleClusterPolicy::Average), WithinRel(std::sqrt(16.0 * 5 / 3), 1e-12));
    CHECK_THAT(totalSe(SingleClusterPolicy::Adjust), WithinRel(std::sqrt(16.0 + 64 + 6.25), 1e-12));
    CHECK(surveyMean(edge.design(SingleClusterPolicy::Adjust), edge.all, edge.y)->degreesOfFreedom == 4);
}

TEST_CASE("a city whose only site is its whole frame adds no variance under any policy", "[estimation][survey]") {
    const std::vector<double> y{1, 0, 1, 1, 1};
    const auto se = [&](SingleClusterPolicy policy) {
        const auto design = *Design::create({.rows = 5,
                                             .stratum = {0, 0, 0, 0, 1},
                                             .cluster = {0, 0, 1, 1, 0},
                                             .frameSize = {4, 4, 4, 4, 1},
                                             .singleCluster = policy});
        return totalError(design, y);
    };
    const double expected = se(SingleClusterPolicy::Remove);
    CHECK(expected > 0);
    CHECK(se(SingleClusterPolicy::Adjust) == expected);
    CHECK(se(SingleClusterPolicy::Average) == expected);
}

TEST_CASE("sites without a member of the domain count as zero", "[estimation][survey]") {
    // Two of four sites have a member; leaving the empty ones out of the design would give another variance.
    const std::vector<double> y{1, 0, 1, 1, 0, 0, 0, 0};
    const auto design = *Design::create({.rows = 8, .cluster = {0, 0, 1, 1, 2, 2, 3, 3}});
    const auto domain = Domain::select(8, [](std::size_t row) { return row < 4; });
    const auto got = surveyMean(design, domain, y);
    REQUIRE(got);
    CHECK(got->clusters == 2);
    CHECK(got->degreesOfFreedom == 1);
    CHECK_THAT(got->variance, WithinRel(4.0 / 3 * 2 * 0.125 * 0.125, 1e-12));
}

TEST_CASE("rows without an answer are a smaller domain", "[estimation][survey]") {
    const std::vector<double> y{1, kMissing, 0, 1};
    const auto got = surveyMean(test::simpleDesign(4), Domain::all(4), y);
    REQUIRE(got);
    CHECK(got->n == 3);
    CHECK(got->missing == 1);
    CHECK_THAT(got->estimate, WithinRel(2.0 / 3, 1e-12));
    CHECK(surveyMean(test::simpleDesign(4), Domain::ofMask({0, 1, 0, 0}), y).error().code == EstimationErrc::NoRows);
}

TEST_CASE("row order and the scale of the weights do not matter", "[estimation][survey]") {
    const test::Table table("estimation/microdata.csv");
    const auto city = table.factor("city").codes;
    const auto site = table.factor("site").codes;
    auto weight = table.numbers("weight");
    const auto y = table.numbers("in_care");
    const auto make = [](const auto& stratum, const auto& cluster, const auto& w) {
        return *Design::create({.rows = w.size(), .stratum = stratum, .cluster = cluster, .weight = w});
    };
    const auto reference = *surveyMean(make(city, site, weight), Domain::all(y.size()), y);
    std::mt19937 shuffle(7);
    std::vector<std::size_t> order(y.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (int round = 0; round < 20; ++round) {
        std::shuffle(order.begin(), order.end(), shuffle);
        const auto got = *surveyMean(make(permuted(city, order), permuted(site, order), permuted(weight, order)),
                                     Domain::all(y.size()), permuted(y, order));
        CHECK_THAT(got.estimate, WithinRel(reference.estimate, 1e-12));
        CHECK_THAT(got.standardError, WithinRel(reference.standardError, 1e-12));
    }
    for (auto& w : weight)
        w *= 1234.5;
    const auto scaled = *surveyMean(make(city, site, weight), Domain::all(y.size()), y);
    CHECK_THAT(scaled.estimate, WithinRel(reference.estimate, 1e-12));
    CHECK_THAT(scaled.standardError, WithinRel(reference.standardError, 1e-12));
    CHECK_THAT(*scaled.deffReplace, WithinRel(*reference.deffReplace, 1e-12));
    CHECK_THAT(scaled.kishN, WithinRel(reference.kishN, 1e-12));
}

TEST_CASE("the covariance of a mean with itself is its variance", "[estimation][survey]") {
    const Edge edge;
    const auto design = edge.design(SingleClusterPolicy::Average);
    const auto mean = surveyMean(design, edge.all, edge.y);
    REQUIRE(mean);
    std::vector<double> ofMean;
    for (const double value : edge.y)
        ofMean.push_back((value - mean->estimate) / mean->sumWeights);
    const std::vector<std::vector<double>> influence{ofMean, std::vector<double>(edge.y.size(), 1.0)};
    const auto covariance = surveyCovariance(design, edge.all, influence);
    REQUIRE(covariance);
    CHECK_THAT(covariance->at(0, 0), WithinRel(mean->variance, 1e-12));
    CHECK(covariance->at(0, 1) == covariance->at(1, 0));
    const std::vector<std::vector<double>> wrong{{1, 2}};
    CHECK(surveyCovariance(design, edge.all, wrong).error().code == EstimationErrc::SizeMismatch);
}
