// SPDX-License-Identifier: Apache-2.0
#include "services/open_table.h"

namespace peil::server::services {

void OpenTable::load(std::vector<repository::OpenInterview> interviews,
                     const std::vector<repository::WithdrawalRow>& withdrawals) {
    const std::lock_guard lock(m_mutex);
    m_interviews.clear();
    m_early.clear();
    m_withdrawn.clear();
    for (auto& interview : interviews) {
        auto id = interview.interview;
        m_interviews.insert_or_assign(std::move(id), Entry{std::move(interview), {}, {}});
    }
    for (const auto& row : withdrawals)
        m_withdrawn.emplace(row.interview, row.cityCode);
}

void OpenTable::add(repository::OpenInterview interview) {
    const std::lock_guard lock(m_mutex);
    if (m_withdrawn.contains(interview.interview)) return;
    auto& entry = m_interviews[interview.interview];
    if (interview.revision < entry.interview.revision) return;
    entry = Entry{std::move(interview), {}, {}};
    const auto early = m_early.find(entry.interview.interview);
    if (early == m_early.end()) return;
    if (early->second.revision == entry.interview.revision) {
        entry.interview.review = early->second.state;
        entry.interview.isDuplicate = early->second.isDuplicate;
    }
    m_early.erase(early);
}

void OpenTable::judge(const InterviewId& interview, const Verdict& verdict) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_interviews.find(interview);
    if (found == m_interviews.end() || found->second.interview.revision < verdict.revision) {
        m_early.insert_or_assign(interview, verdict);
    } else if (found->second.interview.revision == verdict.revision) {
        found->second.interview.review = verdict.state;
        found->second.interview.isDuplicate = verdict.isDuplicate;
    }
}

void OpenTable::remove(const InterviewId& interview, const std::string& cityCode) {
    const std::lock_guard lock(m_mutex);
    m_interviews.erase(interview);
    m_early.erase(interview);
    m_withdrawn.emplace(interview, cityCode);
}

std::optional<study::NotCounted> OpenTable::reasonFor(const Entry& entry, const records::Counting& counting,
                                                      const std::string& packHash) {
    const auto& interview = entry.interview;
    study::Acts acts;
    acts.markedDuplicate = interview.isDuplicate;
    acts.rejected = interview.review == repository::ReviewState::Rejected;
    if (const auto reason = study::whyNotCounted(acts)) return reason;
    if (entry.judgedBy != packHash) {
        const records::OpenAnswers answers = [&](std::string_view name) { return interview.answer(name); };
        entry.content = counting.judge({interview.outcome, interview.formHash, answers});
        entry.judgedBy = packHash;
    }
    return entry.content;
}

std::map<std::string, std::size_t> OpenTable::withdrawn() const {
    const std::lock_guard lock(m_mutex);
    std::map<std::string, std::size_t> byCity;
    for (const auto& [interview, cityCode] : m_withdrawn)
        ++byCity[cityCode];
    return byCity;
}

std::size_t OpenTable::size() const {
    const std::lock_guard lock(m_mutex);
    return m_interviews.size();
}

} // namespace peil::server::services
