// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace peil::server::web {

struct EmbeddedFile {
    std::string_view name;
    std::string_view content;
};

/// Written at build time by embed.cmake.
[[nodiscard]] std::span<const EmbeddedFile> embeddedFiles();

} // namespace peil::server::web
