// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which columns a table gets in a statistics file, how they are named, and how a cell becomes a value. Internal.

#include "choice_codes.h"
#include "peil/export/codebook.h"

#include <optional>

namespace peil::exports {

inline constexpr std::size_t kLongestText = 2045; ///< bytes in one .dta string

enum class StatKind {
    Number,
    Coded, ///< a choice as a number
    Day,
    Text,
    Flag,   ///< 0/1: this choice is among those given
    Reason, ///< of a text or day without a value
    Key,
    ParentKey,
};
struct StatColumn {
    StatKind kind = StatKind::Number;
    std::size_t variable = 0; ///< index in the table; unused for keys
    std::string name;
    std::string label;
    std::vector<std::pair<double, std::string>> labels;
    std::size_t width = 1;   ///< of a text, bytes
    std::size_t part = 0;    ///< of a long text: 0, 1, …
    std::string choice;      ///< of a Flag
    bool reasons = false;    ///< a numeric column with reasons for no answer
    double reasonBase = -90; ///< code of a reason = base - reason
    bool whole = false;      ///< only whole numbers, within
    double lowest = 0, highest = 0;
    ChoiceCodes<double> codes; ///< of a Coded column
};
struct StatPlan {
    std::vector<StatColumn> columns;
    std::vector<std::size_t> own;     ///< by variable: index of the column that holds its values, or their first part
    std::vector<std::size_t> reasons; ///< by variable: of its Reason column; kNoColumn when it has none
    static constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);
};

[[nodiscard]] StatPlan planColumns(const Table& table, const TableProfile& profile, std::string_view language);
/// Code of a reason in .sav, such as -95. Only for a column with reasons.
[[nodiscard]] double savCode(const StatColumn& column, MissingReason reason);
/// Letter of a reason in .dta, 'a' to 'e'. Not for None and Missing.
[[nodiscard]] char dtaTag(MissingReason reason);

/// Days since 1970-01-01 of an ISO 8601 day.
[[nodiscard]] std::optional<long> daysOf(std::string_view day);
/// The `part`-th piece of at most kLongestText bytes, cut between characters and, where it can be, not after a space.
[[nodiscard]] std::string_view textPart(std::string_view text, std::size_t part);
/// At most `bytes`, cut between characters.
[[nodiscard]] std::string_view cutTo(std::string_view text, std::size_t bytes);
/// At most `characters`.
[[nodiscard]] std::string_view cutToCharacters(std::string_view text, std::size_t characters);

} // namespace peil::exports
