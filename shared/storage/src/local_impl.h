// SPDX-License-Identifier: Apache-2.0
#pragma once

// The inside of LocalStore, shared by the files of this folder. Not for: anyone else.

#include "peil/storage/local_store.h"
#include "peil/storage/query.h"

namespace peil::storage {

/// All schema versions of the tablet's store, oldest first.
[[nodiscard]] std::span<const Migration> localMigrations();

struct LocalStore::Impl {
    Database database;
    const Clock* clock;

    /// Row number and state of an interview.
    struct Found {
        std::int64_t row = 0;
        InterviewState state{};
    };
    [[nodiscard]] Result<Found> find(const InterviewId& id);
    /// The same, or WrongState unless it is a draft.
    [[nodiscard]] Result<Found> findDraft(const InterviewId& id);
    /// Rows and position of `change`, inside a transaction that is already open.
    [[nodiscard]] Result<> write(std::int64_t row, const DraftChange& change);
    [[nodiscard]] std::int64_t now() const { return toStored(clock->now()); }
};

} // namespace peil::storage
