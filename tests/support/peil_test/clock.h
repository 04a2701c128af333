// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/clock.h"

namespace peil_test {

/// A clock that stands still until the test moves it. Starts on 2023-07-03 at 09:00 UTC, the study's first day.
class ManualClock final : public peil::Clock {
public:
    [[nodiscard]] peil::TimePoint now() const override { return m_now; }
    void set(peil::TimePoint now) { m_now = now; }
    void advance(std::chrono::milliseconds step) { m_now += step; }

private:
    peil::TimePoint m_now{std::chrono::sys_days{std::chrono::year{2023} / 7 / 3} + std::chrono::hours{9}};
};

} // namespace peil_test
