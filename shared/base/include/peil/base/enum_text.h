// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables of enumerators and their texts, read in both directions.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace peil {

/// A row of a table. Where a value or a text has several rows, the first counts.
template <class Enum>
using EnumText = std::pair<Enum, std::string_view>;

/// Empty for a value that the table does not have.
template <class Enum, std::size_t N>
[[nodiscard]] constexpr std::string_view textIn(const EnumText<Enum> (&table)[N], std::type_identity_t<Enum> value) {
    const auto* found = std::ranges::find(table, value, &EnumText<Enum>::first);
    return found == std::end(table) ? std::string_view() : found->second;
}

template <class Enum, std::size_t N>
[[nodiscard]] constexpr std::optional<Enum> valueIn(const EnumText<Enum> (&table)[N], std::string_view text) {
    const auto* found = std::ranges::find(table, text, &EnumText<Enum>::second);
    return found == std::end(table) ? std::nullopt : std::optional(found->first);
}

/// In the order of the table.
template <class Enum, std::size_t N>
[[nodiscard]] std::vector<std::string> textsIn(const EnumText<Enum> (&table)[N]) {
    std::vector<std::string> texts;
    for (const auto& [value, text] : table)
        texts.emplace_back(text);
    return texts;
}

} // namespace peil
