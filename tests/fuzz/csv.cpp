// SPDX-License-Identifier: Apache-2.0
#include "peil/base/cell.h"

#include <cmath>
#include <cstdlib>

namespace {

using peil::CsvRules;

/// Small, so that a short input can pass each of them.
constexpr peil::CsvLimits kSmall{.maxBytes = 1024, .maxRows = 40, .maxColumns = 20};
constexpr CsvRules kSheet{CsvRules::Blanks::Keep, CsvRules::Rows::Short, CsvRules::Names::Any};

constexpr std::string_view kNowhere = "\xFF"; // no table in UTF-8 has it

void require(bool holds) {
    if (!holds) std::abort();
}

std::string written(const peil::CsvTable& table) {
    peil::CsvWriter writer;
    const auto row = [&](const std::vector<std::string>& cells) {
        for (const auto& cell : cells)
            writer.cell(cell);
        writer.endRow();
    };
    if (!table.header.empty()) row(table.header);
    for (const auto& cells : table.rows)
        row(cells);
    return "sep=,\n" + writer.take();
}

/// Whatever is read is written and read again as the same cells.
void checkRoundTrip(const peil::CsvTable& table) {
    const auto again = peil::parseCsv(written(table));
    require(again && again->header == table.header && again->rows == table.rows);
}

void checkBounds(const peil::CsvTable& table) {
    require(table.rows.size() <= kSmall.maxRows && table.header.size() <= kSmall.maxColumns);
    require(table.lines.size() == table.rows.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        require(table.rows[i].size() <= table.header.size());
        require(table.lines[i] > (i > 0 ? table.lines[i - 1] : table.headerLine));
    }
}

void checkNames(const peil::CsvTable& table) {
    for (std::size_t i = 0; i < table.header.size(); ++i)
        require(table.header[i].empty() || table.column(table.header[i]) == i);
    require(!table.column(kNowhere) && !table.requireColumn(kNowhere, "fuzz.csv"));
    if (!table.header.empty()) require(table.requireColumn(table.header.back(), "fuzz.csv").has_value());
}

/// Every cell has one meaning, and it is a number that sums can hold.
void checkCells(const peil::CsvTable& table) {
    const auto sound = [](const peil::CellValue& value) {
        return value ? std::isnan(*value) || std::fabs(*value) <= peil::kLargestCell
                     : !value.error().expected.empty() && !value.error().cure.empty();
    };
    for (std::size_t k = 0; k < table.header.size(); ++k) {
        const peil::CsvColumn column(table, k);
        for (std::size_t i = 0; i < column.size(); ++i) {
            const auto cell = column.cell(i);
            require(table.rows[i].size() == table.header.size() && peil::trimBlanks(cell) == cell);
            require(k == 0 || !column.name().empty() || cell.empty());
            require(column.text(i) == (peil::isMissingCell(cell) ? std::string_view() : cell));
            require(sound(column.number(i)) && sound(column.count(i)) && sound(column.indicator(i)));
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto table = peil::parseCsv(text, kSmall)) {
        checkBounds(*table);
        checkNames(*table);
        checkCells(*table);
        checkRoundTrip(*table);
    }
    if (const auto sheet = peil::parseCsv(text, kSmall, kSheet)) checkBounds(*sheet);
    return 0;
}
