// SPDX-License-Identifier: Apache-2.0
#include "range_scale.h"

#include "typed_text.h"

#include "peil/base/text.h"

#include <algorithm>
#include <cmath>

namespace peil::mobile {
namespace {

/// Digits behind the point of the shortest text that says `number`.
int decimalsOf(double number) {
    const auto text = formatNumber(number);
    const auto point = text.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
}

constexpr int kMostDecimals = 17; // of formatFixed()
constexpr double kNearly = 1e-9;  // a step that binary fractions miss by less is reached

} // namespace

double RangeScale::last() const {
    if (m_step == 0) return 0;
    const auto steps = std::abs((m_to - m_from) / m_step);
    const auto nearest = std::round(steps);
    return std::abs(steps - nearest) <= kNearly * std::max(1.0, steps) ? nearest : std::floor(steps);
}

QString RangeScale::value(double place) const {
    const auto number =
        m_from + std::clamp(std::round(place), 0.0, last()) * (m_to < m_from ? -1 : 1) * std::abs(m_step);
    const auto decimals = std::max({decimalsOf(m_from), decimalsOf(m_to), decimalsOf(m_step)});
    return QString::fromStdString(decimals > kMostDecimals ? formatNumber(number) : formatFixed(number, decimals));
}

QString RangeScale::shown(double place) const {
    return shownNumber(value(place).toStdString());
}

double RangeScale::placeOf(const QString& stored) const {
    const auto number = parseNumber(stored.toStdString());
    if (!number || m_step == 0) return std::floor(last() / 2);
    const auto place = (*number - m_from) * (m_to < m_from ? -1 : 1) / std::abs(m_step);
    const auto nearest = std::round(place);
    return std::clamp(std::abs(place - nearest) <= kNearly * std::max(1.0, place) ? nearest : place, 0.0, last());
}

} // namespace peil::mobile
