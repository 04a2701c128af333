// SPDX-License-Identifier: Apache-2.0
#include "number_format.h"

#include "peil/base/text.h"

#include <chrono>
#include <cmath>

namespace peil::xlsform {

namespace {

constexpr long kDay = 86'400'000; ///< milliseconds
/// Excel counts a 29 February 1900 that never was, so days before it lie one further from the epoch
/// (ECMA-376 18.17.4.1).
constexpr long kFalseLeapDay = 60;

std::string two(long value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string clockText(long milliseconds) {
    const auto second = milliseconds / 1000;
    const auto fraction = std::to_string(1000 + milliseconds % 1000).substr(1);
    return two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60) +
           (milliseconds % 1000 == 0 ? "" : "." + fraction + "000");
}

std::string dayText(long serial, bool from1904) {
    using namespace std::chrono;
    const auto epoch = from1904                 ? year{1904} / 1 / 1
                       : serial < kFalseLeapDay ? year{1899} / 12 / 31
                                                : year{1899} / 12 / 30;
    const year_month_day day(sys_days(epoch) + days(serial));
    return std::to_string(static_cast<int>(day.year())) + "-" + two(static_cast<long>(unsigned{day.month()})) + "-" +
           two(static_cast<long>(unsigned{day.day()}));
}

/// "[h]", "[mm]", "[ss]": time that goes on beyond its unit. Other brackets hold colours, conditions and languages.
bool isElapsed(std::string_view bracket) {
    return !bracket.empty() && bracket.find_first_not_of("hHmMsS") == std::string_view::npos;
}

} // namespace

NumberKind kindOfFormat(std::string_view code) {
    bool date = false;
    bool time = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == '"' || c == '[') {
            const auto end = code.find(c == '"' ? '"' : ']', i + 1);
            if (c == '[' && isElapsed(code.substr(i + 1, end == std::string_view::npos ? end : end - i - 1)))
                return NumberKind::Elapsed;
            if (end == std::string_view::npos) break;
            i = end;
        } else if (c == '\\' || c == '_' || c == '*')
            ++i;
        else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D')
            date = true;
        else if (c == 'h' || c == 'H' || c == 's' || c == 'S')
            time = true;
    }
    if (date) return time ? NumberKind::DateTime : NumberKind::Date;
    return time ? NumberKind::Time : NumberKind::Plain;
}

NumberKind kindOfBuiltIn(std::int64_t id) {
    if (id >= 14 && id <= 17) return NumberKind::Date;
    if (id == 46) return NumberKind::Elapsed;
    if ((id >= 18 && id <= 21) || id == 45 || id == 47) return NumberKind::Time;
    return id == 22 ? NumberKind::DateTime : NumberKind::Plain;
}

std::string numberText(double value, NumberKind kind, bool from1904) {
    constexpr double kLastDay = 3'000'000; // in the year 10113
    if (kind == NumberKind::Plain || !(value >= 0 && value < kLastDay)) return formatNumber(value);
    auto day = static_cast<long>(std::floor(value));
    auto milliseconds = std::lround((value - static_cast<double>(day)) * kDay);
    if (milliseconds == kDay) {
        ++day;
        milliseconds = 0;
    }
    if (kind == NumberKind::Elapsed) return clockText(day * kDay + milliseconds);
    if (kind == NumberKind::Time && day == 0) return clockText(milliseconds);
    const auto date = dayText(day, from1904);
    return kind == NumberKind::Date && milliseconds == 0 ? date : date + " " + clockText(milliseconds);
}

std::string isoText(std::string text) {
    const auto at = text.find('T');
    if (at == std::string::npos) return text;
    const auto clock = std::string_view(text).substr(at + 1);
    if (clock.find_first_not_of("0:.") == std::string_view::npos) return text.substr(0, at);
    text[at] = ' ';
    return text;
}

} // namespace peil::xlsform
