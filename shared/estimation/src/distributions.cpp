// SPDX-License-Identifier: Apache-2.0
#include "distributions.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <exception>
#include <limits>
#include <numbers>

namespace peil::estimation::dist {
namespace {

namespace bm = boost::math;
constexpr double kNormalFrom = 1e7; ///< from here on t and normal agree to every digit that is printed

/// Boost reports what it cannot compute by an exception; here that is no number, which checked() refuses.
template <class Function>
double guarded(Function function) {
    try {
        return function();
    } catch (const std::exception&) {
        return std::numeric_limits<double>::quiet_NaN();
    }
}

} // namespace

double normalQuantile(double p) {
    return bm::quantile(bm::normal_distribution<double>(), p);
}
double normalCdf(double x) {
    return std::erfc(-x / std::numbers::sqrt2) / 2;
}

double studentQuantile(double p, double df) {
    if (!(df < kNormalFrom)) return normalQuantile(p);
    return guarded([=] { return bm::quantile(bm::students_t_distribution<double>(df), p); });
}

double normalCritical(double level) {
    return -normalQuantile((1 - level) / 2);
}
double studentCritical(double level, double df) {
    return -studentQuantile((1 - level) / 2, df);
}

double betaQuantile(double p, double a, double b) {
    if (a <= 0) return 0;
    if (b <= 0) return 1;
    return guarded([=] { return bm::quantile(bm::beta_distribution<double>(a, b), p); });
}

double binomialCdf(double k, double n, double p) {
    if (k < 0) return 0;
    if (k >= n) return 1;
    return bm::cdf(bm::binomial_distribution<double>(n, p), std::floor(k));
}

} // namespace peil::estimation::dist
