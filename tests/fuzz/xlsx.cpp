// SPDX-License-Identifier: Apache-2.0

// Reads a workbook: the bytes of an archive, or the parts of one, each after a line "--- name", which are then put into
// an archive first.

#include "stored_zip.h"

#include "peil/xlsform/workbook.h"

#include <cstdlib>

namespace {

/// Small, so that a short input can pass each of them.
constexpr peil::xlsform::WorkbookLimits kSmall{
    .maxFileBytes = 8192, .maxPartBytes = 4096, .maxTextBytes = 2048, .maxRows = 60, .maxColumns = 20, .maxCells = 100};

void checkBounds(const peil::xlsform::Workbook& workbook) {
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
        if (cells > kSmall.maxCells) std::abort();
    }
    if (textBytes > kSmall.maxTextBytes) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto workbook =
        text.starts_with("--- ")
            ? peil::xlsform::readXlsx(peil_fuzz::storedZip(peil_fuzz::splitSections(text)), "fuzz.xlsx", kSmall)
            : peil::xlsform::readXlsx({data, size}, "fuzz.xlsx", kSmall);
    if (workbook) checkBounds(*workbook);
    return 0;
}
