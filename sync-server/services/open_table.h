// SPDX-License-Identifier: Apache-2.0
#pragma once

// The open answers and reviews of all received interviews in memory, so that quotas are cheap. Rebuilt from the store
// at start; each received interview and each action changes one entry.

#include "peil/base/ids.h"
#include "peil/records/counting.h"
#include "repository/records.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace peil::server::services {

/// Threads: any.
class OpenTable {
public:
    /// Replaces everything, e.g. at start.
    void load(std::vector<repository::OpenInterview> interviews,
              const std::vector<repository::WithdrawalRow>& withdrawals = {});
    /// Adds a revision that was just made durable; replaces an earlier revision, but not a later one.
    void add(repository::OpenInterview interview);
    struct Verdict {
        int revision = 0;
        repository::ReviewState state = repository::ReviewState::Received;
        bool isDuplicate = false;
    };
    /// Records the review of a revision, even before its add().
    void judge(const InterviewId& interview, const Verdict& verdict);
    /// Removes a withdrawn interview permanently; a later add() of it is ignored.
    /// @param cityCode  of its tablet.
    void remove(const InterviewId& interview, const std::string& cityCode = {});
    /// Calls `visit(interview, reason)` for each in order of id, under the lock: why it does not count in that study,
    /// nullopt if it does. The content of an interview is evaluated once per `packHash`.
    template <class Visit>
    void forEachJudged(const records::Counting& counting, const std::string& packHash, Visit visit) const {
        const std::lock_guard lock(m_mutex);
        for (const auto& [id, entry] : m_interviews)
            visit(entry.interview, reasonFor(entry, counting, packHash));
    }
    /// Withdrawn interviews by the city of their tablet.
    [[nodiscard]] std::map<std::string, std::size_t> withdrawn() const;
    [[nodiscard]] std::size_t size() const;

private:
    struct Entry {
        repository::OpenInterview interview;
        mutable std::string judgedBy; ///< hash of the pack that `content` belongs to; empty = not evaluated yet
        mutable std::optional<study::NotCounted> content;
    };
    static std::optional<study::NotCounted> reasonFor(const Entry& entry, const records::Counting& counting,
                                                      const std::string& packHash);

    mutable std::mutex m_mutex;
    std::map<InterviewId, Entry> m_interviews;
    std::map<InterviewId, Verdict> m_early;         ///< reviews of what is not here yet
    std::map<InterviewId, std::string> m_withdrawn; ///< with the city of the tablet
};

} // namespace peil::server::services
