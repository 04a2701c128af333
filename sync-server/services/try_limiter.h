// SPDX-License-Identifier: Apache-2.0
#pragma once

// Growing waits between wrong attempts, apart for each key. The caller chooses keys so that no one's tries delay
// another person: a name together with the place that it is tried from.

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace peil::server::services {

/// A monotonic clock, such as std::chrono::steady_clock::now: setting the wall clock does not change a wait. Threads:
/// may be called from any.
using SteadyClock = std::function<std::chrono::steady_clock::time_point()>;

/// Threads: any.
class TryLimiter {
public:
    /// @param freeTries  wrong attempts that are not followed by a wait; the next ones by 2 s, 4 s, ... kLongest.
    TryLimiter(SteadyClock clock, int freeTries);
    /// Time until the next attempt is allowed; 0 = now.
    [[nodiscard]] std::chrono::seconds delay(const std::string& key) const;
    void noteWrong(const std::string& key);
    void forget(const std::string& key);

    static constexpr std::chrono::seconds kLongest{300};
    static constexpr std::chrono::hours kRemembered{1}; ///< after a wait has ended; then the count starts over
    static constexpr std::size_t kMaxKeys = 10'000;     ///< beyond, the one whose wait ends first is forgotten

private:
    using SteadyTime = std::chrono::steady_clock::time_point;
    struct Wrong {
        int count = 0;
        SteadyTime nextTry;
    };
    void makeRoom(SteadyTime now);

    SteadyClock m_clock;
    int m_freeTries;
    mutable std::mutex m_mutex;
    std::map<std::string, Wrong> m_wrong;
};

} // namespace peil::server::services
