// SPDX-License-Identifier: Apache-2.0
#pragma once

// Large workbooks in every format that Peil reads, as spreadsheet programs write them.

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

struct MadeSheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
    std::size_t emptyRows = 0; ///< below them: rows of kEmptyCells cells with a format and without text
};
inline constexpr std::size_t kEmptyCells = 40;

/// Writes a workbook, or for "csv" a folder; `format` is its ending without the dot. @return its bytes.
std::uintmax_t writeWorkbook(const std::filesystem::path& path, const std::string& format,
                             const std::vector<MadeSheet>& sheets);

} // namespace bench
