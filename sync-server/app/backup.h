// SPDX-License-Identifier: Apache-2.0
#pragma once

// `peil-server backup` and `peil-server restore`: copies of the store that are whole, and their way back. Keys are
// never copied: they are kept apart from the store.

#include "repository/repository.h"

#include <filesystem>

namespace peil::server {

/// Copies the store and the list of withdrawals of a running server to the new folder `target`. Runs on the thread of
/// the store. @return BadDataFolder if the folder exists or cannot be created; the errors of Database::backupTo().
[[nodiscard]] Result<> makeBackup(repository::Repository& repository, const std::filesystem::path& data,
                                  const std::filesystem::path& target);

/// The same without a repository: through the server that runs on `data`, or directly if there is none.
[[nodiscard]] Result<> backupStore(const std::filesystem::path& data, const std::filesystem::path& target);

/// Replaces the store in `data`, whose server must not be running, by that of a backup, including its write-ahead log,
/// after checking it with the key of `data`. Keeps the old store as "server.db.before", and the newest list of
/// withdrawals.
/// @return BadDataFolder, DataFolderInUse, WrongKey, Corrupt, the errors of the disk; the store in `data` is then
/// unchanged.
[[nodiscard]] Result<> restoreStore(const std::filesystem::path& backup, const std::filesystem::path& data);

} // namespace peil::server
