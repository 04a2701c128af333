// SPDX-License-Identifier: Apache-2.0
#include "codecs/codec.h"

#include "peil/base/text.h"

#include <array>
#include <cmath>

namespace peil::forms {
namespace {

// At least one decimal, as ODK's tools write it: "5" becomes "5.0".
std::string coordinate(double value) {
    auto text = formatNumber(value);
    if (text.find('.') == std::string::npos) text += ".0";
    return text;
}

} // namespace

std::optional<std::string> encodeGeopoint(std::string_view text) {
    const auto parts = splitWhitespace(text);
    if (parts.size() < 2 || parts.size() > 4) return std::nullopt;
    std::array<double, 4> numbers{0, 0, 0, 0};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto number = parseNumber(parts[i]);
        if (!number || !std::isfinite(*number)) return std::nullopt;
        numbers.at(i) = *number;
    }
    if (std::abs(numbers[0]) > 90 || std::abs(numbers[1]) > 180) return std::nullopt;
    std::string result = coordinate(numbers[0]);
    for (std::size_t i = 1; i < numbers.size(); ++i)
        result += " " + coordinate(numbers.at(i));
    return result;
}

std::optional<std::string> encodeGeoline(std::string_view text) {
    std::string result;
    for (const auto part : split(text, ';')) {
        if (trim(part).empty()) continue;
        const auto point = encodeGeopoint(trim(part));
        if (!point) return std::nullopt;
        result += (result.empty() ? "" : ";") + *point;
    }
    if (result.empty()) return std::nullopt;
    return result;
}

} // namespace peil::forms
