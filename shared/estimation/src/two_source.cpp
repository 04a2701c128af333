// SPDX-License-Identifier: Apache-2.0
#include "distributions.h"
#include "peil/base/text.h"
#include "peil/estimation/capture_recapture.h"

#include <cmath>

namespace peil::estimation {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Interval symmetric(double N, double se, double z) {
    return {N - z * se, N + z * se};
}

Interval sadinle(double M, double C, double R, double z) {
    const double onlyM = M - R + 0.5;
    const double onlyC = C - R + 0.5;
    const double both = R + 0.5;
    const double odds = onlyM * onlyC / both;
    const double s = std::sqrt(1 / both + 1 / onlyC + 1 / onlyM + both / (onlyM * onlyC));
    const double base = M + C - R - 0.5;
    return {base + odds * std::exp(-z * s), base + odds * std::exp(z * s)};
}

/// Krebs 1989, box 2.1: normal interval of R/C, turned over.
Interval krebs(double M, double C, double R, double z) {
    const double share = R / C;
    const double fraction = 1 - R / M;
    const double half = C > 1 ? z * std::sqrt(fraction * share * (1 - share) / (C - 1)) + 1 / (2 * C) : kInfinity;
    return {M / std::min(1.0, share + half), share > half ? M / (share - half) : kInfinity};
}

} // namespace

Interval logIntervalAbove(double seen, double N, double standardError, double level) {
    const double hidden = N - seen;
    if (!(hidden > 0)) return {N, N};
    const double ratio = standardError / hidden;
    const double G = std::exp(dist::normalCritical(level) * std::sqrt(std::log1p(ratio * ratio)));
    return {seen + hidden / G, seen + hidden * G};
}

Result<TwoSourceEstimate> twoSource(double M, double C, double R, double level) {
    if (!(level > 0 && level < 1))
        return fail(EstimationErrc::BadLevel, "The level must be between 0 and 1, such as 0.95.");
    if (!(M > 0) || !(C > 0) || !(R >= 0) || R > std::min(M, C) || !std::isfinite(M + C))
        return fail(EstimationErrc::BadParameter, "Two lists of " + formatNumber(M) + " and " + formatNumber(C) +
                                                      " people cannot share " + formatNumber(R) +
                                                      "; check the counts.");
    const double z = dist::normalCritical(level);
    TwoSourceEstimate out;
    out.seen = M + C - R;
    out.estimable = R > 0;
    if (R > 0) {
        CaptureEstimate lp;
        lp.N = M * C / R;
        lp.standardError = std::sqrt(M * C * (M - R) * (C - R) / (R * R * R));
        lp.normal = symmetric(lp.N, lp.standardError, z);
        out.lincolnPetersen = lp;
        out.lincolnPetersenBinomialSe = std::sqrt(M * M * C * (C - R) / (R * R * R));
    }
    out.chapman.N = (M + 1) * (C + 1) / (R + 1) - 1;
    out.chapman.standardError = std::sqrt((M + 1) * (C + 1) * (M - R) * (C - R) / ((R + 1) * (R + 1) * (R + 2)));
    out.chapman.normal = symmetric(out.chapman.N, out.chapman.standardError, z);
    out.chapmanLog = logIntervalAbove(out.seen, out.chapman.N, out.chapman.standardError, level);
    out.sadinle = sadinle(M, C, R, z);
    out.krebs = krebs(M, C, R, z);
    out.bailey = M * (C + 1) / (R + 1);
    out.baileySe = std::sqrt(M * M * (C + 1) * (C - R) / ((R + 1) * (R + 1) * (R + 2)));
    return out;
}

} // namespace peil::estimation
