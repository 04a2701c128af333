// SPDX-License-Identifier: Apache-2.0
#pragma once

// The source of time for every library, so that tests can set it.

#include <chrono>
#include <string>

namespace peil {

/// A moment in UTC with millisecond resolution.
using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;

/// Source of the current time. Threads: implementations may be called from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual TimePoint now() const = 0;
};

/// The machine's wall clock.
class SystemClock final : public Clock {
public:
    [[nodiscard]] TimePoint now() const override;
};

/// RFC 3339 in UTC with milliseconds, e.g. "2026-11-21T09:30:00.000Z". Years 0000 to 9999.
[[nodiscard]] std::string formatUtc(TimePoint time);

} // namespace peil
