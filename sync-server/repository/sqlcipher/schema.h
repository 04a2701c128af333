// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/storage/database.h"

#include <span>

namespace peil::server::repository {

/// Numbered migrations of server.db; a released one is never changed.
[[nodiscard]] std::span<const storage::Migration> serverMigrations();

} // namespace peil::server::repository
