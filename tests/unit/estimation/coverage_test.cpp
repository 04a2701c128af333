// SPDX-License-Identifier: Apache-2.0
// The default interval holds the truth as often as it says, in simulated surveys of people who are met at sites.
#include "peil/estimation/multiplier.h"
#include "peil/estimation/resample.h"
#include "table.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace peil;
using namespace peil::estimation;

namespace {

constexpr std::uint32_t kSites = 33;
constexpr double kShare = 0.611;
constexpr double kConcentration = 1 / 0.06 - 1; ///< of the sites' shares: intra-class correlation 0.06

/// A beta draw by the order statistics of uniform numbers: the k-th of m is Beta(k, m - k + 1).
double siteShare(CounterRng& random) {
    const auto m = static_cast<std::size_t>(kConcentration) - 1;
    const auto k = static_cast<std::size_t>(kShare * kConcentration);
    std::vector<double> draws(m);
    for (auto& draw : draws)
        draw = random.nextUnit();
    std::sort(draws.begin(), draws.end());
    return draws[k - 1];
}

/// The mean of siteShare: what the surveys estimate.
double trueShare() {
    const double m = std::floor(kConcentration) - 1;
    return std::floor(kShare * kConcentration) / (m + 1);
}

} // namespace

TEST_CASE("the default interval covers 93 to 97% in 2,000 clustered surveys", "[estimation][coverage]") {
    constexpr int kSurveys = 2000;
    constexpr std::uint32_t kPeople = 12;
    DesignColumns columns{.rows = kSites * kPeople};
    for (std::uint32_t row = 0; row < kSites * kPeople; ++row)
        columns.cluster.push_back(row / kPeople);
    const auto design = *Design::create(columns);
    const auto all = Domain::all(columns.rows);
    const double truth = 1000 / trueShare();
    int covered = 0;
    std::vector<double> y(columns.rows);
    for (int survey = 0; survey < kSurveys; ++survey) {
        CounterRng random(20230701, static_cast<std::uint64_t>(survey));
        for (std::uint32_t site = 0; site < kSites; ++site) {
            const double p = siteShare(random);
            for (std::uint32_t one = 0; one < kPeople; ++one)
                y[site * kPeople + one] = random.nextUnit() < p ? 1 : 0;
        }
        const auto got = multiplierEstimate(design, all, y, 1000);
        REQUIRE(got);
        if (*got->lower <= truth && got->upper && *got->upper >= truth) ++covered;
    }
    CHECK(covered >= 0.93 * kSurveys);
    CHECK(covered <= 0.97 * kSurveys);
}
