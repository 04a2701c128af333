// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the implementations of Records share.

#include "peil/storage/database.h"
#include "repository/repository.h"

namespace peil::server::repository {

/// Times as stored: milliseconds since 1970, UTC.
[[nodiscard]] inline std::int64_t toStored(TimePoint time) {
    return time.time_since_epoch().count();
}
[[nodiscard]] inline TimePoint timeFrom(std::int64_t stored) {
    return TimePoint{std::chrono::milliseconds{stored}};
}

/// 32 bytes from a blob column. Precondition: the schema's writer put 32 bytes there.
[[nodiscard]] std::array<std::uint8_t, 32> bytes32(const storage::Statement& statement, int column);

} // namespace peil::server::repository
