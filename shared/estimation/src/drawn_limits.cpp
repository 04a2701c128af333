// SPDX-License-Identifier: Apache-2.0
#include "drawn_limits.h"

#include "peil/estimation/rounding.h"

#include <cmath>

namespace peil::estimation {

double sortedQuantile(std::span<const double> sorted, double q) {
    const double position = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const double low = sorted[below];
    if (below + 1 >= sorted.size()) return low;
    const double part = position - static_cast<double>(below);
    if (part == 0) return low;
    const double high = sorted[below + 1];
    return std::isinf(high) ? high : low + part * (high - low);
}

double quantileError(std::span<const double> sorted, double q) {
    const double last = static_cast<double>(sorted.size() - 1);
    const double deviation = std::sqrt(static_cast<double>(sorted.size()) * q * (1 - q));
    const auto at = [&](double rank) { return sorted[static_cast<std::size_t>(std::clamp(rank, 0.0, last))]; };
    const double low = at(std::floor(q * last - deviation));
    const double high = at(std::ceil(q * last + deviation));
    return low == high ? 0 : (high - low) / 2;
}

DrawnLimits limitsOf(std::span<const double> sorted, double level) {
    if (sorted.empty()) return {};
    const double tail = (1 - level) / 2;
    return {sortedQuantile(sorted, tail), sortedQuantile(sorted, 0.5), sortedQuantile(sorted, 1 - tail),
            std::max(quantileError(sorted, tail), quantileError(sorted, 1 - tail))};
}

bool settled(const DrawnLimits& limits, double size) {
    return limits.error <= printedSize(size, limits.lower, limits.upper).unit / 2;
}

} // namespace peil::estimation
