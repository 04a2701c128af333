// SPDX-License-Identifier: Apache-2.0
#include "dates.h"

#include "peil/base/text.h"

#include <chrono>
#include <cmath>
#include <date/tz.h>

namespace peil::xpath {
namespace {

constexpr std::int64_t kDayMillis = 86'400'000;
constexpr double kMaxDays = 4'000'000; // beyond the year 12900 either way nothing is a date

std::int64_t floorDiv(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

const date::time_zone* zoneOf(const Host& host) {
    struct Last {
        std::string name;
        const date::time_zone* zone = nullptr;
    };
    thread_local Last last;
    if (last.zone != nullptr && last.name == host.timeZone) return last.zone;
    try {
        last.zone = date::locate_zone(host.timeZone);
    } catch (const std::runtime_error&) {
        last.zone = date::locate_zone("UTC"); // a name that the machine does not know
    }
    last.name = host.timeZone;
    return last.zone;
}

/// Offsets in whole minutes: Amsterdam was 19 min 32 s ahead until 1937, and a day of birth must not slip by that.
std::int64_t wholeMinutes(std::chrono::seconds offset) {
    return std::chrono::duration_cast<std::chrono::minutes>(offset).count();
}

/// UTC of a local wall-clock time; in the hour that a change of clocks skips or repeats, the earlier one.
std::int64_t toUtc(std::int64_t localMillis, const Host& host) {
    const date::local_time<std::chrono::milliseconds> local{std::chrono::milliseconds(localMillis)};
    const auto info = zoneOf(host)->get_info(local);
    if (info.result == date::local_info::nonexistent)
        return std::chrono::duration_cast<std::chrono::milliseconds>(info.first.end.time_since_epoch()).count();
    return localMillis - wholeMinutes(info.first.offset) * 60'000;
}

class Reader {
public:
    explicit Reader(std::string_view text)
        : m_text(text) {}
    bool digits(unsigned count, int& out) {
        if (m_text.size() < count) return false;
        out = 0;
        for (unsigned i = 0; i < count; ++i) {
            if (m_text[i] < '0' || m_text[i] > '9') return false;
            out = out * 10 + (m_text[i] - '0');
        }
        m_text.remove_prefix(count);
        return true;
    }
    /// A month or a day: one digit or two.
    bool oneOrTwoDigits(int& out) { return digits(2, out) || digits(1, out); }
    bool sign(char c) {
        if (m_text.empty() || m_text.front() != c) return false;
        m_text.remove_prefix(1);
        return true;
    }
    bool fraction(int& millis) {
        int scale = 100;
        unsigned count = 0;
        millis = 0;
        for (; !m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9'; ++count) {
            millis += (m_text.front() - '0') * scale;
            scale /= 10;
            m_text.remove_prefix(1);
        }
        return count > 0 && count <= 9;
    }
    [[nodiscard]] bool atEnd() const { return m_text.empty(); }
    [[nodiscard]] char front() const { return m_text.empty() ? '\0' : m_text.front(); }

private:
    std::string_view m_text;
};

struct TimeParts {
    std::int64_t millis = 0;
    std::optional<int> offsetMinutes;
};

/// hh:mm[:ss[.fff]] and an optional offset, to the end of the text.
DateText readTime(Reader& reader, TimeParts& out) {
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millis = 0;
    if (!reader.digits(2, hour) || !reader.sign(':') || !reader.digits(2, minute)) return DateText::NotADate;
    if (reader.sign(':')) {
        if (!reader.digits(2, second)) return DateText::NotADate;
        if (reader.sign('.') && !reader.fraction(millis)) return DateText::NotADate;
    }
    bool possible = hour < 24 && minute < 60 && second < 60;
    if (reader.sign('Z')) {
        out.offsetMinutes = 0;
    } else if (reader.front() == '+' || reader.front() == '-') {
        const int direction = reader.sign('-') ? -1 : 1;
        if (direction == 1) reader.sign('+');
        int offsetHour = 0;
        int offsetMinute = 0;
        if (!reader.digits(2, offsetHour)) return DateText::NotADate;
        if (!reader.atEnd()) {
            reader.sign(':');
            if (!reader.digits(2, offsetMinute)) return DateText::NotADate;
        }
        possible = possible && offsetHour <= 14 && offsetMinute < 60;
        out.offsetMinutes = direction * (offsetHour * 60 + offsetMinute);
    }
    if (!reader.atEnd()) return DateText::NotADate;
    out.millis = ((std::int64_t{hour} * 60 + minute) * 60 + second) * 1000 + millis;
    return possible ? DateText::Valid : DateText::Impossible;
}

} // namespace

std::int32_t offsetAt(std::int64_t epochMillis, const Host& host) {
    const date::sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds(epochMillis)};
    const auto info = zoneOf(host)->get_info(moment);
    return static_cast<std::int32_t>(wholeMinutes(info.offset));
}

DateText parseDate(std::string_view text, const Host& host, DateValue& out) {
    Reader reader(trim(text));
    int year = 0;
    int month = 0;
    int day = 0;
    if (!reader.digits(4, year) || !reader.sign('-') || !reader.oneOrTwoDigits(month) || !reader.sign('-') ||
        !reader.oneOrTwoDigits(day))
        return DateText::NotADate;
    const date::year_month_day ymd{date::year{year}, date::month{static_cast<unsigned>(month)},
                                   date::day{static_cast<unsigned>(day)}};
    const bool possible = ymd.ok();
    const auto days = possible ? date::sys_days{ymd}.time_since_epoch().count() : 0;
    if (reader.atEnd()) {
        if (!possible) return DateText::Impossible;
        out = dayFromNumber(static_cast<double>(days), host);
        return DateText::Valid;
    }
    TimeParts time;
    if (!reader.sign('T') && !reader.sign(' ')) return DateText::NotADate;
    const auto read = readTime(reader, time);
    if (read == DateText::NotADate) return read;
    if (!possible || read == DateText::Impossible) return DateText::Impossible;
    const auto wall = std::int64_t{days} * kDayMillis + time.millis;
    out = momentAt(time.offsetMinutes ? wall - *time.offsetMinutes * std::int64_t{60'000} : toUtc(wall, host), host);
    return DateText::Valid;
}

std::optional<std::int64_t> parseTime(std::string_view text, const Host& host) {
    Reader reader(trim(text));
    TimeParts time;
    if (readTime(reader, time) != DateText::Valid) return std::nullopt;
    if (!time.offsetMinutes) return time.millis;
    const auto today = host.clock == nullptr ? 0 : host.clock->now().time_since_epoch().count();
    const auto local = time.millis + (offsetAt(today, host) - *time.offsetMinutes) * std::int64_t{60'000};
    return local - floorDiv(local, kDayMillis) * kDayMillis;
}

DateValue dayFromNumber(double days, const Host& host) {
    const auto local = static_cast<std::int64_t>(std::clamp(std::trunc(days), -kMaxDays, kMaxDays)) * kDayMillis;
    const auto utc = toUtc(local, host);
    // The offset comes from the difference, so that the day is right also where midnight does not exist.
    return {utc, static_cast<std::int32_t>((local - utc) / 60'000), false};
}

DateValue momentAt(std::int64_t epochMillis, const Host& host) {
    return {epochMillis, offsetAt(epochMillis, host), true};
}

DateValue momentFromNumber(double days, const Host& host) {
    const auto bounded = std::clamp(days, -kMaxDays, kMaxDays);
    return momentAt(std::llround(bounded * static_cast<double>(kDayMillis)), host);
}

DateValue dayOf(const DateValue& moment, const Host& host) {
    return dayFromNumber(static_cast<double>(localDay(moment)), host);
}

std::int64_t localDay(const DateValue& value) {
    return floorDiv(value.epochMillis + value.offsetMinutes * std::int64_t{60'000}, kDayMillis);
}

double fractionalDays(const DateValue& value) {
    return static_cast<double>(value.epochMillis) / static_cast<double>(kDayMillis);
}

double dateNumber(const DateValue& value) {
    return value.hasTime ? fractionalDays(value) : static_cast<double>(localDay(value));
}

CivilTime civil(const DateValue& value) {
    const auto local = value.epochMillis + value.offsetMinutes * std::int64_t{60'000};
    const auto day = floorDiv(local, kDayMillis);
    const auto rest = local - day * kDayMillis;
    const date::year_month_day ymd{date::sys_days{date::days{static_cast<int>(day)}}};
    return {int{ymd.year()},
            unsigned{ymd.month()},
            unsigned{ymd.day()},
            static_cast<int>(rest / 3'600'000),
            static_cast<int>(rest / 60'000 % 60),
            static_cast<int>(rest / 1000 % 60),
            static_cast<int>(rest % 1000)};
}

namespace {

void pad(std::string& out, int value, std::size_t width) {
    const auto digits = std::to_string(value < 0 ? -value : value);
    if (value < 0) out += '-';
    out.append(digits.size() < width ? width - digits.size() : 0, '0');
    out += digits;
}

} // namespace

std::string dateText(const DateValue& value) {
    const auto parts = civil(value);
    std::string out;
    pad(out, parts.year, 4);
    out += '-';
    pad(out, static_cast<int>(parts.month), 2);
    out += '-';
    pad(out, static_cast<int>(parts.day), 2);
    if (!value.hasTime) return out;
    out += 'T';
    pad(out, parts.hour, 2);
    out += ':';
    pad(out, parts.minute, 2);
    out += ':';
    pad(out, parts.second, 2);
    out += '.';
    pad(out, parts.millisecond, 3);
    const auto offset = value.offsetMinutes;
    out += offset < 0 ? '-' : '+';
    pad(out, std::abs(offset) / 60, 2);
    out += ':';
    pad(out, std::abs(offset) % 60, 2);
    return out;
}

int compareDates(const DateValue& a, const DateValue& b) {
    const bool moments = a.hasTime && b.hasTime;
    const auto left = moments ? a.epochMillis : localDay(a);
    const auto right = moments ? b.epochMillis : localDay(b);
    return left < right ? -1 : left > right ? 1 : 0;
}

} // namespace peil::xpath
