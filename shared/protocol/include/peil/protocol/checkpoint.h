// SPDX-License-Identifier: Apache-2.0
#pragma once

// The server's signed word on everything that it has taken in: the size and root of its log (merkle.h), in which each
// interview and each act is one entry. A tablet that keeps one can tell a server that forgot something, or that shows
// different logs to different tablets.

#include "peil/protocol/error.h"
#include "peil/protocol/merkle.h"

#include <optional>
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
    Follows = 1,                    ///< nothing that was there is gone or changed
    PutBack = 2,                    ///< another epoch: the server was put back from a backup and says so
    Contradicts = 3,                ///< the same epoch with something gone or changed: an alarm
};
[[nodiscard]] Witness compare(const Checkpoint& earlier, const Checkpoint& later, const merkle::Proof& proof);

} // namespace peil::protocol
