// SPDX-License-Identifier: Apache-2.0
#pragma once

// What every reader of workbooks has to keep: nothing beyond the limits.

#include "peil/xlsform/workbook.h"

#include <cstdlib>

namespace peil_fuzz {

/// Small, so that a short input can pass each of them.
constexpr peil::xlsform::WorkbookLimits kSmall{.maxFileBytes = 8192,
                                               .maxUnpackedBytes = 4096,
                                               .maxTextBytes = 2048,
                                               .maxRows = 60,
                                               .maxColumns = 20,
                                               .maxCells = 100,
                                               .maxTexts = 40,
                                               .maxMarks = 8};

inline void checkBounds(const peil::xlsform::Workbook& workbook) {
    if (workbook.sheet("survey") == nullptr) std::abort();
    std::size_t textBytes = 0;
    for (const auto& sheet : workbook.sheets) {
        std::size_t cells = 0;
        if (sheet.rows.size() > kSmall.maxRows) std::abort();
        for (const auto& row : sheet.rows) {
            if (row.size() > kSmall.maxColumns) std::abort();
            cells += row.size();
            for (const auto& cell : row)
                textBytes += cell.size();
        }
        if (cells > kSmall.maxCells || sheet.marks.size() > kSmall.maxMarks) std::abort();
    }
    if (textBytes > kSmall.maxTextBytes) std::abort();
}

} // namespace peil_fuzz
