// SPDX-License-Identifier: Apache-2.0
#pragma once

// The bytes of one row in the transparency log: the entries of the tree that checkpoints sign (peil/protocol/merkle.h).
// An entry contains only the immutable part of a row, so that it can be recomputed from the row; later actions on an
// interview have their own entries.

#include "repository/records.h"

namespace peil::server::repository {

/// Keys, hash of the envelope's bytes, time of arrival.
[[nodiscard]] Bytes logEntryOf(const EnvelopeRow& row);
/// Time, actor, kind and detail. The audit chain hashes the same bytes.
[[nodiscard]] Bytes logEntryOf(const AuditRow& row);

} // namespace peil::server::repository
