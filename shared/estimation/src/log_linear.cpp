// SPDX-License-Identifier: Apache-2.0
#include "distributions.h"
#include "peil/estimation/capture_recapture.h"

#include <algorithm>
#include <cmath>

namespace peil::estimation {
namespace {

constexpr unsigned kMaxLists = 6;
constexpr int kMaxRounds = 200;
constexpr double kTolerance = 1e-13;
constexpr double kFarOff = 30; ///< |coefficient| of a mean that runs to zero or without bound

/// Observed cells and the terms of the model. The first term is the intercept: ln f0.
struct Problem {
    std::vector<std::vector<double>> terms; ///< one row a cell
    std::vector<double> counts;
    std::size_t parameters = 0; ///< terms of each row
};

Problem problemOf(const ListCounts& data, const Interactions& interactions) {
    Problem problem;
    problem.parameters = 1 + data.lists + interactions.size();
    const auto on = [](std::size_t cell, unsigned list) { return (cell >> list & 1U) != 0; };
    for (std::size_t cell = 1; cell < data.counts.size(); ++cell) {
        std::vector<double> row{1.0};
        for (unsigned list = 0; list < data.lists; ++list)
            row.push_back(on(cell, list) ? 1.0 : 0.0);
        for (const auto& [a, b] : interactions)
            row.push_back(on(cell, a) && on(cell, b) ? 1.0 : 0.0);
        problem.terms.push_back(std::move(row));
        problem.counts.push_back(data.counts[cell]);
    }
    return problem;
}

using Cells = std::vector<bool>;

/// Cells of a margin that the model fits exactly and that nobody is in: with or without list `a`, and `b` where the two
/// interact. Their means are zero, which takes a term to infinity.
void markEmpty(const Problem& problem, const std::vector<double>& margin, Cells& possible) {
    double people = 0;
    for (std::size_t i = 0; i < margin.size(); ++i)
        people += margin[i] * problem.counts[i];
    for (std::size_t i = 0; i < margin.size() && people == 0; ++i)
        if (margin[i] > 0) possible[i] = false;
}

Cells possibleCells(const Problem& problem, unsigned lists, const Interactions& interactions) {
    Cells possible(problem.counts.size(), true);
    const auto mark = [&](auto margin) {
        std::vector<double> column;
        for (const auto& row : problem.terms)
            column.push_back(margin(row));
        markEmpty(problem, column, possible);
    };
    for (unsigned list = 0; list < lists; ++list)
        mark([list](const auto& row) { return row[1 + list]; });
    for (const auto& [a, b] : interactions) {
        mark([a = a, b = b](const auto& row) { return row[1 + a] * row[1 + b]; });
        mark([a = a, b = b](const auto& row) { return row[1 + a] * (1 - row[1 + b]); });
        mark([a = a, b = b](const auto& row) { return (1 - row[1 + a]) * row[1 + b]; });
    }
    return possible;
}

/// Leaves out the cells that cannot hold anyone, and the terms that say nothing more about those that remain: the
/// likelihood of the others is what the whole model comes to as those terms run to infinity.
void leaveOutEmptyCells(Problem& problem, const Cells& possible) {
    std::vector<std::vector<double>> columns;
    for (std::size_t a = 0; a < problem.parameters; ++a) {
        std::vector<double> column;
        for (std::size_t i = 0; i < possible.size(); ++i)
            if (possible[i]) column.push_back(problem.terms[i][a]);
        const bool empty = std::count(column.begin(), column.end(), 0.0) == static_cast<std::ptrdiff_t>(column.size());
        // The same as the intercept is another matter: then the unseen cannot be told from the seen.
        const bool repeated =
            !columns.empty() && std::find(columns.begin() + 1, columns.end(), column) != columns.end();
        if (a == 0 || (!empty && !repeated)) columns.push_back(std::move(column));
    }
    Problem rest;
    rest.parameters = columns.size();
    for (std::size_t i = 0; i < possible.size(); ++i)
        if (possible[i]) {
            std::vector<double> row;
            row.reserve(columns.size());
            for (const auto& column : columns)
                row.push_back(column[rest.counts.size()]);
            rest.terms.push_back(std::move(row));
            rest.counts.push_back(problem.counts[i]);
        }
    problem = std::move(rest);
}

/// Cholesky factor of a symmetric matrix in place; false when it is not positive definite.
bool factorise(std::vector<double>& a, std::size_t k) {
    for (std::size_t j = 0; j < k; ++j) {
        for (std::size_t i = 0; i < j; ++i)
            a[j * k + j] -= a[j * k + i] * a[j * k + i];
        if (!(a[j * k + j] > 1e-12)) return false;
        a[j * k + j] = std::sqrt(a[j * k + j]);
        for (std::size_t row = j + 1; row < k; ++row) {
            for (std::size_t i = 0; i < j; ++i)
                a[row * k + j] -= a[row * k + i] * a[j * k + i];
            a[row * k + j] /= a[j * k + j];
        }
    }
    return true;
}

std::vector<double> solve(const std::vector<double>& factor, std::vector<double> b, std::size_t k) {
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < i; ++j)
            b[i] -= factor[i * k + j] * b[j];
        b[i] /= factor[i * k + i];
    }
    for (std::size_t i = k; i-- > 0;) {
        for (std::size_t j = i + 1; j < k; ++j)
            b[i] -= factor[j * k + i] * b[j];
        b[i] /= factor[i * k + i];
    }
    return b;
}

double devianceOf(const Problem& problem, const std::vector<double>& mean) {
    double sum = 0;
    for (std::size_t i = 0; i < mean.size(); ++i) {
        const double y = problem.counts[i];
        sum += 2 * ((y > 0 ? y * std::log(y / mean[i]) : 0) - (y - mean[i]));
    }
    return std::max(0.0, sum);
}

struct Fit {
    std::vector<double> beta;
    std::vector<double> mean;
    double interceptVariance = 0;
};

/// Normal equations of one round: X'WX and X'Wz, both for weights `mean`.
void accumulate(const Problem& problem, const std::vector<double>& mean, const std::vector<double>& eta,
                std::vector<double>& matrix, std::vector<double>& right) {
    const auto k = problem.parameters;
    matrix.assign(k * k, 0.0);
    right.assign(k, 0.0);
    for (std::size_t i = 0; i < mean.size(); ++i) {
        const double z = eta[i] + (problem.counts[i] - mean[i]) / mean[i];
        for (std::size_t a = 0; a < k; ++a) {
            const double weighted = mean[i] * problem.terms[i][a];
            if (weighted == 0) continue;
            right[a] += weighted * z;
            for (std::size_t b = 0; b < k; ++b)
                matrix[a * k + b] += weighted * problem.terms[i][b];
        }
    }
}

/// Iteratively reweighted least squares, started as R's glm does.
Result<Fit> fitPoisson(const Problem& problem) {
    const auto k = problem.parameters;
    Fit fit;
    std::vector<double> eta;
    for (const double count : problem.counts) {
        fit.mean.push_back(count + 0.1);
        eta.push_back(std::log(count + 0.1));
    }
    std::vector<double> matrix;
    std::vector<double> right;
    for (int round = 0; round < kMaxRounds; ++round) {
        accumulate(problem, fit.mean, eta, matrix, right);
        if (!factorise(matrix, k))
            return fail(EstimationErrc::NotEstimable, "The lists overlap too little for this model; leave a term out.");
        auto beta = solve(matrix, right, k);
        double change = 0;
        double largest = 0;
        for (std::size_t a = 0; a < k; ++a) {
            change = std::max(change, fit.beta.empty() ? 1.0 : std::abs(beta[a] - fit.beta[a]));
            largest = std::max(largest, std::abs(beta[a]));
        }
        if (!(largest < kFarOff))
            return fail(EstimationErrc::NoConvergence, "The model runs to zero or without bound; leave a term out.");
        fit.beta = std::move(beta);
        for (std::size_t i = 0; i < eta.size(); ++i) {
            eta[i] = 0;
            for (std::size_t a = 0; a < k; ++a)
                eta[i] += problem.terms[i][a] * fit.beta[a];
            fit.mean[i] = std::exp(eta[i]);
        }
        if (change > kTolerance * (1 + largest)) continue;
        accumulate(problem, fit.mean, eta, matrix, right);
        if (!factorise(matrix, k))
            return fail(EstimationErrc::NotEstimable, "The lists overlap too little for this model; leave a term out.");
        std::vector<double> unit(k, 0.0);
        unit[0] = 1;
        fit.interceptVariance = solve(matrix, unit, k)[0];
        return fit;
    }
    return fail(EstimationErrc::NoConvergence, "The log-linear model did not settle; leave a term out.");
}

std::string modelName(const ListCounts& data, const Interactions& interactions) {
    if (interactions.empty()) return "independence";
    if (interactions.size() == allInteractions(data.lists).size()) return "all_two_way";
    std::string name;
    for (const auto& [a, b] : interactions)
        name += (name.empty() ? "L" : "+L") + std::to_string(a + 1) + ":L" + std::to_string(b + 1);
    return name;
}

Result<> check(const ListCounts& data, const Interactions& interactions, double level) {
    if (!(level > 0 && level < 1))
        return fail(EstimationErrc::BadLevel, "The level must lie between 0 and 1, such as 0.95.");
    if (data.lists < 2 || data.lists > kMaxLists || data.counts.size() != std::size_t{1} << data.lists)
        return fail(EstimationErrc::BadParameter,
                    "A log-linear model takes two to six lists and a count for each overlap.");
    double sum = 0;
    for (std::size_t cell = 1; cell < data.counts.size(); ++cell) {
        if (!(data.counts[cell] >= 0) || !std::isfinite(data.counts[cell]))
            return fail(EstimationErrc::BadParameter, "A count of people on lists must be 0 or more.");
        sum += data.counts[cell];
    }
    if (!(sum > 0)) return fail(EstimationErrc::NoRows, "Nobody is on any list.");
    for (const auto& [a, b] : interactions)
        if (a >= data.lists || b >= data.lists || a == b)
            return fail(EstimationErrc::BadParameter, "An interaction must name two different lists.");
    if (1 + data.lists + interactions.size() > data.counts.size() - 1)
        return fail(EstimationErrc::NotEstimable, "The model has more terms than there are overlaps; leave some out.");
    return {};
}

} // namespace

Result<ListCounts> ListCounts::ofKeys(std::span<const std::pair<std::string, double>> keys) {
    ListCounts data;
    if (keys.empty()) return fail(EstimationErrc::BadParameter, "There are no counts of people on lists.");
    data.lists = static_cast<unsigned>(keys.front().first.size());
    if (data.lists < 2 || data.lists > kMaxLists)
        return fail(EstimationErrc::BadParameter, "The key '" + keys.front().first + "' must have two to six signs.");
    data.counts.assign(std::size_t{1} << data.lists, 0.0);
    for (const auto& [key, count] : keys) {
        if (key.size() != data.lists || key.find_first_not_of("01") != std::string::npos)
            return fail(EstimationErrc::BadParameter,
                        "The key '" + key + "' must be " + std::to_string(data.lists) + " signs, each 0 or 1.");
        std::size_t cell = 0;
        for (std::size_t list = 0; list < key.size(); ++list)
            if (key[list] == '1') cell |= std::size_t{1} << list;
        data.counts[cell] += count;
    }
    return data;
}

Interactions allInteractions(unsigned lists) {
    Interactions out;
    for (unsigned a = 0; a < lists; ++a)
        for (unsigned b = a + 1; b < lists; ++b)
            out.emplace_back(a, b);
    return out;
}

Result<LogLinearEstimate> logLinear(const ListCounts& data, const Interactions& interactions, double level) {
    PEIL_CHECK(check(data, interactions, level));
    auto problem = problemOf(data, interactions);
    const double k = static_cast<double>(problem.parameters);
    const double cells = static_cast<double>(problem.counts.size());
    leaveOutEmptyCells(problem, possibleCells(problem, data.lists, interactions));
    PEIL_TRY(const Fit fit, fitPoisson(problem));
    LogLinearEstimate out;
    out.model = modelName(data, interactions);
    double logLikelihood = 0;
    for (std::size_t i = 0; i < fit.mean.size(); ++i) {
        const double y = problem.counts[i];
        out.observed += y;
        logLikelihood += (y > 0 ? y * std::log(fit.mean[i]) : 0) - fit.mean[i] - std::lgamma(y + 1);
    }
    out.f0 = std::exp(fit.beta[0]);
    out.N = out.observed + out.f0;
    out.standardError = std::sqrt(out.f0 + out.f0 * out.f0 * fit.interceptVariance);
    const double half = dist::normalCritical(level) * std::sqrt(fit.interceptVariance);
    out.f0Interval = {out.f0 * std::exp(-half), out.f0 * std::exp(half)};
    out.deviance = devianceOf(problem, fit.mean);
    out.degreesOfFreedom = cells - k;
    out.aic = -2 * logLikelihood + 2 * k;
    out.bic = -2 * logLikelihood + k * std::log(out.observed);
    return out;
}

Result<std::vector<LogLinearEstimate>> logLinearModels(const ListCounts& data, double level) {
    PEIL_CHECK(check(data, {}, level));
    const auto all = allInteractions(data.lists);
    std::vector<Interactions> models{{}};
    for (const auto& pair : all)
        models.push_back({pair});
    if (all.size() > 1) models.push_back(all);
    std::vector<LogLinearEstimate> out;
    for (const auto& model : models)
        if (auto fit = logLinear(data, model, level)) out.push_back(std::move(*fit));
    return out;
}

} // namespace peil::estimation
