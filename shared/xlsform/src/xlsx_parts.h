// SPDX-License-Identifier: Apache-2.0
#pragma once

// The parts of an .xlsx workbook: shared texts, number formats and the cells of one sheet.

#include "archive.h"
#include "number_format.h"

namespace peil::xlsform {

/// What the cells of a sheet refer to.
struct SheetContext {
    std::vector<std::string> strings;
    std::vector<NumberKind> styles; ///< by style index
    bool from1904 = false;
};

[[nodiscard]] Result<std::vector<std::string>> readSharedStrings(XmlPart& part, const Reading& reading);
[[nodiscard]] Result<std::vector<NumberKind>> readStyles(XmlPart& part, Reading& reading);
[[nodiscard]] Result<Sheet> readSheet(const std::string& name, XmlPart& part, const SheetContext& context,
                                      Reading& reading);
/// Text of a cell with its escapes (_x000D_; ECMA-376 22.9.2.19) as the characters that they stand for.
[[nodiscard]] std::string unescaped(std::string text);

} // namespace peil::xlsform
