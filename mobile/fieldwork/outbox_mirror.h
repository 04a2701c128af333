// SPDX-License-Identifier: Apache-2.0
#pragma once

// Keeps the outbox in step with the store: the store says what is finished, the outbox outlives it.

#include "outbox.h"

#include "peil/protocol/batch.h"
#include "peil/storage/local_store.h"

#include <span>

namespace peil::mobile {

/// What `item` is in a batch. The item before it is looked up when it is sent or put into the outbox, and not kept with
/// it: an item that gets a new number follows another one. Where it differs from what the server has already, the
/// server keeps to what it has.
[[nodiscard]] Result<protocol::BatchItem> batchItemOf(storage::LocalStore& store, storage::OutboxItem item);
/// The message that hands `item` to the server: a batch of one, signed, in a box. @return NotEnrolled, NotAuthentic.
[[nodiscard]] Result<SealedMessage> messageOf(storage::LocalStore& store, const storage::OutboxItem& item);
/// Writes what it takes to send, when it is not there as it should be. @return NotEnrolled or a file error.
[[nodiscard]] Result<> keepSender(storage::LocalStore& store, Outbox& outbox);
/// Adds what is missing: the sender, messages of interviews that wait, marks of those that have a receipt. Removes no
/// message: one that the store does not know may be of a newer store that was lost.
[[nodiscard]] Result<> mirrorOutbox(storage::LocalStore& store, Outbox& outbox);

/// Writes the messages of all interviews that wait anew, e.g. after they follow other numbers.
[[nodiscard]] Result<> rewriteWaiting(storage::LocalStore& store, Outbox& outbox);

/// Removes what has had its receipt for as long as the current study says (Study::keepReceived), with its line in the
/// list. Without a study that can be read nothing goes.
/// @param serverTime  RFC 3339; a clock that is ahead must not remove anything early
[[nodiscard]] Result<> forgetReceived(storage::LocalStore& store, Outbox& outbox, TimePoint now,
                                      std::string_view serverTime);
/// Removes what the server has and its participant took back. What waits stays, whatever the server says.
[[nodiscard]] Result<> forgetWithdrawn(storage::LocalStore& store, Outbox& outbox,
                                       std::span<const std::int64_t> withdrawn);

} // namespace peil::mobile
