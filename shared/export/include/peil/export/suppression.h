// SPDX-License-Identifier: Apache-2.0
#pragma once

// Local suppression: removes as few answers as possible from rows that are too rare, the least important first. Like
// kAnon in sdcMicro, and never removes more.

#include "peil/export/disclosure.h"

#include <set>

namespace peil::exports {

/// Which answers go.
struct Suppression {
    std::vector<std::string> columns;                               ///< the quasi-identifiers
    std::map<std::string, std::set<std::size_t>, std::less<>> rows; ///< by KEY: places in `columns`
    [[nodiscard]] std::vector<std::uint64_t> cells() const;         ///< how many go, of each column
};

/// Judges each row by the table as it is: every row that breaks the rules loses the fewest quasi-identifiers, from the
/// last in `rules` on, with which it keeps them. A row that cannot be helped loses nothing.
/// @param people  one row a person, whose KEY no other has.
/// @param kept    quasi-identifiers that stay whatever comes.
/// @return BadName for a column that is not there, BadRow, Cancelled, or an error of the source.
[[nodiscard]] Result<Suppression> findSuppression(TableSource& people, const DisclosureRules& rules,
                                                  const std::vector<std::string>& kept, const Progress& progress = {});

/// The tables without these answers, and without their reasons. Of someone whose answers in a repeat go, all rows of
/// that repeat go, and what hangs below them: their number is an answer too.
/// @param tables  the main one first. @return BadName, BadRow, Cancelled, or an error of a source.
[[nodiscard]] Result<std::deque<MemoryTable>>
applySuppression(std::span<TableSource* const> tables, const Suppression& suppression, const Progress& progress = {});

} // namespace peil::exports
