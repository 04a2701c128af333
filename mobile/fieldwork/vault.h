// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is in the store folder of a tablet: the key slots and, once they are opened, the encrypted store. Not for the
// GUI thread: a Vault is owned by a StorageThread, which alone calls it.

#include "outbox.h"

#include "peil/base/boot_clock.h"
#include "peil/crypto/shift_pin.h"
#include "peil/storage/local_store.h"

#include <filesystem>
#include <optional>

namespace peil::mobile {

/// What the lock screen may know without the passphrase.
struct LockState {
    bool exists = false;
    std::chrono::seconds delay{0}; ///< until the next attempt is allowed
    int triesLeft = crypto::KeySlots::kMaxTries;
    int pinTriesLeft = 0; ///< 0 = no PIN; the passphrase is needed
};

/// Threads: one object on one thread. `clock`, `rng` and `waits` are borrowed for its life.
class Vault {
public:
    /// @param clock  stamps what the store keeps, receipts among it; a FieldClock, as the retention period ends by that
    /// @param waits  a BootClock: the waits between wrong passphrases follow it
    Vault(std::filesystem::path folder, const Clock& clock, Rng& rng, crypto::PassphraseCost cost = {},
          const Clock& waits = bootClock());

    /// Creates key slots and store and leaves them open. Never if files of an earlier store remain; the unused remains
    /// of an interrupted creation are removed first.
    /// @return the recovery code, in ASCII; StoreExists, or the errors of KeySlots::create() and LocalStore::open().
    [[nodiscard]] Result<crypto::SecretBytes> create(const crypto::SecretBytes& passphrase);
    /// @return the errors of lockState(), NoStore, or those of KeySlots::unlock() and LocalStore::open(). Nothing is
    /// made that was not there.
    [[nodiscard]] Result<> unlock(const crypto::SecretBytes& passphrase);
    /// Replaces the passphrase. `now` counts as an attempt to unlock. @return Locked, or the errors of
    /// KeySlots::unlock() and KeySlots::setPassphrase().
    [[nodiscard]] Result<> changePassphrase(const crypto::SecretBytes& now, const crypto::SecretBytes& next);
    /// From now on `pin` opens the store as well, until kShift after the last unlock by passphrase, or until this
    /// process ends. @return Locked, or the errors of ShiftPin::create().
    [[nodiscard]] Result<> setPin(const crypto::SecretBytes& pin);
    void dropPin() { m_pin.reset(); }
    /// @return the errors of ShiftPin::open() (SlotsDestroyed also when there is no PIN), or of unlock() for files.
    [[nodiscard]] Result<> unlockWithPin(const crypto::SecretBytes& pin);
    /// Closes the database and forgets its key, but for the PIN's wrapping of it.
    void lock();
    /// For a revoked tablet: destroys the keys, then removes the store, including drafts. @return Locked;
    /// SyncIncomplete while a finished interview in the store or the outbox has no receipt, in which case nothing is
    /// removed; or the error of a file that could not be removed, which is then unreadable.
    [[nodiscard]] Result<> wipe();
    /// @return KeysLost or StoreLost when files of the store are missing, OpenToOthers, or the errors of
    /// KeySlots::open(): the tablet stops there, with everything as it is.
    [[nodiscard]] Result<LockState> lockState() const;
    /// Borrowed until lock(). @return Locked.
    [[nodiscard]] Result<storage::LocalStore*> store();
    /// Sealed interviews, whether or not the store is open.
    [[nodiscard]] Outbox& outbox() { return m_outbox; }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] const Clock& clock() const { return *m_clock; }
    [[nodiscard]] Rng& rng() const { return *m_rng; }

    static constexpr std::chrono::hours kShift{12};

private:
    /// Whether there is a store that can be opened.
    [[nodiscard]] Result<> checkFiles() const;
    [[nodiscard]] Result<> openStore(crypto::SecretKey key);
    /// Removes what create() left when it was cut short.
    [[nodiscard]] Result<> clearUnfinished();
    /// All of them, whatever becomes of each. @return the last failure.
    [[nodiscard]] std::error_code removeFiles() const;
    /// Takes the rights of others from the folder and its files.
    [[nodiscard]] Result<> closeToOthers() const;

    std::filesystem::path m_folder;
    Outbox m_outbox;
    const Clock* m_clock;
    const Clock* m_waits;
    Rng* m_rng;
    crypto::PassphraseCost m_cost;
    std::optional<storage::LocalStore> m_store;
    std::optional<crypto::SecretKey> m_key; ///< while the store is open
    std::optional<crypto::ShiftPin> m_pin;
    TimePoint m_shiftEnd; ///< since boot
};

} // namespace peil::mobile
