// SPDX-License-Identifier: Apache-2.0
#include "peil/base/csv.h"

#include <cstdlib>

// Whatever is read is written and read again as the same cells.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto table =
        peil::parseCsv(text, {.maxBytes = 1U << 20U, .maxRows = 1000, .maxColumns = 100}, peil::CsvSeparator::Detect);
    if (!table) return 0;
    peil::CsvWriter writer;
    for (const auto& row : table->rows) {
        writer.cell("row"); // a row of one empty cell would be an empty line
        for (const auto& cell : row)
            writer.cell(cell);
        writer.endRow();
    }
    const auto again = peil::parseCsv("header\n" + writer.text());
    if (!again || again->rows.size() != table->rows.size()) std::abort();
    for (std::size_t i = 0; i < table->rows.size(); ++i)
        for (std::size_t k = 0; k < table->rows[i].size(); ++k)
            if (again->rows[i][k + 1] != table->rows[i][k]) std::abort();
    return 0;
}
