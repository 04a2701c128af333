// SPDX-License-Identifier: Apache-2.0
#pragma once

// Eight tablets at work: one real process each, answering interviews and syncing, watched until all have ended.

#include "peil_test/child_process.h"

#include <functional>
#include <string>
#include <vector>

namespace demo {

/// How far all tablets together are.
struct FleetProgress {
    std::size_t finalised = 0;
    std::size_t received = 0;
};

class Fleet {
public:
    /// Starts one process for each command.
    explicit Fleet(const std::vector<std::vector<std::string>>& commands);
    /// Reads what the tablets print until all have ended.
    /// @return nothing, or the sentence of the first tablet that failed.
    [[nodiscard]] std::string run(const std::function<void(const FleetProgress&)>& watch);

private:
    struct Member {
        peil_test::ChildProcess process;
        FleetProgress progress;
        bool ended = false;
    };
    [[nodiscard]] FleetProgress total() const;
    static void read(Member& member);

    std::vector<Member> m_members;
};

} // namespace demo
