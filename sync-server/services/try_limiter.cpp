// SPDX-License-Identifier: Apache-2.0
#include "services/try_limiter.h"

#include <algorithm>

namespace peil::server::services {

TryLimiter::TryLimiter(SteadyClock clock, int freeTries)
    : m_clock(std::move(clock))
    , m_freeTries(freeTries) {}

std::chrono::seconds TryLimiter::delay(const std::string& key) const {
    const auto now = m_clock();
    const std::lock_guard lock(m_mutex);
    const auto found = m_wrong.find(key);
    if (found == m_wrong.end()) return std::chrono::seconds{0};
    return std::max(std::chrono::ceil<std::chrono::seconds>(found->second.nextTry - now), std::chrono::seconds{0});
}

void TryLimiter::noteWrong(const std::string& key) {
    const auto now = m_clock();
    const std::lock_guard lock(m_mutex);
    if (m_wrong.size() >= kMaxKeys && !m_wrong.contains(key)) makeRoom(now);
    auto& wrong = m_wrong[key];
    if (wrong.count > 0 && now - wrong.nextTry >= kRemembered) wrong.count = 0;
    ++wrong.count;
    wrong.nextTry = now;
    if (wrong.count <= m_freeTries) return;
    const auto wait = std::chrono::seconds{std::int64_t{1} << std::min(wrong.count - m_freeTries, 10)};
    wrong.nextTry += std::min<std::chrono::seconds>(wait, kLongest);
}

void TryLimiter::makeRoom(SteadyTime now) {
    std::erase_if(m_wrong, [&](const auto& entry) { return now - entry.second.nextTry >= kRemembered; });
    if (m_wrong.size() < kMaxKeys) return;
    m_wrong.erase(std::ranges::min_element(m_wrong, {}, [](const auto& entry) { return entry.second.nextTry; }));
}

void TryLimiter::forget(const std::string& key) {
    const std::lock_guard lock(m_mutex);
    m_wrong.erase(key);
}

} // namespace peil::server::services
