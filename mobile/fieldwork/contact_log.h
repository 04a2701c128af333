// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is counted beside the interviews: people who were approached, and interviews that should not have been started.
// Nothing here says anything about a person, or is dated more closely than a slot of six hours.

#include "outbox.h"

#include "peil/base/rng.h"
#include "peil/protocol/open_item.h"
#include "peil/storage/local_store.h"
#include "peil/study/study.h"

namespace peil::mobile {

/// Where and when something was counted.
struct Occasion {
    std::string siteCode;
    std::string date; ///< in the study's time zone
    protocol::TimeSlot slot{};
    bool operator==(const Occasion&) const = default;
};
[[nodiscard]] Occasion occasionAt(const study::Study& study, std::string siteCode, TimePoint now);

[[nodiscard]] protocol::OpenItem contactItem(const study::Study& study, const Occasion& occasion,
                                             protocol::ContactOutcome outcome, Rng& rng);
/// `draft` is erased. A site that the study does not have in the city is left out.
[[nodiscard]] protocol::OpenItem discardItem(const study::Study& study, const std::string& cityCode,
                                             const InterviewId& draft, const Occasion& occasion,
                                             protocol::DiscardReason reason);

// Both run on the storage thread.

/// The contacts of that occasion that count, in the order in which they were made. Those that left the tablet since are
/// not among them.
[[nodiscard]] Result<std::vector<protocol::OpenItem>> contactsOf(storage::LocalStore& store, const Occasion& occasion);
/// The contact no longer counts: it is deleted, or once a server may know it, cancelled by an item that follows.
[[nodiscard]] Result<> undoContact(storage::LocalStore& store, Outbox& outbox, const protocol::OpenItem& contact,
                                   Rng& rng);

} // namespace peil::mobile
