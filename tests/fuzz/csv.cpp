// SPDX-License-Identifier: Apache-2.0
#include "peil/base/csv.h"

#include <cstdlib>

namespace {

/// Small, so that a short input can pass each of them.
constexpr peil::CsvLimits kSmall{.maxBytes = 1024, .maxRows = 40, .maxColumns = 20};

constexpr std::string_view kNowhere = "\xFF"; // no table in UTF-8 has it

std::string written(const peil::CsvTable& table) {
    peil::CsvWriter writer;
    for (const auto& row : table.rows) {
        writer.cell("row"); // a row of one empty cell would be an empty line
        for (const auto& cell : row)
            writer.cell(cell);
        writer.endRow();
    }
    return "header\n" + writer.take();
}

/// Whatever is read is written and read again as the same cells.
void checkRoundTrip(const peil::CsvTable& table) {
    const auto again = peil::parseCsv(written(table));
    if (!again || again->rows.size() != table.rows.size()) std::abort();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (again->rows[i].size() != table.rows[i].size() + 1) std::abort();
        for (std::size_t k = 0; k < table.rows[i].size(); ++k)
            if (again->rows[i][k + 1] != table.rows[i][k]) std::abort();
    }
}

void checkBounds(const peil::CsvTable& table) {
    if (table.rows.size() > kSmall.maxRows || table.header.size() > kSmall.maxColumns) std::abort();
    if (table.lines.size() != table.rows.size()) std::abort();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (table.rows[i].size() > kSmall.maxColumns) std::abort();
        if (i > 0 && table.lines[i] <= table.lines[i - 1]) std::abort();
    }
}

void checkColumns(const peil::CsvTable& table) {
    for (const auto& name : table.header) {
        const auto column = table.column(name);
        if (!column || table.header[*column] != name) std::abort();
    }
    if (table.column(kNowhere) || table.requireColumn(kNowhere, "fuzz.csv")) std::abort();
    if (!table.header.empty() && !table.requireColumn(table.header.back(), "fuzz.csv")) std::abort();
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        if (!table.cell(i, table.rows[i].size()).empty()) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto table = peil::parseCsv(text, kSmall, peil::CsvSeparator::Detect);
    if (!table) return 0;
    checkBounds(*table);
    checkColumns(*table);
    checkRoundTrip(*table);
    return 0;
}
