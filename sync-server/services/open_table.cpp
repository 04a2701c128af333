// SPDX-License-Identifier: Apache-2.0
#include "services/open_table.h"

namespace peil::server::services {

void OpenTable::load(std::vector<repository::OpenInterview> interviews) {
    const std::lock_guard lock(m_mutex);
    m_interviews.clear();
    for (auto& interview : interviews) {
        auto id = interview.interview;
        m_interviews.insert_or_assign(std::move(id), std::move(interview));
    }
}

void OpenTable::add(repository::OpenInterview interview) {
    const std::lock_guard lock(m_mutex);
    if (m_withdrawn.contains(interview.interview)) return;
    auto& entry = m_interviews[interview.interview];
    if (interview.revision >= entry.revision) entry = std::move(interview);
}

void OpenTable::remove(const InterviewId& interview) {
    const std::lock_guard lock(m_mutex);
    m_interviews.erase(interview);
    m_withdrawn.insert(interview);
}

std::size_t OpenTable::size() const {
    const std::lock_guard lock(m_mutex);
    return m_interviews.size();
}

} // namespace peil::server::services
