// SPDX-License-Identifier: Apache-2.0
#pragma once

// `peil-server backup` and `peil-server restore`: copies of the store that are whole, and their way back. Keys are
// never copied: they are kept apart from the store.

#include "repository/repository.h"

#include <filesystem>

namespace peil::server {

/// Writes store and list of withdrawals into the new folder `target`, while the server goes on. Runs on the thread of
/// the store. @return BadDataFolder when the folder is there already, or cannot be made; the errors of
/// Database::backupTo().
[[nodiscard]] Result<> makeBackup(repository::Repository& repository, const std::filesystem::path& data,
                                  const std::filesystem::path& target);

/// The same for whoever has no repository: by the server that runs on `data`, else by itself.
[[nodiscard]] Result<> backupStore(const std::filesystem::path& data, const std::filesystem::path& target);

/// Puts the store of a backup in the place of the one in `data`, whose server must not run: checks it under the key of
/// `data` first, takes its write-ahead log with it and leaves none of the old one. The old store stays as
/// "server.db.before". The newest list of withdrawals stays.
/// @return BadDataFolder, DataFolderInUse, WrongKey, Corrupt, the errors of the disk; the store in `data` is then
/// unchanged.
[[nodiscard]] Result<> restoreStore(const std::filesystem::path& backup, const std::filesystem::path& data);

} // namespace peil::server
