// SPDX-License-Identifier: Apache-2.0
#pragma once

// SQLite result codes as StorageErrc, with one sentence that names the file.

#include "peil/storage/error.h"

#include <filesystem>

struct sqlite3;

namespace peil::storage {

/// The error for extended result code `rc` of `db` (may be null). Throws std::bad_alloc for SQLITE_NOMEM.
[[nodiscard]] Error errorOf(int rc, sqlite3* db, const std::filesystem::path& file);

} // namespace peil::storage
