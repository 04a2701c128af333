// SPDX-License-Identifier: Apache-2.0
#include "codecs/codec.h"

#include <chrono>

namespace peil::forms {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// `digits` digits at the front of `text`, taken off it; -1 when they are not there.
int take(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return -1;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (!isDigit(text[i])) return -1;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool takeChar(std::string_view& text, char wanted) {
    if (text.empty() || text.front() != wanted) return false;
    text.remove_prefix(1);
    return true;
}

bool takeDate(std::string_view& text) {
    const auto year = take(text, 4);
    if (year < 0 || !takeChar(text, '-')) return false;
    const auto month = take(text, 2);
    if (month < 0 || !takeChar(text, '-')) return false;
    const auto day = take(text, 2);
    if (day < 0) return false;
    return std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                       std::chrono::day{static_cast<unsigned>(day)}}
        .ok();
}

bool takeZone(std::string_view& text) {
    if (text.empty() || takeChar(text, 'Z')) return true;
    if (text.front() != '+' && text.front() != '-') return false;
    text.remove_prefix(1);
    const auto hours = take(text, 2);
    if (hours < 0 || hours > 14) return false;
    if (text.empty()) return true;
    takeChar(text, ':');
    const auto minutes = take(text, 2);
    return minutes >= 0 && minutes < 60;
}

bool takeClock(std::string_view& text) {
    const auto hours = take(text, 2);
    if (hours < 0 || hours > 23 || !takeChar(text, ':')) return false;
    const auto minutes = take(text, 2);
    if (minutes < 0 || minutes > 59 || !takeChar(text, ':')) return false;
    const auto seconds = take(text, 2);
    if (seconds < 0 || seconds > 59) return false;
    if (takeChar(text, '.')) {
        if (text.empty() || !isDigit(text.front())) return false;
        while (!text.empty() && isDigit(text.front()))
            text.remove_prefix(1);
    }
    return takeZone(text);
}

} // namespace

std::optional<std::string> encodeDate(std::string_view text) {
    auto rest = text;
    if (!takeDate(rest)) return std::nullopt;
    if (rest.empty()) return std::string(text);
    // With an offset it is a moment, which falls on different days in different zones.
    if (!takeChar(rest, 'T') || rest.find_first_of("Z+-") != std::string_view::npos) return std::nullopt;
    if (!takeClock(rest) || !rest.empty()) return std::nullopt;
    return std::string(text.substr(0, 10));
}

std::optional<std::string> encodeTime(std::string_view text) {
    auto rest = text;
    if (takeClock(rest) && rest.empty()) return std::string(text);
    return std::nullopt;
}

std::optional<std::string> encodeDateTime(std::string_view text) {
    auto rest = text;
    if (!takeDate(rest) || !takeChar(rest, 'T') || !takeClock(rest) || !rest.empty()) return std::nullopt;
    return std::string(text);
}

} // namespace peil::forms
