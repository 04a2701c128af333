// SPDX-License-Identifier: Apache-2.0
#pragma once

// Dates and times as ODK writes them, in the zone of the evaluation.

#include "peil/xpath/expression.h"

#include <optional>

namespace peil::xpath {

struct CivilTime {
    int year = 1970;
    unsigned month = 1;
    unsigned day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int millisecond = 0;
};

enum class DateText : std::uint8_t { NotADate, Impossible, Valid }; ///< Impossible: of the right form, e.g. 2023-02-30

/// "YYYY-MM-DD" or "YYYY-MM-DDThh:mm[:ss[.fff]][Z|±hh[:mm]]", white space around it ignored;
/// the zero of a month or day may be left out.
[[nodiscard]] DateText parseDate(std::string_view text, const Host& host, DateValue& out);
/// "hh:mm[:ss[.fff]][Z|±hh[:mm]]" as milliseconds since midnight, local time.
[[nodiscard]] std::optional<std::int64_t> parseTime(std::string_view text, const Host& host);

[[nodiscard]] std::int32_t offsetAt(std::int64_t epochMillis, const Host& host); ///< minutes east of UTC
[[nodiscard]] DateValue dayFromNumber(double days, const Host& host);            ///< whole days since 1970-01-01
[[nodiscard]] DateValue momentFromNumber(double days, const Host& host);         ///< days since 1970-01-01T00:00Z
[[nodiscard]] DateValue dayOf(const DateValue& moment, const Host& host);        ///< the local day that it falls on
[[nodiscard]] DateValue momentAt(std::int64_t epochMillis, const Host& host);

[[nodiscard]] std::int64_t localDay(const DateValue& value); ///< days since 1970-01-01 of its calendar day
[[nodiscard]] double dateNumber(const DateValue& value);     ///< a day: whole local days; a moment: days UTC
[[nodiscard]] double fractionalDays(const DateValue& value); ///< days UTC, of a day from its local midnight
[[nodiscard]] std::string dateText(const DateValue& value);
[[nodiscard]] CivilTime civil(const DateValue& value);
/// Negative, 0 or positive. Two moments by the instant; when one side is a day, by the calendar day.
[[nodiscard]] int compareDates(const DateValue& a, const DateValue& b);

} // namespace peil::xpath
