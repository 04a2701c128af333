// SPDX-License-Identifier: Apache-2.0
#include "peil/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <unicode/ustring.h>

namespace peil {
namespace {

constexpr std::string_view kSpace = " \t\r\n";
// The longest plain decimal of a double: 1.8e308 has 309 digits, 5e-324 has 326 characters.
constexpr std::size_t kNumberBuffer = 400;

} // namespace

std::string formatNumber(double value) {
    if (std::isnan(value)) return "NaN";
    if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
    if (value == 0) return "0";
    std::array<char, kNumberBuffer> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
    return {text.data(), end};
}

std::string formatFixed(double value, int decimals) {
    if (!std::isfinite(value)) return formatNumber(value);
    // Rounds what a reader sees (the shortest decimal), so that 2.675 to two digits is 2.68.
    std::string text = formatNumber(std::fabs(value));
    auto point = text.find('.');
    if (point == std::string::npos) {
        point = text.size();
        text += '.';
    }
    const auto keep = static_cast<std::size_t>(std::clamp(decimals, 0, 17));
    const std::size_t length = point + 1 + keep;
    const bool up = text.size() > length && text[length] >= '5';
    text.resize(std::max(length, text.size()), '0');
    text.resize(length);
    for (std::size_t i = length; up && i-- > 0;) {
        if (text[i] == '.') continue;
        if (text[i] != '9') {
            ++text[i];
            break;
        }
        text[i] = '0';
        if (i == 0) text.insert(0, 1, '1');
    }
    if (text.back() == '.') text.pop_back();
    const bool zero = text.find_first_not_of("0.") == std::string::npos;
    return value < 0 && !zero ? "-" + text : text;
}

std::optional<double> parseNumber(std::string_view text) {
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    if (text.empty() || text.find_first_not_of("0123456789.-eE+") != std::string_view::npos) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<double> parseCount(std::string_view text) {
    constexpr std::size_t kThousands = 3;
    if (text.find_first_not_of("0123456789.") != std::string_view::npos) return std::nullopt;
    if (const auto point = text.find('.'); point != std::string_view::npos) {
        const auto decimals = text.size() - point - 1;
        if (point == 0 || decimals == 0 || (point <= kThousands && decimals == kThousands)) return std::nullopt;
    }
    return parseNumber(text);
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && kSpace.find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    while (!text.empty() && kSpace.find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const auto end = text.find(separator, start);
        parts.push_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

std::vector<std::string_view> splitWhitespace(std::string_view text) {
    std::vector<std::string_view> tokens;
    for (auto start = text.find_first_not_of(kSpace); start != std::string_view::npos;) {
        const auto end = text.find_first_of(kSpace, start);
        tokens.push_back(text.substr(start, end == std::string_view::npos ? end : end - start));
        start = end == std::string_view::npos ? end : text.find_first_not_of(kSpace, end);
    }
    return tokens;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += separator;
        text += parts[i];
    }
    return text;
}

std::string toLowerAscii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string replaceAll(std::string text, std::string_view from, std::string_view to) {
    auto found = from.empty() ? std::string::npos : text.find(from);
    if (found == std::string::npos) return text;
    std::string out; // in place, each replacement would move the rest of the text
    out.reserve(text.size());
    std::size_t at = 0;
    for (; found != std::string::npos; found = text.find(from, at)) {
        out.append(text, at, found - at).append(to);
        at = found + from.size();
    }
    return out.append(text, at);
}

bool isUtf8(std::string_view text) {
    auto status = U_ZERO_ERROR;
    u_strFromUTF8(nullptr, 0, nullptr, text.data(), static_cast<int32_t>(text.size()), &status); // only counts
    return status != U_INVALID_CHAR_FOUND;
}

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > limit) return limit + 1;
    std::vector<std::size_t> row(a.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t j = 1; j <= b.size(); ++j) {
        std::size_t diagonal = row[0];
        row[0] = j;
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t above = row[i];
            row[i] = std::min({above + 1, row[i - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            diagonal = above;
        }
    }
    return row.back();
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
    std::size_t best = std::max<std::size_t>(1, (word.size() + 1) / 3);
    std::optional<std::string> found;
    for (const auto& candidate : candidates) {
        const auto distance = editDistance(word, candidate, best);
        if (distance > best || (found && distance == best)) continue;
        best = distance;
        found = candidate;
    }
    return found;
}

} // namespace peil
