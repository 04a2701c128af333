// SPDX-License-Identifier: Apache-2.0
#include "distributions.h"
#include "peil/base/enum_text.h"
#include "peil/estimation/interval.h"

#include <algorithm>
#include <cmath>

namespace peil::estimation {
namespace {

constexpr EnumText<DesignMethod> kNames[] = {
    {DesignMethod::Logit, "logit"},  {DesignMethod::Logit, "xlogit"},       {DesignMethod::LogitCapped, "logit_capped"},
    {DesignMethod::Beta, "beta"},    {DesignMethod::BetaNchs, "beta_nchs"}, {DesignMethod::Likelihood, "likelihood"},
    {DesignMethod::Arcsine, "asin"}, {DesignMethod::Mean, "mean"}};

double expit(double x) {
    return 1 / (1 + std::exp(-x));
}

Interval logit(const ProportionStatistics& s, double variance, double t) {
    const double centre = std::log(s.p / (1 - s.p));
    const double half = t * std::sqrt(variance) / (s.p * (1 - s.p));
    return {expit(centre - half), expit(centre + half)};
}

Interval beta(const ProportionStatistics& s, double n, double level) {
    const double alpha = 1 - level;
    return {dist::betaQuantile(alpha / 2, n * s.p, n * (1 - s.p) + 1),
            dist::betaQuantile(1 - alpha / 2, n * s.p + 1, n * (1 - s.p))};
}

Interval arcsine(const ProportionStatistics& s, double t) {
    const double centre = std::asin(std::sqrt(s.p));
    const double half = t * std::sqrt(s.variance) / (2 * std::sqrt(s.p * (1 - s.p)));
    const double low = std::sin(std::max(0.0, centre - half));
    const double high = std::sin(std::min(std::acos(0.0), centre + half));
    return {low * low, high * high};
}

/// The profile: 0 at p, growing to infinity at both ends; one root on each side.
Interval likelihood(const ProportionStatistics& s, double t) {
    const double n = s.p * (1 - s.p) / s.variance;
    const auto distance = [&](double P) {
        return 2 * n * (s.p * std::log(s.p / P) + (1 - s.p) * std::log((1 - s.p) / (1 - P))) - t * t;
    };
    const auto root = [&](double inside, double outside) {
        constexpr int kHalvings = 200;
        for (int i = 0; i < kHalvings; ++i) {
            const double middle = inside + (outside - inside) / 2;
            if (middle == inside || middle == outside) break;
            (distance(middle) < 0 ? inside : outside) = middle;
        }
        return inside + (outside - inside) / 2;
    };
    return {root(s.p, 0), root(s.p, 1)};
}

} // namespace

std::optional<DesignMethod> designMethod(std::string_view name) {
    return valueIn(kNames, name);
}

std::string_view idOf(DesignMethod method) {
    return textIn(kNames, method);
}

double varianceUsed(DesignMethod method, const ProportionStatistics& s) {
    return method == DesignMethod::LogitCapped ? std::max(s.variance, s.p * (1 - s.p) / s.n) : s.variance;
}

double kornGraubardN(const ProportionStatistics& s, double level) {
    const double ratio = dist::studentCritical(level, s.n - 1) / dist::studentCritical(level, s.degreesOfFreedom);
    return s.p * (1 - s.p) / s.variance * ratio * ratio;
}

Result<Interval> designInterval(DesignMethod method, const ProportionStatistics& s, double level) {
    if (!(level > 0 && level < 1))
        return fail(EstimationErrc::BadLevel, "The level must be between 0 and 1, such as 0.95.");
    const bool usable = s.p > 0 && s.p < 1 && s.variance > 0 && std::isfinite(s.variance) && s.degreesOfFreedom >= 1;
    const bool beta_ = method == DesignMethod::Beta || method == DesignMethod::BetaNchs;
    if (!usable || (beta_ && s.n < 2))
        return fail(EstimationErrc::NotEstimable, "A design-based interval needs a proportion between 0 and 1 and at "
                                                  "least one degree of freedom; use the exact interval.");
    const double t = dist::studentCritical(level, s.degreesOfFreedom);
    switch (method) {
    case DesignMethod::Logit:
    case DesignMethod::LogitCapped:
        return logit(s, varianceUsed(method, s), t);
    case DesignMethod::Beta:
        return beta(s, kornGraubardN(s, level), level);
    case DesignMethod::BetaNchs:
        return beta(s, std::min(s.n, kornGraubardN(s, level)), level);
    case DesignMethod::Likelihood:
        return likelihood(s, t);
    case DesignMethod::Arcsine:
        return arcsine(s, t);
    case DesignMethod::Mean:
        break;
    }
    const double half = t * std::sqrt(s.variance);
    return Interval{s.p - half, s.p + half};
}

} // namespace peil::estimation
