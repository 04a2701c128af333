// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whole files: read with a limit, written so that a crash leaves the old file or the new one, never half of one.

#include "peil/base/bytes.h"

#include <filesystem>

namespace peil {

/// @return FileNotFound, or FileUnreadable when reading fails or the file has more than `maxBytes`.
[[nodiscard]] Result<Bytes> readFile(const std::filesystem::path& file, std::uintmax_t maxBytes);
/// The same as text; no check of the encoding.
[[nodiscard]] Result<std::string> readTextFile(const std::filesystem::path& file, std::uintmax_t maxBytes);

enum class FileMode { Shared, Private }; ///< Private: readable by the owner only (0600)

/// Writes a temporary file beside `file`, syncs it, renames it over `file` and syncs the folder.
/// @return DiskFull or FileUnwritable; `file` is then as it was.
[[nodiscard]] Result<> writeFileDurably(const std::filesystem::path& file, ByteView content,
                                        FileMode mode = FileMode::Shared);

} // namespace peil
