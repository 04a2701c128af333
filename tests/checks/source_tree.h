// SPDX-License-Identifier: Apache-2.0
#pragma once

// The files of the checkout as the checks see them: everything but build output, data and what npm installed.

#include <string>
#include <string_view>
#include <vector>

namespace checks {

struct SourceFile {
    std::string path; ///< from the top of the checkout, with '/'
    std::vector<std::string> lines;
};

/// Text files whose path begins with `under` (empty = all) and ends with one of `endings`.
[[nodiscard]] std::vector<SourceFile> filesUnder(std::string_view under, const std::vector<std::string>& endings);
/// The same of tests/data, which filesUnder() leaves out.
[[nodiscard]] std::vector<SourceFile> dataFiles(const std::vector<std::string>& endings);
[[nodiscard]] bool endsWithOneOf(std::string_view path, const std::vector<std::string>& endings);
[[nodiscard]] bool exists(std::string_view path);
/// Names of the folders at the top, hidden ones and `build` left out.
[[nodiscard]] std::vector<std::string> topFolders();
/// "path:line: text", for messages.
[[nodiscard]] std::string at(const SourceFile& file, std::size_t line);

} // namespace checks
