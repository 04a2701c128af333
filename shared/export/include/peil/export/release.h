// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a dataset may leave the house, how coarse it must be for that, and the reasons in words. Rests on
// disclosure.h; knows only the columns that are declared.

#include "peil/export/disclosure.h"

namespace peil::exports {

/// What to do with a release that is not safe as it is.
enum class OnUnsafe {
    Coarsen, ///< climb the ladder; refuse when its last rung does not help
    Refuse,
    Report, ///< release as it is and say so: for the researchers' own desk
};

/// A release that others may hold already.
struct EarlierRelease {
    std::string name;
    std::vector<std::string> columns; ///< its quasi-identifiers
    std::size_t rungs = 0;            ///< how coarse it was
    std::vector<LookAlikes> classes;
};

struct ReleasePlan {
    DisclosureRules rules;
    std::vector<CoarseningStep> ladder;
    OnUnsafe onUnsafe = OnUnsafe::Coarsen;
    std::vector<EarlierRelease> earlier;
};

struct Release {
    std::size_t rungs = 0;              ///< steps of the ladder that are applied
    DisclosureReport report;            ///< of the table with these steps
    std::size_t told = 0;               ///< combinations that tell single people apart beside an earlier release
    std::vector<std::string> coarsened; ///< columns that the steps change
    [[nodiscard]] bool safe() const { return report.safe() && told == 0; }
};

/// Never finer than an earlier release, and as fine as the rules allow beyond that.
/// @return Unsafe unless the plan only reports, BadName for a column that is not there or for an earlier release over
/// other columns, BadRow, Cancelled, or an error of the source.
/// @param tables  the main one first, then the repeats; what the plan declares of a repeat counts for the person.
[[nodiscard]] Result<Release> decideRelease(std::span<TableSource* const> tables, const ReleasePlan& plan,
                                            const Progress& progress = {});

/// Several sentences, one a line, in Dutch for "nl", else English. Names columns, no values.
[[nodiscard]] std::string inWords(const Release& release, const ReleasePlan& plan, std::string_view language);

/// How often each pair of answers occurs.
struct Crossing {
    std::vector<std::string> rows, columns; ///< values, in the form's order, then reasons for no answer
    CountTable counts;
};
/// Counts `rowColumn` x `columnColumn` of the table. @return BadName, BadRow, Cancelled, or an error of the source.
[[nodiscard]] Result<Crossing> cross(TableSource& table, const std::string& rowColumn, const std::string& columnColumn,
                                     const Progress& progress = {});
/// As CSV with totals. Counts of 1..minimum-1, and those that would give them away, are printed as "x".
[[nodiscard]] std::string crossingCsv(const Crossing& crossing, std::uint64_t minimum);

} // namespace peil::exports
