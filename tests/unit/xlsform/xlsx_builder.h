// SPDX-License-Identifier: Apache-2.0
#pragma once

// Makes .xlsx files for tests, good and hostile ones.

#include "peil/base/bytes.h"

#include <string>
#include <utility>
#include <vector>

namespace peil_test {

/// A zip archive of these parts, deflated.
peil::Bytes zipOf(const std::vector<std::pair<std::string, std::string>>& parts);

/// The parts of a workbook whose sheets are given as XML of `<sheetData>`; shared strings and styles are optional.
std::vector<std::pair<std::string, std::string>>
workbookParts(const std::vector<std::pair<std::string, std::string>>& sheets, const std::string& sharedStrings = {},
              const std::string& styles = {});

/// `<sheetData>` with inline texts.
std::string sheetData(const std::vector<std::vector<std::string>>& rows);

} // namespace peil_test
