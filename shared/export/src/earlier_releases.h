// SPDX-License-Identifier: Apache-2.0
#pragma once

// Disclosure by comparison with earlier releases: whoever has both knows who is in only one of them. Internal.

#include "peil/export/release.h"

namespace peil::exports {

inline constexpr const char* kEarlierColumn = "\x1f earlier releases"; ///< no question is called so

/// A table with one column more: which of the releases hold the row, as "01".
class EarlierTable final : public TableSource {
public:
    /// Borrows both.
    EarlierTable(TableSource& source, const std::vector<EarlierRelease>& earlier);
    [[nodiscard]] const Table& table() const override { return m_table; }
    [[nodiscard]] Result<> rewind() override { return m_source->rewind(); }
    [[nodiscard]] Result<bool> next(Row& row) override;

private:
    TableSource* m_source;
    const std::vector<EarlierRelease>* m_earlier;
    Table m_table;
    std::vector<Cell> m_cells;
    std::string m_text;
};

/// The number of people in sets of releases that are too small, which therefore single them out. @return BadRow,
/// Cancelled, or an error of the source.
[[nodiscard]] Result<std::uint64_t> singledOut(TableSource& main, const std::vector<EarlierRelease>& earlier,
                                               std::uint64_t k, const Progress& progress);
/// Without the first of its columns, which nothing is suppressed in.
[[nodiscard]] Suppression withoutFirstColumn(Suppression suppression);

} // namespace peil::exports
