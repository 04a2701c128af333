// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/bayes.h"

#include "distributions.h"
#include "multiplier_input.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace peil::estimation {
namespace {

Result<> check(const BayesInput& input) {
    PEIL_CHECK(checkLevel(input.level));
    PEIL_CHECK(checkBenchmark(input.benchmark));
    PEIL_CHECK(checkBenchmarkCv(input.benchmarkCv));
    if (!(input.n >= 0) || !(input.x >= 0) || input.x > input.n || !std::isfinite(input.n))
        return fail(EstimationErrc::BadParameter, "The count must be between 0 and the number of people.");
    if (!(input.priorA > 0) || !(input.priorB > 0))
        return fail(EstimationErrc::BadParameter, "Both numbers of the beta prior must be above 0.");
    return {};
}

/// Posterior of ln(B/p) = ln B + sigma Z - ln p. With p = quantile(Phi(s)), P(ln(B/p) <= y) is the integral over s of
/// phi(s) Phi((y - ln B + ln p(s))/sigma): smooth and vanishing at both ends, so that equal steps integrate it to
/// machine precision as long as they are short beside the rise of Phi.
class Posterior {
public:
    Posterior(double a, double b, double sigma, double step)
        : m_sigma(sigma) {
        constexpr double kFarOff = 8.3; // Phi(-8.3) is below the rounding error of 1
        for (double s = -kFarOff; s <= kFarOff; s += step) {
            m_logShare.push_back(std::log(dist::betaQuantile(dist::normalCdf(s), a, b)));
            m_weight.push_back(step * std::exp(-s * s / 2) / std::sqrt(2 * std::numbers::pi));
        }
    }
    /// False when Boost could not compute a share.
    [[nodiscard]] bool known() const {
        return std::none_of(m_logShare.begin(), m_logShare.end(), [](double share) { return std::isnan(share); });
    }
    /// Quantile of ln(1/p) + sigma Z.
    [[nodiscard]] double quantile(double q, double around) const {
        double low = around - 1;
        double high = around + 1;
        while (below(low) > q)
            low -= high - low;
        while (below(high) < q)
            high += high - low;
        constexpr int kHalvings = 60;
        for (int i = 0; i < kHalvings; ++i) {
            const double middle = low + (high - low) / 2;
            (below(middle) < q ? low : high) = middle;
        }
        return low + (high - low) / 2;
    }

private:
    [[nodiscard]] double below(double y) const {
        double sum = 0;
        for (std::size_t i = 0; i < m_weight.size(); ++i)
            sum += m_weight[i] * dist::normalCdf((y + m_logShare[i]) / m_sigma);
        return sum;
    }
    double m_sigma;
    std::vector<double> m_logShare, m_weight;
};

} // namespace

Result<BayesEstimate> bayesSize(const BayesInput& input) {
    PEIL_CHECK(check(input));
    const double a = input.priorA + input.x;
    const double b = input.priorB + input.n - input.x;
    const double tail = (1 - input.level) / 2;
    const auto share = [&](double q) { return dist::betaQuantile(q, a, b); };
    BayesEstimate out;
    out.pMedian = share(0.5);
    out.median = input.benchmark / out.pMedian;
    Interval limits{input.benchmark / share(1 - tail), input.benchmark / share(tail)};
    const double sigma = std::sqrt(std::log1p(input.benchmarkCv * input.benchmarkCv));
    // An error of the benchmark that is so small beside that of p moves no limit by a visible amount.
    constexpr double kNegligible = 5e-3, kShortest = 0.02, kPartOfRise = 0.25;
    const double ratio = sigma * 2 * dist::normalCritical(input.level) / std::log(limits.upper / limits.lower);
    if (input.benchmark > 0 && ratio > kNegligible) {
        const Posterior posterior(a, b, sigma, std::min(kShortest, kPartOfRise * ratio));
        if (!posterior.known()) {
            out.interval = CheckedInterval::none(NoInterval::NotANumber);
            return out;
        }
        const double around = -std::log(out.pMedian);
        const auto size = [&](double q) { return input.benchmark * std::exp(posterior.quantile(q, around)); };
        out.median = size(0.5);
        limits = {size(tail), size(1 - tail)};
    }
    out.interval = checked(limits, out.median, leastSize(input.benchmark, input.benchmarkCv, input.level));
    return out;
}

} // namespace peil::estimation
