// SPDX-License-Identifier: Apache-2.0
#pragma once

// How many people were approached, and what became of it: the contact log of the tablets, and the interviews, each of
// which was an approach as well. Beside it the interviews that were erased on a tablet before they were finished.

#include "peil/protocol/open_item.h"
#include "repository/repository.h"
#include "services/monitoring.h"

namespace peil::server::services {

using Counts = std::map<std::string, std::size_t>;

/// An interview that counts, or would if it were complete, in the words of a contact log.
inline constexpr std::string_view kInterviewed = "interviewed";

struct ResponseRow {
    std::string cityCode;
    Counts contacts; ///< by protocol::ContactOutcome, without those that were taken back
    Counts
        interviews;  ///< by kInterviewed and, where they were not eligible, duplicates or without consent, as contacts
    Counts discards; ///< by protocol::DiscardReason

    /// Without appointments: who keeps one is counted as interviewed.
    [[nodiscard]] std::size_t approached() const;
    /// Of them: found not eligible, or interviewed before.
    [[nodiscard]] std::size_t ineligible() const;
    [[nodiscard]] std::size_t interviewed() const;
};

/// Contacts of one place, day and slot with one outcome.
struct ContactCell {
    std::string cityCode, siteCode, date, slot, outcome;
    std::size_t count = 0;
};

struct ResponseFigures {
    std::vector<ResponseRow> cities; ///< of the study, in its order
    std::vector<ContactCell> cells;  ///< in order of these columns
};

/// `progress` is of the same cities. Empty while no study is published.
[[nodiscard]] Result<ResponseFigures> responseFigures(repository::Repository& repository,
                                                      const StudyPublishing& studies, const Progress& progress,
                                                      const std::optional<std::string>& onlyCity);

} // namespace peil::server::services
