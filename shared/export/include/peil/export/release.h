// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a dataset may be released, how coarse it must be for that and which answers must go, and the reasons in
// words. Rests on disclosure.h and suppression.h; knows only the columns that are declared.

#include "peil/export/suppression.h"

namespace peil::exports {

/// What to do with a release that is not safe as it is.
enum class OnUnsafe {
    Coarsen, ///< climb the ladder and suppress single answers; refuse when that does not help
    Refuse,
    Report, ///< accept it and report: for the researchers' own use
};

/// A release that others may hold already.
struct EarlierRelease {
    std::string name;
    std::set<std::string, std::less<>> keys; ///< of the rows of now that were in it, unchanged
    std::uint64_t gone = 0;                  ///< people in it who are not among the rows of now, or changed since
    std::size_t rungs = 0;                   ///< how coarse it was
};

struct ReleasePlan {
    DisclosureRules rules;
    std::vector<CoarseningStep> ladder;
    OnUnsafe onUnsafe = OnUnsafe::Coarsen;
    std::vector<EarlierRelease> earlier;
    std::vector<std::string> kept; ///< quasi-identifiers that are never suppressed
    double mostSuppressed = 0.05;  ///< above this share of a column the next rung is taken, while there is one
};

struct Release {
    std::size_t rungs = 0;                                         ///< steps of the ladder that are applied
    DisclosureReport report;                                       ///< of the tables as they are released
    std::vector<std::string> coarsened;                            ///< columns that the steps change
    std::vector<std::pair<std::string, std::uint64_t>> suppressed; ///< column and number of answers, if any
    std::uint64_t singledOut = 0;   ///< people who can be singled out by comparison with an earlier release; 0 unless
                                    ///< only reported
    std::deque<MemoryTable> tables; ///< what may leave; none when the plan only reports
    [[nodiscard]] bool safe() const { return report.safe() && singledOut == 0; }
};

/// Never finer than an earlier release. People count as alike only if they were in the same earlier releases, because a
/// recipient of those can distinguish them otherwise.
/// @return Unsafe unless the plan only reports, BadName for a column that is not there, BadRow, Cancelled, or an error
/// of the source.
/// @param tables  the main one first, then the repeats; what the plan declares of a repeat counts for the person.
[[nodiscard]] Result<Release> decideRelease(std::span<TableSource* const> tables, const ReleasePlan& plan,
                                            const Progress& progress = {});

/// Rejects a release that differs from an earlier one by fewer than k people. @return Unsafe, BadRow, Cancelled, or an
/// error of the source.
[[nodiscard]] Result<> refuseDifferences(TableSource& main, const std::vector<EarlierRelease>& earlier, std::uint64_t k,
                                         const Progress& progress = {});

/// Several sentences, one a line, in Dutch for "nl", else English. Names columns, no values.
[[nodiscard]] std::string describe(const Release& release, const ReleasePlan& plan, std::string_view language);

/// How often each pair of answers occurs.
struct Crossing {
    std::vector<std::string> rows, columns; ///< values, in the form's order, then reasons for no answer
    CountTable counts;
    std::vector<CountTable> added; ///< for each earlier release: the same counts of those who are not in it
};
/// Counts `rowColumn` x `columnColumn` of the table. @return BadName, BadRow, Cancelled, or an error of the source.
[[nodiscard]] Result<Crossing> cross(TableSource& table, const std::string& rowColumn, const std::string& columnColumn,
                                     const std::vector<EarlierRelease>& earlier, const Progress& progress = {});
/// As CSV with totals. Counts of 1..minimum-1, those to which so few were added, and those that would give them away,
/// are printed as "x".
[[nodiscard]] std::string crossingCsv(const Crossing& crossing, std::uint64_t minimum);

} // namespace peil::exports
