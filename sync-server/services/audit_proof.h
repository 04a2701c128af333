// SPDX-License-Identifier: Apache-2.0
#pragma once

// Verifies the store against the server's signatures: the log against its newest checkpoint, each envelope against its
// hash, its receipt and its open answers, and every state against the logged actions.

#include "repository/repository.h"

namespace peil::server::services {

/// Reads the whole store in pages, so that tablets do not wait for it.
/// @return a sentence on the first inconsistency; empty if there is none. Or the errors of the repository.
[[nodiscard]] Result<std::string> firstFault(repository::Repository& repository, const crypto::PublicKey& receiptKey);

} // namespace peil::server::services
