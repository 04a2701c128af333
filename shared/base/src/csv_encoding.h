// SPDX-License-Identifier: Apache-2.0
#pragma once

// The start of a table file: its encoding, and a line that declares its separator.

#include "peil/base/csv.h"

#include <optional>
#include <string>
#include <string_view>

namespace peil {

struct TableText {
    std::string_view text;      ///< UTF-8 without a byte order mark
    std::size_t legacyLine = 0; ///< CsvTable::legacyLine
};
/// The bytes of a table: a view into `bytes`, or into `room` when they were of another encoding.
/// @return NotUtf8 with the line, also for a zero byte.
[[nodiscard]] Result<TableText> tableText(std::string_view bytes, std::string& room);

/// Takes off a first line `sep=X`, as Excel reads it and writes it; also in quotes and with separators behind it, as a
/// program saves it that took it for a cell. `\t` may be spelled out.
[[nodiscard]] std::optional<char> takeDeclaredSeparator(std::string_view& text);

/// The separator of the first record that is not blank: see parseCsv(). With Rows::AnyWidth, of the first that has one.
[[nodiscard]] char separatorOf(std::string_view text, CsvRules::Rows rows);

} // namespace peil
