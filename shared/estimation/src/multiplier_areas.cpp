// SPDX-License-Identifier: Apache-2.0
#include "multiplier_input.h"
#include "variance.h"

#include <cmath>

namespace peil::estimation {
namespace {

constexpr double kEnoughCases = 15;

/// Rows that count: with an answer and a weight.
Domain inArea(const Design& design, const Domain& domain, const Factor& area, std::uint32_t code,
              std::span<const double> indicator) {
    return Domain::select(domain.rows(), [&](std::size_t row) {
        return domain.contains(row) && area.codes[row] == code && design.weight()[row] > 0 &&
               !std::isnan(indicator[row]);
    });
}

Result<> checkAreas(const Design& design, const Factor& area) {
    if (area.codes.size() == design.rows()) return {};
    return fail(EstimationErrc::SizeMismatch, "The column of areas has " + std::to_string(area.codes.size()) +
                                                  " values for " + std::to_string(design.rows()) + " rows.");
}

} // namespace

Result<SeparateEstimate> separateEstimate(const Design& design, const Domain& domain, std::span<const double> indicator,
                                          const Factor& area, std::span<const double> benchmarks) {
    PEIL_CHECK(checkColumn(design, domain, indicator.size()));
    PEIL_CHECK(checkAreas(design, area));
    PEIL_CHECK(checkIndicator(domain, indicator));
    if (benchmarks.size() != area.levels.size())
        return fail(EstimationErrc::SizeMismatch, "There are " + std::to_string(benchmarks.size()) +
                                                      " benchmarks for " + std::to_string(area.levels.size()) +
                                                      " areas.");
    SeparateEstimate out;
    double variance = 0;
    for (std::uint32_t code = 0; code < area.levels.size(); ++code) {
        const auto part = inArea(design, domain, area, code, indicator);
        if (part.count() == 0) continue;
        PEIL_CHECK(checkBenchmark(benchmarks[code]));
        PEIL_TRY(const MeanEstimate mean, surveyMean(design, part, indicator));
        AreaEstimate one;
        one.area = code;
        one.n = mean.n;
        one.x = mean.sum;
        one.benchmark = benchmarks[code];
        one.p = mean.estimate;
        one.variance = mean.variance;
        one.nearUnbiasedN = one.benchmark * (static_cast<double>(one.n) + 1) / (one.x + 1);
        one.enoughCases = one.x >= kEnoughCases;
        out.nearUnbiasedN += one.nearUnbiasedN;
        if (one.p > 0) {
            one.N = one.benchmark / one.p;
            out.partialN += *one.N;
            variance += one.benchmark * one.benchmark * one.variance / std::pow(one.p, 4);
        } else {
            out.undefinedAreas.push_back(code);
        }
        out.areas.push_back(one);
    }
    if (out.areas.empty()) return fail(EstimationErrc::NoRows, "No row of the domain has an answer; widen the domain.");
    out.partialStandardError = std::sqrt(variance);
    if (out.undefinedAreas.empty()) {
        out.N = out.partialN;
        out.standardError = out.partialStandardError;
    }
    return out;
}

Result<std::vector<Influence>> leaveOneOut(const Design& design, const Domain& domain,
                                           std::span<const double> indicator, double benchmark, const Factor& unit) {
    PEIL_CHECK(checkColumn(design, domain, indicator.size()));
    PEIL_CHECK(checkAreas(design, unit));
    PEIL_CHECK(checkIndicator(domain, indicator));
    PEIL_CHECK(checkBenchmark(benchmark));
    std::vector<double> weights(unit.levels.size(), 0.0);
    std::vector<double> inCare(unit.levels.size(), 0.0);
    double allWeights = 0;
    double allInCare = 0;
    for (std::size_t row = 0; row < design.rows(); ++row) {
        if (!domain.contains(row) || std::isnan(indicator[row])) continue;
        const double weight = design.weight()[row];
        weights[unit.codes[row]] += weight;
        inCare[unit.codes[row]] += weight * indicator[row];
        allWeights += weight;
        allInCare += weight * indicator[row];
    }
    if (!(allWeights > 0)) return fail(EstimationErrc::NoRows, "No row of the domain has an answer; widen the domain.");
    std::vector<Influence> out;
    for (std::uint32_t code = 0; code < unit.levels.size(); ++code) {
        if (!(weights[code] > 0)) continue;
        Influence one;
        one.unit = code;
        const double restIn = allInCare - inCare[code];
        const double rest = allWeights - weights[code];
        // A rest below rounding error is no one.
        if (restIn > 1e-12 * allWeights && rest > 0) {
            one.N = benchmark * rest / restIn;
            if (allInCare > 0 && benchmark > 0) one.relativeChange = *one.N / (benchmark * allWeights / allInCare) - 1;
        }
        out.push_back(one);
    }
    return out;
}

} // namespace peil::estimation
