// SPDX-License-Identifier: Apache-2.0
#pragma once

// Disclosure check of a release. Counts people with the same quasi-identifiers (declared in the study) and how much
// their sensitive answers vary; coarsens along a declared ladder. Not a proof of anonymity: it considers only what is
// declared.

#include "peil/export/dataset.h"

#include <deque>
#include <optional>

namespace peil::exports {

struct DisclosureRules {
    /// Columns, as columnOf() names them; of a repeat: "repeat/column". The most important first.
    std::vector<std::string> quasiIdentifiers;
    std::vector<std::string> sensitive; ///< columns, in the same way
    std::uint64_t k = 5;                ///< at least so many rows share each combination of quasi-identifiers
    std::uint64_t l = 2;                ///< at least so many different values of each sensitive column among them
    double t = 1; ///< 0..1: how far their distribution may be from that of all (total variation distance); 1 = any
};

/// Rows that share one combination of quasi-identifiers.
struct LookAlikes {
    std::vector<std::string> values; ///< one for each quasi-identifier; "(dont_know)" and the like for no answer
    std::uint64_t rows = 0;
    /// Rows that they could be treated as, themselves among them: a cell that is empty without a reason could hold
    /// anything, as sdcMicro counts.
    std::uint64_t alike = 0;
    std::uint64_t fewestValues = 0; ///< answers of those, over the sensitive columns; 0 if there is none
    double farthest = 0;            ///< over the sensitive columns
};
struct DisclosureReport {
    DisclosureRules rules;
    std::uint64_t rows = 0;
    std::vector<LookAlikes> classes; ///< in the order of their values
    std::uint64_t smallest = 0;      ///< the fewest that someone could be treated as
    std::uint64_t rowsBelowK = 0, rowsBelowL = 0, rowsAboveT = 0;
    [[nodiscard]] bool safe() const { return rowsBelowK == 0 && rowsBelowL == 0 && rowsAboveT == 0; }
};
/// Reads the one table once; columns of repeats are decideRelease()'s affair. @return BadName for a column that is not
/// there, BadRow, Cancelled, or an error of the source.
[[nodiscard]] Result<DisclosureReport> checkDisclosure(TableSource& source, const DisclosureRules& rules,
                                                       const Progress& progress = {});
/// Whole sentences, in Dutch for "nl", else English. Names no values.
[[nodiscard]] std::string describe(const DisclosureReport& report, std::string_view language);

/// One rung: what is done to one column. Bands of one column must nest (5, then 10), so that a later rung can start
/// from an earlier one.
struct CoarseningStep {
    std::string column;                        ///< of a repeat: "repeat/column"
    double band = 0;                           ///< > 0: numbers become "20-29" for 10
    std::map<std::string, std::string> groups; ///< values that get a broader name; others stay
    bool drop = false;                         ///< the column becomes empty, reasons for no answer too
};
/// A table with the first `rungs` steps applied. Coarsened numbers become text; value labels of changed columns go.
class CoarsenedTable final : public TableSource {
public:
    /// Borrows `source`. @return BadName for a column that is not there.
    [[nodiscard]] static Result<CoarsenedTable> create(TableSource& source, const std::vector<CoarseningStep>& ladder,
                                                       std::size_t rungs);
    [[nodiscard]] const Table& table() const override { return m_table; }
    [[nodiscard]] Result<> rewind() override { return m_source->rewind(); }
    [[nodiscard]] Result<bool> next(Row& row) override;

private:
    explicit CoarsenedTable(TableSource& source)
        : m_source(&source)
        , m_table(source.table()) {}
    TableSource* m_source;
    Table m_table;
    std::vector<std::vector<CoarseningStep>> m_steps; ///< by variable
    std::vector<Cell> m_cells;
    std::vector<std::string> m_texts;
};
/// Every table, the main one first, with those of the first `rungs` steps that are its own. Borrows `tables`.
/// @return BadName for a repeat or column that is not there.
[[nodiscard]] Result<std::deque<CoarsenedTable>>
coarsenTables(std::span<TableSource* const> tables, const std::vector<CoarseningStep>& ladder, std::size_t rungs);
/// Counts of a table, row by row; a cell without a number is suppressed.
using CountTable = std::vector<std::vector<std::optional<std::uint64_t>>>;
/// Hides counts of 1..minimum-1, and then the smallest others, until no hidden count can be had back from the total of
/// its row or column. Precondition: all rows of one length.
[[nodiscard]] CountTable suppressSmallCells(CountTable counts, std::uint64_t minimum);

} // namespace peil::exports
