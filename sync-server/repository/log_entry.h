// SPDX-License-Identifier: Apache-2.0
#pragma once

// The bytes of one row in the transparency log: the entries of the tree that checkpoints sign
// (peil/protocol/merkle.h). An entry holds what never changes of a row, so that it can be written down again from the
// row at any time; what becomes of an interview later is an act with an entry of its own.

#include "repository/records.h"

namespace peil::server::repository {

/// Keys, hash of the envelope's bytes, time of arrival.
[[nodiscard]] Bytes logEntryOf(const EnvelopeRow& row);
/// Time, actor, kind and detail. The audit chain hashes the same bytes.
[[nodiscard]] Bytes logEntryOf(const AuditRow& row);

} // namespace peil::server::repository
