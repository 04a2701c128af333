// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/text.h"
#include "sample.h"

namespace peil::exports::test {

/// city, age and a sensitive answer.
struct People {
    MemoryTable table{Table{"f",
                            "",
                            {},
                            {{"city", {}, {}, VariableType::Text},
                             {"age", {}, {}, VariableType::Number},
                             {"use", {}, {}, VariableType::Text}}}};
    int number = 0;
    void add(std::string_view city, double age, std::string_view use, int times = 1) {
        add(Cell::of(city), Cell::of(age), Cell::of(use), times);
    }
    void add(const Cell& city, const Cell& age, const Cell& use, int times = 1) {
        const std::vector<Cell> cells{city, age, use};
        for (int i = 0; i < times; ++i)
            REQUIRE(table.append({"uuid:" + std::to_string(++number), "", cells}));
    }
};

/// The cells of a table as text, row by row: "AMS|41|(missing)".
inline std::vector<std::string> rowsOf(TableSource& table) {
    std::vector<std::string> rows;
    REQUIRE(table.rewind());
    Row row;
    for (auto more = table.next(row); more && *more; more = table.next(row)) {
        std::string text;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& cell = row.cells[i];
            const bool number = table.table().variables[i].type == VariableType::Number;
            text += (i == 0 ? "" : "|") + (cell.missing != MissingReason::None
                                               ? "(" + std::string(idOf(cell.missing)) + ")"
                                               : (number ? formatNumber(cell.number) : std::string(cell.text)));
        }
        rows.push_back(std::move(text));
    }
    return rows;
}

} // namespace peil::exports::test
