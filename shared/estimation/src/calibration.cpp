// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/calibration.h"

#include "peil/base/text.h"
#include "variance.h"

#include <algorithm>
#include <cmath>

namespace peil::estimation {
namespace {

/// Sums of weights by category inside the domain.
std::vector<double> sumsOf(const Domain& domain, const Factor& category, std::span<const double> weight) {
    std::vector<double> sums(category.levels.size(), 0.0);
    for (std::size_t row = 0; row < weight.size(); ++row)
        if (domain.contains(row)) sums[category.codes[row]] += weight[row];
    return sums;
}

Result<> checkMargin(const Design& design, const Domain& domain, const MarginTotals& margin) {
    PEIL_CHECK(checkColumn(design, domain, margin.category.codes.size()));
    if (margin.totals.size() != margin.category.levels.size())
        return fail(EstimationErrc::SizeMismatch, "There are " + std::to_string(margin.totals.size()) + " totals for " +
                                                      std::to_string(margin.category.levels.size()) + " categories.");
    const auto sums = sumsOf(domain, margin.category, design.weight());
    for (std::size_t level = 0; level < sums.size(); ++level) {
        const double total = margin.totals[level];
        const auto& value = margin.category.levels[level];
        const auto name = "'" + (value.empty() ? "(empty)" : value) + "'" +
                          (margin.name.empty() ? "" : " of " + std::string(margin.name));
        if (!(total >= 0) || !std::isfinite(total))
            return fail(EstimationErrc::BadParameter, "The total of " + name + " must be a number, 0 or more.");
        if (total > 0 && !(sums[level] > 0))
            return fail(EstimationErrc::MissingTotal,
                        "The total of " + name + " is " + formatNumber(total) +
                            ", but the sample has no one there; merge it with another category.");
        if (!(total > 0) && sums[level] > 0)
            return fail(EstimationErrc::MissingTotal,
                        "The sample has people in " + name +
                            ", but no total is given for it; add its line, or merge it with another category.");
    }
    return {};
}

/// One step of fitting; the record of what it did is for the variance.
CalibrationMargin fit(const Domain& domain, const MarginTotals& margin, std::vector<double>& weight) {
    CalibrationMargin record;
    record.categories = static_cast<std::uint32_t>(margin.category.levels.size());
    record.category.assign(weight.size(), CalibrationMargin::kOutside);
    record.before = weight;
    const auto sums = sumsOf(domain, margin.category, weight);
    for (std::size_t row = 0; row < weight.size(); ++row) {
        if (!domain.contains(row)) continue;
        const auto level = margin.category.codes[row];
        record.category[row] = level;
        if (sums[level] > 0) weight[row] *= margin.totals[level] / sums[level];
    }
    record.after = weight;
    return record;
}

double worstDistance(const Domain& domain, std::span<const MarginTotals> margins, std::span<const double> weight) {
    double worst = 0;
    for (const auto& margin : margins) {
        const auto sums = sumsOf(domain, margin.category, weight);
        for (std::size_t level = 0; level < sums.size(); ++level)
            if (margin.totals[level] > 0) worst = std::max(worst, std::abs(sums[level] / margin.totals[level] - 1));
    }
    return worst;
}

double kishDeff(std::span<const double> weights) {
    double sum = 0;
    double squares = 0;
    double n = 0;
    for (const double weight : weights) {
        sum += weight;
        squares += weight * weight;
        if (weight > 0) n += 1;
    }
    return n * squares / (sum * sum);
}

} // namespace

Result<Design> postStratify(const Design& design, const Domain& domain, const MarginTotals& margin) {
    PEIL_CHECK(checkMargin(design, domain, margin));
    std::vector<double> weight(design.weight().begin(), design.weight().end());
    Calibration how;
    how.kind = CalibrationKind::PostStrata;
    how.margins.push_back(fit(domain, margin, weight));
    return design.withWeights(std::move(weight), std::make_shared<const Calibration>(std::move(how)));
}

Result<Design> rake(const Design& design, const Domain& domain, std::span<const MarginTotals> margins,
                    const RakingOptions& options) {
    for (const auto& margin : margins)
        PEIL_CHECK(checkMargin(design, domain, margin));
    std::vector<double> weight(design.weight().begin(), design.weight().end());
    Calibration how;
    how.kind = CalibrationKind::Raking;
    for (int round = 0; round < options.maxRounds; ++round) {
        how.margins.clear();
        for (const auto& margin : margins)
            how.margins.push_back(fit(domain, margin, weight));
        if (worstDistance(domain, margins, weight) <= options.tolerance)
            return design.withWeights(std::move(weight), std::make_shared<const Calibration>(std::move(how)));
    }
    return fail(EstimationErrc::NoConvergence,
                "Raking did not reach its totals in " + std::to_string(options.maxRounds) +
                    " rounds; check that all margins add up to the same number of people.");
}

Result<std::vector<double>> timeLocationWeights(std::span<const double> visits, std::span<const double> probability) {
    if (!probability.empty() && probability.size() != visits.size())
        return fail(EstimationErrc::SizeMismatch, "There are " + std::to_string(probability.size()) +
                                                      " probabilities for " + std::to_string(visits.size()) + " rows.");
    std::vector<double> weights;
    weights.reserve(visits.size());
    for (std::size_t row = 0; row < visits.size(); ++row) {
        if (!(visits[row] >= 0) || !std::isfinite(visits[row]))
            return fail(EstimationErrc::BadParameter,
                        "Data row " + std::to_string(row + 1) +
                            " has no number of visits, or a negative one; correct it or remove the row.");
        const double visit = std::max(visits[row], 1.0);
        const double p = probability.empty() ? 1.0 : probability[row];
        if (!(p > 0 && p <= 1))
            return fail(EstimationErrc::BadParameter, "Data row " + std::to_string(row + 1) +
                                                          " has a site probability of " + formatNumber(p) +
                                                          "; it must be above 0 and at most 1.");
        weights.push_back(1 / (visit * p));
    }
    return weights;
}

Result<TrimmedWeights> trimWeights(std::span<const double> weights, double factor) {
    if (!(factor >= 1))
        return fail(EstimationErrc::BadParameter, "The trimming limit must be at least 1 times the median.");
    std::vector<double> positive;
    for (std::size_t row = 0; row < weights.size(); ++row) {
        if (!(weights[row] >= 0) || !std::isfinite(weights[row]))
            return fail(EstimationErrc::BadWeight,
                        "The weight of data row " + std::to_string(row + 1) + " is negative or not a number.");
        if (weights[row] > 0) positive.push_back(weights[row]);
    }
    if (positive.empty()) return fail(EstimationErrc::NoRows, "There is no weight above zero to trim.");
    std::sort(positive.begin(), positive.end());
    const auto half = positive.size() / 2;
    const double median = positive.size() % 2 == 1 ? positive[half] : (positive[half - 1] + positive[half]) / 2;
    TrimmedWeights out;
    out.limit = factor * median;
    out.kishDeffBefore = kishDeff(weights);
    out.weights.assign(weights.begin(), weights.end());
    for (auto& weight : out.weights)
        if (weight > out.limit) {
            weight = out.limit;
            ++out.trimmed;
        }
    out.kishDeffAfter = kishDeff(out.weights);
    return out;
}

} // namespace peil::estimation
