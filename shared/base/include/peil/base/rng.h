// SPDX-License-Identifier: Apache-2.0
#pragma once

// The source of randomness for every library, so that tests can replay a run.

#include <cstdint>
#include <span>

namespace peil {

/// Source of random bytes. Threads: implementations say; SystemRng may be called from any thread.
class Rng {
public:
    virtual ~Rng() = default;
    /// Fills `out` completely.
    virtual void fill(std::span<std::uint8_t> out) = 0;

    [[nodiscard]] std::uint64_t next64();
    /// Uniform in [0, 1), 53 bits.
    [[nodiscard]] double nextUnit();
};

/// The kernel's generator, getrandom(2): fit for keys. Throws std::system_error when the kernel has none.
class SystemRng final : public Rng {
public:
    void fill(std::span<std::uint8_t> out) override;
};

} // namespace peil
