// SPDX-License-Identifier: Apache-2.0
#pragma once

// A disk in memory whose power goes at a chosen operation. Before a sync a write may have reached the platter or not,
// in any order and torn at 512 bytes; a file that was made or deleted may or may not be in its folder.

#include <cstdint>

namespace store_test {

/// Every store opened while this lives is on this disk. One at a time.
class PowerLossDisk {
public:
    PowerLossDisk();
    ~PowerLossDisk();
    PowerLossDisk(const PowerLossDisk&) = delete;
    PowerLossDisk& operator=(const PowerLossDisk&) = delete;

    /// Empties the disk. The power goes at operation `cutAt`, counted from 1; 0 = never.
    void begin(std::uint64_t cutAt);
    /// Writes, syncs, truncations and deletions since begin().
    [[nodiscard]] std::uint64_t operations() const;
    /// Turns the disk into one of those that the cut may have left; `seed` picks which.
    void powerUp(std::uint64_t seed);
};

} // namespace store_test
