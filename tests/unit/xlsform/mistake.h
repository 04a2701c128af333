// SPDX-License-Identifier: Apache-2.0
#pragma once

// A mistake that designers of forms make, and the message that it gets.

#include "peil/xlsform/compile.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace xlsform_test {

using peil::Severity;

struct Mistake {
    const char* what;
    std::vector<std::pair<std::string, std::string>> sheets;
    const char* sheet;
    std::size_t row;
    const char* column; ///< header as written; "" when the row or the sheet is meant
    const char* cure;   ///< words of the message
    Severity severity = Severity::Error;
};

inline void check(const Mistake& mistake) {
    const auto compiled = peil::xlsform::compile(peil::xlsform::readCsvSheets(mistake.sheets).value());
    std::string all;
    for (const auto& item : compiled.diagnostics)
        all += describe(item) + "\n";
    INFO(all);
    CHECK(compiled.ok() == (mistake.severity == Severity::Warning));
    const auto isIt = [&](const auto& item) {
        return item.severity == mistake.severity && sentencesOf(item).find(mistake.cure) != std::string::npos &&
               item.place == peil::Place{mistake.sheet, mistake.row, mistake.column};
    };
    CHECK(std::ranges::any_of(compiled.diagnostics, isIt));
    CHECK(std::ranges::none_of(compiled.diagnostics, [](const auto& item) {
        return item.severity == peil::Severity::Error && item.cure.empty();
    }));
}

} // namespace xlsform_test
