// SPDX-License-Identifier: Apache-2.0
#include "sealing.h"

#include "outbox_mirror.h"

#include "peil/storage/error.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace peil::mobile {

using storage::LocalStore;

Result<std::int64_t> sealItem(LocalStore& store, Outbox& outbox, const ItemName& name, const LocalStore::Seal& seal,
                              const std::function<Result<std::int64_t>(const LocalStore::Seal&)>& into) {
    PEIL_CHECK(keepSender(store, outbox));
    std::optional<crypto::Digest> put;
    std::optional<Error> unwritten;
    auto sealed = into([&](std::int64_t sequence) -> Result<Bytes> {
        PEIL_TRY(auto payload, seal(sequence));
        PEIL_TRY(const auto message, messageOf(store, {name.id, sequence, 1, payload, std::string(name.kind)}));
        put = message.envelopeHash;
        if (const auto written = outbox.put(message); !written) {
            unwritten = written.error();
            return tl::unexpected<Error>(*unwritten);
        }
        return payload;
    });
    if (sealed) return sealed;
    // Nothing is queued, unless the content of the disk is unknown: then the message stays until the next one replaces
    // it.
    if (put && sealed.error().code != make_error_code(storage::StorageErrc::IoError)) std::ignore = outbox.forget(*put);
    if (unwritten) return tl::unexpected<Error>(std::move(*unwritten));
    return sealed;
}

Result<std::int64_t> sealOpenItem(LocalStore& store, Outbox& outbox, const protocol::OpenItem& item) {
    PEIL_TRY(const auto payload, protocol::encodeOpenItem(item));
    const ItemName name{item.id, idOf(item.kind)};
    return sealItem(
        store, outbox, name, [&](std::int64_t) -> Result<Bytes> { return payload; },
        [&](const LocalStore::Seal& seal) { return store.addItem(name.kind, name.id, seal); });
}

Result<std::int64_t> sealDiscard(LocalStore& store, Outbox& outbox, const protocol::OpenItem& item) {
    PEIL_TRY(const auto payload, protocol::encodeOpenItem(item));
    const ItemName name{item.id, idOf(item.kind)};
    return sealItem(
        store, outbox, name, [&](std::int64_t) -> Result<Bytes> { return payload; },
        [&](const LocalStore::Seal& seal) { return store.discardDraft(name.id, name.kind, seal); });
}

// The message goes first: what the store still has comes back into the outbox, but not the other way round.
Result<bool> takeBack(LocalStore& store, Outbox& outbox, const ItemName& name) {
    PEIL_TRY(const bool may, store.mayTakeBack(name.kind, name.id));
    if (!may) return false;
    PEIL_TRY(const auto ledger, store.ledger());
    PEIL_TRY(const auto hash, store.hashUnder(ledger.lastSequence));
    PEIL_TRY(const auto entries, outbox.entries());
    const auto isSent = [&](const Outbox::Entry& entry) { return entry.received && entry.isOf(*hash); };
    if (std::ranges::any_of(entries, isSent)) return false; // from here, while the store was locked
    PEIL_CHECK(outbox.forget(*hash));
    PEIL_CHECK(store.takeBack(name.kind, name.id));
    return true;
}

} // namespace peil::mobile
