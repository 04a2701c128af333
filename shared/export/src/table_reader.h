// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reads the rows of a source with checks and progress. Internal.

#include "peil/export/dataset.h"

namespace peil::exports {

inline constexpr std::uint64_t kProgressEvery = 1000;

/// Calls `use(row)` for each row from the first on; it returns Result<>.
/// @param share  of the work that was done before, and that will be when this table is; for `progress`.
/// @param rows   expected number, 0 when unknown.
template <class Use>
Result<> forEachRow(TableSource& source, const Progress& progress, double from, double to, std::uint64_t rows,
                    Use use) {
    const auto& table = source.table();
    PEIL_CHECK(source.rewind());
    Row row;
    for (std::uint64_t read = 0;; ++read) {
        if (progress && read % kProgressEvery == 0) {
            const double part = rows > 0 ? static_cast<double>(read) / static_cast<double>(rows) : 0.5;
            if (!progress(from + (to - from) * std::min(1.0, part)))
                return fail(ExportErrc::Cancelled, "The export was interrupted; nothing was written.");
        }
        PEIL_TRY(const bool more, source.next(row));
        if (!more) return {};
        if (row.cells.size() != table.variables.size())
            return fail(ExportErrc::BadRow, "Row " + std::to_string(read + 1) + " of table " + table.name + " has " +
                                                std::to_string(row.cells.size()) + " cells for " +
                                                std::to_string(table.variables.size()) + " variables.");
        PEIL_CHECK(use(row));
    }
}

} // namespace peil::exports
