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
        const std::array<double, kDerivedSizes> values{a, b, both, a - both, both + b, a + b};
        for (std::size_t k = 0; k < kDerivedSizes; ++k)
            influence[k][row] = values[k];
    }
    return influence;
}

} // namespace

std::string_view nameOf(DerivedSize size) {
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
                    "Nobody of one of the two groups is in care; its size has no upper limit.");

    const auto either =
        Domain::select(rows, [&](std::size_t row) { return first.contains(row) || second.contains(row); });
    DerivedSizes out;
    PEIL_TRY(out.covariance, surveyCovariance(in.design, either, influencesOf(in, first, second, total)));
    const double a = in.firstBenchmark * total.first / total.firstCare;
    const double b = in.secondBenchmark * total.second / total.secondCare;
    const double both = in.firstBenchmark * total.firstTrait / total.firstCare;
    const std::array<double, kDerivedSizes> values{a, b, both, a - both, both + b, a + b};
    const double z = dist::normalCritical(in.level);
    for (std::size_t k = 0; k < kDerivedSizes; ++k) {
        auto& size = out.sizes[k];
        size.N = values[k];
        size.standardError = std::sqrt(out.covariance.at(k, k));
        size.cv = size.standardError / size.N;
        size.logNormal = {size.N * std::exp(-z * size.cv), size.N * std::exp(z * size.cv)};
    }
    return out;
}

} // namespace peil::estimation
