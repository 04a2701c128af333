// SPDX-License-Identifier: Apache-2.0
#pragma once

// The open answers of all received interviews in memory, with what was made of each, so that quotas cost nothing to ask
// for. Rebuilt from the store at start; each received interview and each act changes one entry.

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
    /// Puts in what was just made durable; an earlier revision is replaced, a later one stays.
    void add(repository::OpenInterview interview);
    /// What was made of a revision, also of one whose add() is still on its way.
    void judge(const InterviewId& interview, int revision, repository::ReviewState state, bool isDuplicate);
    /// Takes out one that was withdrawn, for good: an add() that was on its way no longer counts.
    /// @param cityCode  of its tablet.
    void remove(const InterviewId& interview, const std::string& cityCode = {});
    /// `visit(interview, reason)` for each in order of id, under the lock: why it does not count in that study, nothing
    /// when it does. What the interview itself says is judged once for each `packHash`.
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
        mutable std::string judgedBy; ///< hash of the pack that `content` belongs to; empty = not judged yet
        mutable std::optional<study::NotCounted> content;
    };
    struct Mark {
        int revision = 0;
        repository::ReviewState state = repository::ReviewState::Received;
        bool isDuplicate = false;
    };
    static std::optional<study::NotCounted> reasonFor(const Entry& entry, const records::Counting& counting,
                                                      const std::string& packHash);

    mutable std::mutex m_mutex;
    std::map<InterviewId, Entry> m_interviews;
    std::map<InterviewId, Mark> m_early;            ///< reviews of what is not here yet
    std::map<InterviewId, std::string> m_withdrawn; ///< with the city of the tablet
};

} // namespace peil::server::services
