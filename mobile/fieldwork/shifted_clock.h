// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/clock.h"

#include <optional>

namespace peil::mobile {

/// A clock that runs like `base` but starts at `start`, for example to rehearse a July study in May.
class ShiftedClock final : public Clock {
public:
    ShiftedClock(const Clock& base, std::optional<TimePoint> start)
        : m_base(&base)
        , m_shift(start ? *start - base.now() : std::chrono::milliseconds{0}) {}
    [[nodiscard]] TimePoint now() const override { return m_base->now() + m_shift; }

private:
    const Clock* m_base;
    std::chrono::milliseconds m_shift;
};

} // namespace peil::mobile
