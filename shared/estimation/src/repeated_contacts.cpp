// SPDX-License-Identifier: Apache-2.0
#include "distributions.h"
#include "peil/estimation/capture_recapture.h"

#include <cmath>

namespace peil::estimation {
namespace {

double chaoVariance(double f1, double f2, double N) {
    if (f1 == 0) return 0;
    if (f2 > 0) return std::pow(f1, 4) / (4 * f2 * f2 * f2) + std::pow(f1, 3) / (f2 * f2) + f1 * f1 / (2 * f2);
    return f1 * (f1 - 1) / 2 + f1 * (2 * f1 - 1) * (2 * f1 - 1) / 4 - std::pow(f1, 4) / (4 * N);
}

double biasCorrectedVariance(double f1, double f2) {
    const double b = f2 + 1;
    return f1 * (f1 - 1) / (2 * b) + f1 * (2 * f1 - 1) * (2 * f1 - 1) / (4 * b * b) +
           f1 * f1 * f2 * (f1 - 1) * (f1 - 1) / (4 * std::pow(b, 4));
}

/// Böhning 2008.
void setZelterman(ChaoEstimate& out) {
    if (!(out.f1 > 0) || !(out.f2 > 0)) return;
    const double lambda = 2 * out.f2 / out.f1;
    const double seen = -std::expm1(-lambda);
    const double G = std::exp(-lambda) / (seen * seen);
    out.zelterman = out.n / seen;
    out.zeltermanSe = std::sqrt(out.n * G * (1 + out.n * G * lambda * lambda * (1 / out.f1 + 1 / out.f2)));
}

} // namespace

Result<ChaoEstimate> chao(std::span<const double> frequency, double level) {
    if (!(level > 0 && level < 1))
        return fail(EstimationErrc::BadLevel, "The level must be between 0 and 1, such as 0.95.");
    ChaoEstimate out;
    for (const double count : frequency) {
        if (!(count >= 0) || !std::isfinite(count))
            return fail(EstimationErrc::BadParameter,
                        "A number of people observed a given number of times must be 0 or more.");
        out.n += count;
    }
    if (!(out.n > 0)) return fail(EstimationErrc::NoRows, "No one was observed; there are no data to estimate from.");
    out.f1 = frequency[0];
    out.f2 = frequency.size() > 1 ? frequency[1] : 0;
    out.estimable = out.f1 == 0 || out.f2 > 0;
    const double f3 = frequency.size() > 2 ? frequency[2] : 0;
    const double hidden = out.f2 > 0 ? out.f1 * out.f1 / (2 * out.f2) : out.f1 * (out.f1 - 1) / 2;
    out.chao.N = out.n + hidden;
    out.chao.standardError = std::sqrt(std::max(0.0, chaoVariance(out.f1, out.f2, out.chao.N)));
    const double half = dist::normalCritical(level) * out.chao.standardError;
    out.chao.normal = {out.chao.N - half, out.chao.N + half};
    out.chaoLog = logIntervalAbove(out.n, out.chao.N, out.chao.standardError, level);
    out.biasCorrected = out.n + out.f1 * (out.f1 - 1) / (2 * (out.f2 + 1));
    out.biasCorrectedSe = std::sqrt(std::max(0.0, biasCorrectedVariance(out.f1, out.f2)));
    setZelterman(out);
    if (f3 > 0) out.oneInflation = out.n - out.f1 + 2.0 / 9 * std::pow(out.f2, 3) / (f3 * f3);
    return out;
}

} // namespace peil::estimation
