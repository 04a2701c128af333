// SPDX-License-Identifier: Apache-2.0
#pragma once

// The key slot file: a 32-byte key (database key of a tablet, or a researcher's secret key) wrapped under passphrases,
// as LUKS does it. Format: crypto/README.md; who holds which key: KEYS.md, 3.

#include "peil/base/clock.h"
#include "peil/crypto/secret.h"

#include <filesystem>

namespace peil::crypto {

/// Argon2id cost. Read back from a file it must lie within bounds (KEYS.md, 4).
struct PassphraseCost {
    std::uint32_t passes = 3;
    std::uint32_t memoryKiB = 64 * 1024;
    /// The lowest cost that a file may state; for fast tests.
    [[nodiscard]] static PassphraseCost minimal();
};

/// A folder with `keyslots` (two copies) and `device-secret` (0600). Threads: one object on one thread.
class KeySlots {
public:
    /// Creates the files for a new random key. `recoveryCode` receives the printed code (second slot, ASCII) if not
    /// null.
    /// @return WeakPassphrase, FileUnwritable if undestroyed slots or a device secret exist, or another base file
    /// error; leaves no files behind on failure.
    [[nodiscard]] static Result<KeySlots> create(const std::filesystem::path& folder, ByteView passphrase, Rng& rng,
                                                 PassphraseCost cost = {}, SecretBytes* recoveryCode = nullptr);
    /// Reads the newest intact copy, and completes an interrupted destruction of this tablet's keys.
    /// @return BadKeyFile, SlotsLost, BadDeviceSecret, ForeignKeyFile: nothing was changed; SlotsDestroyed;
    /// BaseErrc::FileNotFound if there is none of the files.
    [[nodiscard]] static Result<KeySlots> open(const std::filesystem::path& folder);
    /// Whether there is one of the files at least.
    [[nodiscard]] static bool exist(const std::filesystem::path& folder);

    /// Opens with a passphrase or a recovery code. Each attempt is counted on disk before it is checked; after
    /// kMaxTries wrong ones the slots are destroyed. @return WrongPassphrase, SlotsDestroyed, or TooSoon while
    /// delayUntilNextTry() is not 0 (such an attempt is neither checked nor counted).
    /// @param sinceBoot  of a BootClock, so that the wait between attempts does not depend on a clock that can be set.
    [[nodiscard]] Result<SecretKey> unlock(ByteView passphrase, TimePoint sinceBoot);
    /// Replaces the passphrase; the recovery code stays. `key` comes from unlock(). @return WeakPassphrase,
    /// NotAuthentic for another key, or an error of writing; the earlier passphrase then still opens.
    [[nodiscard]] Result<> setPassphrase(const SecretKey& key, ByteView passphrase, Rng& rng, PassphraseCost cost = {});
    /// Seconds until the next attempt is allowed; grows with each wrong attempt. 0 = now. The wait starts over after a
    /// reboot.
    [[nodiscard]] std::chrono::seconds delayUntilNextTry(TimePoint sinceBoot) const;
    [[nodiscard]] int triesLeft() const;
    /// Overwrites both copies and the device secret, which destroys the key.
    [[nodiscard]] Result<> destroy();

    KeySlots(KeySlots&&) noexcept;
    KeySlots& operator=(KeySlots&&) noexcept;
    ~KeySlots();

    static constexpr int kMaxTries = 10;

private:
    struct Impl;
    explicit KeySlots(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace peil::crypto
