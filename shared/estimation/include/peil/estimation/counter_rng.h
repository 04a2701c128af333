// SPDX-License-Identifier: Apache-2.0
#pragma once

// Random numbers by position, not by history: the same seed, stream and index give the same number on every machine and
// with every number of threads (Philox 4x32-10, Salmon et al. 2011). For simulation only: never for keys.

#include <array>
#include <cstdint>

namespace peil::estimation {

/// Value type. Threads: any number, each with its own object.
class CounterRng {
public:
    /// @param seed    stored with the result
    /// @param stream  e.g. the number of the replicate
    explicit CounterRng(std::uint64_t seed, std::uint64_t stream = 0)
        : m_seed(seed)
        , m_stream(stream) {}

    [[nodiscard]] std::uint32_t next32() {
        if (m_used == 4) refill();
        return m_block[m_used++];
    }
    /// Uniform in (0, 1), 53 bits; never 0, so that quantile functions stay finite.
    [[nodiscard]] double nextUnit() {
        const std::uint64_t high = next32();
        const std::uint64_t bits = (high << 32U | next32()) >> 11U;
        return (static_cast<double>(bits) + 0.5) * 0x1.0p-53;
    }
    /// Uniform in 0..bound-1, without bias. Precondition: bound > 0.
    [[nodiscard]] std::uint32_t below(std::uint32_t bound) {
        std::uint64_t product = static_cast<std::uint64_t>(next32()) * bound;
        if (static_cast<std::uint32_t>(product) < bound) {
            const std::uint32_t threshold = (0U - bound) % bound;
            while (static_cast<std::uint32_t>(product) < threshold)
                product = static_cast<std::uint64_t>(next32()) * bound;
        }
        return static_cast<std::uint32_t>(product >> 32U);
    }

private:
    void refill();

    std::uint64_t m_seed;
    std::uint64_t m_stream;
    std::uint64_t m_counter = 0;
    std::array<std::uint32_t, 4> m_block{};
    unsigned m_used = 4;
};

} // namespace peil::estimation
