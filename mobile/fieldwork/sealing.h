// SPDX-License-Identifier: Apache-2.0
#pragma once

// The one way into the queue, for items of every kind: the message is in the outbox before the store commits, so that
// no item is finished in the store alone (CONTRACT.md, P1). Everything here runs on the storage thread.

#include "outbox.h"

#include "peil/base/clock.h"
#include "peil/protocol/open_item.h"
#include "peil/storage/local_store.h"

#include <string_view>

namespace peil::mobile {

/// Which item is sealed.
struct ItemName {
    InterviewId id;
    std::string_view kind = storage::kInterviewKind;
};
/// Queues what `seal` makes, in the transaction of `into`: one of LocalStore::finalise(), discardDraft() and addItem()
/// for that item. @return its sequence number; or the errors of these and of Outbox::put(), and nothing is changed.
[[nodiscard]] Result<std::int64_t>
sealItem(storage::LocalStore& store, Outbox& outbox, const ItemName& name, const storage::LocalStore::Seal& seal,
         const std::function<Result<std::int64_t>(const storage::LocalStore::Seal&)>& into);

/// Queues an item with only an open part.
[[nodiscard]] Result<std::int64_t> sealOpenItem(storage::LocalStore& store, Outbox& outbox,
                                                const protocol::OpenItem& item);
/// Erases the draft with the id of `item`, with all its answers; the item says so.
[[nodiscard]] Result<std::int64_t> sealDiscard(storage::LocalStore& store, Outbox& outbox,
                                               const protocol::OpenItem& item);
/// Deletes an item as if it had never been. @return whether that was still possible: not once a server may know it.
[[nodiscard]] Result<bool> takeBack(storage::LocalStore& store, Outbox& outbox, const ItemName& name);

} // namespace peil::mobile
