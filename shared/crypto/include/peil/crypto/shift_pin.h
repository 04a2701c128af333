// SPDX-License-Identifier: Apache-2.0
#pragma once

// The store key behind a short PIN, for locking and unlocking within one shift. In memory only: nothing that a PIN
// opens is ever on a disk (KEYS.md, 3).

#include "peil/base/clock.h"
#include "peil/crypto/key_slots.h"

namespace peil::crypto {

/// Move-only. Threads: one object on one thread.
class ShiftPin {
public:
    /// Wraps `key` under `pin` until `end`, a time since boot. @return WeakPassphrase unless `pin` is kDigits ASCII
    /// digits that are not all the same or a run (111111, 123456, 654321); OutOfMemory.
    [[nodiscard]] static Result<ShiftPin> create(const SecretBytes& pin, const SecretKey& key, TimePoint end, Rng& rng,
                                                 PassphraseCost cost = {});
    /// @return WrongPassphrase, counted; SlotsDestroyed after kMaxTries wrong ones or at the end of the shift: the key
    /// is then wiped.
    [[nodiscard]] Result<SecretKey> open(const SecretBytes& pin, TimePoint sinceBoot);
    /// 0 when the passphrase is needed.
    [[nodiscard]] int triesLeft(TimePoint sinceBoot) const;

    static constexpr std::size_t kDigits = 6;
    static constexpr int kMaxTries = 5;

private:
    ShiftPin() = default;

    std::array<std::uint8_t, 16> m_salt{};
    PassphraseCost m_cost;
    std::array<std::uint8_t, 24> m_nonce{};
    Bytes m_wrapped; ///< empty = no longer opens
    TimePoint m_end;
    int m_tries = 0;
};

} // namespace peil::crypto
