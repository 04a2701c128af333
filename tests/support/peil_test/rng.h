// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peil/base/rng.h"

namespace peil_test {

/// SplitMix64 from a seed: the same bytes in every run. For tests only; never for keys that matter.
class SeededRng final : public peil::Rng {
public:
    explicit SeededRng(std::uint64_t seed)
        : m_state(seed) {}

    void fill(std::span<std::uint8_t> out) override {
        for (auto& byte : out)
            byte = static_cast<std::uint8_t>(step() >> 56U);
    }

private:
    std::uint64_t step() {
        m_state += 0x9E3779B97F4A7C15U;
        auto z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    std::uint64_t m_state;
};

} // namespace peil_test
