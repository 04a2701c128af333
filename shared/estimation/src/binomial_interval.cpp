// SPDX-License-Identifier: Apache-2.0
#include "distributions.h"
#include "peil/base/enum_text.h"
#include "peil/estimation/interval.h"

#include <algorithm>
#include <cmath>

namespace peil::estimation {
namespace {

constexpr EnumText<BinomialMethod> kNames[] = {{BinomialMethod::Wald, "wald"},
                                               {BinomialMethod::WaldContinuity, "wald_cc"},
                                               {BinomialMethod::Wilson, "wilson"},
                                               {BinomialMethod::WilsonContinuity, "wilson_cc"},
                                               {BinomialMethod::AgrestiCoull, "agresti_coull"},
                                               {BinomialMethod::ClopperPearson, "clopper_pearson"},
                                               {BinomialMethod::JeffreysRaw, "jeffreys_raw"},
                                               {BinomialMethod::Jeffreys, "jeffreys"},
                                               {BinomialMethod::BayesUniform, "bayes_uniform"},
                                               {BinomialMethod::Logit, "logit"},
                                               {BinomialMethod::Arcsine, "arcsine"},
                                               {BinomialMethod::MidP, "mid_p"}};

struct Input {
    double x, n, p, z, alpha;
};

Interval wald(const Input& in, double correction) {
    const double half = in.z * std::sqrt(in.p * (1 - in.p) / in.n) + correction;
    return {in.p - half, in.p + half};
}

Interval wilson(const Input& in) {
    const double zz = in.z * in.z;
    const double centre = in.p + zz / (2 * in.n);
    const double half = in.z * std::sqrt(in.p * (1 - in.p) / in.n + zz / (4 * in.n * in.n));
    const double scale = 1 + zz / in.n;
    return {in.x == 0 ? 0 : (centre - half) / scale, in.x == in.n ? 1 : (centre + half) / scale};
}

/// Newcombe 1998, method 4.
Interval wilsonContinuity(const Input& in) {
    const double zz = in.z * in.z;
    const double q = 1 - in.p;
    const double centre = 2 * in.n * in.p + zz;
    const double scale = 2 * (in.n + zz);
    const double low = in.z * std::sqrt(std::max(0.0, zz - 2 - 1 / in.n + 4 * in.p * (in.n * q + 1)));
    const double high = in.z * std::sqrt(std::max(0.0, zz + 2 - 1 / in.n + 4 * in.p * (in.n * q - 1)));
    return {in.x == 0 ? 0 : std::max(0.0, (centre - 1 - low) / scale),
            in.x == in.n ? 1 : std::min(1.0, (centre + 1 + high) / scale)};
}

Interval agrestiCoull(const Input& in) {
    const double zz = in.z * in.z;
    const double n = in.n + zz;
    const double p = (in.x + zz / 2) / n;
    const double half = in.z * std::sqrt(p * (1 - p) / n);
    return {p - half, p + half};
}

Interval beta(const Input& in, double addLowA, double addLowB, double addHighA, double addHighB) {
    const double missing = in.n - in.x;
    return {dist::betaQuantile(in.alpha / 2, in.x + addLowA, missing + addLowB),
            dist::betaQuantile(1 - in.alpha / 2, in.x + addHighA, missing + addHighB)};
}

Interval logit(const Input& in) {
    const double centre = std::log(in.x / (in.n - in.x));
    const double half = in.z * std::sqrt(1 / in.x + 1 / (in.n - in.x));
    return {1 / (1 + std::exp(half - centre)), 1 / (1 + std::exp(-half - centre))};
}

Interval arcsine(const Input& in) {
    const double centre = std::asin(std::sqrt(in.p));
    const double half = in.z / (2 * std::sqrt(in.n));
    const double low = std::sin(std::max(0.0, centre - half));
    const double high = std::sin(std::min(std::acos(0.0), centre + half));
    return {low * low, high * high};
}

/// Root of a function that goes from below zero at `low` to above zero at `high`.
template <class Function>
double bisect(double low, double high, Function function) {
    constexpr int kHalvings = 200;
    for (int i = 0; i < kHalvings && high - low > 0; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle == low || middle == high) break;
        (function(middle) < 0 ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

/// P(X < x) + P(X = x)/2 = 1 - alpha/2 and alpha/2.
Interval midP(const Input& in) {
    const double x = std::floor(in.x);
    const double n = std::floor(in.n);
    const auto middle = [x, n](double p) { return (dist::binomialCdf(x - 1, n, p) + dist::binomialCdf(x, n, p)) / 2; };
    Interval out{0, 1};
    if (x > 0) out.lower = bisect(0, 1, [&](double p) { return (1 - in.alpha / 2) - middle(p); });
    if (x < n) out.upper = bisect(0, 1, [&](double p) { return in.alpha / 2 - middle(p); });
    return out;
}

Interval compute(BinomialMethod method, const Input& in) {
    switch (method) {
    case BinomialMethod::Wald:
        return wald(in, 0);
    case BinomialMethod::WaldContinuity:
        return wald(in, 1 / (2 * in.n));
    case BinomialMethod::Wilson:
        return wilson(in);
    case BinomialMethod::WilsonContinuity:
        return wilsonContinuity(in);
    case BinomialMethod::AgrestiCoull:
        return agrestiCoull(in);
    case BinomialMethod::ClopperPearson:
        return beta(in, 0, 1, 1, 0);
    case BinomialMethod::JeffreysRaw:
        return beta(in, .5, .5, .5, .5);
    case BinomialMethod::Jeffreys: {
        const auto raw = beta(in, .5, .5, .5, .5);
        return {in.x == 0 ? 0 : raw.lower, in.x == in.n ? 1 : raw.upper};
    }
    case BinomialMethod::BayesUniform:
        return beta(in, 1, 1, 1, 1);
    case BinomialMethod::Logit:
        return logit(in);
    case BinomialMethod::Arcsine:
        return arcsine(in);
    case BinomialMethod::MidP:
        return midP(in);
    }
    return {};
}

} // namespace

std::optional<BinomialMethod> binomialMethod(std::string_view name) {
    return valueIn(kNames, name);
}

std::string_view idOf(BinomialMethod method) {
    return textIn(kNames, method);
}

Result<Interval> binomialInterval(BinomialMethod method, double x, double n, double level) {
    if (!(level > 0 && level < 1))
        return fail(EstimationErrc::BadLevel, "The level must be between 0 and 1, such as 0.95.");
    if (!(n > 0) || !(x >= 0) || x > n || !std::isfinite(n))
        return fail(EstimationErrc::BadParameter,
                    "An interval needs a count between 0 and a positive number of people.");
    if (method == BinomialMethod::Logit && (x == 0 || x == n))
        return fail(EstimationErrc::NotEstimable,
                    "The logit interval does not exist for 0 or all; use clopper_pearson.");
    return compute(method, {x, n, x / n, dist::normalCritical(level), 1 - level});
}

} // namespace peil::estimation
