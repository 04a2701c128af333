// SPDX-License-Identifier: Apache-2.0
#pragma once

// Signs the transparency log and compares it with earlier checkpoints. Someone with only the database key can change
// rows, but cannot sign the changed log; tablets detect a restored data folder.

#include "peil/protocol/checkpoint.h"
#include "repository/repository.h"

namespace peil::server::services {

/// For repository::OpenOptions::beforeCommit: signs a checkpoint in the same transaction, so that every entry is
/// covered. `clock` must outlive it.
[[nodiscard]] std::function<Result<>(repository::Records&)> checkpointSigner(crypto::SigningKeyPair key,
                                                                             const Clock& clock);

/// Checks that the log matches its newest checkpoint exactly. Run it before the first commit, which would sign the
/// current content. @return BadDataFolder with a sentence.
[[nodiscard]] Result<> checkLog(repository::Repository& repository, const crypto::PublicKey& key);

/// The newest checkpoint compared with an earlier one.
struct Comparison {
    Bytes newest;                             ///< signed; empty if there is none yet
    protocol::merkle::Proof consistency;      ///< from theirs to the newest
    std::optional<protocol::Witness> verdict; ///< none without theirs
};
/// Inside the caller's unit of work.
[[nodiscard]] Result<Comparison> compareWith(repository::Records& records,
                                             const std::optional<protocol::Checkpoint>& theirs);

} // namespace peil::server::services
