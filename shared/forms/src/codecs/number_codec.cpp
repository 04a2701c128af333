// SPDX-License-Identifier: Apache-2.0
#include "codecs/codec.h"

#include "peil/base/text.h"

#include <cmath>
#include <limits>

namespace peil::forms {

std::optional<std::string> encodeInteger(std::string_view text) {
    const auto number = parseNumber(text);
    return number ? encodeInteger(*number) : std::nullopt;
}

std::optional<std::string> encodeInteger(double number) {
    if (!std::isfinite(number)) return std::nullopt;
    const auto whole = std::trunc(number);
    if (whole < static_cast<double>(std::numeric_limits<std::int32_t>::min()) ||
        whole > static_cast<double>(std::numeric_limits<std::int32_t>::max()))
        return std::nullopt;
    return std::to_string(static_cast<std::int64_t>(whole));
}

std::optional<std::string> encodeDecimal(std::string_view text) {
    const auto number = parseNumber(text);
    if (!number || !std::isfinite(*number)) return std::nullopt;
    if (text.find_first_of("eE") != std::string_view::npos) return formatNumber(*number);
    return std::string(text.starts_with('+') ? text.substr(1) : text);
}

} // namespace peil::forms
