// SPDX-License-Identifier: Apache-2.0
#include "distributions.h"
#include "peil/estimation/capture_recapture.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace peil::estimation {
namespace {

constexpr unsigned kMaxLists = 6;
constexpr int kMaxRounds = 200;
constexpr double kTolerance = 1e-13;
constexpr double kFarOff = 30; ///< |coefficient| of a mean that runs to zero or without bound

using Mask = std::uint32_t; ///< set of lists, bit i for list i+1

/// Observed cells and the terms of the model. The first term is the intercept: ln f0.
struct Problem {
    std::vector<std::vector<double>> terms; ///< one row a cell
    std::vector<double> counts;
    std::size_t parameters = 0; ///< terms of each row
};

/// The main effects of the lists, then the interactions.
std::vector<Mask> termsOf(unsigned lists, const std::vector<Mask>& interactions) {
    std::vector<Mask> terms;
    for (unsigned list = 0; list < lists; ++list)
        terms.push_back(Mask{1} << list);
    terms.insert(terms.end(), interactions.begin(), interactions.end());
    return terms;
}

Problem problemOf(const ListCounts& data, const std::vector<Mask>& terms) {
    Problem problem;
    problem.parameters = 1 + terms.size();
    for (std::size_t cell = 1; cell < data.counts.size(); ++cell) {
        std::vector<double> row{1.0};
        for (const auto term : terms)
            row.push_back((cell & term) == term ? 1.0 : 0.0);
        problem.terms.push_back(std::move(row));
        problem.counts.push_back(data.counts[cell]);
    }
    return problem;
}

using Cells = std::vector<bool>;

/// The model fits the margin of each of its terms exactly: how many are on these lists of the term and not on the
/// others. Where a margin counts no one, the means of its cells are zero, which takes a term to infinity.
Cells possibleCells(const Problem& problem, const std::vector<Mask>& terms) {
    Cells possible(problem.counts.size(), true);
    for (const auto term : terms)
        for (Mask on = term; on != 0; on = (on - 1) & term) {
            double people = 0;
            for (std::size_t i = 0; i < possible.size(); ++i)
                if (((i + 1) & term) == on) people += problem.counts[i];
            for (std::size_t i = 0; i < possible.size() && people == 0; ++i)
                if (((i + 1) & term) == on) possible[i] = false;
        }
    return possible;
}

/// A column less what `basis` says of it (orthonormal); empty if nothing is left.
std::vector<double> beyond(const std::vector<std::vector<double>>& basis, std::vector<double> column) {
    constexpr double kNothing = 1e-9;
    double length = 0;
    for (int again = 0; again < 2; ++again)
        for (const auto& known : basis) {
            const double part = std::inner_product(column.begin(), column.end(), known.begin(), 0.0);
            for (std::size_t i = 0; i < column.size(); ++i)
                column[i] -= part * known[i];
        }
    length = std::sqrt(std::inner_product(column.begin(), column.end(), column.begin(), 0.0));
    if (length < kNothing) return {};
    for (auto& value : column)
        value /= length;
    return column;
}

/// Drops cells that must be empty, and terms that do not affect the remaining cells: the likelihood of the rest is the
/// limit of the full model as these terms go to infinity.
/// @return NotEstimable if the remaining terms do not determine the unobserved cell.
Result<> leaveOutEmptyCells(Problem& problem, const Cells& possible) {
    std::vector<std::vector<double>> columns, basis;
    const auto columnOf = [&](std::size_t term) {
        std::vector<double> column;
        for (std::size_t i = 0; i < possible.size(); ++i)
            if (possible[i]) column.push_back(problem.terms[i][term]);
        return column;
    };
    columns.push_back(columnOf(0));
    for (std::size_t term = 1; term < problem.parameters; ++term) {
        auto column = columnOf(term);
        auto rest = beyond(basis, column);
        if (rest.empty()) continue;
        basis.push_back(std::move(rest));
        columns.push_back(std::move(column));
    }
    if (beyond(basis, columns.front()).empty())
        return fail(EstimationErrc::NotEstimable, "The lists overlap too little for this model; remove a term.");
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
    return {};
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
            return fail(EstimationErrc::NotEstimable, "The lists overlap too little for this model; remove a term.");
        auto beta = solve(matrix, right, k);
        double change = 0;
        double largest = 0;
        for (std::size_t a = 0; a < k; ++a) {
            change = std::max(change, fit.beta.empty() ? 1.0 : std::abs(beta[a] - fit.beta[a]));
            largest = std::max(largest, std::abs(beta[a]));
        }
        if (!(largest < kFarOff))
            return fail(EstimationErrc::NoConvergence, "The model has no finite estimate; remove a term.");
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
            return fail(EstimationErrc::NotEstimable, "The lists overlap too little for this model; remove a term.");
        std::vector<double> unit(k, 0.0);
        unit[0] = 1;
        fit.interceptVariance = solve(matrix, unit, k)[0];
        return fit;
    }
    return fail(EstimationErrc::NoConvergence, "The log-linear model did not converge; remove a term.");
}

/// The largest interactions; those within them go without saying.
std::string modelName(unsigned lists, const std::vector<Mask>& interactions) {
    if (interactions.empty()) return "independence";
    const auto isPair = [](Mask term) { return std::popcount(term) == 2; };
    if (lists > 2 && interactions.size() == allInteractions(lists).size() &&
        std::all_of(interactions.begin(), interactions.end(), isPair))
        return "all_two_way";
    std::string name;
    for (const auto term : interactions) {
        if (std::any_of(interactions.begin(), interactions.end(),
                        [term](Mask other) { return other != term && (other & term) == term; }))
            continue;
        std::string one;
        for (unsigned list = 0; list < lists; ++list)
            if ((term >> list & 1U) != 0) one += (one.empty() ? "L" : ":L") + std::to_string(list + 1);
        name += (name.empty() ? "" : "+") + one;
    }
    return name;
}

Result<> check(const ListCounts& data, double level) {
    if (!(level > 0 && level < 1))
        return fail(EstimationErrc::BadLevel, "The level must be between 0 and 1, such as 0.95.");
    if (data.lists < 2 || data.lists > kMaxLists || data.counts.size() != std::size_t{1} << data.lists)
        return fail(EstimationErrc::BadParameter,
                    "A log-linear model needs two to six lists and a count for each overlap.");
    double sum = 0;
    for (std::size_t cell = 1; cell < data.counts.size(); ++cell) {
        if (!(data.counts[cell] >= 0) || !std::isfinite(data.counts[cell]))
            return fail(EstimationErrc::BadParameter, "A count of people on lists must be 0 or more.");
        sum += data.counts[cell];
    }
    if (!(sum > 0)) return fail(EstimationErrc::NoRows, "No one is on any list.");
    return {};
}

Result<LogLinearEstimate> fitModel(const ListCounts& data, const std::vector<Mask>& interactions, double level) {
    const auto terms = termsOf(data.lists, interactions);
    auto problem = problemOf(data, terms);
    const double k = static_cast<double>(problem.parameters);
    const double cells = static_cast<double>(problem.counts.size());
    if (k > cells)
        return fail(EstimationErrc::NotEstimable, "The model has more terms than there are overlaps; remove some.");
    PEIL_CHECK(leaveOutEmptyCells(problem, possibleCells(problem, terms)));
    PEIL_TRY(const Fit fit, fitPoisson(problem));
    LogLinearEstimate out;
    out.model = modelName(data.lists, interactions);
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
    out.saturated = out.degreesOfFreedom == 0;
    out.aic = -2 * logLikelihood + 2 * k;
    out.bic = -2 * logLikelihood + k * std::log(out.observed);
    return out;
}

/// Every interaction of a model with its lower-order terms.
bool isHierarchical(const std::vector<Mask>& model) {
    for (const auto term : model)
        for (Mask within = (term - 1) & term; within != 0; within = (within - 1) & term)
            if (std::popcount(within) >= 2 && std::find(model.begin(), model.end(), within) == model.end())
                return false;
    return true;
}

/// All hierarchical models of up to four lists that leave out the interaction of all lists; of five and six lists there
/// are thousands, so that these get independence, each interaction of two and all of them.
std::vector<std::vector<Mask>> modelsOf(unsigned lists) {
    std::vector<Mask> possible;
    for (unsigned size = 2; size < lists; ++size)
        for (Mask term = 1; term < Mask{1} << lists; ++term)
            if (static_cast<unsigned>(std::popcount(term)) == size && (size == 2 || lists <= 4))
                possible.push_back(term);
    std::vector<std::vector<Mask>> models;
    if (lists > 4) {
        models.emplace_back();
        for (const auto term : possible)
            models.push_back({term});
        models.push_back(possible);
        return models;
    }
    for (std::size_t chosen = 0; chosen < std::size_t{1} << possible.size(); ++chosen) {
        std::vector<Mask> model;
        for (std::size_t i = 0; i < possible.size(); ++i)
            if ((chosen >> i & 1U) != 0) model.push_back(possible[i]);
        if (isHierarchical(model)) models.push_back(std::move(model));
    }
    std::stable_sort(models.begin(), models.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    return models;
}

/// Place of the fitted model with the smallest criterion, among those that the data can contradict.
std::optional<std::size_t> smallest(const std::vector<LogLinearEstimate>& models,
                                    double LogLinearEstimate::*criterion) {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < models.size(); ++i)
        if (!models[i].saturated && (!best || models[i].*criterion < models[*best].*criterion)) best = i;
    return best;
}

} // namespace

Result<ListCounts> ListCounts::ofKeys(std::span<const std::pair<std::string, double>> keys) {
    ListCounts data;
    if (keys.empty()) return fail(EstimationErrc::BadParameter, "There are no counts of people on lists.");
    data.lists = static_cast<unsigned>(keys.front().first.size());
    if (data.lists < 2 || data.lists > kMaxLists)
        return fail(EstimationErrc::BadParameter, "The key '" + keys.front().first + "' must have two to six digits.");
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
    PEIL_CHECK(check(data, level));
    std::vector<Mask> terms;
    for (const auto& [a, b] : interactions) {
        if (a >= data.lists || b >= data.lists || a == b)
            return fail(EstimationErrc::BadParameter, "An interaction must name two different lists.");
        terms.push_back(Mask{1} << a | Mask{1} << b);
    }
    return fitModel(data, terms, level);
}

Result<LogLinearModels> logLinearModels(const ListCounts& data, double level) {
    PEIL_CHECK(check(data, level));
    LogLinearModels out;
    for (const auto& model : modelsOf(data.lists)) {
        if (auto fit = fitModel(data, model, level))
            out.fitted.push_back(std::move(*fit));
        else
            out.notEstimable.push_back({modelName(data.lists, model), fit.error().context});
    }
    out.bestAic = smallest(out.fitted, &LogLinearEstimate::aic);
    out.bestBic = smallest(out.fitted, &LogLinearEstimate::bic);
    return out;
}

} // namespace peil::estimation
