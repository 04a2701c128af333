// SPDX-License-Identifier: Apache-2.0
#pragma once

// The fixed clock and random source of the fuzz targets.

#include "peil/base/clock.h"
#include "peil/base/rng.h"

#include <algorithm>

namespace peil_fuzz {

/// 2023-07-03, 09:00 UTC.
class FixedClock final : public peil::Clock {
public:
    [[nodiscard]] peil::TimePoint now() const override {
        return peil::TimePoint{std::chrono::sys_days{std::chrono::year{2023} / 7 / 3} + std::chrono::hours{9}};
    }
};

class ZeroRng final : public peil::Rng {
public:
    void fill(std::span<std::uint8_t> out) override { std::fill(out.begin(), out.end(), std::uint8_t{0}); }
};

} // namespace peil_fuzz
