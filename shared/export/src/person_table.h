// SPDX-License-Identifier: Apache-2.0
#pragma once

// The dataset with one row per person: the main table with an extra column for each declared column of a repeat, which
// contains the answers of all rows of the person. Two people are alike only if all their rows are. Internal.

#include "peil/export/dataset.h"

namespace peil::exports {

/// Between the answers of one person; no answer holds it.
inline constexpr char kBetweenAnswers = '\x1f';

/// "visit/place" is column place of the repeat visit; a name without '/' is of the main table.
struct ColumnName {
    std::string_view table, column;
};
[[nodiscard]] ColumnName splitColumn(std::string_view name);

/// Holds the answers of the repeats' columns in memory, nothing else. Rows of a repeat belong to the interview whose
/// key their parent's key begins with, up to the first '/'.
class PersonTable final : public TableSource {
public:
    /// Borrows `tables`, the main one first, and reads the repeats that `columns` name.
    /// @return BadName for a repeat or column that is not there, BadRow, Cancelled, or an error of a source.
    [[nodiscard]] static Result<PersonTable> create(std::span<TableSource* const> tables,
                                                    const std::vector<std::string>& columns, const Progress& progress);
    [[nodiscard]] const Table& table() const override { return m_table; }
    [[nodiscard]] Result<> rewind() override { return m_main->rewind(); }
    [[nodiscard]] Result<bool> next(Row& row) override;

private:
    using Answers = std::map<std::string, std::vector<std::string>, std::less<>>; ///< by interview
    explicit PersonTable(TableSource& main)
        : m_main(&main)
        , m_table(main.table()) {}
    [[nodiscard]] Result<> add(TableSource& repeat, const std::string& name, const Progress& progress);

    TableSource* m_main;
    Table m_table;
    std::vector<Answers> m_answers; ///< one for each column that was added
    std::vector<Cell> m_cells;
    std::vector<std::string> m_texts;
};

} // namespace peil::exports
