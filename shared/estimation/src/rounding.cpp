// SPDX-License-Identifier: Apache-2.0
#include "peil/estimation/rounding.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>

namespace peil::estimation {
namespace {

/// A difference below this share of the size is rounding error of the computation, not a distance.
constexpr double kSame = 1e-9;

std::optional<double> finite(std::optional<double> value) {
    return value && std::isfinite(*value) ? value : std::nullopt;
}

int firstExponent(double value) {
    const double size = std::abs(value);
    return size >= 100'000 ? 3 : size >= 1'000 ? 2 : size >= 100 ? 1 : 0;
}

/// Dividing by a whole power of ten keeps 1.2 the nearest double to 1.2; adding 0 makes -0 a plain 0.
double rounded(double value, int exponent) {
    const double power = std::pow(10.0, std::abs(exponent));
    return (exponent >= 0 ? std::round(value / power) * power : std::round(value * power) / power) + 0.0;
}

/// True when `low` is below `high` in fact but not in print.
bool merged(std::optional<double> low, std::optional<double> high, int exponent) {
    if (!low || !high || *high - *low <= kSame * std::max(std::abs(*low), std::abs(*high))) return false;
    return rounded(*low, exponent) >= rounded(*high, exponent);
}

} // namespace

PrintedSize printedSize(std::optional<double> N, std::optional<double> lower, std::optional<double> upper) {
    N = finite(N);
    lower = finite(lower);
    upper = finite(upper);
    const auto first = N ? N : lower ? lower : upper;
    if (!first) return {};
    int exponent = firstExponent(*first);
    while (N ? merged(lower, N, exponent) || merged(N, upper, exponent) : merged(lower, upper, exponent))
        --exponent;
    const auto print = [exponent](std::optional<double> value) {
        return value ? std::optional(rounded(*value, exponent)) : std::nullopt;
    };
    return {std::pow(10.0, exponent), std::max(0, -exponent), print(N), print(lower), print(upper)};
}

double unitOf(std::optional<double> N, std::optional<double> lower, std::optional<double> upper) {
    bool any = false;
    for (const double unit : {1000.0, 100.0, 10.0, 1.0}) {
        bool all = true;
        for (const auto& value : {finite(N), finite(lower), finite(upper)}) {
            any = any || value;
            all = all && (!value || std::fmod(*value, unit) == 0);
        }
        if (!any) return 1;
        if (all) return unit;
    }
    return 1;
}

std::string groupedText(double value, int decimals, NumberMarks marks) {
    auto text = formatFixed(value, decimals);
    const auto point = text.find('.');
    if (point != std::string::npos) text[point] = marks.decimal;
    for (std::size_t at = point == std::string::npos ? text.size() : point; at > 3 && text[at - 4] != '-';) {
        at -= 3;
        text.insert(at, 1, marks.thousands);
    }
    return text;
}

} // namespace peil::estimation
