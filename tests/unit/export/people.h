// SPDX-License-Identifier: Apache-2.0
#pragma once

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
    void add(std::string_view city, double age, std::string_view use, int times = 1) {
        const std::vector<Cell> cells{Cell::of(city), Cell::of(age), Cell::of(use)};
        for (int i = 0; i < times; ++i)
            REQUIRE(table.append({"uuid:1", "", cells}));
    }
};

} // namespace peil::exports::test
