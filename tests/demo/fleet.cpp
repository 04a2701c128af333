// SPDX-License-Identifier: Apache-2.0
#include "fleet.h"

#include <algorithm>
#include <boost/json.hpp>

namespace demo {
namespace {

void readNumber(const boost::json::object& object, const char* name, std::size_t& into) {
    if (const auto* value = object.if_contains(name); value != nullptr && value->is_int64())
        into = static_cast<std::size_t>(value->as_int64());
}

} // namespace

Fleet::Fleet(const std::vector<std::vector<std::string>>& commands) {
    for (const auto& command : commands)
        m_members.push_back({peil_test::ChildProcess(command), {}});
}

FleetProgress Fleet::total() const {
    FleetProgress sum;
    for (const auto& member : m_members) {
        sum.finalised += member.progress.finalised;
        sum.received += member.progress.received;
    }
    return sum;
}

void Fleet::read(Member& member) {
    while (const auto line = member.process.takeLine()) {
        boost::json::error_code status;
        const auto value = boost::json::parse(*line, status);
        if (status || !value.is_object()) continue;
        readNumber(value.as_object(), "finalised", member.progress.finalised);
        readNumber(value.as_object(), "sent", member.progress.received);
    }
}

std::string Fleet::run(const std::function<void(const FleetProgress&)>& watch) {
    for (auto running = m_members.size(); running > 0;) {
        std::vector<pollfd> watched;
        for (const auto& member : m_members)
            if (!member.ended) watched.push_back({member.process.outputDescriptor(), POLLIN, 0});
        ::poll(watched.data(), watched.size(), 1000);
        for (auto& member : m_members) {
            if (member.ended) continue;
            const auto now = std::chrono::steady_clock::now();
            while (member.process.pump(now))
                read(member);
            read(member);
            if (member.process.outputDescriptor() >= 0) continue;
            member.ended = true;
            --running;
        }
        watch(total());
    }
    for (auto& member : m_members)
        if (member.process.finish() != 0) return member.process.errors();
    return {};
}

} // namespace demo
