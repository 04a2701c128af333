// SPDX-License-Identifier: Apache-2.0
#pragma once

// An account of the interviews: each row that is read is used, or not used for one reason that is counted.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace peil::analysis {

/// In order of evaluation: a row counts under the first that applies.
enum class RowReason {
    DoesNotCount, ///< not complete, withdrawn, rejected and the like; the value is the state
    NoGroup,      ///< no value in the column of the group, or a mark for it (isMissingCell())
    UnknownGroup, ///< a group without a count in the register
    NotAskedFor,  ///< a group other than the requested one
    OutsideArea,  ///< met in a city outside the area of the register
    NoAnswer,     ///< no answer on being in care
    NoWeight,     ///< a weight of 0, or none
};
/// Stable id, e.g. "unknown_group".
[[nodiscard]] std::string_view idOf(RowReason reason);

struct UnusedRows {
    RowReason reason = RowReason::NoGroup;
    std::string value;    ///< the group as written; for DoesNotCount the state; else empty
    std::string probably; ///< the probable intended group; else empty
    std::size_t rows = 0;
};
/// In `language`, without a full stop, e.g. `the register has no group “Opioid” (probably “opioid”)`.
[[nodiscard]] std::string describe(const UnusedRows& unused, std::string_view language = "en");

struct RowAccount {
    std::size_t read = 0, used = 0;
    std::vector<UnusedRows> unused; ///< by reason, most rows first, then by value; read = used + the rows in here
};

/// What is known of one row. `state` is why it does not count, empty if it does; `group` has no spaces around it.
struct RowFacts {
    std::string_view state = {}, group = {};
    bool inArea = true, answered = true, weighted = true;
};

class RowCounter {
public:
    /// @param groups  with a count in the register. @param asked  of these, those to estimate.
    RowCounter(std::vector<std::string> groups, std::vector<std::string> asked);

    void add(const RowFacts& row);
    [[nodiscard]] RowAccount account() const;

private:
    void lose(RowReason reason, std::string_view value);

    std::vector<std::string> m_groups, m_asked;
    RowAccount m_account;
};

/// Which of `known` differs from a word in case, accents, spaces and hyphens only.
[[nodiscard]] std::optional<std::string> sameButForCase(std::string_view word, const std::vector<std::string>& known);
/// The word of `known` that was probably meant: equal except for case, or, from four letters on, with at most a third
/// of the letters changed.
[[nodiscard]] std::optional<std::string> probableSlip(std::string_view word, const std::vector<std::string>& known);

} // namespace peil::analysis
