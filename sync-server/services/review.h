// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reviews by coordinators (received, has issues, approved, rejected, duplicate), and withdrawals by participants. Each
// action is logged in the audit chain.

#include "repository/repository.h"
#include "services/open_table.h"
#include "services/tombstones.h"

#include <mutex>

namespace peil::server::services {

struct Judgement {
    repository::ReviewState state = repository::ReviewState::Approved;
    std::string note;        ///< at most 1,000 bytes; no answer belongs here
    std::string duplicateOf; ///< id of another interview, or empty
};

/// Whether an interview may be withdrawn before it is received: after a restore, its tablet may resend it later.
enum class Ahead { No, Yes };

/// Threads: any.
class Review {
public:
    Review(repository::Repository& repository, OpenTable& table, Tombstones& tombstones, const Clock& clock)
        : m_repository(repository)
        , m_table(table)
        , m_tombstones(tombstones)
        , m_clock(clock) {}

    /// The newest revision of each interview, in the order received; of one city's tablets only when that is given.
    [[nodiscard]] Result<std::vector<repository::ReviewedInterview>>
    interviews(const std::optional<std::string>& onlyCity = std::nullopt) const;
    /// Judges all of them or none, and what counts follows at once. A later revision of one of them is Received again.
    /// @return UnknownInterview (also for one of another city than `onlyCity`), BadReview with the reason.
    [[nodiscard]] Result<> judge(const std::vector<InterviewId>& interviews, const Judgement& judgement,
                                 const std::string& by, const std::optional<std::string>& onlyCity = std::nullopt);
    /// Deletes the interview, sealed and open answers alike; its tablet's sequence stays without a gap, and what the
    /// tablet may still send of it is not kept. On success a restore of an older store does not undo it. The same again
    /// succeeds. @return UnknownInterview (with Ahead::Yes only for what is no id), BadReview, or an error of the disk,
    /// after which it is to be asked again.
    [[nodiscard]] Result<> withdraw(const InterviewId& interview, const std::string& why, const std::string& by,
                                    Ahead ahead = Ahead::No);

    static constexpr std::size_t kMostAtOnce = 1000;
    static constexpr std::size_t kMaxNoteBytes = 1000;

private:
    repository::Repository& m_repository;
    OpenTable& m_table;
    Tombstones& m_tombstones;
    const Clock& m_clock;
    std::mutex m_acting; ///< keeps actions on the table in the order of the store
};

} // namespace peil::server::services
