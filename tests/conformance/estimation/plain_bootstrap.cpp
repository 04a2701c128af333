// SPDX-License-Identifier: Apache-2.0
#include "distributions.h"
#include "multiplier_input.h"
#include "reference_methods.h"

#include <algorithm>
#include <cmath>

namespace peil::conformance {
namespace {

namespace dist = estimation::dist;

constexpr std::size_t kProgressEvery = 1000;

/// Smallest k with P(X <= k) >= q of a binomial.
double binomialQuantile(double q, double n, double p) {
    const double guess = n * p + dist::normalQuantile(q) * std::sqrt(n * p * (1 - p));
    double k = std::clamp(std::floor(guess), 0.0, n);
    while (k > 0 && dist::binomialCdf(k - 1, n, p) >= q)
        k -= 1;
    while (dist::binomialCdf(k, n, p) < q)
        k += 1;
    return k;
}

/// People with an answer, by stratum; all that counts of a stratum is how many, and how many are in care.
struct Stratum {
    std::uint32_t n = 0;
    std::uint32_t x = 0;
};

Result<std::vector<Stratum>> strataOf(std::span<const double> indicator, std::span<const std::uint32_t> stratum) {
    if (!stratum.empty() && stratum.size() != indicator.size())
        return fail(EstimationErrc::SizeMismatch, "There are " + std::to_string(stratum.size()) + " strata for " +
                                                      std::to_string(indicator.size()) + " rows.");
    const std::uint32_t largest = stratum.empty() ? 0 : *std::max_element(stratum.begin(), stratum.end());
    if (largest > indicator.size() + 1'000'000U)
        return fail(EstimationErrc::BadParameter,
                    "The codes of the strata must be small numbers, as Factor makes them.");
    std::vector<Stratum> strata(largest + std::size_t{1});
    for (std::size_t row = 0; row < indicator.size(); ++row) {
        if (std::isnan(indicator[row])) continue;
        auto& one = strata[stratum.empty() ? 0 : stratum[row]];
        ++one.n;
        if (indicator[row] == 1) ++one.x;
    }
    std::erase_if(strata, [](const Stratum& one) { return one.n == 0; });
    // By what they hold, not by where they first stand: the order of the rows must not change the draws.
    std::sort(strata.begin(), strata.end(),
              [](const Stratum& a, const Stratum& b) { return a.n != b.n ? a.n < b.n : a.x < b.x; });
    return strata;
}

/// How many of n draws with replacement are in care.
std::uint32_t redraw(const Stratum& stratum, CounterRng& random) {
    std::uint32_t inCare = 0;
    for (std::uint32_t draw = 0; draw < stratum.n; ++draw)
        inCare += random.below(stratum.n) < stratum.x ? 1U : 0U;
    return inCare;
}

/// The k-th order statistic, k not whole: interpolated on the normal scale as R's boot does.
double orderStatistic(std::span<const double> sorted, double alpha) {
    const double R = static_cast<double>(sorted.size());
    const double rank = std::clamp((R + 1) * alpha, 1.0, R);
    const double k = std::floor(rank);
    const double low = sorted[static_cast<std::size_t>(k) - 1];
    if (rank == k || k >= R) return low;
    const double high = sorted[static_cast<std::size_t>(k)];
    if (std::isinf(high)) return high;
    const double left = dist::normalQuantile(k / (R + 1));
    const double right = dist::normalQuantile((k + 1) / (R + 1));
    return low + (dist::normalQuantile(rank / (R + 1)) - left) / (right - left) * (high - low);
}

/// sum L^3 / (6 (sum L^2)^1.5) with L the jackknife influence of each person on N = B n/x.
double accelerationOf(const std::vector<Stratum>& strata, double n, double x) {
    double squares = 0;
    double cubes = 0;
    for (const auto& stratum : strata) {
        const double share = static_cast<double>(stratum.x) / stratum.n;
        // Influence on n/x of one more in care (or not) within the stratum, up to a factor that cancels.
        const double in = -(1 - share) * n / (x * x);
        const double out = share * n / (x * x);
        squares += stratum.x * in * in + (stratum.n - stratum.x) * out * out;
        cubes += stratum.x * in * in * in + (stratum.n - stratum.x) * out * out * out;
    }
    return squares > 0 ? cubes / (6 * std::pow(squares, 1.5)) : 0;
}

void setBca(std::span<const double> sorted, double level, PlainBootstrap& out) {
    const auto below = std::lower_bound(sorted.begin(), sorted.end(), out.estimate) - sorted.begin();
    const double R = static_cast<double>(sorted.size());
    const double share = std::clamp(static_cast<double>(below) / R, 0.5 / R, 1 - 0.5 / R);
    out.bias = dist::normalQuantile(share);
    const auto limit = [&](double q) {
        const double z = out.bias + dist::normalQuantile(q);
        return orderStatistic(sorted, dist::normalCdf(out.bias + z / (1 - out.acceleration * z)));
    };
    out.bca = {limit((1 - level) / 2), limit(1 - (1 - level) / 2)};
}

} // namespace

Result<PlainBootstrap> plainBootstrap(std::span<const double> indicator, std::span<const std::uint32_t> stratum,
                                      double benchmark, const BootstrapOptions& options) {
    PEIL_CHECK(checkLevel(options.level));
    PEIL_CHECK(checkBenchmark(benchmark));
    PEIL_CHECK(checkIndicator(Domain::all(indicator.size()), indicator));
    if (options.replicates == 0 || options.replicates > 10'000'000)
        return fail(EstimationErrc::BadParameter, "The number of replicates must be between 1 and 10,000,000.");
    PEIL_TRY(const auto strata, strataOf(indicator, stratum));
    double n = 0;
    double x = 0;
    for (const auto& one : strata) {
        n += one.n;
        x += one.x;
    }
    if (n == 0) return fail(EstimationErrc::NoRows, "No row has an answer.");
    if (x == 0) return fail(EstimationErrc::NotEstimable, "No one is in care; there is no size to bootstrap.");
    std::vector<double> values;
    values.reserve(options.replicates);
    double mean = 0;
    for (std::size_t replicate = 0; replicate < options.replicates; ++replicate) {
        if (options.progress && replicate % kProgressEvery == 0 &&
            !options.progress(static_cast<double>(replicate) / static_cast<double>(options.replicates)))
            return fail(EstimationErrc::Cancelled, "The bootstrap was stopped.");
        CounterRng random(options.seed, replicate);
        std::uint32_t inCare = 0;
        for (const auto& one : strata)
            inCare += redraw(one, random);
        values.push_back(inCare == 0 ? std::numeric_limits<double>::infinity() : benchmark * n / inCare);
        mean += values.back() / static_cast<double>(options.replicates);
    }
    PlainBootstrap out;
    out.seed = options.seed;
    out.estimate = benchmark * n / x;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    out.standardError = std::sqrt(squares / std::max(1.0, static_cast<double>(values.size()) - 1));
    std::sort(values.begin(), values.end());
    const double tail = (1 - options.level) / 2;
    out.percentile = {orderStatistic(values, tail), orderStatistic(values, 1 - tail)};
    out.basic = {2 * out.estimate - out.percentile.upper, 2 * out.estimate - out.percentile.lower};
    const double half = dist::normalCritical(options.level) * out.standardError;
    out.normal = {2 * out.estimate - mean - half, 2 * out.estimate - mean + half};
    out.acceleration = accelerationOf(strata, n, x);
    setBca(values, options.level, out);
    return out;
}

Result<Interval> plainBootstrapLimit(double x, double n, double benchmark, double level) {
    PEIL_CHECK(checkLevel(level));
    PEIL_CHECK(checkBenchmark(benchmark));
    if (!(n >= 1) || !(x >= 0) || x > n)
        return fail(EstimationErrc::BadParameter, "The count must be between 0 and the number of people.");
    const double tail = (1 - level) / 2;
    const auto size = [&](double count) {
        return count > 0 ? benchmark * n / count : std::numeric_limits<double>::infinity();
    };
    return Interval{size(binomialQuantile(1 - tail, n, x / n)), size(binomialQuantile(tail, n, x / n))};
}

} // namespace peil::conformance
