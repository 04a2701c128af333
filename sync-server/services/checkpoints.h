// SPDX-License-Identifier: Apache-2.0
#pragma once

// Signs the log of the house, and holds it against what others have seen of it. Whoever has the database key alone can
// change rows, but cannot sign what they then are; whoever puts the whole folder back is found by the tablets.

#include "peil/protocol/checkpoint.h"
#include "repository/repository.h"

namespace peil::server::services {

/// For repository::OpenOptions::beforeCommit: signs a checkpoint over what the commit adds, in the same transaction, so
/// that no entry is ever without one. `clock` must outlive it.
[[nodiscard]] std::function<Result<>(repository::Records&)> checkpointSigner(crypto::SigningKeyPair key,
                                                                             const Clock& clock);

/// Whether the log is the one that its newest checkpoint signs, no more and no less. Run before the first commit, which
/// would sign whatever is there. @return BadDataFolder with a sentence.
[[nodiscard]] Result<> checkLog(repository::Repository& repository, const crypto::PublicKey& key);

/// The newest checkpoint beside one that somebody else has kept.
struct Comparison {
    Bytes newest;                             ///< signed; empty when there is none yet
    protocol::merkle::Proof consistency;      ///< from theirs to the newest
    std::optional<protocol::Witness> verdict; ///< none without theirs
};
/// Inside the caller's unit of work.
[[nodiscard]] Result<Comparison> compareWith(repository::Records& records,
                                             const std::optional<protocol::Checkpoint>& theirs);

} // namespace peil::server::services
