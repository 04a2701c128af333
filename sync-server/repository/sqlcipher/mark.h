// SPDX-License-Identifier: Apache-2.0
#pragma once

// The server's mark (CONTRACT.md, P7): a small file beside the store with the progress of the store. A store that is
// behind its mark was restored from a backup, and a new epoch must announce this to the tablets.

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
