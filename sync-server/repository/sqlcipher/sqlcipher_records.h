// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the implementations of Records share.

#include "peil/storage/query.h"
#include "repository/repository.h"

namespace peil::server::repository {

using storage::Query;
using storage::timeFrom;
using Row = storage::Statement;

/// Nothing for NULL.
[[nodiscard]] inline std::optional<TimePoint> timeOrNothing(const Row& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(timeFrom(row.integer(column)));
}

/// 32 bytes from a blob column. Precondition: the schema's writer put 32 bytes there.
[[nodiscard]] std::array<std::uint8_t, 32> bytes32(const storage::Statement& statement, int column);

} // namespace peil::server::repository
