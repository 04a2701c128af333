// SPDX-License-Identifier: Apache-2.0
#pragma once

// Looks for sealed answers where they must not be readable. The made-up interviews carry a marker word each.

#include <filesystem>

namespace demo {

inline constexpr std::string_view kMarker = "zeemeeuw";

/// Number of files below `folder` whose bytes hold the marker, in UTF-8 or UTF-16.
[[nodiscard]] std::size_t filesWithMarker(const std::filesystem::path& folder);

} // namespace demo
