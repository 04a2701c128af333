// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers of spreadsheets that stand for dates and times, by the format of their cell.

#include <cstdint>
#include <string>
#include <string_view>

namespace peil::xlsform {

/// What a number format shows. Elapsed counts hours beyond 24.
enum class NumberKind : unsigned char { Plain, Date, Time, DateTime, Elapsed };

/// Of a format code such as "yyyy-mm-dd" or "[h]:mm".
[[nodiscard]] NumberKind kindOfFormat(std::string_view code);
/// Of a number format that Excel numbers and files do not spell out.
[[nodiscard]] NumberKind kindOfBuiltIn(std::int64_t id);

/// The number of a cell as text: ISO 8601 for dates and times. `from1904`: the workbook counts days from 1 January
/// 1904.
[[nodiscard]] std::string numberText(double value, NumberKind kind, bool from1904);

/// "2024-01-02T13:30:00" with a space, and without a time of midnight.
[[nodiscard]] std::string isoText(std::string text);

} // namespace peil::xlsform
