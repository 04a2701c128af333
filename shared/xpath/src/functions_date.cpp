// SPDX-License-Identifier: Apache-2.0
// Dates and times: reading, writing and counting.
#include "dates.h"
#include "functions.h"
#include "peil/base/text.h"

#include <cmath>
#include <limits>
#include <optional>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

namespace peil::xpath {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

enum class Wanted : std::uint8_t { Day, Moment };

/// The date that an argument means. Nothing, without a failure, for blank or other text.
std::optional<DateValue> dateOf(const Call& call, const Value& value, Wanted wanted) {
    if (const auto* date = std::get_if<DateValue>(&value)) return *date;
    if (std::holds_alternative<bool>(value)) return std::nullopt;
    if (const auto* number = std::get_if<double>(&value)) {
        if (!std::isfinite(*number)) return std::nullopt;
        return wanted == Wanted::Day ? dayFromNumber(*number, call.host()) : momentFromNumber(*number, call.host());
    }
    const auto text = call.evaluator.textOf(value);
    DateValue date;
    const auto read = parseDate(text.view(), call.host(), date);
    if (read == DateText::Valid) return date;
    if (read == DateText::Impossible)
        call.fail(XpathErrc::BadArgument,
                  "got \"" + std::string(trim(text.view())) + "\", a date or time that does not exist; correct it.");
    return std::nullopt;
}

Value fnToday(const Call& call) {
    if (call.host().clock == nullptr)
        return call.fail(XpathErrc::NotAvailable, "needs the current time, which is not available here.");
    return dayOf(momentAt(call.host().clock->now().time_since_epoch().count(), call.host()), call.host());
}

Value fnNow(const Call& call) {
    if (call.host().clock == nullptr)
        return call.fail(XpathErrc::NotAvailable, "needs the current time, which is not available here.");
    return momentAt(call.host().clock->now().time_since_epoch().count(), call.host());
}

Value fnDate(const Call& call) {
    const auto date = dateOf(call, call.value(0), Wanted::Day);
    if (!date) return std::string{};
    return date->hasTime ? dayOf(*date, call.host()) : *date;
}

Value fnDateTime(const Call& call) {
    const auto date = dateOf(call, call.value(0), Wanted::Moment);
    return date ? Value(*date) : Value(std::string{});
}

Value fnDecimalDateTime(const Call& call) {
    const auto value = call.value(0);
    if (const auto* number = std::get_if<double>(&value)) return *number;
    const auto date = dateOf(call, value, Wanted::Moment);
    return date ? fractionalDays(*date) : kNaN;
}

Value fnDecimalTime(const Call& call) {
    constexpr double kDayMillis = 86'400'000;
    const auto value = call.value(0);
    const auto* moment = std::get_if<DateValue>(&value);
    DateValue read;
    const auto text = call.evaluator.textOf(value);
    if (moment == nullptr && parseDate(text.view(), call.host(), read) == DateText::Valid) moment = &read;
    if (moment != nullptr) {
        const auto parts = civil(*moment);
        return static_cast<double>(((parts.hour * 60 + parts.minute) * 60 + parts.second) * 1000 + parts.millisecond) /
               kDayMillis;
    }
    const auto millis = parseTime(text.view(), call.host());
    return millis ? static_cast<double>(*millis) / kDayMillis : kNaN;
}

// --- writing -------------------------------------------------------------------------------------------------------

/// The locale of "nl", "French (fr)" or "Nederlands"; nullopt if unknown.
std::optional<icu::Locale> localeOf(std::string_view language) {
    const auto open = language.rfind('(');
    const auto close = language.rfind(')');
    if (open != std::string_view::npos && close != std::string_view::npos && close > open)
        return localeOf(trim(language.substr(open + 1, close - open - 1)));
    const std::string name(language);
    if (name.size() < 2 || name == "default") return std::nullopt;
    const auto direct = icu::Locale(name.c_str());
    std::int32_t count = 0;
    const auto* all = icu::Locale::getAvailableLocales(count);
    const auto wanted = icu::UnicodeString::fromUTF8(name).foldCase();
    for (std::int32_t i = 0; i < count; ++i) {
        icu::UnicodeString english;
        icu::UnicodeString own;
        if (std::string_view(all[i].getLanguage()) == direct.getLanguage()) return direct;
        if (all[i].getDisplayLanguage(icu::Locale::getEnglish(), english).foldCase() == wanted ||
            all[i].getDisplayLanguage(all[i], own).foldCase() == wanted)
            return icu::Locale(all[i].getLanguage());
    }
    return std::nullopt;
}

const icu::DateFormatSymbols& symbolsOf(const Host& host) {
    struct Last {
        std::string language;
        std::unique_ptr<icu::DateFormatSymbols> symbols;
    };
    thread_local Last last;
    const auto key = host.language + "\n" + host.clientLanguage;
    if (last.symbols && last.language == key) return *last.symbols;
    auto locale = localeOf(host.language);
    if (!locale) locale = localeOf(host.clientLanguage);
    UErrorCode status = U_ZERO_ERROR;
    last.symbols = std::make_unique<icu::DateFormatSymbols>(locale.value_or(icu::Locale::getEnglish()), status);
    last.language = key;
    return *last.symbols;
}

std::string nameAt(const icu::UnicodeString* names, std::int32_t count, std::int32_t index) {
    std::string out;
    if (index >= 0 && index < count) names[index].toUTF8String(out);
    return out;
}

std::string monthName(const Host& host, unsigned month) {
    std::int32_t count = 0;
    const auto* names =
        symbolsOf(host).getMonths(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::ABBREVIATED);
    return nameAt(names, count, static_cast<std::int32_t>(month) - 1);
}

std::string dayName(const Host& host, std::int64_t day) {
    std::int32_t count = 0;
    const auto* names =
        symbolsOf(host).getWeekdays(count, icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::ABBREVIATED);
    const auto weekday = ((day + 4) % 7 + 7) % 7; // 1970-01-01 was a Thursday; 0 = Sunday
    return nameAt(names, count, static_cast<std::int32_t>(weekday) + 1);
}

std::string padded(int value, std::size_t width) {
    auto digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// ISO 8601 week number.
int weekOf(std::int64_t day) {
    const auto weekday = ((day + 3) % 7 + 7) % 7; // 0 = Monday
    const auto thursday = day - weekday + 3;
    DateValue first;
    first.epochMillis = thursday * 86'400'000;
    const auto year = civil(first).year;
    auto start = thursday;
    for (auto step = std::int64_t{256}; step > 0; step /= 2) { // back to 1 January of that year
        DateValue probe;
        probe.epochMillis = (start - step) * 86'400'000;
        while (civil(probe).year == year) {
            start -= step;
            probe.epochMillis = (start - step) * 86'400'000;
        }
    }
    return static_cast<int>((thursday - start) / 7) + 1;
}

/// False for a letter that no format knows.
bool appendToken(std::string& out, char token, const DateValue& date, const Host& host) {
    const auto parts = civil(date);
    switch (token) {
    case '%':
        out += '%';
        return true;
    case 'Y':
        out += padded(parts.year, 4);
        return true;
    case 'y':
        out += padded(((parts.year % 100) + 100) % 100, 2);
        return true;
    case 'm':
        out += padded(static_cast<int>(parts.month), 2);
        return true;
    case 'n':
        out += std::to_string(parts.month);
        return true;
    case 'b':
        out += monthName(host, parts.month);
        return true;
    case 'd':
        out += padded(static_cast<int>(parts.day), 2);
        return true;
    case 'e':
        out += std::to_string(parts.day);
        return true;
    case 'a':
        out += dayName(host, localDay(date));
        return true;
    case 'W':
        out += std::to_string(weekOf(localDay(date)));
        return true;
    case 'H':
        out += padded(parts.hour, 2);
        return true;
    case 'h':
        out += std::to_string(parts.hour);
        return true;
    case 'M':
        out += padded(parts.minute, 2);
        return true;
    case 'S':
        out += padded(parts.second, 2);
        return true;
    case '3':
        out += padded(parts.millisecond, 3);
        return true;
    default:
        return false;
    }
}

Value format(const Call& call, Wanted wanted) {
    const auto value = call.value(0);
    const auto* number = std::get_if<double>(&value);
    // Whole numbers come from counting days, and a day is local.
    const bool whole = number != nullptr && *number == std::floor(*number);
    const auto date = dateOf(call, value, whole ? Wanted::Day : wanted);
    if (!date) return std::string{};
    const auto pattern = call.text(1);
    std::string out;
    for (std::size_t i = 0; i < pattern.view().size(); ++i) {
        const char c = pattern.view()[i];
        if (c != '%') {
            out += c;
            continue;
        }
        const char token = i + 1 < pattern.view().size() ? pattern.view()[i + 1] : '\0';
        if (!appendToken(out, token, *date, call.host()))
            return call.fail(XpathErrc::BadArgument, "does not support the format %" +
                                                         std::string(token == '\0' ? 0 : 1, token) +
                                                         " in argument 2; use %Y %m %d %H %M %S.");
        ++i;
    }
    return out;
}

} // namespace

FunctionTable dateFunctions() {
    return {
        {"today", fnToday, 0, 0},
        {"now", fnNow, 0, 0},
        {"date", fnDate, 1, 1},
        {"date-time", fnDateTime, 1, 1},
        {"decimal-date-time", fnDecimalDateTime, 1, 1},
        {"decimal-time", fnDecimalTime, 1, 1},
        {"format-date", [](const Call& call) -> Value { return format(call, Wanted::Day); }, 2, 2},
        {"format-date-time", [](const Call& call) -> Value { return format(call, Wanted::Moment); }, 2, 2},
    };
}

} // namespace peil::xpath
