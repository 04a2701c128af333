// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/planning.h"

#include "distributions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace peil::estimation {
namespace {

constexpr double kMostPeople = 1e10;

/// Up to the next whole person, at least one; a hair above a whole number is rounding error, not a person.
Result<std::uint64_t> people(double n) {
    if (!(n < kMostPeople))
        return fail(EstimationErrc::BadParameter,
                    "This precision needs more people than there are; widen the interval.");
    return static_cast<std::uint64_t>(std::max(1.0, std::ceil(n - 1e-9 * std::max(1.0, n))));
}

Result<> checkCommon(double p, double level, double deff, double nonresponse) {
    if (!(level > 0 && level < 1))
        return fail(EstimationErrc::BadLevel, "The level must be between 0 and 1, such as 0.95.");
    if (!(p > 0 && p < 1))
        return fail(EstimationErrc::BadParameter, "The expected proportion must be between 0 and 1.");
    if (!(deff > 0) || !std::isfinite(deff))
        return fail(EstimationErrc::BadParameter, "The design effect must be above 0.");
    if (!(nonresponse >= 0 && nonresponse < 1))
        return fail(EstimationErrc::BadParameter, "Nonresponse must be a proportion from 0 to below 1.");
    return {};
}

/// Whole numbers that add up to `n`, proportional to `share`: the largest remainders get the odd ones, the first at a
/// tie.
std::vector<std::uint64_t> largestRemainder(std::span<const double> share, std::uint64_t n) {
    const double sum = std::accumulate(share.begin(), share.end(), 0.0);
    std::vector<std::uint64_t> out;
    std::vector<double> rest;
    std::uint64_t given = 0;
    for (const double one : share) {
        const double exact = sum > 0 ? static_cast<double>(n) * one / sum : 0;
        out.push_back(static_cast<std::uint64_t>(exact));
        rest.push_back(exact - std::floor(exact));
        given += out.back();
    }
    std::vector<std::size_t> order(share.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
    for (std::size_t i = 0; given < n && !order.empty(); ++i, ++given)
        ++out[order[i % order.size()]];
    return out;
}

} // namespace

Result<SampleSize> sampleSizeForProportion(const ProportionPlan& plan) {
    PEIL_CHECK(checkCommon(plan.p, plan.level, plan.deff, plan.nonresponse));
    if (!(plan.halfWidth > 0 && plan.halfWidth < 1))
        return fail(EstimationErrc::BadParameter, "The half width of the interval must be between 0 and 1.");
    if (!(plan.population >= 1)) return fail(EstimationErrc::BadParameter, "The population must be 1 or more.");
    const double z = dist::normalCritical(plan.level);
    SampleSize out;
    out.n0 = z * z * plan.p * (1 - plan.p) / (plan.halfWidth * plan.halfWidth) * plan.deff;
    const double finite = std::isinf(plan.population) ? out.n0 : out.n0 / (1 + (out.n0 - 1) / plan.population);
    PEIL_TRY(out.n, people(finite / (1 - plan.nonresponse)));
    return out;
}

Result<SampleSize> sampleSizeForSize(const SizePlan& plan) {
    PEIL_CHECK(checkCommon(plan.p, plan.level, plan.deff, plan.nonresponse));
    if (!(plan.relativeHalfWidth > 0) || !(plan.benchmarkCv >= 0))
        return fail(
            EstimationErrc::BadParameter,
            "The relative half-width must be above 0, and the benchmark's coefficient of variation at least 0.");
    const double cv = plan.relativeHalfWidth / dist::normalCritical(plan.level);
    const double room = cv * cv - plan.benchmarkCv * plan.benchmarkCv;
    if (!(room > 0))
        return fail(EstimationErrc::NotEstimable,
                    "The benchmark alone is less precise than the target; no number of interviews can reach it.");
    SampleSize out;
    out.n0 = plan.deff * (1 - plan.p) / (plan.p * room);
    PEIL_TRY(out.n, people(out.n0 / (1 - plan.nonresponse)));
    return out;
}

Result<std::vector<std::uint64_t>> allocate(std::span<const double> benchmarks, const AllocationPlan& plan) {
    if (benchmarks.empty()) return fail(EstimationErrc::NoRows, "There is no cell to allocate interviews to.");
    if (plan.floor * benchmarks.size() > plan.n)
        return fail(EstimationErrc::BadParameter,
                    "A floor of " + std::to_string(plan.floor) + " in each of " + std::to_string(benchmarks.size()) +
                        " cells needs more than the " + std::to_string(plan.n) + " interviews planned.");
    std::vector<double> share;
    for (const double benchmark : benchmarks) {
        if (!(benchmark >= 0) || !std::isfinite(benchmark))
            return fail(EstimationErrc::BadBenchmark, "Each benchmark must be a number of people, 0 or more.");
        share.push_back(std::pow(benchmark, plan.power));
    }
    // Cells that fall below the floor get it and leave; the others share what is left, until none falls below.
    std::vector<bool> atFloor(share.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        double sum = 0;
        double left = static_cast<double>(plan.n);
        for (std::size_t i = 0; i < share.size(); ++i)
            atFloor[i] ? left -= static_cast<double>(plan.floor) : sum += share[i];
        for (std::size_t i = 0; i < share.size(); ++i)
            if (!atFloor[i] && (sum <= 0 || left * share[i] / sum < static_cast<double>(plan.floor)))
                atFloor[i] = changed = true;
    }
    std::uint64_t left = plan.n;
    for (std::size_t i = 0; i < share.size(); ++i)
        if (atFloor[i]) {
            left -= plan.floor;
            share[i] = 0;
        }
    const bool allAtFloor = std::find(atFloor.begin(), atFloor.end(), false) == atFloor.end();
    if (allAtFloor) share.assign(share.size(), 1.0);
    auto out = largestRemainder(share, left);
    for (std::size_t i = 0; i < share.size(); ++i)
        if (atFloor[i]) out[i] += plan.floor;
    return out;
}

} // namespace peil::estimation
