// SPDX-License-Identifier: Apache-2.0
#pragma once

// The open answers of all received interviews in memory, so that quotas cost nothing to ask for. Rebuilt from the store
// at start; each received interview changes one entry.

#include "peil/base/ids.h"
#include "repository/records.h"

#include <map>
#include <mutex>
#include <set>

namespace peil::server::services {

/// Threads: any.
class OpenTable {
public:
    /// Replaces everything, e.g. at start.
    void load(std::vector<repository::OpenInterview> interviews);
    /// Puts in what was just made durable; an earlier revision is replaced, a later one stays.
    void add(repository::OpenInterview interview);
    /// Takes out one that was withdrawn, for good: an add() that was on its way no longer counts.
    void remove(const InterviewId& interview);
    /// `visit(interview)` for each, in order of id, under the lock.
    template <class Visit>
    void forEach(Visit visit) const {
        const std::lock_guard lock(m_mutex);
        for (const auto& [id, interview] : m_interviews)
            visit(interview);
    }
    [[nodiscard]] std::size_t size() const;

private:
    mutable std::mutex m_mutex;
    std::map<InterviewId, repository::OpenInterview> m_interviews;
    std::set<InterviewId> m_withdrawn;
};

} // namespace peil::server::services
