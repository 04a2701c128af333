// SPDX-License-Identifier: Apache-2.0
#pragma once

// Keeps the outbox consistent with the store.

#include "outbox.h"

#include "peil/protocol/batch.h"
#include "peil/storage/local_store.h"

#include <span>
#include <vector>

namespace peil::mobile {

/// `item` as a batch item. The previous item is looked up when it is sent or added to the outbox, and is not stored
/// with it, because an item that gets a new number follows a different one. If the server already has a different link,
/// it keeps its own.
[[nodiscard]] Result<protocol::BatchItem> batchItemOf(storage::LocalStore& store, storage::OutboxItem item);
/// The message that hands `item` to the server: a batch of one, signed, in a box. @return NotEnrolled, NotAuthentic.
[[nodiscard]] Result<SealedMessage> messageOf(storage::LocalStore& store, const storage::OutboxItem& item);
/// Writes the sender's credentials if they are missing or outdated. @return NotEnrolled or a file error.
[[nodiscard]] Result<> keepSender(storage::LocalStore& store, Outbox& outbox);
/// Adds what is missing: the sender, messages of interviews that wait, marks of those that have a receipt. Removes no
/// message: one that the store does not know may be of a newer store that was lost.
[[nodiscard]] Result<> mirrorOutbox(storage::LocalStore& store, Outbox& outbox);

/// Rewrites the messages of all waiting interviews, e.g. after their numbers changed.
[[nodiscard]] Result<> rewriteWaiting(storage::LocalStore& store, Outbox& outbox);

/// Messages without a receipt that the store does not know: it was lost, and an older copy came in its place. Without
/// those of its drafts: the commit of such a message may have failed, and then the interview goes on. A message that
/// cannot be read is one of them.
[[nodiscard]] Result<std::vector<Outbox::Entry>> strays(storage::LocalStore& store, const Outbox& outbox);

// The two functions below remove nothing while an alarm stands (CONTRACT.md, "Checkpoints"). They also remove messages
// that the store does not know, by the receipt beside them.

/// Removes interviews whose receipt is older than Study::keepReceived, with their lines in the list. Without a readable
/// study, removes nothing.
/// @param serverTime  RFC 3339; a clock that is ahead must not remove anything early
[[nodiscard]] Result<> forgetReceived(storage::LocalStore& store, Outbox& outbox, TimePoint now,
                                      std::string_view serverTime);
/// Removes what the server has and its participant took back. What waits stays, whatever the server says.
[[nodiscard]] Result<> forgetWithdrawn(storage::LocalStore& store, Outbox& outbox,
                                       std::span<const std::int64_t> withdrawn);

} // namespace peil::mobile
