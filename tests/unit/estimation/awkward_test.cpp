// SPDX-License-Identifier: Apache-2.0
// Data as fieldwork brings them: a city with one site, nobody or everybody in care, a group of one person, weights of
// zero and of very different size, and cells that are no number.
#include "peil/estimation/counter_rng.h"
#include "peil/estimation/multiplier.h"
#include "table.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

using namespace peil;
using namespace peil::estimation;
using Catch::Matchers::WithinRel;

namespace {

/// A survey that has every oddity at once: cities of one to five sites, sites where nobody or everybody is in care,
/// weights from a thousandth to a thousand and some of zero, missing answers.
struct OddSurvey {
    DesignColumns columns;
    std::vector<double> inCare;

    explicit OddSurvey(std::uint64_t seed) {
        CounterRng random(seed);
        for (std::uint32_t city = 0; city < 4; ++city) {
            const auto sites = 1 + random.below(5);
            for (std::uint32_t site = 0; site < sites; ++site)
                addSite(random, city, site);
        }
        columns.rows = inCare.size();
    }

private:
    void addSite(CounterRng& random, std::uint32_t city, std::uint32_t site) {
        const auto kind = random.below(4); // 0: nobody, 1: everybody, else mixed
        const auto people = 1 + random.below(8);
        for (std::uint32_t one = 0; one < people; ++one) {
            columns.stratum.push_back(city);
            columns.cluster.push_back(site);
            columns.weight.push_back(random.below(10) == 0 ? 0 : std::pow(10, 6 * random.nextUnit() - 3));
            const double answer = kind == 0 ? 0 : kind == 1 ? 1 : random.below(2);
            inCare.push_back(random.below(12) == 0 ? kMissing : answer);
        }
    }
};

} // namespace

TEST_CASE("weights keep their meaning over twelve orders of magnitude", "[estimation][awkward]") {
    const OddSurvey survey(7);
    auto scaled = survey.columns;
    for (auto& weight : scaled.weight)
        weight *= 1e12;
    const auto all = Domain::all(scaled.rows);
    const auto before = multiplierEstimate(*Design::create(survey.columns), all, survey.inCare, 100);
    const auto after = multiplierEstimate(*Design::create(scaled), all, survey.inCare, 100);
    REQUIRE(before);
    REQUIRE(after);
    CHECK_THAT(*after->N, WithinRel(*before->N, 1e-12));
    CHECK_THAT(*after->lower, WithinRel(*before->lower, 1e-9));
    CHECK_THAT(after->standardError, WithinRel(before->standardError, 1e-9));
}

TEST_CASE("when every city has one site, the effective sample size replaces the variance", "[estimation][awkward]") {
    DesignColumns columns{.rows = 40};
    std::vector<double> y;
    for (std::uint32_t row = 0; row < 40; ++row) {
        columns.stratum.push_back(row / 10);
        columns.cluster.push_back(0);
        y.push_back(row % 3 == 0 ? 1 : 0);
    }
    for (const auto policy : {SingleClusterPolicy::Adjust, SingleClusterPolicy::Average, SingleClusterPolicy::Remove,
                              SingleClusterPolicy::Certainty}) {
        columns.singleCluster = policy;
        const auto got = multiplierEstimate(*Design::create(columns), Domain::all(40), y, 100);
        REQUIRE(got);
        CHECK(got->basis == IntervalBasis::EffectiveSample);
        CHECK(got->degreesOfFreedom == 0);
        const auto exact = binomialInterval(BinomialMethod::ClopperPearson, 14, 40, 0.95);
        CHECK_THAT(got->pInterval.lower, WithinRel(exact->lower, 1e-12));
        CHECK(got->warnings.back().kind == WarningKind::SingleCluster);
    }
}

TEST_CASE("a group of one person has the exact interval of one person", "[estimation][awkward]") {
    const auto design = *Design::create({.rows = 5, .cluster = {0, 0, 1, 1, 2}});
    const auto one = Domain::ofMask({0, 0, 0, 0, 1});
    const auto in = multiplierEstimate(design, one, std::vector<double>{1, 0, 1, 0, 1}, 40);
    REQUIRE(in);
    CHECK(in->basis == IntervalBasis::Exact);
    CHECK(*in->N == 40);
    CHECK_THAT(*in->upper, WithinRel(40 / 0.025, 1e-9));
    const auto out = multiplierEstimate(design, one, std::vector<double>{1, 0, 1, 0, 0}, 40);
    REQUIRE(out);
    CHECK_FALSE(out->N);
    CHECK_THAT(*out->lower, WithinRel(40 / 0.975, 1e-9));
}

TEST_CASE("a city whose people have no weight is left out and does not stop the others", "[estimation][awkward]") {
    const auto city = Factor::of(std::vector<std::string>{"a", "a", "a", "b", "b"});
    const auto design = *Design::create({.rows = 5, .weight = {1, 2, 1, 0, 0}});
    const std::vector<double> y{1, 0, 1, 1, 0};
    const auto got = separateEstimate(design, Domain::all(5), y, city, std::vector<double>{10, 20});
    REQUIRE(got);
    REQUIRE(got->areas.size() == 1);
    CHECK_THAT(*got->N, WithinRel(20.0, 1e-12));
    const auto without = leaveOneOut(design, Domain::all(5), y, 10, city);
    REQUIRE(without);
    CHECK(without->size() == 1);
}

TEST_CASE("a cell that is no number is refused with its row and what to do", "[estimation][awkward]") {
    const double infinite = std::numeric_limits<double>::infinity();
    const auto sentence = [](const auto& result) {
        REQUIRE_FALSE(result);
        const auto& text = result.error().context;
        INFO(text);
        CHECK(text.find("row 2") != std::string::npos);
        CHECK(text.find("nan") == std::string::npos);
        CHECK(text.ends_with('.'));
        CHECK(text.find(". ") == std::string::npos);
        return result.error().code;
    };
    for (const double bad : {kMissing, infinite, -1.0, 1e101})
        CHECK(sentence(Design::create({.rows = 2, .weight = {1, bad}})) == EstimationErrc::BadWeight);
    for (const double bad : {kMissing, 1.0})
        CHECK(sentence(Design::create({.rows = 2, .frameSize = {3, bad}})) == EstimationErrc::BadFrameSize);
    const auto design = test::simpleDesign(3);
    const auto all = Domain::all(3);
    const std::vector<double> bad{1, infinite, 0};
    const std::vector<double> good{1, 1, 2};
    CHECK(sentence(surveyMean(design, all, bad)) == EstimationErrc::BadParameter);
    CHECK(sentence(multiplierEstimate(design, all, bad, 10)) == EstimationErrc::BadIndicator);
    CHECK(multiplierEstimate(design, all, good, kMissing).error().code == EstimationErrc::BadBenchmark);
}
