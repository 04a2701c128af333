// SPDX-License-Identifier: Apache-2.0
#pragma once

// A signed statement of the server about everything it has accepted: the size and root of its log (merkle.h), with one
// entry per interview and action. With an earlier checkpoint, a tablet detects a server that lost data or shows
// different logs to different tablets.

#include "peil/protocol/error.h"
#include "peil/protocol/merkle.h"

#include <string>

namespace peil::protocol {

struct Checkpoint {
    std::string epoch; ///< UUID of the server's life since it was last restored
    std::int64_t size = 0;
    crypto::Digest root{};
    std::string at; ///< RFC 3339, UTC
    [[nodiscard]] merkle::Head head() const { return {size, root}; }
};

/// JSON text and signature in one byte string.
[[nodiscard]] Bytes encodeCheckpoint(const Checkpoint& checkpoint, const crypto::SigningKeyPair& server);
/// @return BadCheckpoint.
[[nodiscard]] Result<Checkpoint> decodeCheckpoint(ByteView bytes, const crypto::PublicKey& server);

/// What a later checkpoint says of an earlier one.
enum class Witness : std::uint8_t { // persisted; never renumber
    Follows = 1,                    ///< nothing is missing or changed
    PutBack = 2,                    ///< another epoch: the server was restored from a backup and says so
    Contradicts = 3,                ///< the same epoch, but something is missing or changed: an alarm
};
[[nodiscard]] Witness compare(const Checkpoint& earlier, const Checkpoint& later, const merkle::Proof& proof);

} // namespace peil::protocol
