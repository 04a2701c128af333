// SPDX-License-Identifier: Apache-2.0
#pragma once

// A form compiled from sheets in CSV, and what to ask of its XForm.

#include "peil/xlsform/compile.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <pugixml.hpp>

namespace peil_test {

using Sheets = std::vector<std::pair<std::string, std::string>>;

inline peil::xlsform::Compiled outcome(const Sheets& sheets,
                                       peil::xlsform::EngineCheck check = peil::xlsform::EngineCheck::Yes) {
    const auto workbook = peil::xlsform::readCsvSheets(sheets);
    REQUIRE(workbook);
    peil::xlsform::Options options;
    options.engineCheck = check;
    return peil::xlsform::compile(*workbook, options);
}

inline pugi::xml_document form(const Sheets& sheets,
                               peil::xlsform::EngineCheck check = peil::xlsform::EngineCheck::Yes) {
    const auto result = outcome(sheets, check);
    for (const auto& item : result.diagnostics)
        UNSCOPED_INFO(describe(item));
    REQUIRE(result.ok());
    pugi::xml_document document;
    REQUIRE(document.load_string(result.xform->c_str()));
    return document;
}

/// The value of the first attribute that `xpath` finds.
inline std::string at(const pugi::xml_document& document, const char* xpath) {
    return document.select_node(xpath).attribute().value();
}

/// The text of the first element that `xpath` finds.
inline std::string textAt(const pugi::xml_document& document, const char* xpath) {
    return document.select_node(xpath).node().text().get();
}

/// True when one of the remarks has this id and row.
inline bool says(const peil::xlsform::Compiled& compiled, std::string_view id, std::size_t row) {
    for (const auto& item : compiled.diagnostics)
        UNSCOPED_INFO(describe(item));
    return std::any_of(compiled.diagnostics.begin(), compiled.diagnostics.end(),
                       [&](const auto& item) { return item.id == id && item.place.row == row; });
}

} // namespace peil_test
