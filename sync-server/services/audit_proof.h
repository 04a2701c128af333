// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether the store holds what the server signed for, down to the bytes: the log against its newest checkpoint, each
// envelope against its hash, its receipt and the answers that were taken out of it, and every state against the acts.

#include "repository/repository.h"

namespace peil::server::services {

/// Reads the whole store, in pages, so that tablets need not wait for the end of it.
/// @return a sentence on the first thing that does not follow; empty when all does. Or the errors of the repository.
[[nodiscard]] Result<std::string> firstFault(repository::Repository& repository, const crypto::PublicKey& receiptKey);

} // namespace peil::server::services
