// SPDX-License-Identifier: Apache-2.0
#pragma once

// The server's own mark (CONTRACT.md, P7): a small file beside the store that says how far the store had come. A store
// that is behind it was restored from a backup, and tablets must be told so by a new epoch.

#include "peil/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace peil::server::repository {

struct Mark {
    std::string epoch;
    std::int64_t units = 0; ///< units of work that were durable when the mark was written
    bool operator==(const Mark&) const = default;
};

/// Nothing when there is no such file. @return MarkUnreadable.
[[nodiscard]] Result<std::optional<Mark>> readMark(const std::filesystem::path& file);
/// @return a base file error.
[[nodiscard]] Result<> writeMark(const std::filesystem::path& file, const Mark& mark);

} // namespace peil::server::repository
