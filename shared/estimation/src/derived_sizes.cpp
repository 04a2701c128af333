// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/derived_sizes.h"

#include "distributions.h"
#include "multiplier_input.h"
#include "variance.h"

#include <cmath>

namespace peil::estimation {
namespace {

constexpr std::array<std::string_view, kDerivedSizes> kNames{"first",      "second",      "both",
                                                             "first_only", "trait_total", "union"};

/// Weighted totals over the analysis set of the two groups.
struct Totals {
    double first = 0, firstCare = 0, firstTrait = 0, second = 0, secondCare = 0;
};

Result<> check(const DerivedInput& in) {
    PEIL_CHECK(checkLevel(in.level));
    PEIL_CHECK(checkBenchmark(in.firstBenchmark));
    PEIL_CHECK(checkBenchmark(in.secondBenchmark));
    PEIL_CHECK(checkBenchmarkCv(in.benchmarkCv));
    PEIL_CHECK(checkColumn(in.design, in.first, in.inCare.size()));
    PEIL_CHECK(checkColumn(in.design, in.second, in.trait.size()));
    PEIL_CHECK(checkIndicator(in.first, in.inCare));
    PEIL_CHECK(checkIndicator(in.second, in.inCare));
    PEIL_CHECK(checkIndicator(in.first, in.trait));
    for (std::size_t row = 0; row < in.design.rows(); ++row)
        if (in.first.contains(row) && in.second.contains(row))
            return fail(EstimationErrc::BadParameter,
                        "Data row " + std::to_string(row + 1) + " is in both groups; the groups must be disjoint.");
    return {};
}

/// u_i of a ratio of two totals, for one row.
double influenceOf(double numerator, double denominator, double ratio, double total) {
    return (numerator - ratio * denominator) / total;
}

Totals totalsOf(const DerivedInput& in, const Domain& first, const Domain& second) {
    Totals total;
    const auto weight = in.design.weight();
    for (std::size_t row = 0; row < in.design.rows(); ++row) {
        if (first.contains(row)) {
            total.first += weight[row];
            total.firstCare += weight[row] * in.inCare[row];
            total.firstTrait += weight[row] * in.trait[row];
        } else if (second.contains(row)) {
            total.second += weight[row];
            total.secondCare += weight[row] * in.inCare[row];
        }
    }
    return total;
}

using Sizes = std::array<double, kDerivedSizes>;

/// The six sizes out of three of them.
Sizes sizesOf(double first, double both, double second) {
    return {first, second, both, first - both, both + second, first + second};
}

/// The six influences of each row, in the order of DerivedSize.
std::vector<std::vector<double>> influencesOf(const DerivedInput& in, const Domain& first, const Domain& second,
                                              const Totals& total) {
    const auto rows = in.design.rows();
    std::vector<std::vector<double>> influence(kDerivedSizes, std::vector<double>(rows, 0.0));
    for (std::size_t row = 0; row < rows; ++row) {
        double a = 0;
        double b = 0;
        double both = 0;
        if (first.contains(row)) {
            const double care = in.inCare[row];
            a = in.firstBenchmark * influenceOf(1, care, total.first / total.firstCare, total.firstCare);
            both = in.firstBenchmark *
                   influenceOf(in.trait[row], care, total.firstTrait / total.firstCare, total.firstCare);
        } else if (second.contains(row)) {
            b = in.secondBenchmark * influenceOf(1, in.inCare[row], total.second / total.secondCare, total.secondCare);
        }
        const auto values = sizesOf(a, both, b);
        for (std::size_t k = 0; k < kDerivedSizes; ++k)
            influence[k][row] = values[k];
    }
    return influence;
}

/// Adds what the error of the registers does: each size is a sum of multiples of the two counts.
void addBenchmarkError(const DerivedInput& in, const Sizes& ofFirst, const Sizes& ofSecond, Matrix& covariance) {
    const auto cv = [&](double benchmark, double p) {
        return coefficientOfVariation(in.benchmarkVariance, in.benchmarkCv, benchmark, p);
    };
    const double first = cv(in.firstBenchmark, in.firstBenchmark / ofFirst[0]);
    const double second = cv(in.secondBenchmark, in.secondBenchmark / ofSecond[1]);
    const bool together = in.benchmarkVariance == BenchmarkVariance::Cv;
    for (std::size_t a = 0; a < kDerivedSizes; ++a)
        for (std::size_t b = 0; b < kDerivedSizes; ++b) {
            double sum = first * first * ofFirst[a] * ofFirst[b] + second * second * ofSecond[a] * ofSecond[b];
            if (together) sum += first * second * (ofFirst[a] * ofSecond[b] + ofSecond[a] * ofFirst[b]);
            covariance.values[a * kDerivedSizes + b] += sum;
        }
}

/// The smallest each size can be: the registers' people who are in it by definition, less the registers' own error.
Sizes leastSizes(const DerivedInput& in, const Sizes& sizes) {
    const auto least = [&](double benchmark, double size) {
        const double p = size > 0 ? benchmark / size : 0;
        return leastSize(benchmark, coefficientOfVariation(in.benchmarkVariance, in.benchmarkCv, benchmark, p),
                         in.level);
    };
    const double first = least(in.firstBenchmark, sizes[0]);
    const double second = least(in.secondBenchmark, sizes[1]);
    return {first, second, 0, 0, second, first + second};
}

/// `sampling` is the variance without the error of the registers. If it is zero there is no interval: the error of the
/// registers alone would make it too narrow.
CheckedInterval logStudent(const SizeEstimate& size, double sampling, double df, double level, double least) {
    constexpr double kRounding = 1e-12;
    if (df < 1 || !(std::sqrt(sampling) > kRounding * size.N) || !(size.N > 0))
        return CheckedInterval::none(NoInterval::NoVariance);
    const double half = dist::studentCritical(level, df) * size.cv;
    return checked({size.N * std::exp(-half), size.N * std::exp(half)}, size.N, least);
}

} // namespace

std::string_view idOf(DerivedSize size) {
    return kNames[static_cast<std::size_t>(size)];
}

Result<DerivedSizes> derivedSizes(const DerivedInput& in) {
    PEIL_CHECK(check(in));
    const auto rows = in.design.rows();
    const auto first = Domain::select(rows, [&](std::size_t row) {
        return in.first.contains(row) && !std::isnan(in.inCare[row]) && !std::isnan(in.trait[row]);
    });
    const auto second =
        Domain::select(rows, [&](std::size_t row) { return in.second.contains(row) && !std::isnan(in.inCare[row]); });
    const Totals total = totalsOf(in, first, second);
    if (!(total.first > 0) || !(total.second > 0))
        return fail(EstimationErrc::NoRows, "One of the two groups has no row with an answer.");
    if (!(total.firstCare > 0) || !(total.secondCare > 0))
        return fail(EstimationErrc::NotEstimable,
                    "No one in one of the two groups is in care; its size has no upper limit.");

    const auto either =
        Domain::select(rows, [&](std::size_t row) { return first.contains(row) || second.contains(row); });
    DerivedSizes out;
    PEIL_TRY(out.covariance, surveyCovariance(in.design, either, influencesOf(in, first, second, total)));
    const double a = in.firstBenchmark * total.first / total.firstCare;
    const double b = in.secondBenchmark * total.second / total.secondCare;
    const double both = in.firstBenchmark * total.firstTrait / total.firstCare;
    const auto values = sizesOf(a, both, b);
    const auto least = leastSizes(in, values);
    const auto sampling = out.covariance;
    addBenchmarkError(in, sizesOf(a, both, 0), sizesOf(0, 0, b), out.covariance);
    const auto present = domainStrata(in.design, either, {});
    out.degreesOfFreedom = static_cast<double>(present.clusters) - static_cast<double>(present.strata);
    const double z = dist::normalCritical(in.level);
    for (std::size_t k = 0; k < kDerivedSizes; ++k) {
        auto& size = out.sizes[k];
        size.N = values[k];
        size.standardError = std::sqrt(out.covariance.at(k, k));
        size.cv = size.standardError / size.N;
        size.logNormal = {size.N * std::exp(-z * size.cv), size.N * std::exp(z * size.cv)};
        size.interval = logStudent(size, sampling.at(k, k), out.degreesOfFreedom, in.level, least[k]);
    }
    return out;
}

} // namespace peil::estimation
