// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reading rows of the table envelope, for the files that do.

#include "peil/storage/database.h"
#include "repository/records.h"

/// The columns that envelopeOf() reads; to be followed by a condition.
#define PEIL_SELECT_ENVELOPE                                                                                           \
    "SELECT number, interview, revision, device, sequence, hash, bytes, status, reason, outcome, receipt, "            \
    "audit_head, received_at, form_hash, kind, previous, item_signature, holds_keys FROM envelope "

namespace peil::server::repository {

/// Without its open answers.
[[nodiscard]] EnvelopeRow envelopeOf(const storage::Statement& row);
/// All rows of `select`, until they hold `maxBytes`.
[[nodiscard]] Result<std::vector<EnvelopeRow>> envelopesOf(storage::Statement& select, std::size_t maxBytes);

} // namespace peil::server::repository
